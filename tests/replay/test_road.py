"""Replays of Road work: the pace of each bar is recomputed, and the clock is checked by it."""

from dataclasses import replace

from game.minigames.manifest import MINIGAMES
from game.replay.codec import decode, encode
from game.replay.headless import play_headless
from game.replay.model import Replay, Trace
from game.replay.verify import Verdict, Verification, verify
from game.sim.chart import Difficulty
from game.sim.options import RunMode, RunOptions
from game.storage.proof.examined import board_of_header
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CHART, CLOCK, header_of, person_inputs, taps

ROAD = RunOptions(seed=5, mode=RunMode.ROAD)


def recorded() -> Replay:
    return play_headless(header_of(CHART, ROAD), CHART, MINIGAMES, taps(), CLOCK)[1]


def verdict_of(trace: Trace) -> Verification:
    return verify(replace(recorded(), trace=trace), CHART, MINIGAMES)


def test_a_run_is_true_after_it_was_written_and_read_again() -> None:
    replay = recorded()
    again = decode(encode(replay), "a run")
    assert again == replay
    assert len(again.trace.paces) == 4
    assert verify(again, CHART, MINIGAMES).verdict is Verdict.TRUE, verify(again, CHART, MINIGAMES).sentence


def test_a_person_with_a_spread_is_fit() -> None:
    inputs = person_inputs(CHART, 15, options=ROAD)
    replay = play_headless(header_of(CHART, ROAD), CHART, MINIGAMES, inputs, CLOCK)[1]
    assert verify(replay, CHART, MINIGAMES).true


def test_the_duration_is_the_in_game_time() -> None:
    replay = recorded()
    first, last = replay.trace.witnesses[0], replay.trace.witnesses[-1]
    bar_us = (2_000_000 * 10_000 + replay.trace.paces[-1] // 2) // replay.trace.paces[-1]
    assert replay.result.duration_us == last.wall_us - first.wall_us + bar_us


def test_another_pace_is_false() -> None:
    trace = recorded().trace
    found = verdict_of(replace(trace, paces=(*trace.paces[:-1], trace.paces[-1] + 1)))
    assert found.verdict is Verdict.FALSE
    assert "paces is claimed as" in found.sentence


def test_a_clock_of_the_written_tempo_is_false() -> None:
    """Slower than the written tempo, the pace of the second bar: the barline comes later than the song says."""
    trace = recorded().trace
    origin = trace.witnesses[0]
    rows = tuple(replace(row, wall_us=origin.wall_us + row.song_us - origin.song_us) for row in trace.witnesses)
    found = verdict_of(replace(trace, witnesses=rows))
    assert found.verdict is Verdict.FALSE
    assert "the song is" in found.sentence


def test_a_rate_beside_the_pace_is_false() -> None:
    replay = recorded()
    options = replace(ROAD, rate_permille=500)
    found = verify(replace(replay, header=replace(replay.header, options=options)), CHART, MINIGAMES)
    assert found.verdict is Verdict.FALSE
    assert "rate is claimed as 500" in found.sentence


def test_a_day_that_begins_at_another_pace_is_true_and_a_board_of_its_own() -> None:
    day = replace(ROAD, start_pace=8_000)
    replay = play_headless(header_of(CHART, day), CHART, MINIGAMES, taps(), CLOCK)[1]
    again = decode(encode(replay), "a day")
    assert again == replay
    assert again.trace.paces[0] == 8_000
    assert again.result.duration_us > recorded().result.duration_us
    assert verify(again, CHART, MINIGAMES).true
    assert verify(replace(again, header=replace(again.header, options=ROAD)), CHART, MINIGAMES).verdict is Verdict.FALSE
    assert board_of_header(again.header).section == " from 8000"
    assert board_of_header(recorded().header).section == ""


def test_the_usual_pace_stands_in_no_header() -> None:
    assert b"start_pace" not in encode(recorded())


def test_neighbours_are_named_and_a_whole_run_cannot_pass_for_them() -> None:
    whole = frozen_chart(Difficulty.NORMAL)
    names = [section.id for section in whole.sections]
    for chart, section, verdict in (
        (whole.only("+".join(names[1:4])), "+".join(names[1:4]), Verdict.TRUE),
        (whole.only("+".join(names[1:4])), "+".join(names[1:3]), Verdict.FALSE),
        (whole.only("+".join(names[1:4])), None, Verdict.TRUE),
        (whole, "+".join(names), Verdict.FALSE),
        (whole, None, Verdict.TRUE),
    ):
        header = replace(header_of(chart, ROAD), section=section)
        replay = play_headless(header, chart, MINIGAMES, person_inputs(chart, 15, options=ROAD), CLOCK)[1]
        found = verify(replay, chart, MINIGAMES)
        assert found.true is (verdict is Verdict.TRUE), (section, found.sentence)

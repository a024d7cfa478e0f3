"""Verification plays the inputs again and names the first moment at which claim and rules part."""

from dataclasses import replace
from typing import Any

import pytest

from game.errors import UnknownChart
from game.minigames.manifest import MINIGAMES
from game.replay.codec import decode, encode
from game.replay.headless import play_headless
from game.replay.verify import Verdict, Verification, require_rules, verify
from game.sim.chart import RULES_VERSION, Difficulty
from game.sim.events import Judged
from game.sim.options import RunOptions
from game.timing.units import ms
from tests.charts import At, U, chart_of
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CHART, CLOCK, header_of, person_run, recorded_run, taps

REPLAY = recorded_run()


def test_a_true_replay_is_true_also_after_a_file() -> None:
    verification = verify(decode(encode(REPLAY), "r"), CHART, MINIGAMES)
    assert verification.true
    assert str(REPLAY.result.score) in verification.sentence


@pytest.mark.parametrize("rate_permille", [500, 1500])
def test_a_replay_at_another_rate_is_true_as_well(rate_permille: int) -> None:
    replay = recorded_run(options=RunOptions(rate_permille=rate_permille, window_percent=150, seed=9))
    assert verify(replay, CHART, MINIGAMES).true


def test_a_moved_input_is_found_at_the_cue_it_changed() -> None:
    inputs = REPLAY.trace.inputs
    moved = replace(inputs[2], song_us=inputs[2].song_us + 30_000)
    forged = replace(REPLAY, trace=replace(REPLAY.trace, inputs=(*inputs[:2], moved, *inputs[3:])))
    verification = verify(forged, CHART, MINIGAMES)
    assert not verification.true
    assert verification.first_divergence_us == moved.song_us
    assert "lift press (cue 1)" in verification.sentence


def test_a_better_score_without_the_inputs_is_false() -> None:
    forged = replace(REPLAY, result=replace(REPLAY.result, score=REPLAY.result.score + 1))
    verification = verify(forged, CHART, MINIGAMES)
    assert not verification.true
    assert "score is claimed" in verification.sentence


def test_a_forged_digest_of_a_section_is_false() -> None:
    verification = verify(replace(REPLAY, section_digests=("0" * 32,)), CHART, MINIGAMES)
    assert not verification.true
    assert "yard" in verification.sentence


def test_judgements_left_out_or_added_are_false_from_the_first_of_them_on() -> None:
    last_us = CHART.cues[-1].time_us
    for points in (REPLAY.points[:-1], (*REPLAY.points, 0)):
        verification = verify(replace(REPLAY, points=points), CHART, MINIGAMES)
        assert not verification.true
        assert verification.first_divergence_us is not None
        assert abs(verification.first_divergence_us - last_us) <= ms(135)


def test_a_replay_of_another_chart_is_unknown_not_wrong() -> None:
    with pytest.raises(UnknownChart, match="does not have"):
        verify(REPLAY, chart_of("market", At(2, "crate", U)), MINIGAMES)


def test_an_unknown_chart_is_named_by_the_eight_first_digits_of_its_hash() -> None:
    other = chart_of("market", At(2, "crate", U))
    with pytest.raises(UnknownChart, match=rf"chart {CHART.hash()[:8]} .*its own is {other.hash()[:8]}, "):
        verify(REPLAY, other, MINIGAMES)


def test_a_replay_of_other_rules_is_unknown_not_wrong() -> None:
    older = replace(REPLAY, header=replace(REPLAY.header, rules_version=0))
    with pytest.raises(UnknownChart):
        verify(older, CHART, MINIGAMES)


def test_a_verdict_is_the_exit_status_of_the_command() -> None:
    assert [(verdict.name, int(verdict)) for verdict in Verdict] == [
        ("TRUE", 0),
        ("FALSE", 1),
        ("UNKNOWN", 2),
        ("UNFIT", 3),
    ]
    assert [Verification(verdict, "").true for verdict in Verdict] == [True, False, False, True]


@pytest.mark.parametrize(("step", "age"), [(-1, "older"), (1, "newer")])
def test_other_rules_are_said_to_be_older_or_newer(step: int, age: str) -> None:
    header = replace(REPLAY.header, rules_version=RULES_VERSION + step)
    with pytest.raises(UnknownChart, match=f"by {age} rules"):
        require_rules(header)
    require_rules(REPLAY.header)


@pytest.mark.parametrize(("section", "true"), [(None, True), ("yard", True), ("market", False)])
def test_the_only_section_may_be_named_or_not(section: str | None, true: bool) -> None:
    header = replace(REPLAY.header, section=section)
    _, claimed = play_headless(header, CHART, MINIGAMES, taps(), CLOCK)
    assert verify(claimed, CHART, MINIGAMES).true is true


def test_of_several_sections_none_is_the_only_one() -> None:
    chart = frozen_chart(Difficulty.NORMAL)
    replay = person_run(chart)
    assert verify(replay, chart, MINIGAMES).true
    claimed = replace(replay, header=replace(replay.header, section=chart.sections[0].id))
    assert (
        "section is claimed as yard, the chart and the inputs give None" in verify(claimed, chart, MINIGAMES).sentence
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"header": replace(REPLAY.header, difficulty="easy")}, "difficulty is claimed as easy"),
        ({"trace": replace(REPLAY.trace, paces=(10_000,))}, "paces is claimed"),
        ({"section_digests": ()}, "claims 0 sections, the chart has 1"),
        ({"section_digests": REPLAY.section_digests * 2}, "claims 2 sections, the chart has 1"),
    ],
)
def test_what_the_rules_know_is_computed_again(changes: dict[str, Any], words: str) -> None:
    verification = verify(replace(REPLAY, **changes), CHART, MINIGAMES)
    assert words in verification.sentence
    assert not verification.true


def test_a_judgement_too_few_or_too_many_is_placed_at_the_first_that_differs() -> None:
    times = [event.time_us for event in verify(REPLAY, CHART, MINIGAMES).events if isinstance(event, Judged)]
    moments = [
        verify(replace(REPLAY, points=points), CHART, MINIGAMES).first_divergence_us
        for points in (REPLAY.points[:2], REPLAY.points[:-1], (*REPLAY.points, 0), (*REPLAY.points, 0, 0))
    ]
    assert moments == [times[2], times[-1], times[-1], times[-1]]


def test_a_chart_without_cues_has_no_judgements_to_claim() -> None:
    empty = chart_of("yard")
    _, replay = play_headless(header_of(empty, RunOptions()), empty, MINIGAMES, (), CLOCK)
    assert verify(replay, empty, MINIGAMES).true
    assert verify(replace(replay, points=(0,)), empty, MINIGAMES).first_divergence_us == 0


def test_the_end_of_a_chart_is_where_another_result_is_found() -> None:
    forged = replace(REPLAY, result=replace(REPLAY.result, dead_on=99))
    verification = verify(forged, CHART, MINIGAMES)
    assert "dead_on is claimed as 99" in verification.sentence
    assert verification.first_divergence_us == CHART.end_us

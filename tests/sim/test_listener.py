"""The listener answers signs as a person would, and nothing else."""

from fractions import Fraction

import pytest

from game.sim.actions import Verb
from game.sim.listener import Lesson, SectionSigns, Sign, answer, moves_of
from game.sim.rng import Rng
from game.sim.spec import Rhythm
from game.timing.tempo import TempoMap
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, D, L, R, U
from tests.sim.draws import EveryDraw

TEMPO = TempoMap.from_runs(((32, BEAT_US),))
LESSONS = {
    "tap": Lesson((L, R), Fraction(1)),
    "late": Lesson((U,), Fraction(1, 4)),
    "soon": Lesson((U,), Fraction(1, 2)),
    "up": Lesson((U,), Fraction(1), held=True),
    "turn": Lesson((L, R), Fraction(1), inside=True),
    "both": Lesson((L, R), Fraction(1), chord=True),
    "ball": Lesson((D,), Fraction(2)),
    "run": Lesson((L, R), Fraction(1), alternates=True, rhythm=Rhythm.GOES_ON),
}
DRUM = Lesson((L, R), Fraction(1), rhythm=Rhythm.REPEATS)


def meant(
    *signs: Sign, onsets: tuple[float | Fraction, ...] = ()
) -> list[tuple[float, tuple[Verb, ...], float | None]]:
    section = SectionSigns(
        Fraction(0), Fraction(32), LESSONS, {"freezes": Fraction(1)}, tuple(Fraction(onset) for onset in onsets)
    )
    moves = moves_of(signs, section, TEMPO)
    return [(float(m.beat), m.verbs, None if m.end_beat is None else float(m.end_beat)) for m in moves]


def beats_of_run(*onsets: float | Fraction, lesson: Lesson = LESSONS["run"]) -> list[float]:
    """Return the beats that are pressed where a run was heard, when its kind is the only one."""
    section = SectionSigns(Fraction(0), Fraction(32), {"run": lesson}, {}, tuple(Fraction(onset) for onset in onsets))
    return [float(move.beat) for move in moves_of((), section, TEMPO)]


def at(beat: float) -> Micros:
    return round(beat * BEAT_US)


def test_a_sign_is_answered_after_its_lead_by_the_hand_of_its_side() -> None:
    assert meant(Sign(at(3), "tap", -0.4), Sign(at(5), "tap", 0.4)) == [(4, (L,), None), (6, (R,), None)]


def test_a_chord_takes_both_hands() -> None:
    assert meant(Sign(at(3), "both")) == [(4, (L, R), None)]


def test_what_comes_too_late_is_not_answered() -> None:
    assert meant(Sign(at(3), "late")) == []


def test_what_comes_exactly_the_reaction_time_ahead_is_answered() -> None:
    assert meant(Sign(at(3), "soon")) == [(3.5, (U,), None)]
    assert meant(Sign(at(3) + 1, "soon")) == []


def test_what_means_nothing_is_not_answered() -> None:
    assert meant(Sign(at(3), "gull")) == []


def test_what_is_taken_back_in_time_is_not_done() -> None:
    assert meant(Sign(at(4), "ball"), Sign(at(5), "freezes")) == []
    assert meant(Sign(at(4), "ball"), Sign(at(5.75), "freezes")) == [(6, (D,), None)]


def test_a_hold_lasts_a_beat_or_half_way_to_the_next() -> None:
    assert meant(Sign(at(3), "up"), Sign(at(7), "up"), Sign(at(8), "up")) == [
        (4, (U,), 5), (8, (U,), 8.5), (9, (U,), 10),
    ]  # fmt: skip


def test_a_turn_inside_a_hold_prolongs_it() -> None:
    assert meant(Sign(at(3), "up"), Sign(at(4), "turn", 0.4)) == [(4, (U,), 6), (5, (R,), None)]


def test_a_run_goes_on_at_its_pace_until_a_step_stays_away() -> None:
    steps = meant(Sign(at(3), "run", -0.4), Sign(at(3.5), "run", 0.4), onsets=(4, 4.5, 5, 5.5))
    assert [step[0] for step in steps] == [4, 4.5, 5, 5.5, 6]
    assert [step[1] for step in steps] == [(L,), (R,), (L,), (R,), (L,)]


def test_a_run_that_is_not_announced_is_joined_only_after_it_has_been_heard() -> None:
    assert [step[0] for step in meant(onsets=(4, 4.5, 5, 5.5))] == [5, 5.5, 6]


def test_blows_up_to_a_third_of_a_beat_apart_go_from_hand_to_hand() -> None:
    assert [move[1] for move in meant(Sign(at(3), "tap", -0.4), Sign(at(3 + 1 / 3), "tap"))] == [(L,), (R,)]
    assert [move[1] for move in meant(Sign(at(3), "tap", -0.4), Sign(at(3 + 5 / 12), "tap"))] == [(L,), (L,)]


@pytest.mark.parametrize("before", ["both", "up"])
def test_after_a_chord_or_what_is_no_hand_a_run_begins_with_the_left(before: str) -> None:
    assert [move[1] for move in meant(Sign(at(3), before), Sign(at(4), "run"), Sign(at(4.5), "run"))][1:] == [
        (L,),
        (R,),
    ]


def test_a_run_leaves_room_for_what_else_is_announced() -> None:
    steps = meant(Sign(at(3), "run", -0.4), Sign(at(3.5), "run", 0.4), Sign(at(4.5), "up"), onsets=(4, 4.5))
    assert [step[0] for step in steps] == [4, 4.5, 5.5]


@pytest.mark.parametrize(("step", "goes_on"), [
    (Fraction(1, 4), False), (Fraction(1, 3), True), (Fraction(1), True), (Fraction(3, 2), True),
    (Fraction(7, 4), False),
])  # fmt: skip
def test_runs_have_steps_of_a_third_to_one_and_a_half_beats(step: Fraction, goes_on: bool) -> None:
    heard = [4 + place * step for place in range(4)]
    assert (float(heard[-1] + step) in beats_of_run(*heard)) is goes_on


def test_a_run_goes_on_at_its_last_step() -> None:
    assert beats_of_run(4, 5, 5.5) == [6.0]


def test_a_phrase_of_three_onsets_is_repeated_a_bar_later() -> None:
    pressed = beats_of_run(4, 4.75, 6.5, lesson=DRUM)
    assert [beat for beat in pressed if beat >= 8] == [8, 8.75, 10.5]


def test_two_onsets_are_no_phrase_and_go_on_as_a_run() -> None:
    assert beats_of_run(6.5, 7.5, lesson=DRUM) == [8.5]


def test_a_run_keeps_a_beat_away_from_what_was_announced_in_time() -> None:
    heard = tuple(4 + place / 2 for place in range(20))
    steps = {step[0] for step in meant(Sign(at(9), "both"), onsets=heard)}
    assert {step for step in steps if 8 <= step <= 12} == {8, 8.5, 9, 10, 11, 11.5, 12}


def test_exactly_twenty_of_a_thousand_answers_are_dropped() -> None:
    tempo = TempoMap.from_runs(((1100, BEAT_US),))
    signs = [Sign(beat * BEAT_US, "tap", -0.4) for beat in range(1000)]
    section = SectionSigns(Fraction(0), Fraction(1100), {"tap": LESSONS["tap"]}, {})
    assert len([event for event in answer(signs, [section], tempo, EveryDraw()) if event.down]) == 980


def test_a_tap_lasts_sixty_milliseconds_and_nothing_less_than_twenty() -> None:
    tap = answer(
        [Sign(at(3), "tap", -0.4)], [SectionSigns(Fraction(0), Fraction(32), LESSONS, {})], TEMPO, EveryDraw(first=20)
    )
    assert [event.time_us - at(4) for event in tap] == [0, ms(60)]
    closely = [Sign(at(3), "up"), Sign(at(3) + ms(10), "up")]
    held = answer(closely, [SectionSigns(Fraction(0), Fraction(32), LESSONS, {})], TEMPO, EveryDraw(first=20))
    downs, ups = ([event.time_us for event in held if event.down is down] for down in (True, False))
    assert (downs[0], ups[0]) == (at(4), at(4) + ms(20))


def test_answers_are_spread_and_some_are_dropped() -> None:
    section = SectionSigns(Fraction(0), Fraction(32), LESSONS, {})
    signs = [Sign(at(beat), "tap", -0.4) for beat in range(2, 30)]
    offsets = [
        event.time_us - at(round(event.time_us / BEAT_US))
        for seed in range(40)
        for event in answer(signs, [section], TEMPO, Rng(seed))
        if event.down
    ]
    assert 40 * 28 * 0.96 < len(offsets) < 40 * 28
    assert ms(20) < (sum(offset * offset for offset in offsets) / len(offsets)) ** 0.5 < ms(30)


def test_a_bar_whose_calls_go_on_in_its_second_half_is_answered_a_bar_later() -> None:
    section = SectionSigns(Fraction(0), Fraction(32), LESSONS, {}, whole_bar_lead=Fraction(4))
    half_a_bar = tuple(Sign(at(beat), "ball") for beat in (8, 9, 9.5))
    a_bar = tuple(Sign(at(beat), "ball") for beat in (16.5, 17, 18, 19))
    beats = [float(move.beat) for move in moves_of((*half_a_bar, *a_bar), section, TEMPO)]
    assert beats == [10, 11, 11.5, 20.5, 21, 22, 23]


def test_what_is_due_before_the_second_half_is_heard_is_answered_too_early_as_well() -> None:
    section = SectionSigns(Fraction(0), Fraction(32), LESSONS, {}, whole_bar_lead=Fraction(4))
    calls = tuple(Sign(at(beat), "ball") for beat in (16, 17, 18))
    assert [float(move.beat) for move in moves_of(calls, section, TEMPO)] == [18, 20, 21, 22]

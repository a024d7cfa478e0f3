"""The feet on the steps: the one pressed comes down at the press, and stairs that nobody asks for take the other."""

from fractions import Fraction

from game.minigames.steps.footwork import WAITS, Footwork, Stride
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.sim.spec import CueKind
from tests.charts import BEAT_US

STEP = CueKind("step", (Verb.LEFT, Verb.RIGHT), "a step", alternates=True)
L, R = Verb.LEFT, Verb.RIGHT


def cue(number: int, beat: Fraction | int, verb: Verb) -> Cue:
    """Return a step."""
    time_us = round(beat * BEAT_US)
    return Cue(number, 0, time_us, time_us, Fraction(beat), STEP, "step", (verb,))


def at(beat: float, cues: tuple[Cue, ...], *pressed: tuple[int, float, Verb]) -> Stride:
    """Return the stride at a beat, after presses of cues by number, at beats, with hands."""
    told = {
        number: Judged(round(when * BEAT_US), 0, number, "step", Part.PRESS, verb, Grade.GREAT, 900, False, 0)
        for number, when, verb in pressed
        if when <= beat
    }
    found = Footwork(cues, 0.0).at(beat, lambda asked: told.get(asked.id), lambda us: us / BEAT_US)
    assert found is not None
    return found


QUARTERS = (cue(0, 24, L), cue(1, 25, R))
EIGHTHS = (cue(0, 24, L), cue(1, Fraction(49, 2), R), cue(2, 25, L))


def test_the_foot_waits_over_the_stone_until_it_is_pressed() -> None:
    assert at(24.1, QUARTERS) == Stride(L, WAITS, QUARTERS[0])


def test_a_press_sets_the_foot_down_at_once_early_or_late() -> None:
    for when in (23.9, 24.0, 24.1):
        shown = at(when, QUARTERS, (0, when, L))
        assert (shown.verb, round(shown.share, 6)) == (L, 1.0)


def test_a_stair_that_nobody_asks_for_takes_the_other_foot() -> None:
    shown = at(24.55, QUARTERS, (0, 24.0, L))
    assert (shown.verb, shown.cue) == (R, None)
    assert shown.share >= 1.0


def test_steps_between_the_stairs_have_feet_of_their_own() -> None:
    pressed = ((0, 24.0, L), (1, 24.5, R), (2, 25.0, L))
    assert [at(beat, EIGHTHS, *pressed).verb for beat in (24.02, 24.52, 25.02)] == [L, R, L]


def test_the_foot_is_the_one_pressed_not_the_one_asked_for() -> None:
    assert at(24.02, QUARTERS, (0, 24.0, R)).verb is R


def test_after_half_the_way_the_next_foot_lifts() -> None:
    before, after = (at(beat, EIGHTHS, (0, 24.0, L)) for beat in (24.2, 24.3))
    assert before.verb is L and before.share > 1.0
    assert after.verb is R and after.share < 1.0

"""What taps say about a device, and the test that collects them."""

import random
from statistics import fmean

import pytest

from game.platform.input.input_events import ButtonEvent, InputDevice
from game.states.menus.setup.calibrate import (
    COUNT_IN_BEATS,
    PICTURE_AGAIN,
    SOUND_AGAIN,
    TAP_BEATS,
    US_PER_BEAT,
    Calibrate,
)
from game.states.menus.setup.calibration import offer_after_run, read_taps
from game.states.transitions import Transition
from game.timing.units import US_PER_SECOND, Micros, ms
from tests.states.rig import Rig

STEP_US = ms(100)
"""Ten frames a second are enough: a tap is judged by its own time, and the test ends half a beat after its last."""


def test_the_sign_is_kept() -> None:
    assert read_taps([-20.0] * 30).offset_ms == -20
    assert read_taps([35.0] * 30).offset_ms == 35


def test_junk_does_not_move_the_reading() -> None:
    taps = [12.0, 14.0, 10.0, 13.0, 11.0] * 6 + [-140.0, 150.0, 120.0]
    reading = read_taps(taps)
    assert reading.offset_ms == 12
    assert reading.kept == 30
    assert reading.refusal is None


def test_in_simulation_it_errs_by_less_than_the_mean_does() -> None:
    chance = random.Random(1976)
    ours, means = [], []
    for _ in range(400):
        taps = [chance.gauss(40, 22) if chance.random() > 0.1 else chance.uniform(-150, 250) for _ in range(32)]
        ours.append(abs(read_taps(taps).offset_ms - 40))
        means.append(abs(fmean(taps) - 40))
    assert fmean(ours) < 6
    assert fmean(ours) < 0.8 * fmean(means)


@pytest.mark.parametrize(
    ("taps", "words"),
    [([], "no taps"), ([5.0] * 19, "only 19 taps"), ([-60.0, 60.0] * 16, "scatter")],
)
def test_what_cannot_be_used_is_refused_and_said(taps: list[float], words: str) -> None:
    refusal = read_taps(taps).refusal
    assert refusal is not None
    assert words in refusal


def test_after_a_run_steady_hits_are_believed_whole() -> None:
    assert offer_after_run([12.0] * 50) == 12


def test_after_a_run_scattered_hits_are_believed_in_part() -> None:
    assert offer_after_run([-4.0, 28.0] * 30 + [12.0]) == round(12 * 2.718281828 ** (-0.0116 * (159 - 90)))


def test_too_few_hits_or_too_small_an_error_say_nothing() -> None:
    assert offer_after_run([12.0] * 49) is None
    assert offer_after_run([1.0] * 50) is None


def tapped(rig: Rig, late_us: Micros, row: int) -> Rig:
    """Take a whole test, tapping so late on every beat."""
    rig.go(Transition("calibrate")).press(*["DOWN"] * row)
    begin_us = rig.clock.now_us()
    rig.machine.on_device_events([ButtonEvent(begin_us, InputDevice.KEYBOARD, "RETURN", down=True)], begin_us)
    for beat in range(COUNT_IN_BEATS + TAP_BEATS):
        moment_us = begin_us + beat * US_PER_BEAT + late_us
        while rig.clock.now_us() + STEP_US < moment_us:
            rig.frame(after_us=STEP_US)
        rig.frame(ButtonEvent(moment_us, InputDevice.KEYBOARD, "F", down=True), after_us=STEP_US)
    return rig.wait(US_PER_SECOND + US_PER_BEAT, STEP_US)


def labels(rig: Rig) -> list[str]:
    return [row.label for row in rig.state.rows()]  # type: ignore[attr-defined]


def test_the_sound_test_applies_exactly_the_number_it_shows(rig: Rig) -> None:
    tapped(rig, ms(23), row=0)
    assert rig.state.rows()[0].label == "Use +23 ms"  # type: ignore[attr-defined]
    rig.press("UP", "RETURN")
    assert rig.app.settings.timing.audio_offset_ms == 23
    assert rig.app.settings.timing.visual_offset_ms == 0


def test_the_picture_test_is_the_other_number(rig: Rig) -> None:
    tapped(rig, ms(41), row=1).press("UP", "RETURN")
    assert rig.app.settings.timing.visual_offset_ms == 41


def test_it_can_be_left_in_the_middle(rig: Rig) -> None:
    rig.go(Transition("calibrate")).press("RETURN").wait(3_000_000, STEP_US).press("F").press("ESCAPE").press("ESCAPE")
    assert rig.name == "MainMenu"
    assert rig.app.settings.timing.audio_offset_ms == 0


def test_a_reading_starts_on_the_row_that_changes_nothing(rig: Rig) -> None:
    rig.app.change("timing", audio_offset_ms=7)
    tapped(rig, ms(23), row=0)
    assert labels(rig)[rig.state.chosen] == "Keep +7 ms"  # type: ignore[attr-defined]
    rig.press("RETURN")
    assert rig.app.settings.timing.audio_offset_ms == 7


def test_taps_beyond_the_end_choose_no_row(rig: Rig) -> None:
    tapped(rig, ms(23), row=0)
    state = rig.state
    assert isinstance(state, Calibrate)
    rig.press("UP", "DOWN", "DOWN", "RETURN")
    before = tapped_only(rig)
    rig.press("SPACE", "UP", "SPACE", "RETURN")
    assert labels(rig) == before
    assert rig.app.settings.timing.audio_offset_ms == 0


def tapped_only(rig: Rig) -> list[str]:
    """Let the test that runs come to its end untapped; return the rows that are then shown."""
    rig.wait((COUNT_IN_BEATS + TAP_BEATS) * US_PER_BEAT - US_PER_BEAT // 4, STEP_US)
    return labels(rig)


def test_it_ends_by_itself(rig: Rig) -> None:
    rig.go(Transition("calibrate")).press("RETURN")
    rig.wait((COUNT_IN_BEATS + TAP_BEATS) * US_PER_BEAT, STEP_US)
    assert labels(rig) == ["Keep +0 ms", SOUND_AGAIN, PICTURE_AGAIN]


def test_keys_of_the_first_second_are_no_taps(rig: Rig) -> None:
    rig.go(Transition("calibrate")).press("RETURN").wait(US_PER_SECOND // 2).press("F")
    assert isinstance(rig.state, Calibrate)
    assert not rig.state.ignores_keys(rig.clock.now_us() + US_PER_SECOND)
    assert rig.state.ignores_keys(rig.clock.now_us())


@pytest.mark.parametrize(("row", "words"), [(SOUND_AGAIN, "each step"), (PICTURE_AGAIN, "hangs straight down")])
def test_both_can_be_redone_at_once_and_say_when_to_tap(rig: Rig, row: str, words: str) -> None:
    tapped(rig, ms(23), row=0)
    steps = labels(rig).index(row) - rig.state.chosen  # type: ignore[attr-defined]
    rig.press(*["DOWN"] * steps, "RETURN")
    assert isinstance(rig.state, Calibrate)
    assert words in rig.state.instruction(0.0)


def test_the_count_goes_down_after_the_tap(rig: Rig) -> None:
    rig.go(Transition("calibrate")).press("RETURN")
    assert isinstance(rig.state, Calibrate)
    on_the_beat = float(COUNT_IN_BEATS + 1)
    assert rig.state.instruction(on_the_beat + 0.4) == rig.state.instruction(on_the_beat - 0.4)
    assert rig.state.instruction(on_the_beat + 0.6) != rig.state.instruction(on_the_beat + 0.4)
    assert rig.state.instruction(COUNT_IN_BEATS + TAP_BEATS - 1.6).endswith("2 to go")

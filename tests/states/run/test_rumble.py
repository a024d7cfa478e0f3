"""A controller shakes at each hit of a person who plays with it."""

import pytest

from game.platform.input.input_events import ButtonEvent, InputDevice, PadChanged
from game.states.menus.menu_state import hint
from game.states.run.run_plan import RunPlan
from game.states.transitions import Transition
from tests.charts import BEAT_US
from tests.states.rig import Rig

Shakes = list[tuple[int, float, int]]


@pytest.fixture
def shakes(rig: Rig) -> Shakes:
    found: Shakes = []
    rig.app.rumble = lambda *shake: found.append(shake)
    return found


def hit_the_first_cue(rig: Rig, device: InputDevice, key: str, late_us: int = 0) -> None:
    rig.go(Transition("loading", RunPlan())).frame()
    at_us = rig.clock.now_us() + 4 * BEAT_US + late_us - 10_000
    rig.wait(4 * BEAT_US + late_us - 10_000)
    rig.frame(ButtonEvent(at_us, device, key, down=True, pad=3)).frame()


def test_a_hit_shakes_the_controller_in_use(rig: Rig, shakes: Shakes) -> None:
    hit_the_first_cue(rig, InputDevice.PAD, "LEFTSHOULDER")
    assert [shake[0] for shake in shakes] == [3]


def test_a_hit_that_is_not_clean_shakes_it_less(rig: Rig, shakes: Shakes) -> None:
    hit_the_first_cue(rig, InputDevice.PAD, "LEFTSHOULDER")
    hit_the_first_cue(rig, InputDevice.PAD, "LEFTSHOULDER", late_us=70_000)
    assert shakes[1][1] < shakes[0][1]


def test_a_keyboard_shakes_nothing(rig: Rig, shakes: Shakes) -> None:
    hit_the_first_cue(rig, InputDevice.KEYBOARD, "F")
    assert shakes == []


def test_shaking_can_be_switched_off(rig: Rig, shakes: Shakes) -> None:
    rig.app.change("play", rumble=False)
    hit_the_first_cue(rig, InputDevice.PAD, "LEFTSHOULDER")
    assert shakes == []


def test_hints_show_the_marks_of_the_controller_that_was_used_last(rig: Rig) -> None:
    rig.frame(PadChanged("DualSense", present=True, pad=1), PadChanged("Xbox Controller", present=True, pad=2))
    for pad, label in ((1, "Cross"), (2, "A")):
        rig.frame(ButtonEvent(rig.clock.now_us(), InputDevice.PAD, "GUIDE", down=True, pad=pad))
        assert hint(rig.app, "confirm", "").key == label
    rig.frame(ButtonEvent(rig.clock.now_us(), InputDevice.PAD, "GUIDE", down=True, pad=1))
    rig.frame(PadChanged("DualSense", present=False, pad=1))
    assert hint(rig.app, "confirm", "").key == "A"

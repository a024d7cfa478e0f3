"""A smoke run of every state: it is entered, drawn, answered with every key and button, interrupted and left."""

from dataclasses import fields

import pytest

from game.platform.input.input_events import InputDevice, PadChanged, WindowEvent
from game.states.screens import SCREENS, build_state, sample_transition
from game.states.transitions import Transition
from tests.states.rig import Rig

ALL = tuple(SCREENS)


@pytest.mark.parametrize("name", ALL)
def test_it_is_entered_drawn_and_left(rig: Rig, name: str) -> None:
    rig.go(sample_transition(rig.app, name)).wait(100_000)
    assert rig.canvas.get_bounding_rect().size != (0, 0)
    rig.machine.on_device_events([WindowEvent.CLOSE_ASKED], rig.clock.now_us())
    assert rig.machine.finished


@pytest.mark.parametrize("device", list(InputDevice))
@pytest.mark.parametrize("name", ALL)
def test_it_answers_every_key(rig: Rig, name: str, device: InputDevice) -> None:
    group = rig.app.settings.keys if device is InputDevice.KEYBOARD else rig.app.settings.pad
    for key in {key for item in fields(group) for key in getattr(group, item.name)}:
        rig.machine.finished = False
        rig.go(sample_transition(rig.app, name)).press(key, device=device).frame()
        assert rig.machine.finished or rig.canvas.get_bounding_rect().size != (0, 0), f"{key} leaves nothing to see"


@pytest.mark.parametrize("name", ALL)
def test_it_survives_what_happens_to_windows_and_controllers(rig: Rig, name: str) -> None:
    rig.go(sample_transition(rig.app, name))
    for device_event in (*WindowEvent, PadChanged("A pad", present=True), PadChanged("A pad", present=False)):
        if device_event is not WindowEvent.CLOSE_ASKED:
            rig.frame(device_event)
    assert not rig.machine.finished


def test_a_run_can_be_recorded_from_a_demo_too(rig: Rig) -> None:
    rig.go(Transition("attract")).wait(6_000_000)
    assert rig.name == "Title"


def test_a_payload_of_another_type_is_refused(rig: Rig) -> None:
    with pytest.raises(TypeError, match="Results: its transition carries 'good': give it a Outcome"):
        build_state(rig.app, Transition("results", "good"))


def test_a_screen_that_is_not_in_the_table_is_refused(rig: Rig) -> None:
    with pytest.raises(KeyError):
        build_state(rig.app, Transition("nowhere"))

"""Controllers come and go while the game runs, and are known by the places of their buttons."""

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.platform.input.controllers import BUTTONS
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import ButtonEvent, InputDevice, PadChanged
from game.timing.clock import ManualClock
from tests.platform.input.virtual_pad import VirtualPad, sdl


@pytest.fixture
def devices() -> Iterator[InputDevices]:
    pygame.display.init()
    window = pygame.Window("", (64, 36))
    made = InputDevices(ManualClock(1_000))
    made.poll()
    made.drain()
    yield made
    made.close()
    window.destroy()
    pygame.display.quit()


@pytest.fixture
def pad(devices: InputDevices) -> Iterator[VirtualPad]:
    library = sdl()
    if library is None:
        pytest.skip("this SDL cannot make virtual controllers")
    made = VirtualPad(library)
    yield made
    made.pull_out()


def device_events(devices: InputDevices) -> list[object]:
    devices.poll()
    return list(devices.drain())


def names(devices: InputDevices) -> list[tuple[str, bool]]:
    return [(event.key, event.down) for event in device_events(devices) if isinstance(event, ButtonEvent)]


def test_a_controller_is_ready_as_soon_as_it_is_plugged_in(devices: InputDevices, pad: VirtualPad) -> None:
    (change,) = device_events(devices)
    assert isinstance(change, PadChanged)
    assert change.present


def test_every_button_has_its_name(devices: InputDevices, pad: VirtualPad) -> None:
    device_events(devices)
    for button, name in BUTTONS.items():
        if button <= pygame.CONTROLLER_BUTTON_DPAD_RIGHT:
            pad.button(button, 1)
            pad.button(button, 0)
            assert names(devices) in ([(name, True), (name, False)], []), name


def test_a_press_is_one_button_event_of_the_pad(devices: InputDevices, pad: VirtualPad) -> None:
    device_events(devices)
    pad.button(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER, 1)
    (event,) = device_events(devices)
    assert isinstance(event, ButtonEvent)
    assert replace(event, pad=0) == ButtonEvent(1_000, InputDevice.PAD, "RIGHTSHOULDER", down=True)


def test_pulling_it_out_lets_go_of_its_buttons_unplayed_and_is_reported(devices: InputDevices, pad: VirtualPad) -> None:
    device_events(devices)
    pad.button(pygame.CONTROLLER_BUTTON_A, 1)
    device_events(devices)
    pad.pull_out()
    changes = device_events(devices)
    (up,) = (change for change in changes if isinstance(change, ButtonEvent))
    assert (up.key, up.down, up.only_held) == ("A", False, True)
    assert isinstance(changes[-1], PadChanged)
    assert not changes[-1].present


def test_it_can_be_plugged_in_again(devices: InputDevices, pad: VirtualPad) -> None:
    pad.pull_out()
    device_events(devices)
    library = sdl()
    assert library is not None
    again = VirtualPad(library)
    device_events(devices)
    again.axis(pygame.CONTROLLER_AXIS_LEFTY, 0)
    device_events(devices)
    again.axis(pygame.CONTROLLER_AXIS_LEFTY, 30_000)
    assert names(devices) == [("DPAD_DOWN", True)]
    again.pull_out()


def test_a_controller_that_cannot_shake_is_asked_in_vain(devices: InputDevices, pad: VirtualPad) -> None:
    plugged = [event for event in device_events(devices) if isinstance(event, PadChanged)]
    devices.rumble(plugged[0].pad, 0.5, 10)
    devices.rumble(99, 0.5, 10)
    pad.button(pygame.CONTROLLER_BUTTON_A, 1)
    assert names(devices) == [("A", True)], "it is heard all the same"

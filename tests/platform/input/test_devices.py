"""An input is placed in the middle of the gap between two polls; window events and controllers become device_events."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.platform.clock.interval_stats import IntervalStats
from game.platform.input.controllers import Controllers
from game.platform.input.devices import MIN_INTERVAL_US, STOOD_STILL_US, InputDevices
from game.platform.input.input_events import ButtonEvent, FileDropped, InputDevice, StoodStill, WindowEvent
from game.platform.window.window import Window
from game.storage.settings import PictureSettings
from game.timing.clock import ManualClock
from tests.platform.input.virtual_pad import sdl


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(1_000)


@pytest.fixture
def devices(clock: ManualClock) -> Iterator[InputDevices]:
    pygame.display.init()
    window = pygame.Window("", (64, 36))
    pygame.event.get()
    made = InputDevices(clock)
    made.poll()
    made.drain()
    yield made
    made.close()
    window.destroy()
    pygame.display.quit()


def post_key(scancode: int, *, down: bool = True, mod: int = 0) -> None:
    kind = pygame.KEYDOWN if down else pygame.KEYUP
    pygame.event.post(pygame.event.Event(kind, key=0, scancode=scancode, mod=mod, unicode=""))


def button_events(devices: InputDevices) -> list[ButtonEvent]:
    return [device_event for device_event in devices.drain() if isinstance(device_event, ButtonEvent)]


def test_a_button_event_is_stamped_in_the_middle_of_the_gap(devices: InputDevices, clock: ManualClock) -> None:
    post_key(pygame.KSCAN_F)
    clock.advance(1_000)
    devices.poll()
    assert button_events(devices) == [ButtonEvent(1_500, InputDevice.KEYBOARD, "F", down=True)]


def test_releases_are_reported_too(devices: InputDevices, clock: ManualClock) -> None:
    post_key(pygame.KSCAN_J, down=False)
    devices.poll()
    assert button_events(devices) == [ButtonEvent(1_000, InputDevice.KEYBOARD, "J", down=False)]


def test_polling_again_at_once_is_left_out(devices: InputDevices, clock: ManualClock) -> None:
    post_key(pygame.KSCAN_F)
    clock.advance(MIN_INTERVAL_US - 1)
    devices.poll_if_due()
    assert button_events(devices) == []
    clock.advance(1)
    devices.poll_if_due()
    assert len(button_events(devices)) == 1


def test_draining_empties(devices: InputDevices) -> None:
    post_key(pygame.KSCAN_F)
    devices.poll()
    assert len(button_events(devices)) == 1
    assert button_events(devices) == []


@pytest.mark.parametrize(
    ("scancode", "mod", "device_event"),
    [
        (pygame.KSCAN_F11, 0, WindowEvent.FULL_SCREEN_KEY),
        (pygame.KSCAN_RETURN, pygame.KMOD_LALT, WindowEvent.FULL_SCREEN_KEY),
        (pygame.KSCAN_F12, 0, WindowEvent.SCREENSHOT_KEY),
    ],
)
def test_the_fixed_keys(devices: InputDevices, scancode: int, mod: int, device_event: WindowEvent) -> None:
    post_key(scancode, mod=mod)
    devices.poll()
    assert device_event in devices.drain()


def test_losing_the_focus_is_told(devices: InputDevices) -> None:
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    devices.poll()
    assert WindowEvent.FOCUS_LOST in devices.drain()


def test_keys_of_a_long_gap_are_held_but_not_pressed(devices: InputDevices, clock: ManualClock) -> None:
    post_key(pygame.KSCAN_F)
    clock.advance(STOOD_STILL_US + 1)
    devices.poll()
    gap, key = devices.drain()
    assert gap == StoodStill(1_000, 1_000 + STOOD_STILL_US + 1)
    assert isinstance(key, ButtonEvent)
    assert key.only_held


def test_a_gap_of_a_second_is_nothing(devices: InputDevices, clock: ManualClock) -> None:
    post_key(pygame.KSCAN_F)
    clock.advance(STOOD_STILL_US)
    devices.poll()
    assert [event.only_held for event in button_events(devices)] == [False]


def test_a_machine_that_slept_is_noticed_though_its_clock_stood_still(clock: ManualClock) -> None:
    pygame.display.init()
    sleepless = ManualClock()
    devices = InputDevices(clock, sleepless)
    clock.advance(1_000)
    sleepless.advance(3600 * 1_000_000)
    devices.poll()
    assert StoodStill(1_000, 2_000) in devices.drain()
    devices.close()


def test_what_took_long_before_the_first_poll_is_no_gap(devices: InputDevices, clock: ManualClock) -> None:
    clock.advance(10 * STOOD_STILL_US)
    devices.restart()
    devices.poll()
    assert [event for event in devices.drain() if isinstance(event, StoodStill)] == []


def test_keys_that_go_up_as_the_focus_goes_are_not_played(devices: InputDevices) -> None:
    post_key(pygame.KSCAN_F, down=False)
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    devices.poll()
    assert [event.only_held for event in button_events(devices)] == [True]


def test_keys_that_are_down_as_the_focus_returns_are_not_played(devices: InputDevices) -> None:
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSGAINED))
    post_key(pygame.KSCAN_SPACE)
    devices.poll()
    assert [event.only_held for event in button_events(devices)] == [True]


def test_text_input_is_off_in_a_window_of_the_game() -> None:
    library = sdl()
    if library is None:
        pytest.skip("SDL cannot be asked")
    window = Window(PictureSettings())
    assert library.SDL_IsTextInputActive() == 0
    window.close()


def test_gaps_with_a_flip_are_kept_apart(devices: InputDevices, clock: ManualClock) -> None:
    devices.poll_intervals.clear()
    clock.advance(800)
    devices.poll()
    clock.advance(5_000)
    devices.poll_after_flip()
    assert devices.poll_intervals.figures()["max_ms"] == 0.8
    assert devices.flip_intervals.figures()["max_ms"] == 5.0


def test_figures_of_gaps() -> None:
    intervals = IntervalStats()
    assert intervals.figures() == {"count": 0}
    for gap in range(1_000, 102_000, 1_000):
        intervals.add(gap)
    figures = intervals.figures()
    assert (figures["count"], figures["p50_ms"], figures["p99_ms"], figures["max_ms"]) == (101, 51.0, 100.0, 101.0)


def axis(axis: int, value: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, instance_id=0, axis=axis, value=value)


def test_a_stick_pushed_past_half_way_counts_as_the_d_pad_and_does_not_chatter(devices: InputDevices) -> None:
    pads = Controllers()
    assert pads.button_events(axis(pygame.CONTROLLER_AXIS_LEFTX, -20_000)) == [("DPAD_LEFT", True)]
    assert pads.button_events(axis(pygame.CONTROLLER_AXIS_LEFTX, -15_000)) == []
    assert pads.button_events(axis(pygame.CONTROLLER_AXIS_LEFTX, -20_000)) == []
    assert pads.button_events(axis(pygame.CONTROLLER_AXIS_LEFTX, 0)) == [("DPAD_LEFT", False)]


def test_buttons_have_names(devices: InputDevices) -> None:
    pads = Controllers()
    down = pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)
    assert pads.button_events(down) == [("RIGHTSHOULDER", True)]
    assert pads.button_events(down) == []


def test_a_dropped_file_is_reported_and_no_event_around_it_is_blocked(devices: InputDevices) -> None:
    """SDL gives up a drop where it may not say that it begins."""
    around = (pygame.DROPBEGIN, pygame.DROPFILE, pygame.DROPCOMPLETE)
    assert not any(map(pygame.event.get_blocked, around))
    for kind in around:
        pygame.event.post(pygame.event.Event(kind, file="/somewhere/run.laceup"))
    devices.poll()
    assert devices.drain() == [FileDropped(Path("/somewhere/run.laceup"))]

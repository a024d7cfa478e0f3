"""A frame goes clock, input, simulation, sound, view; and each poll within and behind it reaches the scene at once."""

from collections.abc import Callable, Iterator, Sequence

import pygame
import pytest

from game.platform.clock.monotonic import MonotonicClock
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import ButtonEvent, DeviceEvent
from game.platform.loop import FrameLoop
from game.platform.window.window import Window
from game.storage.settings import PictureSettings
from game.timing.units import Micros

FRAMES = 12


class Diary:
    """A scene that notes the order of its steps."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.times: list[Micros] = []
        self.drawing = False
        self.keys: list[tuple[str, bool]] = []
        """Keys that polls found, and whether that was inside a drawing."""

    @property
    def finished(self) -> bool:
        """After a few frames."""
        return self.steps.count("draw") >= FRAMES

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Note it."""
        self.steps.append("take")
        self.times.append(wall_us)

    def on_poll(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Note the time, and the keys."""
        self.times.append(wall_us)
        self.keys += [(event.key, self.drawing) for event in device_events if isinstance(event, ButtonEvent)]

    def advance(self, wall_us: Micros) -> None:
        """Note it."""
        self.steps.append("advance")

    def sound(self, wall_us: Micros) -> None:
        """Note it."""
        self.steps.append("sound")

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Draw for some milliseconds, as a scene with many layers does."""
        self.steps.append("draw")
        self.drawing = True
        for layer in range(5):
            pygame.time.wait(1)
            if layer == 2 and self.steps.count("draw") == FRAMES // 2:
                pygame.event.post(pygame.event.Event(pygame.KEYDOWN, scancode=pygame.KSCAN_F, mod=0))
            poll()
        self.drawing = False


@pytest.fixture
def window() -> Iterator[Window]:
    made = Window(PictureSettings(frame_rate=60))
    yield made
    made.close()


def test_the_order_of_a_frame_and_the_polls_within_it(window: Window) -> None:
    clock = MonotonicClock()
    devices = InputDevices(clock)
    diary = Diary()
    FrameLoop(window, devices, clock).run(diary)
    devices.close()
    assert diary.steps == ["take", "advance", "sound", "draw"] * FRAMES
    assert diary.times == sorted(diary.times)
    assert len(diary.times) > 8 * FRAMES
    assert diary.keys == [("F", True)]
    assert devices.poll_intervals.figures()["count"] > 8 * FRAMES
    assert devices.flip_intervals.figures()["count"] == FRAMES

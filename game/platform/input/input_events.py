"""Device events: keys and buttons, the window, controllers plugged in or out."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from game.timing.units import Micros


class InputDevice(Enum):
    """The device of a button event. Key pictures follow the one used last."""

    KEYBOARD = "keys"
    PAD = "pad"


@dataclass(frozen=True, slots=True)
class ButtonEvent:
    """A key or button went down or up: a key when the display server took it where that is known, anything else at the
    middle of the gap between two polls of the devices. `pad` is the controller's instance id.

    `only_held`: it was found down or up (at a change of focus, after a gap, with a controller that was pulled out)
    rather than seen to be pressed or released. It changes which buttons are down, and does nothing else.
    """

    wall_us: Micros
    device: InputDevice
    key: str
    down: bool
    pad: int = 0
    only_held: bool = False


class PointerAction(Enum):
    """What the mouse did."""

    MOVED = "moved"
    PRESSED = "left button"
    RELEASED = "left button let go"
    BACK = "right button"
    UP = "wheel up"
    DOWN = "wheel down"


@dataclass(frozen=True, slots=True)
class PointerEvent:
    """The mouse moved, or a button of it went down or up; `at` is a position in the window, in its pixels."""

    wall_us: Micros
    action: PointerAction
    at: tuple[int, int]


class WindowEvent(Enum):
    """Events of the window."""

    CLOSE_ASKED = "close asked"
    FOCUS_LOST = "focus lost"
    FOCUS_GAINED = "focus gained"
    RESIZED = "resized"
    LAYOUT_CHANGED = "another keyboard layout"
    FULL_SCREEN_KEY = "F11 or Alt+Enter"
    SCREENSHOT_KEY = "F12"


@dataclass(frozen=True, slots=True)
class PadChanged:
    """A controller was plugged in, or pulled out. `pad` is its instance id."""

    name: str
    present: bool
    pad: int = 0


@dataclass(frozen=True, slots=True)
class StoodStill:
    """Nothing ran between two polls for more than a second: the process was stopped, the machine slept, the window was
    dragged."""

    from_us: Micros
    to_us: Micros


@dataclass(frozen=True, slots=True)
class FileDropped:
    """A file was dragged onto the window."""

    path: Path


DeviceEvent: TypeAlias = ButtonEvent | PointerEvent | WindowEvent | PadChanged | StoodStill | FileDropped

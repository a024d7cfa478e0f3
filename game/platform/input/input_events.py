"""Device events: keys and buttons, the window, controllers plugged in or out."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from game.timing.units import Micros


class InputDevice(Enum):
    """The device of a button event. Key pictures follow the one used last."""

    KEYBOARD = "keys"
    PAD = "pad"


@dataclass(frozen=True, slots=True)
class ButtonEvent:
    """A key or button went down or up, at the middle of the gap between two polls of the devices."""

    wall_us: Micros
    device: InputDevice
    key: str
    down: bool


class WindowEvent(Enum):
    """Events of the window."""

    CLOSE_ASKED = "close asked"
    FOCUS_LOST = "focus lost"
    RESIZED = "resized"
    FULL_SCREEN_KEY = "F11 or Alt+Enter"
    SCREENSHOT_KEY = "F12"


@dataclass(frozen=True, slots=True)
class PadChanged:
    """A controller was plugged in, or pulled out."""

    name: str
    present: bool


DeviceEvent: TypeAlias = ButtonEvent | WindowEvent | PadChanged

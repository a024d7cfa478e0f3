"""What devices tell the game: strokes of keys and buttons, and the few things that happen to the window."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from game.timing.units import Micros


class InputDevice(Enum):
    """What a stroke came from; pictures of keys follow the device last used."""

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
    """Things that happen to the window."""

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

"""All settings: name, range, default and effect, as a tree of frozen dataclasses."""

from dataclasses import dataclass, field
from typing import Any

from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS
from game.storage.options import Flag, Keys, Letters, OneOf, Whole, setting

FORMAT = 1
"""Version of the file format; incremented when an older game cannot read the file any more."""
OFFSET_LIMIT_MS = 300
"""Largest audio or visual offset, in milliseconds."""


def _volume(sentence: str, default: int = 80) -> Any:
    return setting(default, Whole(sentence, 0, 100, 5, "%"))


def _keys(*names: str) -> Any:
    return setting(names, Keys("Two keys or two buttons."))


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """Volume of each bus, in percent."""

    master: int = _volume("Everything.", 90)
    music: int = _volume("The score.")
    hits: int = _volume("What your hands and feet do.")
    cues: int = _volume("What announces a cue.")
    places: int = _volume("The city around you.", 70)


@dataclass(frozen=True, slots=True)
class TimingSettings:
    """Latency offsets of sound and picture, as measured by the calibration."""

    audio_offset_ms: int = setting(0, Whole("How late you hear.", -OFFSET_LIMIT_MS, OFFSET_LIMIT_MS, 1, "ms"))
    visual_offset_ms: int = setting(0, Whole("How late you see.", -OFFSET_LIMIT_MS, OFFSET_LIMIT_MS, 1, "ms"))
    calibrated: bool = setting(False, Flag("Whether the calibration was offered."))


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """Window and picture."""

    full_screen: bool = setting(False, Flag("Fill the screen."))
    renderer: str = setting("auto", OneOf("Who scales the picture, from the next launch on.", ("auto", "gpu", "plain")))
    frame_rate: int = setting(0, OneOf("Pictures a second; 0 follows the screen.", (0, 30, 60, 120, 144, 240)))
    reduced_motion: bool = setting(False, Flag("A camera that does not float, and no shaking."))
    low_flash: bool = setting(False, Flag("No bright flashes at all."))
    overlay: bool = setting(False, Flag("Early and late, streak and pace, for chasers."))


@dataclass(frozen=True, slots=True)
class PlaySettings:
    """Options that affect judging. Assists, rates and windows have boards of their own."""

    difficulty: str = setting("normal", OneOf("How much there is to do.", tuple(map(str, Difficulty))))
    rate_permille: int = setting(1000, OneOf("How fast the song goes, in thousandths.", RATES_PERMILLE))
    window_percent: int = setting(100, OneOf("How wide the hit windows are.", WINDOW_PERCENTS, "%"))
    one_button: bool = setting(False, Flag("Any key is the right key."))
    one_hand: bool = setting(False, Flag("Left and right count as each other."))
    hold_tap: bool = setting(False, Flag("Holds let go by themselves."))
    initials: str = setting("AAA", Letters("Your initials."))


@dataclass(frozen=True, slots=True)
class KeyBindings:
    """Keys by scancode, named as on an American keyboard."""

    left: tuple[str, ...] = _keys("F", "LEFT")
    right: tuple[str, ...] = _keys("J", "RIGHT")
    up: tuple[str, ...] = _keys("SPACE", "UP")
    down: tuple[str, ...] = _keys("K", "DOWN")
    pause: tuple[str, ...] = _keys("ESCAPE", "P")
    restart: tuple[str, ...] = _keys("R")
    menu_up: tuple[str, ...] = _keys("UP", "W")
    menu_down: tuple[str, ...] = _keys("DOWN", "S")
    menu_left: tuple[str, ...] = _keys("LEFT", "A")
    menu_right: tuple[str, ...] = _keys("RIGHT", "D")
    confirm: tuple[str, ...] = _keys("RETURN", "SPACE")
    back: tuple[str, ...] = _keys("ESCAPE", "BACKSPACE")
    practice: tuple[str, ...] = _keys("TAB")


@dataclass(frozen=True, slots=True)
class PadBindings:
    """Buttons of any controller, named as on the most common one."""

    left: tuple[str, ...] = _keys("LEFTSHOULDER", "DPAD_LEFT")
    right: tuple[str, ...] = _keys("RIGHTSHOULDER", "B")
    up: tuple[str, ...] = _keys("Y", "DPAD_UP")
    down: tuple[str, ...] = _keys("A", "DPAD_DOWN")
    pause: tuple[str, ...] = _keys("START")
    restart: tuple[str, ...] = _keys("BACK")
    menu_up: tuple[str, ...] = _keys("DPAD_UP")
    menu_down: tuple[str, ...] = _keys("DPAD_DOWN")
    menu_left: tuple[str, ...] = _keys("DPAD_LEFT", "LEFTSHOULDER")
    menu_right: tuple[str, ...] = _keys("DPAD_RIGHT", "RIGHTSHOULDER")
    confirm: tuple[str, ...] = _keys("A", "START")
    back: tuple[str, ...] = _keys("B", "BACK")
    practice: tuple[str, ...] = _keys("X")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, group by group, as in the file."""

    sound: SoundSettings = field(default_factory=SoundSettings)
    timing: TimingSettings = field(default_factory=TimingSettings)
    picture: PictureSettings = field(default_factory=PictureSettings)
    play: PlaySettings = field(default_factory=PlaySettings)
    keys: KeyBindings = field(default_factory=KeyBindings)
    pad: PadBindings = field(default_factory=PadBindings)

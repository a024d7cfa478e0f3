"""All settings: name, range, default and effect, as a tree of frozen dataclasses."""

from dataclasses import dataclass, field, replace
from typing import Any

from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS
from game.storage.options import DeviceName, Flag, Keys, Letters, NumberOfEach, OneOf, WholeNumber, setting

FORMAT = 1
"""Version of the file format; incremented when an older game cannot read the file any more."""
HINTS = (UNTIL_LEARNED, ALWAYS, NEVER) = ("until learned", "always", "never")
"""When keys are shown beside the fighter."""
GHOSTS = (OWN_BEST, NO_GHOST) = ("own best", "none")
"""Which ghost a run is raced against, unless a file is named."""
SPLITS = (BEST_RUN, GOLDS, AVERAGE, GHOST, MEDAL) = ("best run", "golds", "average", "ghost", "medal")
"""What the splits of Road work are measured against."""
OFFSET_LIMIT_MS = 300
"""Largest audio or visual offset, in milliseconds."""


SOUND_OFFSET = WholeNumber("How late you hear the sound.", -OFFSET_LIMIT_MS, OFFSET_LIMIT_MS, 1, "ms")
"""What the offset of any sound device takes."""


def _volume(sentence: str, default: int = 80) -> Any:
    return setting(default, WholeNumber(sentence, 0, 100, 5, "%"))


def _keys(*names: str) -> Any:
    return setting(names, Keys("Two keys or two buttons."))


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """Volume of each bus, in percent."""

    master: int = _volume("The volume of everything.", 90)
    music: int = _volume("The song.")
    hits: int = _volume("Your hands and feet.")
    cues: int = _volume("The sounds that announce a cue.")
    places: int = _volume("The city around you.", 70)


@dataclass(frozen=True, slots=True)
class TimingSettings:
    """The sound device, and the latency of sound and picture, as measured by the calibration. Each sound device has an
    offset of its own; `audio_offset_ms` is that of a system's own device which has none in the table."""

    output: str = setting("", DeviceName("What plays the sound; each has its own timing."))
    audio_offset_ms: int = setting(0, SOUND_OFFSET)
    audio_offsets_ms: tuple[tuple[str, int], ...] = setting((), NumberOfEach("How late each device is.", SOUND_OFFSET))
    visual_offset_ms: int = setting(0, WholeNumber("How late you see it.", -OFFSET_LIMIT_MS, OFFSET_LIMIT_MS, 1, "ms"))
    quick_sound: bool = setting(False, Flag("Hits sound sooner. Off again if the sound breaks up."))
    calibrated: bool = setting(False, Flag("Whether the calibration was offered."))

    def offset_on(self, device: str) -> int:
        """Return the offset on a sound device, in milliseconds: 0 on one that was chosen and never measured."""
        chosen = device != "" and device == self.output
        return dict(self.audio_offsets_ms).get(device, 0 if chosen else self.audio_offset_ms)

    def with_offset(self, device: str, offset_ms: int) -> "TimingSettings":
        """Return these settings with another offset on a sound device, kept within the limits; where the device has no
        name, on the system's own."""
        kept_ms = max(-OFFSET_LIMIT_MS, min(OFFSET_LIMIT_MS, offset_ms))
        if not device:
            return replace(self, audio_offset_ms=kept_ms)
        offsets = {**dict(self.audio_offsets_ms), device: kept_ms}
        return replace(self, audio_offsets_ms=tuple(sorted(offsets.items())))


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """Window and picture."""

    full_screen: bool = setting(False, Flag("Fill the screen."))
    renderer: str = setting("auto", OneOf("What scales the picture, from the next launch.", ("auto", "gpu", "plain")))
    scaling: str = setting("whole", OneOf("Whole: even pixels. Sharp: as large as fits.", ("whole", "sharp")))
    frame_rate: int = setting(0, OneOf("Frames a second; 0 matches the display.", (0, 30, 60, 120, 144, 240)))
    reduced_motion: bool = setting(False, Flag("A steady camera, and no shaking."))
    low_flash: bool = setting(False, Flag("No bright flashes at all."))
    hints: str = setting(UNTIL_LEARNED, OneOf("Shows your keys beside the fighter.", HINTS))
    overlay: bool = setting(False, Flag("Shows score, streak, early and late during a run."))
    splits: str = setting(BEST_RUN, OneOf("What the overlay's splits of Road work are against.", SPLITS))
    sweat_suit: bool = setting(False, Flag("He runs in a sweat suit."))
    dusk: bool = setting(False, Flag("The day begins at dusk instead of dawn."))
    black_and_white: bool = setting(False, Flag("A print in black and white."))


@dataclass(frozen=True, slots=True)
class PlaySettings:
    """Options that affect judging. Assists, rates and windows have boards of their own."""

    difficulty: str = setting("normal", OneOf("How many cues there are.", tuple(map(str, Difficulty))))
    rate_permille: int = setting(1000, OneOf("How fast the song plays.", RATES_PERMILLE))
    window_percent: int = setting(100, OneOf("Wider windows forgive earlier and later hits.", WINDOW_PERCENTS, "%"))
    one_button: bool = setting(False, Flag("Any key answers every cue."))
    one_hand: bool = setting(False, Flag("Left and right keys answer each other's cues."))
    hold_tap: bool = setting(False, Flag("A hold only has to be pressed, not held."))
    see_silence: bool = setting(False, Flag("Under the bridge, rings show the pace of your steps."))
    ghost: str = setting(OWN_BEST, OneOf("Who runs beside you.", GHOSTS))
    speedrun: bool = setting(False, Flag("For videos: times, seed, keys; no assists."))
    livesplit: str = setting("off", OneOf("Which way LiveSplit follows Road work.", ("off", "server", "pipe", "one")))
    rumble: bool = setting(True, Flag("A controller shakes at each hit."))
    road_told: bool = setting(False, Flag("Whether Road work was mentioned."))
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

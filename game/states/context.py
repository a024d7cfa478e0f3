"""The context that all states share: settings, scores, window, clock, fonts, and the content once it is loaded.

Built once by `game/app`. A state reaches nothing else: there are no globals.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

import pygame

from game.content.level import Level
from game.content.pack import Pack
from game.content.song.song import Song
from game.content.world import World
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.song_player import SongPlayer
from game.platform.input.bindings import Bindings
from game.platform.input.held_buttons import HeldButtons
from game.platform.input.input_events import InputDevice
from game.platform.input.pad_family import PadFamily, family_of
from game.sim.actions import Verb
from game.sim.chart import Chart, Difficulty
from game.sim.events import Event
from game.sim.rules import Registry
from game.sim.session import Session
from game.states.frame_budget import FrameBudget
from game.states.learned import LearnedKinds
from game.states.loading import Loading
from game.states.notices import Notices
from game.states.pack_shelf import EmptyShelf, PackShelf
from game.states.run.run_plan import Mode, RunPlan, options_from, road_options
from game.storage.background import BackgroundWriter
from game.storage.history.history import History
from game.storage.paths import UserPaths
from game.storage.replay_folder import ReplayFolder
from game.storage.scores import Scores
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.storage.stamps import utc_us
from game.timing.clock import Clock
from game.timing.units import Micros
from game.view.canvas.options import Quality, UnlockableLook, ViewOptions
from game.view.hints.chalk import Chalk
from game.view.hints.draw_hints import HintOptions
from game.view.hints.hint_track import Hint
from game.view.ui.fonts import Fonts

Poll = Callable[[], None]
"""Asks the input devices; called between the steps of a drawing, so that no press waits for a frame."""


RUMBLE_MS = 60
"""How long a controller shakes at a hit, ms."""
BROKE_UP = "The sound broke up on this computer: Quicker sound is off again."
"""Notice when the setting takes itself back."""
SLOW = "Slow computer: some effects are off."
"""Notice when less is drawn for the first time."""


class Library(Protocol):
    """The content of the game, loaded."""

    @property
    def song(self) -> Song:
        """The song."""
        ...

    @property
    def world(self) -> World | tuple[Level, ...]:
        """The maps."""
        ...

    @property
    def pack(self) -> Pack:
        """The pack that it was read from."""
        ...

    @property
    def song_hash(self) -> str:
        """The hash of the song, for replays."""
        ...

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it was read from."""
        ...

    @property
    def audio_paths(self) -> tuple[Path, ...]:
        """Those of them that are sound."""
        ...

    @property
    def map_name(self) -> str | None:
        """The name of the map that is played in place of a world, or None."""
        ...

    def chart(self, difficulty: Difficulty, section: str | None = None) -> Chart:
        """Return the chart of the whole run or of one section."""
        ...

    def maps_of(self, chart: Chart) -> World | tuple[Level, ...]:
        """Return the maps that a chart was built from."""
        ...


class Picture(Protocol):
    """Draws one chart at any visual time."""

    options: ViewOptions
    hints: HintOptions | None
    """The keys that are shown beside the fighter; None: none."""

    def on_events(self, events: Iterable[Event]) -> None:
        """Add events to the picture's event log."""
        ...

    def draw(self, target: pygame.Surface, visual_us: Micros, poll: Callable[[], None]) -> None:
        """Draw the picture of a visual time."""
        ...

    def hints_at(self, visual_us: Micros) -> tuple[Hint, ...]:
        """Return the hints that the picture of a visual time shows."""
        ...

    def reset(self) -> None:
        """Clear the event log."""
        ...


class LoadingPlayer(SongPlayer, Protocol):
    """A song player that loads mixes ahead of use, plays the menus' sounds and can be closed."""

    @property
    def progress(self) -> float:
        """How much is loaded, 0 to 1."""
        ...

    def prepare(self, rate_permille: int) -> None:
        """Start loading the mix of a rate."""
        ...

    def sound(self, name: str) -> None:
        """Play one of the game's own sounds at once."""
        ...

    def set_buffers(self, buffers: Buffers) -> None:
        """Play through device buffers of another length, as soon as no run is being played."""
        ...

    @property
    def breaks_up(self) -> bool:
        """Whether the sound broke up more than once within the last minute."""
        ...

    def close(self) -> None:
        """Close the sound device."""
        ...


class WindowControl(Protocol):
    """The window settings that states may change."""

    full_screen: bool

    def set_full_screen(self, wanted: bool) -> None:
        """Switch between full screen and a window."""
        ...

    @property
    def frame_rate(self) -> int:
        """How many pictures a second are wanted."""
        ...

    def set_frame_rate(self, wanted: int) -> None:
        """Set the frame rate in frames a second; 0 follows the display."""
        ...

    def set_scaling(self, wanted: str) -> None:
        """Scale the picture by whole numbers only ("whole"), or as large as fits ("sharp")."""
        ...


@dataclass(frozen=True, slots=True)
class Factories:
    """How content, picture and player are made; each may take seconds and runs on the loading thread."""

    library: Callable[[], Library]
    picture: Callable[[Library, Chart, Settings], Picture]
    player: Callable[[Library], LoadingPlayer]
    registry: Registry


def no_rumble(pad: int, strength: float, duration_ms: int) -> None:
    """Do nothing: where there are no controllers."""


def buffers_of(settings: Settings) -> Buffers:
    """Return the device buffers that the settings ask for."""
    return Buffers.SHORT if settings.timing.quick_sound else Buffers.USUAL


def view_options(settings: Settings, quality: Quality = Quality.FULL) -> ViewOptions:
    """Return the view options that the settings ask for, at the quality that this machine can draw."""
    picture = settings.picture
    looks = frozenset(look for look in UnlockableLook if getattr(picture, look))
    seen = settings.play.see_silence
    return ViewOptions(picture.reduced_motion, picture.low_flash, quality, picture.overlay, looks, seen)


@dataclass(slots=True)
class LoadedContent:
    """What the loading thread has loaded."""

    library: Library
    player: LoadingPlayer
    chart: Chart
    picture: Picture
    stale: bool = False
    """Whether the library is newer than the picture."""
    song_changed: bool = False
    """Whether the song is newer than what the player has decoded."""


class MapWatch(Protocol):
    """Reports when the files of the maps that are played have changed."""

    def changed(self, wall_us: Micros) -> frozenset[Path]:
        """Return the changed files, once; none while they are still being written."""
        ...

    def add(self, files: Iterable[Path]) -> None:
        """Watch more files, as they are now."""
        ...


@dataclass(slots=True)
class AppContext:
    """Everything that states share."""

    clock: Clock
    window: WindowControl
    fonts: Fonts
    paths: UserPaths
    settings_file: SettingsFile
    settings: Settings
    scores: Scores
    factories: Factories
    bindings: Bindings
    loaded: Loading[LoadedContent]
    utc_us: Callable[[], int] = utc_us
    """The calendar, in microseconds since 1970: only ever recorded."""
    device: InputDevice = InputDevice.KEYBOARD
    pads: int = 0
    """How many controllers are connected."""
    pad_names: dict[int, str] = field(default_factory=dict)
    """Names of the controllers by instance id."""
    pad: int = 0
    """Instance id of the controller that was used last."""
    rumble: Callable[[int, float, int], None] = no_rumble
    """Lets a controller shake: instance id, strength 0 to 1, milliseconds."""
    held: HeldButtons = field(default_factory=HeldButtons)
    writer: BackgroundWriter = field(default_factory=BackgroundWriter)
    notices: Notices = field(default_factory=Notices)
    key_labels: Mapping[str, str] = field(default_factory=dict)
    """What the keyboard's layout writes on its keys, by our names of keys."""
    watch: MapWatch | None = None
    """Watches the map that is being edited, if any."""
    shelf: PackShelf[LoadedContent] = field(default_factory=EmptyShelf)
    """The packs that can be chosen."""
    loading_still: Path = Path()
    """The picture that is shown until the content is loaded."""
    last_notice: str | None = None
    quality: Quality = Quality.FULL
    """How much this machine can draw in time; kept until the game ends."""
    frame_budget: FrameBudget = field(default_factory=FrameBudget)
    player_updated_us: Micros = 0
    last_session: Session | None = None
    """The session of the last run that ended."""
    painted: dict[str, pygame.Surface] = field(default_factory=dict)
    """Menu pictures that are painted once, by name."""
    replays: ReplayFolder = field(init=False)
    history: History = field(init=False)
    """Every run that was begun."""
    learned: LearnedKinds = field(init=False)
    """Which kinds of cue this player has learned."""
    chalk: Chalk = field(init=False)
    """Paints the keys beside the fighter."""

    def __post_init__(self) -> None:
        self.replays = ReplayFolder(self.paths.replays)
        self.history = History(self.scores.database)
        self.learned = LearnedKinds(self.history)
        self.chalk = Chalk(self.fonts)

    def notify(self, sentence: str, topic: str = "") -> None:
        """Add a notice, which is shown for a few seconds."""
        self.notices.add(sentence, self.clock.now_us(), topic)

    def held_verbs(self) -> frozenset[Verb]:
        """Return the verbs of which a key or button is down."""
        return self.held.verbs(self.bindings)

    def follow_pace(self, wall_us: Micros) -> None:
        """Take the moment of a picture; where pictures are late, draw less."""
        if self.frame_budget.is_too_slow(wall_us, self.window.frame_rate):
            self.draw_less()

    def draw_less(self) -> None:
        """Leave something out of the picture while the game runs, and say so the first time."""
        loaded = self.loaded.result
        if loaded is None or self.quality is Quality.PLAIN:
            return
        if self.quality is Quality.FULL:
            self.notify(SLOW)
        self.quality = Quality(self.quality - 1)
        loaded.picture.options = replace(loaded.picture.options, quality=self.quality)

    def update_player(self, wall_us: Micros) -> None:
        """Update the song player once a frame on every screen, so that its clock has settled before a run begins."""
        loaded = self.loaded.result
        if loaded is not None and self.player_updated_us != wall_us:
            self.player_updated_us = wall_us
            loaded.player.update(wall_us)
            if self.settings.timing.quick_sound and loaded.player.breaks_up:
                self.change("timing", quick_sound=False)
                self.notify(BROKE_UP)

    def sound(self, name: str) -> None:
        """Play a sound of the menus, once the player is loaded."""
        loaded = self.loaded.result
        if loaded is not None:
            loaded.player.sound(name)

    def notify_once(self, sentence: str | None) -> None:
        """Queue a notice unless it is None or repeats the last one."""
        if sentence is not None and sentence != self.last_notice:
            self.last_notice = sentence
            self.notify(sentence)

    def change(self, group: str, **values: Any) -> None:
        """Change settings of a group: apply them at once; they are saved in the background, and a failure to save is
        shown as a notice."""
        changed = replace(getattr(self.settings, group), **values)
        self.settings = replace(self.settings, **{group: changed})
        self.bindings = Bindings(self.settings)
        self._apply(group, values)
        settings = self.settings
        self.writer.submit(lambda: self.settings_file.save(settings))

    def _apply(self, group: str, values: dict[str, Any]) -> None:
        """Apply the changed settings to window, picture and player."""
        if "full_screen" in values:
            self.window.set_full_screen(self.settings.picture.full_screen)
        if "frame_rate" in values:
            self.window.set_frame_rate(self.settings.picture.frame_rate)
        if "scaling" in values:
            self.window.set_scaling(self.settings.picture.scaling)
        if group in ("picture", "play") and self.loaded.result is not None:
            self.loaded.result.picture.options = view_options(self.settings, self.quality)
        if group == "sound":
            self.apply_volumes()
        if "quick_sound" in values and self.loaded.result is not None:
            self.loaded.result.player.set_buffers(buffers_of(self.settings))

    def apply_volumes(self) -> None:
        """Set the player's volumes from the settings."""
        loaded = self.loaded.result
        if loaded is not None:
            loaded.player.set_volumes(asdict(self.settings.sound))

    def montage_plan(self) -> RunPlan:
        """Return the whole run as the settings have it."""
        return self.whole_run(Difficulty(self.settings.play.difficulty))

    def road_plan(self) -> RunPlan:
        """Return the whole run as Road work: at no rate of its own, as the tempo follows the runner."""
        montage = self.montage_plan()
        return replace(montage, mode=Mode.ROAD, options=road_options(montage.options))

    def whole_run(self, difficulty: Difficulty) -> RunPlan:
        """Return the whole run on a difficulty, with the settings' options."""
        return RunPlan(Mode.MONTAGE, difficulty, None, options_from(self.settings.play))

    @property
    def pad_family(self) -> PadFamily:
        """Whose marks stand on the buttons of the controller that was used last."""
        return family_of(self.pad_names.get(self.pad, ""))

    def shake(self, strength: float) -> None:
        """Let the controller in use shake for a moment, by 0 to 1, if it is wanted and a controller is used."""
        if self.device is InputDevice.PAD and self.settings.play.rumble:
            self.rumble(self.pad, strength, RUMBLE_MS)

    @property
    def has_pad(self) -> bool:
        """Whether a controller is connected, or was used last."""
        return self.pads > 0 or self.device is InputDevice.PAD

    @property
    def audio_offset_us(self) -> Micros:
        """The latency of the sound, in real microseconds."""
        return self.settings.timing.audio_offset_ms * 1000

    @property
    def visual_offset_us(self) -> Micros:
        """The latency of the picture, in real microseconds."""
        return self.settings.timing.visual_offset_ms * 1000

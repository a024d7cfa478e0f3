"""What all states share: settings and scores, the window and the clock, lettering, and whatever is loaded by now.

Built once by the command line. There is no other way for a state to reach anything.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

import pygame

from game.content.level import Level
from game.content.song.song import Song
from game.content.world import World
from game.errors import StorageError
from game.platform.audio.song_player import SongPlayer
from game.platform.input.bindings import Bindings
from game.platform.input.input_events import InputDevice
from game.sim.chart import Chart, Difficulty
from game.sim.events import Event
from game.sim.rules import Registry
from game.sim.session import Session
from game.states.loading import Loading
from game.states.run.run_plan import Mode, RunPlan, options_from
from game.storage.paths import UserPaths
from game.storage.scores import Scores
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.timing.clock import Clock
from game.timing.units import Micros
from game.view.canvas.options import ViewOptions
from game.view.ui.fonts import Fonts

Poll = Callable[[], None]
"""Asks the input devices; called between the steps of a drawing, so that no press waits for a frame."""
BUSES = ("master", "music", "hits", "cues", "places")


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
    def song_hash(self) -> str:
        """The hash of the song, for replays."""
        ...

    def chart(self, difficulty: Difficulty, section: str | None = None) -> Chart:
        """Return the chart of the whole run or of one section."""
        ...


class Picture(Protocol):
    """Draws one chart at any visual time."""

    options: ViewOptions

    def on_events(self, events: Iterable[Event]) -> None:
        """Take in what happened."""
        ...

    def draw(self, target: pygame.Surface, visual_us: Micros, poll: Callable[[], None]) -> None:
        """Draw the picture of a visual time."""
        ...

    def reset(self) -> None:
        """Forget the run."""
        ...


class Player(SongPlayer, Protocol):
    """A song player that can be told ahead what will be needed, and let go of in the end."""

    @property
    def progress(self) -> float:
        """How much is loaded, 0 to 1."""
        ...

    def prepare(self, rate_permille: int) -> None:
        """Begin to load the mix of a rate."""
        ...

    def sound(self, name: str) -> None:
        """Let one of the game's own sounds be heard at once."""
        ...

    def close(self) -> None:
        """Let go of the device for good."""
        ...


class Screen(Protocol):
    """What states may do with the window."""

    full_screen: bool

    def set_full_screen(self, wanted: bool) -> None:
        """Fill the screen, or go back to a window."""
        ...

    def set_frame_rate(self, wanted: int) -> None:
        """Show so many pictures a second; 0 follows the screen."""
        ...


@dataclass(frozen=True, slots=True)
class Factories:
    """How the heavy things are made; each may take seconds and runs on the loading thread."""

    library: Callable[[], Library]
    picture: Callable[[Library, Chart, Settings], Picture]
    player: Callable[[Library], Player]
    registry: Registry


def view_options(settings: Settings) -> ViewOptions:
    """Return what the settings ask of the picture."""
    picture = settings.picture
    return ViewOptions(picture.reduced_motion, picture.low_flash, overlay=picture.overlay)


@dataclass(slots=True)
class LoadedContent:
    """What the loading thread has made."""

    library: Library
    player: Player
    chart: Chart
    picture: Picture
    stale: bool = False
    """Whether the library is newer than the picture."""


class MapWatch(Protocol):
    """Tells when the maps that are played were saved anew."""

    def changed(self, wall_us: Micros) -> bool:
        """Return True once after a change."""
        ...


@dataclass(slots=True)
class AppContext:
    """The shared things."""

    clock: Clock
    screen: Screen
    fonts: Fonts
    paths: UserPaths
    settings_file: SettingsFile
    settings: Settings
    scores: Scores
    factories: Factories
    bindings: Bindings
    loaded: Loading[LoadedContent]
    device: InputDevice = InputDevice.KEYBOARD
    notices: deque[str] = field(default_factory=deque)
    watch: MapWatch | None = None
    """The maps a designer is at work on, if any."""
    told: str | None = None
    stepped_us: Micros = 0
    ended: Session | None = None
    """The session of the last run that came to its end."""
    art: dict[str, pygame.Surface] = field(default_factory=dict)
    """Pictures that are painted once, by name."""

    def tell(self, sentence: str) -> None:
        """Show a sentence to the player for a while."""
        self.notices.append(sentence)

    def follow_device(self, wall_us: Micros) -> None:
        """Step the player where no run does it: its clock has then settled long before a run begins."""
        loaded = self.loaded.result
        if loaded is not None and self.stepped_us != wall_us:
            self.stepped_us = wall_us
            loaded.player.update(wall_us)

    def sound(self, name: str) -> None:
        """Let a sound of the menus be heard, once there is a player."""
        loaded = self.loaded.result
        if loaded is not None:
            loaded.player.sound(name)

    def tell_once(self, sentence: str | None) -> None:
        """Show a sentence unless it was the last of its kind already."""
        if sentence is not None and sentence != self.told:
            self.told = sentence
            self.tell(sentence)

    def change(self, group: str, **values: Any) -> None:
        """Change settings of a group: they hold at once, and are kept; a disk that refuses is told."""
        changed = replace(getattr(self.settings, group), **values)
        self.settings = replace(self.settings, **{group: changed})
        self.bindings = Bindings(self.settings)
        self._apply(group, values)
        try:
            self.settings_file.save(self.settings)
        except StorageError as error:
            self.tell(str(error))

    def _apply(self, group: str, values: dict[str, Any]) -> None:
        """Let what was changed hold at once."""
        if "full_screen" in values:
            self.screen.set_full_screen(self.settings.picture.full_screen)
        if "frame_rate" in values:
            self.screen.set_frame_rate(self.settings.picture.frame_rate)
        if group == "picture" and self.loaded.result is not None:
            self.loaded.result.picture.options = view_options(self.settings)
        if group == "sound":
            self.apply_volumes()

    def apply_volumes(self) -> None:
        """Let the volumes of the settings hold."""
        loaded = self.loaded.result
        if loaded is not None:
            loaded.player.set_volumes({bus: getattr(self.settings.sound, bus) for bus in BUSES})

    def montage_plan(self) -> RunPlan:
        """Return the whole run as the settings have it."""
        play = self.settings.play
        return RunPlan(Mode.MONTAGE, Difficulty(play.difficulty), None, options_from(play))

    @property
    def audio_offset_us(self) -> Micros:
        """How late the player hears, in real microseconds."""
        return self.settings.timing.audio_offset_ms * 1000

    @property
    def visual_offset_us(self) -> Micros:
        """How late the player sees, in real microseconds."""
        return self.settings.timing.visual_offset_ms * 1000

    @property
    def replays(self) -> Path:
        """The folder of replays."""
        return self.paths.replays

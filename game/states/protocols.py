"""What the states ask of the objects that `game/app` builds for them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import pygame

from game.content.level import Level
from game.content.pack import Pack
from game.content.song.song import Song
from game.content.world import World
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.song_player import SongPlayer
from game.replay.ghost import Ghost
from game.sim.chart import Chart, Difficulty
from game.sim.events import Event
from game.timing.course import Course
from game.timing.units import Micros
from game.view.canvas.options import ViewOptions
from game.view.hints.draw_hints import HintOptions
from game.view.hints.hint_track import Hint

Poll = Callable[[], None]
"""Asks the input devices; called between the steps of a drawing, so that no press waits for a frame."""


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
    course: Course | None
    """The course of Road work as far as it is decided; None in the montage."""

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

    def race(self, ghost: Ghost | None) -> None:
        """Show a ghost from now on, or none."""
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

    def set_output(self, output: str) -> None:
        """Play on the device of that name, or on the system's default (""), as soon as no run is being played."""
        ...

    def outputs(self) -> tuple[str, ...]:
        """Return the names of the devices that can be chosen, as of now."""
        ...

    @property
    def output_problem(self) -> str | None:
        """Why another device than the chosen one plays, as a sentence, or None."""
        ...

    @property
    def heard_on(self) -> str:
        """The name of the device that is played on; empty where it cannot be known."""
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


class MapWatch(Protocol):
    """Reports when the files of the maps that are played have changed, and holds what who makes them sees of it."""

    findings: tuple[str, ...]
    """Why the maps as they are saved now cannot be played, a sentence each; empty: they are what is played."""
    shows_chart: bool
    """Whether the chart is drawn over the picture."""

    def changed(self, wall_us: Micros) -> frozenset[Path]:
        """Return the changed files, once; none while they are still being written."""
        ...

    def add(self, files: Iterable[Path]) -> None:
        """Watch more files, as they are now."""
        ...

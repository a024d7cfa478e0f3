"""The seam between the stage and an exercise's view: what a view is built from, and what it may draw.

A view holds nothing that changes: whatever it draws follows from the draw context it is given.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

import pygame

from game.sim.chart import Cue, SectionChart
from game.timing.units import Micros
from game.view.canvas.camera import kick
from game.view.canvas.easing import clamp, smooth
from game.view.canvas.event_log import EventLog
from game.view.canvas.pictures import DerivedArt, Pictures
from game.view.figure.actor import WET, Actors, Body, Pose, draw_shadow
from game.view.figure.performer import Now
from game.view.film.draw_context import DrawContext
from game.view.place.place import Place


class Staging(Enum):
    """How an exercise is put in front of the camera."""

    RUN = "run"
    """Along the map: x is time, the camera follows."""
    STAND = "stand"
    """At its station, framed at twice the running size."""
    OWN = "own"
    """The view draws the whole picture itself: the climb, the summit."""
    CUTS = "cuts"
    """A take for each cut, in the places of other exercises."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A picture of a section that was run, and how well it went (0 to 1)."""

    picture: pygame.Surface
    quality: float


Recall: TypeAlias = Callable[[int, DrawContext], Memory | None]
"""Gives the memory of the section with this number in the run, or None past the last. `BEFORE` is the scenery that the
exercise before this one ended in, without the fighter."""
BEFORE = -1


def forgotten(number: int, context: DrawContext) -> Memory | None:
    """Return no memory at all."""
    return None


@dataclass(frozen=True, slots=True)
class Turn:
    """Something goes to its full (`to` 1) or back (0), from a beat of the song on, over so many beats."""

    beat: float
    beats: float
    to: float


def turned(turns: tuple[Turn, ...], beat: float) -> float:
    """Return where turns that follow each other have led at `beat`, 0 to 1."""
    value = 0.0
    for turn in turns:
        share = clamp((beat - turn.beat) / max(0.01, turn.beats))
        value += (turn.to - value) * smooth(share)
    return value


@dataclass(frozen=True, slots=True)
class Happening:
    """What a map's trigger lets happen: its action, from a beat of the song on, for so many beats (0: till the end)."""

    action: str
    beat: float
    beats: float


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a view plays. `x_of` gives the fighter's x in the place's pixels at a beat, `cue_x` a cue's.

    `row` is the map row of his feet and `scale` the pixels a metre.
    """

    section: SectionChart
    place: Place
    x_of: Callable[[float], float]
    cue_x: Callable[[float], float]
    row: float
    scale: float
    actors: Actors
    pictures: Pictures
    px_per_beat: float = 0.0
    derived: DerivedArt = field(default_factory=DerivedArt)
    """What views compute from pictures and all charts share."""
    recall: Recall = forgotten
    squeezes: tuple[Turn, ...] = ()
    """How the frame narrows to the man and opens."""
    dimmings: tuple[Turn, ...] = ()
    """How the light leaves and returns."""
    happenings: tuple[Happening, ...] = ()
    upcoming: tuple[Cue, ...] = ()
    """The cues of the section that follows at once: the warning of its first begins in this one."""
    act: str = ""
    """The hidden act of the section, by the map's name for it; empty where it has none."""


class SectionView:
    """The base of every exercise's view: an empty stage with a fighter who breathes."""

    staging = Staging.RUN
    sheet = ""
    cast: tuple[str, ...] = ()
    """Further sheets it draws from: people and things."""
    stand_mark, stand_offset = "", 0.0
    """Where the painters marked a spot of this name he stands there, so many pixels beside it, not at the station."""
    wetness = 255
    """How much of him a wet ground shows, 0 to 255."""
    middle_metres = 0.92
    """How high over the ground the middle of his body is: the haze behind him lies about it."""
    haze_share = 1.0
    """How much of the place's haze lies behind him: more where his ground is busy."""
    company = 0
    """How many groups of children run along with him on a great run."""
    narrowest = 0.5
    darkest = 0.4
    framed_ahead = 0.0
    """Then the picture's middle lies so many pixels ahead of him; 0: where the map's camera key says."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.cues = setting.section.cues

    # -- what is drawn, back to front

    def back(self, context: DrawContext) -> None:
        """Draw what stands behind the fighter."""

    def light(self, context: DrawContext) -> None:
        """Add light that falls on what is behind the fighter, and belongs to it."""

    def body(self, context: DrawContext) -> None:
        """Draw the fighter, and what is in his hands."""
        x = self.x_at(context)
        shadow(context, x, self.setting.row, round(44 * self.setting.scale / 50))
        context.fighter(self.sheet, self.pose(context), x, self.setting.row, self.height)

    def reflection(self, context: DrawContext) -> None:
        """Draw the fighter's reflection in a wet ground."""
        at = (context.lens.column(self.x_at(context)), context.lens.row(self.setting.row) - 1)
        context.actors.draw_reflection(
            context.target, Body(self.sheet, self.height, WET, self.wetness), self.pose(context), at
        )

    def front(self, context: DrawContext) -> None:
        """Draw what stands before the fighter, and what flies off him."""

    def whole(self, context: DrawContext) -> None:
        """Draw the whole picture: only for `Staging.OWN`."""

    def scenery(self, context: DrawContext) -> None:
        """Draw the picture without the fighter, for the exercise that joins on to it: only for `Staging.OWN`."""

    def load(self) -> None:
        """Read what it draws with now, so that no frame waits for a disk."""
        for name in (self.sheet, *self.cast):
            if name:
                self.setting.actors.sheets.get(name)

    # -- what the camera and the film ask

    def pose(self, context: DrawContext) -> Pose:
        """Return what the fighter does."""
        return Pose("idle", context.now.beat, context.now.form)

    def x_at(self, context: DrawContext) -> float:
        """Return the fighter's x."""
        return self.setting.x_of(context.now.beat)

    def feet_at(self, context: DrawContext) -> tuple[float, float]:
        """Return where his feet are, in the place's pixels."""
        return self.x_at(context), self.setting.row

    def blows(self, now: Now, log: EventLog) -> list[tuple[Micros, float]]:
        """Return recent heavy hits as (time, force 0 to 1): the camera feels them."""
        return []

    def tightness(self, now: Now, log: EventLog) -> float:
        """Return how far the frame has narrowed to the man, 0 to 1: by the map's triggers, up to `narrowest`."""
        return turned(self.setting.squeezes, now.beat) * self.narrowest

    def darkness(self, now: Now, log: EventLog) -> float:
        """Return how much of the place's light has left, 0 to 1: by the map's triggers, up to `darkest`."""
        return turned(self.setting.dimmings, now.beat) * self.darkest

    # -- shared

    @property
    def height(self) -> float:
        """The fighter's height in pixels: for the stand-in."""
        return 88.0 * self.setting.scale / 50

    def near(self, now: Now, behind_beats: float, ahead_beats: float) -> list[Cue]:
        """Return the cues around now."""
        first = now.us - round(behind_beats * now.us_per_beat)
        last = now.us + round(ahead_beats * now.us_per_beat)
        return [cue for cue in self.cues if first <= cue.time_us <= last]

    def camera_kick(self, now: Now, log: EventLog) -> float:
        """Return the push of recent blows in pixels."""
        return sum(kick((now.us - time_us) / 1e6, force) for time_us, force in self.blows(now, log))


ViewFactory: TypeAlias = type[SectionView]
Views: TypeAlias = Mapping[str, ViewFactory]
"""Views by the exercise's id."""


def shadow(context: DrawContext, x: float, row: float, width: int, share: float = 1.0) -> None:
    """Draw a contact shadow at a place's pixel."""
    draw_shadow(context.target, (context.lens.column(x), context.lens.row(row)), width, share)

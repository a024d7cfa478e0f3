"""The interface between the stage and an exercise's view: what a view is built from, and what it may draw.

A view has no changing state: everything it draws follows from the draw context.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import inf
from typing import TypeAlias

import pygame

from game.sim.chart import Cue, SectionChart
from game.timing.units import Micros
from game.view.canvas.camera import kick
from game.view.canvas.easing import clamp, smooth
from game.view.canvas.event_log import EventLog
from game.view.canvas.pictures import DerivedArt, Pictures
from game.view.exercise.children import NOBODY_UP_TO
from game.view.figure.actor import WET, Actors, Body, Pose, draw_shadow
from game.view.figure.performer import Now
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer
from game.view.place.place import Place


class Staging(Enum):
    """How an exercise is staged."""

    RUN = "run"
    """Along the map: x is time, the camera follows the runner."""
    STAND = "stand"
    """At a station, framed at twice the running size."""
    OWN = "own"
    """The view draws the whole picture itself: the climb, the summit."""
    CUTS = "cut"
    """One shot for each cut, in other exercises' places."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A picture of a section of this run, and the share of its points that was earned (0 to 1)."""

    picture: pygame.Surface
    quality: float
    figure: pygame.Rect = field(default_factory=lambda: pygame.Rect(212, 221, 88, 88))
    """What the fighter covers of it, px."""
    outline: tuple[pygame.Rect, ...] = ()
    """The same in bands of a few rows, px; empty where only the whole is known."""


Recall: TypeAlias = Callable[[int, DrawContext], Memory | None]
"""Returns the picture of the section with this number in the run, or None past the last. `BEFORE` stands for the
scenery that the previous exercise ended in, without the fighter.
"""
BEFORE = -1
"""Number that stands for the end of the previous exercise."""


def no_memory(number: int, context: DrawContext) -> Memory | None:
    """Return None: for a stage that keeps no pictures of the run."""
    return None


@dataclass(frozen=True, slots=True)
class Fade:
    """A linear transition to 1 (`to` 1) or back to 0, from a song beat on, over a number of beats."""

    beat: float
    beats: float
    to: float


def value_of_fades(fades: tuple[Fade, ...], beat: float) -> float:
    """Return the value of successive transitions at `beat`, 0 to 1."""
    value = 0.0
    for fade in fades:
        share = clamp((beat - fade.beat) / max(0.01, fade.beats))
        value += (fade.to - value) * smooth(share)
    return value


@dataclass(frozen=True, slots=True)
class Happening:
    """A map trigger: its action, from a song beat on, for a number of beats (0: to the end)."""

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
    """Cache of what views compute from pictures; shared by all charts."""
    recall: Recall = no_memory
    squeezes: tuple[Fade, ...] = ()
    """Transitions of the frame's narrowing to the fighter."""
    dimmings: tuple[Fade, ...] = ()
    """Transitions of the darkness."""
    happenings: tuple[Happening, ...] = ()
    upcoming: tuple[Cue, ...] = ()
    """Cues of the section that follows at once: the warning of its first cue begins in this one."""
    act: str = ""
    """Hidden act of the section, by the map's name; empty: none."""


class SectionView:
    """Base class of an exercise's view: an empty place with a breathing fighter."""

    staging = Staging.RUN
    sheet = ""
    cast: tuple[str, ...] = ()
    """Further sheets it draws from: people and objects."""
    stand_mark = ""
    """Name of a painted mark at which he stands instead of the station; empty: none."""
    stand_offset = 0.0
    """Offset from that mark, px."""
    wetness = 255
    """Opacity of his reflection in wet ground, 0 to 255."""
    middle_metres = 0.92
    """Height of his body's middle over the ground, metres: the haze behind him is centered there."""
    haze_share = 1.0
    """Share of the place's haze that lies behind him; above 1 where his background is busy."""
    haze_begins = -inf
    """Left of this pixel of the place a wall stands nearer than the haze that the sun lights."""
    leans = False
    """Whether speed leans him."""
    company = 0
    """Number of children who run along on a great run."""
    lively: tuple[str, ...] = ()
    """Names of layers of the place that are empty on a poor run: people who stay at home."""
    narrowest = 0.5
    darkest = 0.4
    framed_ahead = 0.0
    """Distance of the picture's middle ahead of the fighter, px; 0: as the map's camera key says."""

    hint_at = (-98, 198)
    """Middle of the keys that are shown beside him: columns from his own, and screen row."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.cues = setting.section.cues
        self._cue_times = [cue.time_us for cue in self.cues]

    # -- what is drawn, back to front

    def back(self, context: DrawContext) -> None:
        """Draw what is behind the fighter."""

    def empty_layers(self, context: DrawContext) -> tuple[str, ...]:
        """Return the names of the place's layers that are not drawn now: the lively ones on a poor run."""
        return self.lively if context.warmth <= NOBODY_UP_TO else ()

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Draw what belongs over a layer of the place that was just drawn."""

    def light(self, context: DrawContext) -> None:
        """Add light to what is behind the fighter."""

    def beyond(self, context: DrawContext) -> None:
        """Draw who stands beyond the lane, before the haze behind him: nobody fades as he passes."""

    def body(self, context: DrawContext) -> None:
        """Draw the fighter and what he holds."""
        x = self.x_at(context)
        shadow(context, x, self.setting.row, round(44 * self.setting.scale / 50))
        context.fighter(self.sheet, self.pose(context), x, self.setting.row, self.height)

    def reflection(self, context: DrawContext) -> pygame.Rect:
        """Draw the fighter's reflection in wet ground; return where it is."""
        at = (context.lens.column(self.x_at(context)), context.lens.row(self.setting.row) - 1)
        return context.actors.draw_reflection(
            context.target, Body(self.sheet, self.height, WET, self.wetness), self.pose(context), at
        )

    def front(self, context: DrawContext) -> None:
        """Draw what is in front of the fighter, and his particles."""

    def whole(self, context: DrawContext) -> None:
        """Draw the whole picture; only for `Staging.OWN`."""

    def scenery(self, context: DrawContext) -> None:
        """Draw the picture without the fighter, for the exercise that continues it; only for `Staging.OWN`."""

    def load(self) -> None:
        """Read all pictures now, so that no frame waits for a disk."""
        for name in (self.sheet, *self.cast):
            if name:
                self.setting.actors.sheets.get(name)

    # -- what the camera and the film ask

    def pose(self, context: DrawContext) -> Pose:
        """Return the fighter's pose."""
        return Pose("idle", context.now.beat, context.now.form)

    def x_at(self, context: DrawContext) -> float:
        """Return the fighter's x in the place's pixels."""
        return self.setting.x_of(context.now.beat)

    def feet_at(self, context: DrawContext) -> tuple[float, float]:
        """Return the position of his feet, in the place's pixels."""
        return self.x_at(context), self.setting.row

    def hand_at(self, context: DrawContext, hand: str) -> tuple[float, float] | None:
        """Return the position of a hand in the picture shown now, or None for the stand-in."""
        pose, sheet = self.pose(context), self.setting.actors.sheets.get(self.sheet)
        clip = self.setting.actors.clip(self.sheet, pose.action, pose.form)
        sprite = None if sheet is None or clip is None else sheet.frames[clip.frame_at(pose.beats)]
        if sprite is None or hand not in sprite.anchors:
            return None
        (across, down), (left, top) = sprite.anchors[hand], sprite.origin
        x, row = self.feet_at(context)
        return x + across - left, row + down - top

    def blows(self, now: Now, log: EventLog) -> list[tuple[Micros, float]]:
        """Return recent strong hits as (time, force 0 to 1); they shake the camera."""
        return []

    def tightness(self, now: Now, log: EventLog) -> float:
        """Return how far the frame has narrowed to the fighter, 0 to 1, by the map's triggers."""
        return value_of_fades(self.setting.squeezes, now.beat) * self.narrowest

    def darkness(self, now: Now, log: EventLog) -> float:
        """Return the place's darkness, 0 to 1, by the map's triggers."""
        return value_of_fades(self.setting.dimmings, now.beat) * self.darkest

    # -- shared

    @property
    def height(self) -> float:
        """The fighter's height in px, for the stand-in."""
        return 88.0 * self.setting.scale / 50

    def near(self, now: Now, behind_beats: float, ahead_beats: float) -> list[Cue]:
        """Return the cues within these beats behind and ahead of now."""
        first = now.us - round(behind_beats * now.us_per_beat)
        last = now.us + round(ahead_beats * now.us_per_beat)
        return list(self.cues[bisect_left(self._cue_times, first) : bisect_right(self._cue_times, last)])

    def camera_kick(self, now: Now, log: EventLog) -> float:
        """Return the camera's offset from recent hits, px."""
        return sum(kick((now.us - time_us) / 1e6, force) for time_us, force in self.blows(now, log))


ViewFactory: TypeAlias = type[SectionView]
Views: TypeAlias = Mapping[str, ViewFactory]
"""Views by exercise id."""


def shadow(context: DrawContext, x: float, row: float, width: int, share: float = 1.0) -> None:
    """Draw a contact shadow at a place's pixel."""
    draw_shadow(context.target, (context.lens.column(x), context.lens.row(row)), width, share)

"""The draw context: everything that one picture, or a part of it, is drawn from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import pygame

from game.content.look import Shadow
from game.sim.events import Judged, Part
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.color import WHITE, Color
from game.view.canvas.composite_layers import WHOLE, CompositeLayers
from game.view.canvas.easing import Shares, clamp
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import Lens
from game.view.canvas.light import Lamp
from game.view.canvas.options import Quality, ViewOptions
from game.view.canvas.particles import Burst, Stuff, draw_burst
from game.view.canvas.road_moment import IN_MONTAGE, RoadMoment
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.cast_shadow import draw_cast_shadow
from game.view.figure.lamplight import Lamplight, lamplight_at
from game.view.figure.performer import Now
from game.view.figure.silhouette import GhostFigure
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.figure.sweat import sweat_at
from game.view.place.place import Place

Poll: TypeAlias = Callable[[], None]
"""Runs clock, input, simulation and audio once; called between the layers of a picture."""

WARMTH_EASE_US = 900_000
"""Time in which warmth follows a change of the form's band, in microseconds."""
SHADE: Color = (128, 132, 160)
"""Light factor in full shade (256: as painted): dim and cool."""
OWN_SHADE: Color = (452, 462, 488)
"""Light factor of the fighter in the deepest shade: brighter than `SHADE`, so that he stays visible."""
SHADE_EASE_PX = 120.0
"""Distance over which shade deepens from its edge, px."""
SHADE_STEPS = 5
"""Steps of depth."""
LEFT_IN_SHADE = 0.45
"""Share of a cast shadow that is left in full shade: there the bright sky behind throws it, and not the sun."""
KEPT_APART = 0.24
"""Extra brightness of the fighter on a poor run where he is lighter than his background; the same less where he is
darker.
"""
KEPT_STEPS = 3
"""Steps of that change."""


def no_poll() -> None:
    """Do nothing: for pictures drawn outside of the game loop."""


@dataclass(frozen=True)
class DrawContext:
    """Target, camera, visual time, event log and options of one picture, and the light of the place that is drawn.

    Positions given to its methods are in the place's pixels; `lens` turns them into the screen's. Contexts for another
    camera or place are derived with `with_lens` and `in_place`.
    """

    target: pygame.Surface
    lens: Lens
    now: Now
    log: EventLog
    """Cut off at the frame's start: events of a poll during the drawing are not in it."""
    actors: Actors
    options: ViewOptions
    poll: Poll = no_poll
    composite: CompositeLayers = WHOLE
    """Receives which pixels belong to which composite layer."""
    shades: tuple[tuple[float, float], ...] = ()
    """Spans of the place that lie in shade, from and to, in the place's pixels."""
    key: Color = WHITE
    """Light factor of the fighter alone: above 255 lightens him on a dark background, below darkens him on
    a light one.
    """
    key_edge: float = SHADE_EASE_PX
    """Length of the way on which the fighter's light changes at the edge of a shade, px."""
    others: Color = WHITE
    """Light factor of everyone else: never above 255."""
    shadow: Shadow | None = None
    """How the sun lets everybody throw a shadow; None: it does not."""
    shadow_color: Color = (12, 12, 16)
    lamps: tuple[Lamp, ...] = ()
    """Lamps and fires that light bodies near them."""
    road: RoadMoment = IN_MONTAGE
    """How fast and how late the moment is, in Road work."""
    ghost: GhostFigure | None = None
    """The ghost, where it is on the stretch of road that is drawn."""
    lean: int = 0
    """How far the fighter's head is ahead of his feet by his speed, px."""
    left_by: tuple[float, float] = (0.0, 0.0)
    """Screen columns between which the trainer is not seen: he is on his way from one station to the next."""

    def derive(self, **changes: object) -> "DrawContext":
        """Return this context with other values of some fields. A picture derives a dozen contexts, and
        `dataclasses.replace` takes ten times as long: it asks for every field and sets every field.
        """
        assert changes.keys() <= self.__dict__.keys()
        context = object.__new__(DrawContext)
        context.__dict__.update(self.__dict__, **changes)
        return context

    def with_lens(self, lens: Lens) -> "DrawContext":
        """Return this context with another camera, in the same light."""
        return self.derive(lens=lens)

    def in_place(self, lens: Lens, place: Place) -> "DrawContext":
        """Return this context with a camera over `place`, in its light."""
        grade = place.color_grade
        return self.derive(
            lens=lens,
            shades=place.shades,
            key=grade.key,
            key_edge=grade.key_edge,
            others=grade.others,
            shadow=grade.shadow,
            shadow_color=grade.dark,
            lamps=place.lamps,
        )

    def has_trainer(self, x: float) -> bool:
        """Return whether the trainer, whose station is at a place's pixel, is there and not on his way."""
        return not self.left_by[0] < self.lens.column(x) < self.left_by[1]

    @property
    def warmth(self) -> float:
        """The form's band, smoothed over time: 0.0 to 3.0."""
        return self.log.warmth(self.now.us, WARMTH_EASE_US)

    def depth_of_shade(self, x: float) -> float:
        """Return the depth of shade at a place's pixel: 0.0 in the open to 1.0."""
        if not self.shades:
            return 0.0
        return clamp(max(min(x - left, right - x) for left, right in self.shades) / SHADE_EASE_PX)

    def depths_of_shade(self, xs: Shares) -> Shares:
        """Return `depth_of_shade` of several of a place's pixels."""
        depth = np.zeros_like(xs)
        for left, right in self.shades:
            np.maximum(depth, np.minimum(xs - left, right - xs), out=depth)
        return np.minimum(depth / SHADE_EASE_PX, 1.0)

    def shade_at(self, x: float) -> float:
        """Return `depth_of_shade` quantized, for pictures that are tinted anew for each value."""
        return round(self.depth_of_shade(x) * SHADE_STEPS) / SHADE_STEPS

    def own_shade_at(self, x: float) -> float:
        """Return `shade_at` for the fighter's own light: it changes on `key_edge`, in the middle of a shade's edge."""
        depth = clamp(0.5 + (self.depth_of_shade(x) - 0.5) * SHADE_EASE_PX / self.key_edge)
        return round(depth * SHADE_STEPS) / SHADE_STEPS

    def seconds_since(self, time_us: Micros) -> float:
        """Return the seconds of song time since `time_us`."""
        return (self.now.us - time_us) / US_PER_SECOND

    def beats_since(self, time_us: Micros) -> float:
        """Return the beats since `time_us`, at the present tempo."""
        return (self.now.us - time_us) / self.now.us_per_beat

    def judged(self, cue_id: int, part: Part = Part.PRESS) -> Judged | None:
        """Return the judgement of a cue's end if it has been made."""
        return self.log.judged(cue_id, self.now.us, part)

    def sprite(self, sheet: str, pose: Pose, x: float, row: float, height: float = 88.0) -> SpriteFrame | None:
        """Draw a sprite standing at a place's pixel."""
        lit = zip(self.light_at(x), self.others, pose.coat, strict=True)
        red, green, blue = (part * other * dye // 65025 for part, other, dye in lit)
        body = Body(sheet, height, (red, green, blue), lamp=self.lamplight(x, row - height / 2), air=pose.air)
        self.cast_shadow(sheet, pose, x, row)
        return self.actors.draw(self.target, body, pose, (self.lens.column(x), self.lens.row(row)))

    def fighter(self, sheet: str, pose: Pose, x: float, row: float, height: float) -> SpriteFrame | None:
        """Draw the fighter standing at a place's pixel, in his own light, which separates him from a poor run's dim
        background.
        """
        poor = round(KEPT_STEPS * clamp(1.0 - self.warmth / 2.0)) / KEPT_STEPS
        kept = 1.0 + KEPT_APART * poor * (1 if self.key[0] > 255 else -1)
        light = lit_by(OWN_SHADE, self.own_shade_at(x))
        red, green, blue = (round(part * key * kept / 255) for part, key in zip(light, self.key, strict=True))
        lamp = self.lamplight(x, row - height / 2)
        body = Body(sheet, height, (red, green, blue), sweat=sweat_at(self.now.us), lamp=lamp, lean=self.lean)
        self.cast_shadow(sheet, pose, x, row)
        return self.actors.draw(self.target, body, pose, (self.lens.column(x), self.lens.row(row)))

    def cast_shadow(self, sheet: str, pose: Pose, x: float, row: float, lit: float = 1.0) -> None:
        """Draw the shadow of a body with its feet at a place's pixel, as the sun throws it; less of it in the shade."""
        if self.shadow is None or self.options.quality is not Quality.FULL:
            return
        at = (self.lens.column(x), self.lens.row(row))
        light = (self.shadow, self.shadow_color, lit * (1.0 - (1.0 - LEFT_IN_SHADE) * self.shade_at(x)))
        draw_cast_shadow(self.target, light, (self.actors, sheet, pose), at)

    def lamplight(self, x: float, row: float) -> Lamplight | None:
        """Return a lamp's light on a body whose middle is at a place's pixel; None at reduced quality."""
        if not self.lamps or self.options.quality is not Quality.FULL:
            return None
        calm = 0.5 if self.options.low_flash else 1.0
        return lamplight_at(self.lamps, self.lens, (x, row), self.now.beat, calm)

    def light_at(self, x: float, shade: Color = SHADE) -> Color:
        """Return the light factor at a place's pixel: white in the open, dim and cool under an arch."""
        return lit_by(shade, self.shade_at(x))

    def burst(self, stuff: Stuff, burst: Burst) -> None:
        """Draw a particle burst whose `at` is in the place's pixels; at reduced quality half of its particles."""
        if not 0 <= burst.age < stuff.life:
            return
        at = (self.lens.column(burst.at[0]), self.lens.row(burst.at[1]))
        force = burst.force if self.options.quality is Quality.FULL else burst.force / 2
        draw_burst(self.target, stuff, Burst(burst.age, at, burst.seed, force, burst.lean, burst.scale, burst.drift))


def lit_by(shade: Color, share: float) -> Color:
    """Return the light factor at a depth of shade of 0 to 1: white in the open, `shade` in the deepest."""
    red, green, blue = (round(255 + (part - 255) * share) for part in shade)
    return red, green, blue

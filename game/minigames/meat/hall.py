"""What goes on behind the beef that he strikes: men at their work in the depth of the hall. On a poor run they stay
away, the near rail is bare, most of the tubes are out, and the hall lies darker.
"""

from dataclasses import dataclass
from math import floor

import pygame

from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.exercise.children import NOBODY_UP_TO
from game.view.figure.actor import Body, Pose
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer

SHEET = "plant_men"
"""Sheet of the men."""
DEPTH = "row_hall"
"""Layer over which they stand."""
BARE_RAIL = "row_mid"
"""Layer whose sides of beef are not there on a poor run."""
LAST = "near"
"""The last layer behind him."""
FLOOR_ROW = 297.0
"""Map row of their feet."""
PICTURES_A_BEAT = 6
"""Pictures of a walk a beat: who walks goes ahead with each of them, as far as the foot on the ground goes back."""
DIM = (146, 160, 166)
"""Light that reaches them, as a factor of 255."""
TUBES = {"row_far": ((40, 68), (521, 68)), "row_hall": ((141, 33), (899, 33))}
"""Middle and upper row of the tubes that are out on a poor run, by layer, px."""
TUBE_PX = (100, 15)
"""Size of a tube under its hood, px."""
DEAD = ((22, 42, 48), (38, 66, 72))
"""Colors of a tube that is out: its hood, and its glass."""
DARK_STEPS = 10
"""Steps by which the hall darkens."""
DARKEST = (172, 176, 184)
"""Light of the hall on the poorest run, as a factor of 255."""
LIT_FROM = 1.6
"""Warmth from which on the hall has all its light."""


@dataclass(frozen=True, slots=True)
class Man:
    """A man of the hall: his clip, where he is (layer px) at a beat of the section, and how fast he goes (px a beat).

    `always`: he is there on a poor run too.
    """

    clip: str
    x: float
    beat: float = 0.0
    speed: float = 0.0
    facing: int = 1
    always: bool = False
    until: float = 1e9
    """Beat of the section at which he has gone."""


MEN = (
    Man("list", 868, always=True),
    Man("hose", 733, facing=-1),
    Man("carry", 246, beat=1, speed=39, until=20),
    Man("carry", 246, beat=19, speed=39),
)
"""Back to front. The porter crosses to the door twice: with the second phrase and with the last."""


def draw_hall(context: DrawContext, layer: Layer, beat: float) -> None:
    """Draw over a layer what the hall has there, at a beat of the section."""
    poor = context.warmth <= NOBODY_UP_TO
    if poor:
        for x, row in TUBES.get(layer.facts.name, ()):
            _dead_tube(context, x, row, layer.facts.parallax)
    if layer.facts.name == DEPTH:
        for man in MEN:
            if (man.always or not poor) and man.beat <= beat < man.until:
                _draw_man(context, man, beat, layer.facts.parallax)
    if layer.facts.name == LAST:
        light = hall_light(context.warmth)
        if light != (255, 255, 255):
            context.target.fill(light, (0, 0, WIDTH, HEIGHT), special_flags=pygame.BLEND_RGB_MULT)


def hall_light(warmth: float) -> Color:
    """Return the light of the hall at a warmth of the run, as a factor of 255."""
    step = round(DARK_STEPS * clamp((LIT_FROM - warmth) / LIT_FROM))
    red, green, blue = (255 - (255 - dark) * step // DARK_STEPS for dark in DARKEST)
    return red, green, blue


def walked_to(man: Man, beat: float) -> float:
    """Return where a man is at a beat of the section, in px of his layer."""
    return man.x + man.speed * floor((beat - man.beat) * PICTURES_A_BEAT) / PICTURES_A_BEAT


def _draw_man(context: DrawContext, man: Man, beat: float, parallax: float) -> None:
    at = (context.lens.column(walked_to(man, beat), parallax), context.lens.row(FLOOR_ROW, parallax))
    if -WIDTH // 8 < at[0] < WIDTH * 9 // 8:
        pose = Pose(man.clip, beat, facing=man.facing)
        context.actors.draw(context.target, Body(SHEET, tint=DIM), pose, at)


def _dead_tube(context: DrawContext, x: int, row: int, parallax: float) -> None:
    wide, tall = TUBE_PX
    left, top = context.lens.column(x - wide // 2, parallax), context.lens.row(row, parallax)
    context.target.fill(DEAD[0], (left, top, wide, tall))
    context.target.fill(DEAD[1], (left + 3, top + tall - 5, wide - 6, 3))

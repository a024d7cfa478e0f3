"""Draws pigeons that sit and fly up a beat before a cue on their side (warning). Positions are functions of
the beat.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from game.view.canvas.color import Color
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext

Coat: TypeAlias = tuple[Color, Color, Color, Color]
"""Colors of a bird: body, lit wing, neck, legs."""
COATS: tuple[Coat, ...] = (
    ((52, 54, 70), (240, 234, 222), (58, 96, 92), (168, 84, 72)),
    ((74, 82, 104), (196, 206, 220), (88, 62, 104), (176, 92, 80)),
    ((96, 72, 62), (226, 198, 168), (70, 44, 40), (160, 84, 66)),
    ((150, 150, 156), (255, 250, 240), (96, 116, 112), (188, 104, 88)),
    ((34, 36, 46), (120, 130, 150), (44, 74, 70), (140, 70, 60)),
    ((206, 200, 190), (255, 252, 244), (170, 160, 150), (190, 110, 92)),
)
"""The coats of a flock."""
Feather: TypeAlias = tuple[int, int, int, int, int]
"""A part of a sitting bird that looks to the right: number of its color, left, top, width, height, px from its feet."""
POSES: tuple[tuple[Feather, ...], ...] = (
    ((0, -3, -5, 6, 3), (1, -2, -5, 3, 1), (2, 2, -7, 2, 3), (0, 2, -8, 2, 1), (0, -5, -4, 2, 1), (3, 0, -2, 1, 2)),
    ((0, -3, -4, 6, 3), (1, -2, -4, 3, 1), (2, 3, -3, 2, 2), (0, 4, -2, 2, 1), (0, -5, -5, 2, 2), (3, 0, -1, 1, 1)),
    ((0, -3, -5, 5, 4), (1, -1, -4, 2, 2), (2, 0, -6, 2, 2), (0, -2, -6, 2, 1), (0, -4, -3, 1, 2), (3, 0, -1, 1, 1)),
    ((0, -3, -4, 6, 4), (1, -2, -4, 4, 1), (2, 1, -5, 2, 1), (0, 2, -5, 1, 1)),
    ((0, -2, -6, 4, 4), (1, -2, -5, 2, 2), (2, 1, -9, 2, 4), (0, 1, -10, 2, 1), (3, -1, -2, 1, 2), (3, 2, -2, 1, 2)),
)
"""It stands, pecks, preens, sits puffed up, stretches its neck."""
GONE_BEATS = 2.5
"""Beats after which they have left the picture."""
WING_PX = (4, 8)
"""Shortest and longest wing of a flock, px."""
FLAPS_PER_BEAT = 5.0
"""Wing beats a beat; the smaller birds beat faster."""
LIGHT_STEPS = 12
"""Steps of the light that they stand in."""
STROKES = (0.9, 0.35, -0.5, -0.1)
"""Slope of the wings through one beat of them: up, half up, down, level."""


@dataclass(frozen=True, slots=True)
class Flock:
    """A number of birds at a screen pixel, spread over `width` px; `side` (-1, 0, 1) is the direction of
    their flight. `light` is the share of daylight that they have.
    """

    at: tuple[int, int]
    width: int
    count: int
    seed: int
    side: int
    light: float = 1.0


def draw_flock(context: DrawContext, flock: Flock, into: float) -> None:
    """Draw a flock `into` beats after it flew up; before that it sits."""
    for bird in range(flock.count if into < GONE_BEATS else 0):
        a, b = chance(flock.seed, bird, 1), chance(flock.seed, bird, 2)
        x = flock.at[0] + flock.width * ((bird + 0.2 + 0.6 * b) / flock.count - 0.5)
        coat = coat_in(int(chance(flock.seed, bird, 3) * len(COATS)), round(LIGHT_STEPS * flock.light))
        if into < 0:
            _sitting(context, (round(x), flock.at[1] + round(2 * b) - 1), (a, b, chance(flock.seed, bird, 4)), coat)
            continue
        side = flock.side or (1 if bird % 2 else -1)
        flown = into + 0.12 * a
        x += side * (16 + 64 * b) * flown + 5 * side * flown**2
        row = flock.at[1] - 8 - (34 + 60 * a) * flown**1.15
        wing = WING_PX[0] + round((WING_PX[1] - WING_PX[0]) * b)
        beat = context.now.beat * FLAPS_PER_BEAT * WING_PX[1] / (WING_PX[1] / 2 + wing / 2) + 7 * a
        _flying(context, (round(x), round(row)), (wing, STROKES[int(beat * len(STROKES)) % len(STROKES)]), coat)


@lru_cache(maxsize=len(COATS) * (LIGHT_STEPS + 1))
def coat_in(number: int, step: int) -> Coat:
    """Return a coat in so many of `LIGHT_STEPS` of daylight."""
    body, wing, neck, legs = (
        (red * step // LIGHT_STEPS, green * step // LIGHT_STEPS, blue * step // LIGHT_STEPS)
        for red, green, blue in COATS[number]
    )
    return body, wing, neck, legs


def _sitting(context: DrawContext, at: tuple[int, int], bird: tuple[float, float, float], coat: Coat) -> None:
    """Draw a bird that sits: `bird` holds three values from 0 to 1 that say which way it looks, how large it is and
    what it is about. It changes its pose in its own time.
    """
    facing, large, mood = 1 if bird[0] < 0.5 else -1, bird[1] > 0.6, bird[2]
    shift = int(context.now.beat * (0.6 + mood) + 5 * mood) % len(POSES)
    pose = POSES[(int(mood * len(POSES)) + (shift if shift % 2 else 0)) % len(POSES)]
    for tone, x, y, width, height in pose:
        broad = width + (large and width > 3)
        left = x if facing > 0 else 1 - x - broad
        context.target.fill(coat[tone], (at[0] + left, at[1] + y - (large and y < -3), broad, height))


def _flying(context: DrawContext, at: tuple[int, int], wings: tuple[int, float], coat: Coat) -> None:
    """Draw a bird with wings of a length and a slope."""
    (x, y), (length, slope), (dark, lit, _, _) = at, wings, coat
    context.target.fill(dark, (x - 1, y - 1, 3, 2 if length < 6 else 3))
    for side in (-1, 1):
        for reach in range(1, length):
            row = y - round(slope * reach)
            tip = reach > length - 3
            context.target.fill(lit if tip else dark, (x + side * reach - (side < 0), row, 2, 1 if tip else 2))

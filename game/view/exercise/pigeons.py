"""Draws pigeons that sit and fly up a beat before a cue on their side (warning). Positions are functions of
the beat.
"""

from dataclasses import dataclass

from game.view.canvas.color import Color
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext

COATS = (
    ((52, 54, 70), (240, 234, 222)),
    ((74, 82, 104), (196, 206, 220)),
    ((96, 72, 62), (226, 198, 168)),
    ((150, 150, 156), (255, 250, 240)),
)
"""Colors of a pigeon's body and of its lit wing tips, for each of the coats of a flock."""
GONE_BEATS = 2.5
"""Beats after which they have left the picture."""
WING_PX = (4, 8)
"""Shortest and longest wing of a flock, px."""
FLAPS_PER_BEAT = 5.0
"""Wing beats a beat; the smaller birds beat faster."""
STROKES = (0.9, 0.35, -0.5, -0.1)
"""Slope of the wings through one beat of them: up, half up, down, level."""


@dataclass(frozen=True, slots=True)
class Flock:
    """A number of birds at a screen pixel, spread over `width` px; `side` (-1, 0, 1) is the direction of
    their flight.
    """

    at: tuple[int, int]
    width: int
    count: int
    seed: int
    side: int


def draw_flock(context: DrawContext, flock: Flock, into: float) -> None:
    """Draw a flock `into` beats after it flew up; before that it sits."""
    for bird in range(flock.count if into < GONE_BEATS else 0):
        a, b = chance(flock.seed, bird, 1), chance(flock.seed, bird, 2)
        x = flock.at[0] + flock.width * ((bird + 0.2 + 0.6 * b) / flock.count - 0.5)
        coat = COATS[int(chance(flock.seed, bird, 3) * len(COATS))]
        if into < 0:
            _sitting(context, (round(x), flock.at[1]), 1 if a < 0.5 else -1, coat)
            continue
        side = flock.side or (1 if bird % 2 else -1)
        flown = into + 0.12 * a
        x += side * (16 + 64 * b) * flown + 5 * side * flown**2
        row = flock.at[1] - 8 - (34 + 60 * a) * flown**1.15
        wing = WING_PX[0] + round((WING_PX[1] - WING_PX[0]) * b)
        beat = context.now.beat * FLAPS_PER_BEAT * WING_PX[1] / (WING_PX[1] / 2 + wing / 2) + 7 * a
        _flying(context, (round(x), round(row)), (wing, STROKES[int(beat * len(STROKES)) % len(STROKES)]), coat)


def _sitting(context: DrawContext, at: tuple[int, int], facing: int, coat: tuple[Color, Color]) -> None:
    (x, y), (dark, lit) = at, coat
    context.target.fill(dark, (x - 2, y - 4, 5, 3))
    context.target.fill(dark, (x + 2 * facing, y - 6, 2, 2))
    context.target.fill(lit, (x - 1, y - 4, 2, 1))
    context.target.fill(dark, (x - 4 * facing, y - 2, 2, 1))


def _flying(context: DrawContext, at: tuple[int, int], wings: tuple[int, float], coat: tuple[Color, Color]) -> None:
    """Draw a bird with wings of a length and a slope."""
    (x, y), (length, slope), (dark, lit) = at, wings, coat
    context.target.fill(dark, (x - 1, y - 1, 3, 2 if length < 6 else 3))
    for side in (-1, 1):
        for reach in range(1, length):
            row = y - round(slope * reach)
            tip = reach > length - 3
            context.target.fill(lit if tip else dark, (x + side * reach - (side < 0), row, 2, 1 if tip else 2))

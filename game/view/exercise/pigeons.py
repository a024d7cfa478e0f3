"""Draws pigeons that sit and fly up a beat before a cue on their side (warning). Positions are functions of
the beat.
"""

from dataclasses import dataclass

from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext

DARK = (52, 54, 70)
"""Color of a pigeon in shade."""
LIT = (240, 234, 222)
"""Color of a pigeon in light."""
GONE_BEATS = 2.5
"""Beats after which they have left the picture."""
WING_PX = 7
"""Length of a wing, px."""
FLAPS_PER_BEAT = 6
"""Wing beats a beat."""


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
        if into < 0:
            _sitting(context, (round(x), flock.at[1]), 1 if a < 0.5 else -1)
            continue
        side = flock.side or (1 if bird % 2 else -1)
        flown = into + 0.12 * a
        x += side * (16 + 64 * b) * flown + 5 * side * flown**2
        row = flock.at[1] - 8 - (34 + 60 * a) * flown**1.15
        _flying(context, (round(x), round(row)), 1 if (context.now.beat * FLAPS_PER_BEAT + a) % 1.0 < 0.5 else -1)


def _sitting(context: DrawContext, at: tuple[int, int], facing: int) -> None:
    x, y = at
    context.target.fill(DARK, (x - 2, y - 4, 5, 3))
    context.target.fill(DARK, (x + 2 * facing, y - 6, 2, 2))
    context.target.fill(LIT, (x - 1, y - 4, 2, 1))
    context.target.fill(DARK, (x - 4 * facing, y - 2, 2, 1))


def _flying(context: DrawContext, at: tuple[int, int], lift: int) -> None:
    x, y = at
    context.target.fill(DARK, (x - 1, y - 1, 3, 3))
    for side in (-1, 1):
        for reach in range(1, WING_PX):
            row = y - lift * reach * 3 // 4
            context.target.fill(LIT if reach > 4 else DARK, (x + side * reach - (side < 0), row, 2, 2))

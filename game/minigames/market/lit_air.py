"""The lit air of a side street: what stands in the sun is seen through it, and he who runs before it is darker."""

import pygame

from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.film.draw_context import DrawContext

AIR: Color = (226, 180, 120)
"""Color of the air in the sun."""
SHARE = 0.6
"""Share of the air in the full sun."""
STEPS = 4
"""Steps of that share, from the shade into the sun."""


def air_at(context: DrawContext, x: float) -> int:
    """Return how much air is lit at a place's pixel: 0 in the shade to `STEPS` in the full sun."""
    return round(STEPS * (1.0 - context.depth_of_shade(x)))


def draw_air(context: DrawContext, frame: SpriteFrame | None, x: float, row: float, most: int = STEPS) -> None:
    """Draw the air, at `most` so many steps of it, before what was just drawn with its foot at a place's pixel; nothing
    before a stand-in.
    """
    step = min(most, air_at(context, x))
    if frame is not None and step > 0:
        corner = (context.lens.column(x) - frame.origin[0], context.lens.row(row) - frame.origin[1])
        context.target.blit(air_before(frame.picture, step), corner)


@cached_by_picture(maxsize=64)
def air_before(picture: pygame.Surface, step: int) -> pygame.Surface:
    """Return the air before a picture, of its shape, `step` of `STEPS` thick."""
    shape = pygame.mask.from_surface(picture)
    opacity = round(255 * SHARE * step / STEPS)
    return shape.to_surface(setcolor=(*AIR, opacity), unsetcolor=(0, 0, 0, 0))

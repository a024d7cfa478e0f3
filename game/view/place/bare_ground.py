"""The background of a place without a backdrop: a sky, and a floor whose seams show the camera's motion."""

from math import floor

import pygame

from game.content.layers import LayerFacts
from game.content.look_values import Color
from game.view.canvas.composite_layers import CompositeLayers
from game.view.canvas.lens import HEIGHT, VIEW_Y, WIDTH, Lens

HORIZON_ROW = 251
"""Map row at which the floor begins."""
SEAM_EVERY_PX = 96
"""Distance between seams of the floor, px."""
SEAM_LEAN_PX = 40
"""Horizontal offset between a seam's far and near end, px."""
SEAM_SHADE = 0.82
"""Color factor of the floor's seams."""
HORIZON_LIGHT = 1.3
"""Color factor of the sky at the horizon."""
OVERSCAN_PX = 24
"""Rows drawn beyond the picture's edges, because the camera moves vertically."""


class BareGround:
    """Draws sky and floor as one layer behind everything else of its place."""

    def __init__(self, sky: Color, ground: Color) -> None:
        self.facts = LayerFacts("bare ground", 1.0)
        self._sky, self._ground = sky, ground
        self._pictures: tuple[pygame.Surface, pygame.Surface] | None = None

    def draw(self, target: pygame.Surface, composite: CompositeLayers, lens: Lens, beat: float) -> None:
        """Fill the view; the floor scrolls with the lane."""
        if self._pictures is None:
            self._pictures = paint_sky(self._sky), paint_floor(self._ground)
        top = HORIZON_ROW - VIEW_Y - lens.y
        places = (0.0, top - self._pictures[0].get_height()), (-(lens.x % SEAM_EVERY_PX), top)
        for (x, y), picture in zip(places, self._pictures, strict=True):
            target.blit(picture, (floor(x + 0.5), floor(y + 0.5)))
            composite.paste((x, y), picture)


def paint_sky(sky: Color) -> pygame.Surface:
    """Return a sky that ends at the horizon and is lighter toward it."""
    rows = HORIZON_ROW - VIEW_Y + OVERSCAN_PX
    picture = pygame.Surface((WIDTH, rows), 0, 32)
    for row in range(rows):
        picture.fill(scaled(sky, 1.0 + (HORIZON_LIGHT - 1.0) * row / rows), (0, row, WIDTH, 1))
    return picture


def paint_floor(ground: Color) -> pygame.Surface:
    """Return a floor wider than the view by one seam's spacing on either side."""
    floor_px = HEIGHT + VIEW_Y - HORIZON_ROW + OVERSCAN_PX
    picture = pygame.Surface((WIDTH + 2 * SEAM_EVERY_PX, floor_px), 0, 32)
    picture.fill(ground)
    for left in range(0, picture.get_width() + SEAM_EVERY_PX, SEAM_EVERY_PX):
        pygame.draw.line(picture, scaled(ground, SEAM_SHADE), (left, 0), (left - SEAM_LEAN_PX, floor_px), 2)
    pygame.draw.line(picture, scaled(ground, SEAM_SHADE), (0, 0), (picture.get_width(), 0), 2)
    return picture


def scaled(color: Color, factor: float) -> Color:
    """Return a color times a factor, at most white."""
    red, green, blue = (min(255, round(part * factor)) for part in color)
    return red, green, blue

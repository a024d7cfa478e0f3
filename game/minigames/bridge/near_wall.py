"""The near wall under the bridge as a ground for light: whatever light is added is first multiplied by its stone, so
that it lies on stone alone, never in the air of an arch.
"""

from typing import TypeAlias

import pygame

from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import Pictures, cached_by_picture
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import ImageLayer, Layer
from game.view.place.place import Place

NEAR_WALL = "front-arcade"
"""Name of the layer."""
AROUND_PX = 12
"""So far a light on the wall moves from where it rests, px."""
At: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""A pixel, and by how much something has moved from it, right and down, px."""


class NearWall:
    """The wall of a place; one whose map has none takes no light."""

    def __init__(self, place: Place, pictures: Pictures) -> None:
        found = [layer for layer in place.layers if isinstance(layer, ImageLayer) and layer.facts.name == NEAR_WALL]
        self._wall = found[0] if found else None
        self._picture = None if self._wall is None else pictures.get(self._wall.path)

    def is_drawn_by(self, layer: Layer) -> bool:
        """Whether a layer is the wall."""
        return self._wall is not None and layer.facts.name == NEAR_WALL

    @property
    def parallax(self) -> float:
        """Its parallax."""
        return 1.0 if self._wall is None else self._wall.facts.parallax

    def part(self, size: tuple[int, int], x: float, row: float) -> pygame.Surface | None:
        """Return a part of the stone with its top left at the wall's own pixel, black where there is air; None where
        there is no wall.
        """
        if self._wall is None or self._picture is None:
            return None
        facts, stone = self._wall.facts, pygame.Surface(size, 0, 32)
        stone.blit(self._picture, (0, 0), (round(x - facts.x), round(row - facts.y), *size))
        return stone

    def add(self, context: DrawContext, light: pygame.Surface, at: At, times: int) -> None:
        """Add to the picture what of a light is seen on the stone, `times` as strong as its color. `at`: the wall's own
        pixel at which its top left rests, and by how much it has moved from there, at most `AROUND_PX`.
        """
        rests, moved = at
        if self._wall is None or self._picture is None:
            return
        corner = (context.lens.column(rests[0] + moved[0], self.parallax), context.lens.row(rests[1] + moved[1]))
        if -light.get_width() < corner[0] < WIDTH:
            first = (round(rests[0] - self._wall.facts.x), round(rests[1] - self._wall.facts.y))
            seen = light_on(self._picture, light, (first, moved), times)
            context.target.blit(seen, corner, special_flags=pygame.BLEND_RGB_ADD)


@cached_by_picture(maxsize=20)
def light_on(wall: pygame.Surface, light: pygame.Surface, at: At, times: int) -> pygame.Surface:
    """Return what of a light is seen on the wall's picture, `times` as strong: it lasts several pictures."""
    (left, top), moved = at
    seen = light.copy()
    stone = stone_of(wall, (left - AROUND_PX, top - AROUND_PX), light.get_size(), times)
    part = (AROUND_PX + moved[0], AROUND_PX + moved[1], *light.get_size())
    seen.blit(stone, (0, 0), part, special_flags=pygame.BLEND_RGB_MULT)
    return seen


@cached_by_picture(maxsize=20)
def stone_of(wall: pygame.Surface, first: tuple[int, int], size: tuple[int, int], times: int) -> pygame.Surface:
    """Return the stone under a light of this size and `AROUND_PX` around it, from a pixel of the wall's picture on,
    `times` as light; black where there is air.
    """
    stone = pygame.Surface((size[0] + 2 * AROUND_PX, size[1] + 2 * AROUND_PX), 0, 32)
    stone.blit(wall, (0, 0), (*first, *stone.get_size()))
    once = stone.copy()
    for _ in range(times - 1):
        stone.blit(once, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return stone

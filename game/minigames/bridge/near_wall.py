"""The near wall under the bridge as a ground for light: whatever light is added is first multiplied by its stone, so
that it lies on stone alone, never in the air of an arch.
"""

from functools import lru_cache

import pygame

from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import Pictures
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import ImageLayer, Layer
from game.view.place.place import Place

NEAR_WALL = "front-arcade"
"""Name of the layer."""


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

    def shone_on(self, light: pygame.Surface, x: float, row: float) -> pygame.Surface | None:
        """Return what of a light is seen on the stone, with its top left at the wall's own pixel; a surface that the
        next call of the same size reuses. None where there is no wall.
        """
        if self._wall is None or self._picture is None:
            return None
        facts = self._wall.facts
        seen = canvas_of(light.get_size())
        seen.fill(0)
        seen.blit(self._picture, (0, 0), (round(x - facts.x), round(row - facts.y), *light.get_size()))
        seen.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return seen

    def add(self, context: DrawContext, light: pygame.Surface, at: tuple[float, float], times: int = 1) -> None:
        """Add a light to the picture, `times` as strong as the stone's color."""
        corner = (context.lens.column(round(at[0]), self.parallax), context.lens.row(round(at[1])))
        seen = self.shone_on(light, *at) if -light.get_width() < corner[0] < WIDTH else None
        if seen is None:
            return
        for _ in range(times):
            context.target.blit(seen, corner, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=4)
def canvas_of(size: tuple[int, int]) -> pygame.Surface:
    """Return a surface to compose on."""
    return pygame.Surface(size, 0, 32)

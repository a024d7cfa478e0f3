"""How large the picture is in a window: by a whole factor, or as large as fits with pixels that stay sharp.

Between whole factors the picture is first enlarged by the next whole one, then made smaller by averaging: every pixel
is as large as its neighbours, and only its edge is soft.
"""

from enum import StrEnum

import pygame

from game.platform.window.compositor import PICTURE_SIZE, Compositor, LayerMap, Poll


class Scaling(StrEnum):
    """How the picture is scaled; the values are those of the setting."""

    WHOLE = "whole"
    SHARP = "sharp"


def picture_rect(window: tuple[int, int], scaling: Scaling = Scaling.WHOLE) -> pygame.Rect:
    """Return the picture's rectangle in a window: the largest whole scale, or what fits where that is wanted or the
    window is smaller than the picture."""
    width, height = PICTURE_SIZE
    scale = min(window[0] // width, window[1] // height)
    if scale >= 1 and scaling is Scaling.WHOLE:
        size = (width * scale, height * scale)
    else:
        fit = min(window[0] / width, window[1] / height)
        size = (max(1, int(width * fit)), max(1, int(height * fit)))
    return pygame.Rect(((window[0] - size[0]) // 2, (window[1] - size[1]) // 2), size)


def is_whole(size: tuple[int, int]) -> bool:
    """Whether a size is the picture's times a whole number."""
    return size[0] % PICTURE_SIZE[0] == 0 and size == (size[0], size[0] * PICTURE_SIZE[1] // PICTURE_SIZE[0])


class Scaler:
    """Composes pictures on a surface of any size."""

    def __init__(self, target: pygame.Surface) -> None:
        self._target = target
        self._larger: pygame.Surface | None = None
        size = target.get_size()
        if not is_whole(size) and size[0] > PICTURE_SIZE[0]:
            scale = -(-size[0] // PICTURE_SIZE[0])
            self._larger = pygame.Surface((PICTURE_SIZE[0] * scale, PICTURE_SIZE[1] * scale), 0, target)
        self._compositor = Compositor(target if self._larger is None else self._larger)

    def compose(self, picture: pygame.Surface, layer_map: LayerMap | None, poll: Poll) -> None:
        """Compose a picture, calling `poll` in between."""
        self._compositor.compose(picture, layer_map, poll)
        if self._larger is not None:
            pygame.transform.smoothscale(self._larger, self._target.get_size(), self._target)
            poll()

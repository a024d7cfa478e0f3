"""Where pictures are not transparent, kept as the numbers of layers: a picture in view is mostly assigned to the same
number as a frame before, and then assigning it is one pass over its pixels.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.pictures import cached_by_picture

Owners: TypeAlias = npt.NDArray[np.uint8]
Mask: TypeAlias = npt.NDArray[np.bool_]
COVERS = 256
"""Pictures of which it is kept where they are not transparent: twice as many as a picture shows. They are 5 MB at most
in a run, a byte a pixel; a picture that comes back is looked through anew, in some 40 us."""


class Cover:
    """Where one picture is not transparent, by row and column."""

    def __init__(self, shown: Mask) -> None:
        self._stamped: Owners = shown.astype(np.uint8)
        self._number = 1

    def stamped(self, number: int) -> Owners:
        """Return a number, from 1 on, for every pixel that is not transparent, and 0 for all others. It is overwritten
        by the next call.
        """
        if number != self._number:
            np.minimum(self._stamped, np.uint8(1), out=self._stamped)
            np.multiply(self._stamped, np.uint8(number), out=self._stamped)
            self._number = number
        return self._stamped


@cached_by_picture(COVERS)
def cover_of(picture: pygame.Surface) -> Cover | None:
    """Return where a picture is not transparent; None where it is nowhere transparent."""
    key = picture.get_colorkey()
    if picture.get_flags() & pygame.SRCALPHA:
        shown = pygame.surfarray.pixels_alpha(picture).T > 0
    elif key is None:
        return None
    else:
        shown = np.not_equal(pygame.surfarray.pixels2d(picture).T, picture.map_rgb(key))
    return None if shown.all() else Cover(shown)

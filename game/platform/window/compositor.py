"""Scales a canvas up while moving its layers by fractions of a canvas pixel.

Every layer is moved by whole pixels of the target; where it uncovers something, the layer behind it extends. A canvas
pixel becomes `scale` columns, and a layer moved by `d` of them differs from one at rest only in the first `d` columns,
where its left neighbor shows instead; the nearer owner of the two pixels decides. So the canvas is scaled once, those
columns are corrected, and the rows are written to the target; rows work the same way. The cost does not depend on the
number of layers.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

PICTURE_SIZE = (640, 360)
"""Width and height of the canvas, px."""
Pixels: TypeAlias = npt.NDArray[np.uint32]
Owners: TypeAlias = npt.NDArray[np.uint8]
Steps: TypeAlias = npt.NDArray[np.int8]
LayerMap: TypeAlias = tuple[Owners, Sequence[tuple[float, float]]]
"""The layer of each pixel (rows by columns, nearer layers have higher numbers), and the offset of each layer to the
right and down, in canvas pixels, -0.5 up to 0.5."""
Poll: TypeAlias = Callable[[], None]
MAX_LAYERS = 256
"""Largest number of layers."""


class Compositor:
    """Composes pictures onto a surface that is larger by an integer scale; onto any other it only scales them."""

    def __init__(self, target: pygame.Surface) -> None:
        self._target = target
        width, height = PICTURE_SIZE
        self._scale = target.get_width() // width
        self._whole = target.get_size() == (width * self._scale, height * self._scale) and self._scale > 1
        self._widened = pygame.Surface((width * max(1, self._scale), height), 0, target)
        self._shifted = pygame.Surface(PICTURE_SIZE, 0, target)
        self._owner: Owners = np.zeros((height, width), np.uint8)

    def compose(self, picture: pygame.Surface, layer_map: LayerMap | None, poll: Poll) -> None:
        """Compose a picture on the target, calling `poll` after every small piece of the work."""
        if layer_map is None or not self._whole:
            pygame.transform.scale(picture, self._target.get_size(), self._target)
            poll()
            return
        owner, offsets = layer_map
        across, down = steps_of(offsets, self._scale)
        rows = [least_move_in(down, row, self._scale) for row in range(self._scale)]
        for moved in dict.fromkeys(rows):
            shown, owners = self._moved_down(picture, owner, down, moved) if moved else (picture, owner)
            poll()
            self._widen(shown, owners, across, poll)
            widened = pixels_of(self._widened)
            for row in (number for number, other in enumerate(rows) if other == moved):
                pixels_of(self._target)[row :: self._scale] = widened
                poll()

    def _moved_down(
        self, picture: pygame.Surface, owner: Owners, down: Steps, moved: int
    ) -> tuple[pygame.Surface, Owners]:
        """Return the picture and its owners for one row of each canvas pixel. `moved` is the smallest vertical layer
        offset that changes this row, positive downwards."""
        shown, was = pixels_of(self._shifted), pixels_of(picture)
        np.copyto(shown, was)
        np.copyto(self._owner, owner)
        nearer = np.maximum(owner[1:], owner[:-1])
        upper, lower = slice(None, -1), slice(1, None)
        source, goal = (upper, lower) if moved > 0 else (lower, upper)
        seen = _reached(down, nearer, moved)
        np.copyto(shown[goal], was[source], where=seen)
        np.copyto(self._owner[goal], owner[source], where=seen)
        return self._shifted, self._owner

    def _widen(self, picture: pygame.Surface, owner: Owners, across: Steps, poll: Poll) -> None:
        """Widen a picture, and mend in each pixel's first and last columns what moved layers show there."""
        pygame.transform.scale(picture, self._widened.get_size(), self._widened)
        poll()
        moves = [(column, least_move_in(across, column, self._scale)) for column in range(self._scale)]
        if not any(moved for _, moved in moves):
            return
        steps = np.take(across, np.maximum(owner[:, 1:], owner[:, :-1]), mode="clip")
        was = pixels_of(picture)
        wide = pixels_of(self._widened).reshape(PICTURE_SIZE[1], PICTURE_SIZE[0], self._scale)
        for column, moved in moves:
            if moved > 0:
                np.copyto(wide[:, 1:, column], was[:, :-1], where=steps >= moved)
            elif moved < 0:
                np.copyto(wide[:, :-1, column], was[:, 1:], where=steps <= moved)
            poll()


def steps_of(offsets: Sequence[tuple[float, float]], scale: int) -> tuple[Steps, Steps]:
    """Return by how many of the target's pixels each layer is moved across and down; less than a picture's pixel."""
    moves = np.zeros((2, MAX_LAYERS), np.int8)
    moves[:, : len(offsets)] = np.floor(np.array(offsets).T * scale + 0.5).astype(np.int8)
    return moves[0], moves[1]


def least_move_in(steps: Steps, number: int, scale: int) -> int:
    """Return the smallest layer offset, in target pixels, that shows in column (or row) `number` of a pixel, else 0.

    A layer moved by `d` to the right shows its left neighbor in columns below `d`; one moved to the left its right
    neighbor in the last `-d`. As no layer is moved by more than half a pixel these never meet.
    """
    if number < scale / 2:
        return number + 1 if (steps > number).any() else 0
    return number - scale if (steps <= number - scale).any() else 0


def _reached(steps: Steps, owner: Owners, moved: int) -> npt.NDArray[np.bool_]:
    """Return where the owner is moved at least so far."""
    far = steps >= moved if moved > 0 else steps <= moved
    return np.take(far, owner, mode="clip")


def pixels_of(surface: pygame.Surface) -> Pixels:
    """Return a surface's pixels by row and column, as a view."""
    return pygame.surfarray.pixels2d(surface).T.view(np.uint32)

"""Renders the stairs row by row in perspective: for each screen row the face it shows, its texel and its depth.

One texture holds all faces of the flight; each row samples the copy whose texel size is nearest.
"""

from math import floor

import numpy as np
import numpy.typing as npt
import pygame

from game.minigames.steps.building_shadow import BuildingShadow
from game.minigames.steps.climb import ClimbFacts, Eye
from game.view.canvas.composite_layers import CompositeLayers, fraction
from game.view.canvas.lens import HEIGHT, WIDTH

NEAREST_METRES = 3.0
"""Distance from the camera within which stairs are not drawn, metres."""
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class StairRows:
    """Draws the stairs. `textures` are the indexed pictures of the climb, largest first, with one palette."""

    def __init__(self, facts: ClimbFacts, textures: list[pygame.Surface]) -> None:
        self._mips = [np.ascontiguousarray(pygame.surfarray.array2d(picture).T) for picture in textures]
        self._ppm, self._span = float(facts.data["textures"]["ppm"]), float(facts.data["textures"]["span"])
        faces = facts.data["faces"]
        self._riser = np.array([face[0] == "riser" for face in faces])
        self._z0, self._y0, self._z1, self._y1 = (np.array([face[i] for face in faces], float) for i in (1, 2, 3, 4))
        self._texels: Ints = np.array([face[5] for face in faces])
        self._first: Ints = np.concatenate([[0], np.cumsum(self._texels)[:-1]])
        self._rows = pygame.Surface((WIDTH, HEIGHT), 0, 8)
        self._rows.set_palette(textures[0].get_palette())
        self._rows.set_colorkey(0)
        self._met_at = np.empty((HEIGHT, WIDTH), np.float32)
        """Scratch buffers: allocating them for each picture costs as much as the work."""
        self._across = np.empty((HEIGHT, WIDTH), np.int32)
        self._shown = np.empty((HEIGHT, WIDTH), np.uint8)
        self._columns = (np.arange(WIDTH) + 0.5 - WIDTH / 2).astype(np.float32)
        self.shadow = BuildingShadow(facts.data["shadow"], self._span)

    def draw(self, target: pygame.Surface, composite: CompositeLayers, eye: Eye, beat: float) -> None:
        """Draw every row that shows a stair, the plaza or the terrace, in the building's shadow at a beat of the
        section; each face is a composite layer of its own.
        """
        ahead = self._z1 > eye.z + NEAREST_METRES
        near = np.maximum(self._z0[ahead], eye.z + NEAREST_METRES)
        reach = eye.horizon + (eye.y - self._y1[ahead]) * eye.focal / (self._z1[ahead] - eye.z)
        upper = np.minimum.accumulate(reach)
        rows = np.arange(HEIGHT) + 0.5
        face = np.searchsorted(-upper, -rows, side="left")  # the first face that reaches above the row
        first = int(np.argmax(face < len(upper)))
        texel, depth = self._met(
            eye, np.flatnonzero(ahead), near, (rows[first:].astype(np.float64), face[first:].astype(np.int64))
        )
        across = eye.middle - WIDTH / 2
        columns = self._columns - np.float32(floor(across + 0.5))
        self._gather(first, texel, depth / eye.focal, columns)
        shown = pygame.surfarray.pixels2d(self._rows).T[first:]
        self.shadow.darken(shown, (depth + eye.z, depth / eye.focal), columns, beat)
        del shown
        composite.hang_rows(first, [(fraction(across), fraction(edge)) for edge in upper[face[first:]].tolist()])
        target.blit(self._rows, (0, first), (0, first, WIDTH, HEIGHT - first))

    def _met(self, eye: Eye, ahead: Ints, near: Floats, seen: tuple[Floats, Ints]) -> tuple[Ints, Floats]:
        """Return for each row the texel of the face that it shows and the distance from the face's upper edge, in
        metres.
        """
        rows, face = seen
        number = ahead[face]
        slope = (rows - eye.horizon) / eye.focal
        flat = ~self._riser[number]
        with np.errstate(divide="ignore", invalid="ignore"):  # next to the horizon a level face is met at any depth
            depth = np.where(flat, (eye.y - self._y0[number]) / slope, near[face] - eye.z)
        far = np.maximum(self._z1[number], near[face] + 1e-6)
        depth = np.clip(np.nan_to_num(depth, posinf=1e6), near[face] - eye.z, far - eye.z)
        long = np.maximum(np.where(flat, self._z1[number] - self._z0[number], 1.0), 1e-6)
        high = np.maximum(self._y1[number] - self._y0[number], 1e-6)
        along = np.where(
            flat, (depth + eye.z - self._z0[number]) / long, (eye.y - depth * slope - self._y0[number]) / high
        )
        count = self._texels[number]
        return self._first[number] + np.clip((along * count).astype(int), 0, count - 1), depth

    def _gather(self, first: int, texel: Ints, metres_per_px: Floats, columns: npt.NDArray[np.float32]) -> None:
        """Sample the rows' texels; `columns` are the pixels' distances from the middle of the stairs."""
        mip = np.clip(np.floor(np.log2(self._ppm * metres_per_px) + 0.6), 0, len(self._mips) - 1).astype(int)
        out = pygame.surfarray.pixels2d(self._rows).T
        for level, texture in enumerate(self._mips):
            which = np.flatnonzero(mip == level)
            if not len(which):
                continue
            scale = self._ppm / 2**level
            step = (metres_per_px[which] * scale).astype(np.float32)
            met, across, shown = self._met_at[: len(which)], self._across[: len(which)], self._shown[: len(which)]
            np.multiply(columns[None], step[:, None], out=met)
            met += np.float32(self._span * scale)
            np.copyto(across, met, casting="unsafe")
            if across[:, 0].min() < 0 or across[:, -1].max() >= texture.shape[1]:  # columns rise from left to right
                np.clip(across, 0, texture.shape[1] - 1, out=across)
            across += (texel[which] * texture.shape[1]).astype(np.int32)[:, None]
            np.take(texture, across, out=shown, mode="clip")
            out[first + which] = shown

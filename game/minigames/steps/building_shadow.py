"""The shadow of the building beside the stairs. He climbs towards its edge until the sun comes round the building's
corner: the edge swings down over the stairs and passes his feet on the beat from which he takes two stairs at a time.

Metres: x to the right, z away, as in the climb.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.minigames.steps.stairs import SINGLE_UNTIL
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH

SWING_FROM_BEAT = 18.1
"""Beat of the section from which the edge swings; until then it stays where it is on the stairs."""
PASSES_HIM_BEAT = SINGLE_UNTIL
"""Beat on which it has passed his feet: the first from which he takes two stairs."""
QUICKENS = 2.2
"""Power of time with which the swing quickens."""
PASSES_AT_SLOPE = 0.064
"""Slope of the edge on that beat, metres a metre: half a metre below his feet."""
LAST_SLOPE = -0.1
"""Slope at which no more of the shadow is in the picture: it stays there."""
COLUMN_METRES = 0.05
"""Distance of the points of the edge that are kept, metres."""
DEPTH_METRES = 0.01
"""Steps of the depth inside the edge, metres."""
MOST_METRES = 200.0
"""Greatest half width of the stairs, and greatest width of a penumbra, metres."""
COLORS = 256
"""Colors of a palette."""
PIXELS = 2
"""Pixels beside each other that are in one degree of the shadow."""
Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.uint8]


class BuildingShadow:
    """Where the shadow ends at a beat, and how much darker the stairs' texels are for it."""

    def __init__(self, facts: dict[str, Any], span: float) -> None:
        """`facts` are those of `climb.json`; `span` is the greatest x that is kept, metres. Raises ValueError where it
        or the penumbra is larger than `MOST_METRES`, or the palette has no room for its tones.
        """
        self._begins = [float(begin) for begin in facts["begins"]]
        if not (0 < span <= MOST_METRES and 0 < self._begins[-1] - self._begins[0] <= MOST_METRES):
            raise ValueError("the shadow's edge is too large")
        tones = int(facts["tones"])
        if not 0 < tones <= COLORS // (len(self._begins) + 1):
            raise ValueError("there are too many tones for a palette")
        (self._corner_x, self._corner_z), self._slope = facts["corner"], float(facts["slope"])
        self._span, profile = span, np.array(facts["profile"], float)
        x = np.arange(-span, span, COLUMN_METRES)
        self._x, self._beyond = x - self._corner_x, np.interp(x, profile[:, 0], profile[:, 1])
        self._outside = self._begins[0] - DEPTH_METRES
        inside = np.arange(self._outside, self._begins[-1] + 2 * DEPTH_METRES, DEPTH_METRES)
        degrees = np.searchsorted(self._begins, inside, side="right")
        self._tones = np.uint8(tones)
        self._added = degrees.astype(np.uint8) * self._tones
        self._at = np.empty((HEIGHT, WIDTH // PIXELS), np.float32)
        """Scratch buffers: allocating them for each picture costs as much as the work."""
        self._inside = np.empty((HEIGHT, WIDTH // PIXELS), np.intp)
        self._sunlit = np.empty((HEIGHT, WIDTH), np.uint8)

    def slope_at(self, beat: float) -> float:
        """Return the edge's slope at a beat of the section."""
        whole = (self._slope - LAST_SLOPE) / (self._slope - PASSES_AT_SLOPE)
        lasts = (PASSES_HIM_BEAT - SWING_FROM_BEAT) * whole ** (1 / QUICKENS)
        swung = clamp((beat - SWING_FROM_BEAT) / lasts) ** QUICKENS
        return float(self._slope + (LAST_SLOPE - self._slope) * swung)

    def edge_at(self, beat: float, x: float = 0.0) -> float:
        """Return the z at which the shadow ends at x."""
        number = min(len(self._x) - 1, max(0, int((x + self._span) / COLUMN_METRES)))
        return float(self._corner_z + self.slope_at(beat) * self._x[number] + self._beyond[number])

    def darken(
        self, rows: Indices, depth: tuple[Floats, Floats], columns: npt.NDArray[np.float32], beat: float
    ) -> None:
        """Deepen rows of texels, the far ones first, to the degrees of the shadow; those in a deeper one stay. `depth`
        has the z of each row and its metres a pixel, `columns` the pixels' distance from the middle of the stairs.
        """
        z, metres_per_px = depth
        slope = self.slope_at(beat)
        if slope <= LAST_SLOPE:
            return
        edge = self._corner_z + slope * self._x + self._beyond
        points = (metres_per_px[:, None] * columns[None, [0, -1]] + self._span) / COLUMN_METRES
        ends = edge[np.clip(points.astype(int), 0, len(edge) - 1)]
        # The edge rises from the left to the roof's corner and falls from there: it is least at one of both ends.
        nearer = np.flatnonzero(z < edge.max() - self._outside)
        whole = np.flatnonzero(z < ends.min(axis=1) - self._begins[-1])
        first, end = (int(found[0]) if len(found) else len(z) for found in (nearer, whole))
        if end < len(z):
            rows[end:] = self._lit(rows[end:]) + self._added[-1]
        if first < end:
            self._darken_partly(rows[first:end], (z[first:end, None], metres_per_px[first:end, None]), columns, edge)

    def _darken_partly(
        self, rows: Indices, depth: tuple[Floats, Floats], columns: npt.NDArray[np.float32], edge: Floats
    ) -> None:
        at, inside = self._at[: len(rows)], self._inside[: len(rows)]
        np.multiply((depth[1] / COLUMN_METRES).astype(np.float32), columns[None, ::PIXELS], out=at)
        at += np.float32(self._span / COLUMN_METRES)
        np.copyto(inside, at, casting="unsafe")
        kept = ((edge - self._outside) / DEPTH_METRES).astype(np.intp)
        np.take(kept, inside, out=inside, mode="clip")
        inside -= (depth[0] / DEPTH_METRES).astype(np.intp)
        added = np.take(self._added, inside, mode="clip")
        lit = self._lit(rows)
        for beside in range(PIXELS):
            lit[:, beside::PIXELS] += added
        np.maximum(rows, lit, out=rows)

    def _lit(self, rows: Indices) -> Indices:
        """Return the texels as they are in the sun."""
        lit = self._sunlit[: len(rows)]
        np.floor_divide(rows, self._tones, out=lit)
        np.multiply(lit, self._tones, out=lit)
        return np.subtract(rows, lit, out=lit)

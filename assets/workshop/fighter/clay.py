"""Clay: signed-distance primitives, collected row by row for the ray marcher.

Row: 0 type, 1 group, 2 material, 3 blend radius, 4-6 A, 7-9 B, 10-11 radii of a cone (10: rounding of a box),
12-20 axes, 21-23 half sizes, 24-26 drape (amplitude, frequency, phase), 27 priority, 28 part,
29-31 folds (at A, at B, reach), 32-35 bounding sphere, 36 paint only.
Paint does not shape the body: it only colours the surface it encloses.
"""
from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .space import Matrix, Vector, unit, vec

COLUMNS = 37
CONE, BALL, BOX = 0.0, 1.0, 2.0


@dataclass(frozen=True)
class Stuff:
    """What a primitive is made of: material, group (hard edge between groups), part (line between parts), blend."""

    mat: int
    group: int
    part: int
    k: float = 1.5
    prio: float = 0.0
    paint: bool = False

    def but(self, **changes: float) -> Stuff:
        """Return the same stuff with some facts changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Drape:
    """How cloth lies: loose waves (amplitude px, radians a px, phase) and folds pressed in at either end of a limb."""

    amp: float = 0.0
    freq: float = 1.0
    phase: float = 0.0
    at_a: float = 0.0
    at_b: float = 0.0
    length: float = 5.0
    toward: Vector | None = None


PLAIN = Drape()


class Clay:
    """A scene under construction, in view space. `place` moves a whole figure, `view` turns it to the camera.

    `stroke` thins drawn creases on larger pictures; `group_shift` keeps figures apart; `size` makes a whole
    figure smaller or larger.
    """

    def __init__(self, view: Matrix, place: Vector | None = None) -> None:
        self.view = view
        self.place = vec(0, 0, 0) if place is None else place
        self.rows: list[np.ndarray] = []
        self.boxes: list[tuple[float, ...]] = []
        self.group_shift = 0
        self.stroke = 1.0
        self.size = 1.0
        self.eyes: list[dict] = []

    def seen(self, point: Vector) -> Vector:
        """Return a world point in view space."""
        return self.view @ (point * self.size + self.place)

    def _start(self, kind: float, stuff: Stuff, drape: Drape) -> np.ndarray:
        row, n = np.zeros(COLUMNS), self.size
        row[0], row[1], row[2], row[3] = kind, stuff.group + self.group_shift, stuff.mat, stuff.k * n
        row[24:27] = drape.amp * n, drape.freq / n, drape.phase
        row[27], row[28] = stuff.prio * n, stuff.part
        row[29:32] = drape.at_a * n, drape.at_b * n, drape.length * n
        row[36] = stuff.paint
        return row

    def _close(self, row: np.ndarray, low: Vector, high: Vector, radius: float) -> None:
        row[32:35], row[35] = (low + high) / 2, radius
        self.rows.append(row)
        self.boxes.append((low[0], high[0], low[1], high[1], low[2], high[2]))

    def cone(self, a: Vector, b: Vector, radii: tuple[float, float], stuff: Stuff, drape: Drape = PLAIN) -> None:
        """Add a round cone from `a` to `b`."""
        a, b = self.seen(np.asarray(a, float)), self.seen(np.asarray(b, float))
        radii = (radii[0] * self.size, radii[1] * self.size)
        row = self._start(CONE, stuff, drape)
        axis = b - a
        along = unit(axis) if np.linalg.norm(axis) > 1e-6 else vec(0, 1, 0)
        toward = vec(0, 0, 1) if drape.toward is None else self.view @ drape.toward
        u = toward - along * toward.dot(along)
        if np.linalg.norm(u) < 1e-3:
            u = vec(1, 0, 0) - along * along[0]
        u = unit(u)
        row[4:7], row[7:10], row[10:12] = a, b, radii
        row[12:15], row[15:18] = u, np.cross(along, u)
        low = np.minimum(a - radii[0], b - radii[1])
        high = np.maximum(a + radii[0], b + radii[1])
        reach = float(np.linalg.norm(axis)) / 2 + max(radii)
        self._close(row, low, high, max(reach, float(np.max(high - low)) / 2))
        self.rows[-1][32:35] = (a + b) / 2

    def ball(self, centre: Vector, frame: Matrix, radii: tuple[float, float, float], stuff: Stuff,
             drape: Drape = PLAIN) -> None:
        """Add an ellipsoid; the columns of `frame` are its axes."""
        self._solid(BALL, (centre, frame, radii, 0.0), stuff, drape)

    def box(self, centre: Vector, frame: Matrix, size: tuple[float, float, float, float], stuff: Stuff) -> None:
        """Add a rounded box of half sizes `size[:3]`, corners rounded by `size[3]`."""
        self._solid(BOX, (centre, frame, size[:3], size[3]), stuff, PLAIN)

    def _solid(self, kind: float, form: tuple, stuff: Stuff, drape: Drape) -> None:
        centre, frame, radii, rounding = form
        middle, axes = self.seen(np.asarray(centre, float)), self.view @ frame
        radii = np.asarray(radii, float) * self.size
        rounding = rounding * self.size
        row = self._start(kind, stuff, drape)
        row[4:7], row[10], row[12:21], row[21:24] = middle, rounding, axes.T.reshape(-1), radii
        if kind == BALL:
            extent, radius = np.sqrt(((axes * radii) ** 2).sum(1)), float(radii.max())
        else:
            extent, radius = np.abs(axes * radii).sum(1), float(np.linalg.norm(radii))
        self._close(row, middle - extent, middle + extent, radius)

    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the rows sorted by group, and their boxes (x, x, y, y, z, z)."""
        rows, boxes = np.array(self.rows), np.array(self.boxes)
        order = np.argsort(rows[:, 1], kind="stable")
        return np.ascontiguousarray(rows[order]), np.ascontiguousarray(boxes[order])

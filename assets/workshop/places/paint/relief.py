"""The relief painter: a picture as albedo, alpha, height and glow, drawn with pixel-exact shapes.

Heights are in px towards the viewer. Shapes are cut hard (alpha 0 or 1): polygons are rasterised at four times the size
and kept where half covered. A colour is a hex string, linear rgb, or an array of the shape's bounding box.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from .colour import Array, colour

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
Paint = Any  # hex string, linear rgb, array of the region, or a function (y, x) -> array
Stamp = tuple[int, int, int, int, np.ndarray]  # y0, y1, x0, x1, mask


class Relief:
    """`rgb` linear albedo, `a` alpha 0/1, `z` height in px, `glow` linear emission; all (h, w[, 3])."""

    def __init__(self, w: int, h: int) -> None:
        self.w, self.h = int(w), int(h)
        self.rgb = np.zeros((self.h, self.w, 3), np.float32)
        self.glow = np.zeros((self.h, self.w, 3), np.float32)
        self.a = np.zeros((self.h, self.w), np.float32)
        self.z = np.zeros((self.h, self.w), np.float32)

    def put(self, stamp: Stamp | None, paint: Paint, z: Paint = None, glow: Paint = None) -> None:
        """Paint where the stamp's mask says; None leaves that channel alone."""
        if stamp is None:
            return
        y0, y1, x0, x1, mask = stamp
        at = (slice(y0, y1), slice(x0, x1))

        def value(v: Paint) -> Any:
            return v(*np.mgrid[y0:y1, x0:x1]) if callable(v) else v

        if paint is not None:
            self.rgb[at] = np.where(mask[..., None], colour(value(paint)), self.rgb[at])
            self.a[at] = np.where(mask, 1, self.a[at])
            self.glow[at] = np.where(mask[..., None], 0, self.glow[at])
        if z is not None:
            self.z[at] = np.where(mask, value(z), self.z[at])
        if glow is not None:
            self.glow[at] = np.where(mask[..., None], colour(value(glow)), self.glow[at])

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[int, int, int, int] | None:
        y0, y1, x0, x1 = max(0, int(y0)), min(self.h, int(y1)), max(0, int(x0)), min(self.w, int(x1))
        return (y0, y1, x0, x1) if x1 > x0 and y1 > y0 else None

    def rect(self, place: Frame, paint: Paint, z: Paint = None, glow: Paint = None) -> None:
        """Fill a rectangle; `place` is its left edge, top edge, width and height."""
        x, y, w, h = place
        box = self._box(round(x), round(y), round(x + w), round(y + h))
        if box:
            self.put((*box, np.ones((box[1] - box[0], box[3] - box[2]), bool)), paint, z, glow)

    def poly_stamp(self, points: Sequence[Point]) -> Stamp | None:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = self._box(min(xs) - 1, min(ys) - 1, max(xs) + 2, max(ys) + 2)
        if box is None:
            return None
        y0, y1, x0, x1 = box
        img = Image.new("L", ((x1 - x0) * 4, (y1 - y0) * 4))
        ImageDraw.Draw(img).polygon([((x - x0) * 4, (y - y0) * 4) for x, y in points], fill=255)
        cover = np.asarray(img, np.float32).reshape(y1 - y0, 4, x1 - x0, 4).mean((1, 3))
        return (*box, cover > 127)

    def poly(self, points: Sequence[Point], paint: Paint, z: Paint = None, glow: Paint = None) -> None:
        self.put(self.poly_stamp(points), paint, z, glow)

    def disc(self, place: Frame, paint: Paint, z: Paint = None, glow: Paint = None) -> None:
        """Fill an ellipse; `place` is its middle, then its half axes."""
        cx, cy, rx, ry = place
        box = self._box(cx - rx - 1, cy - ry - 1, cx + rx + 2, cy + ry + 2)
        if box:
            yy, xx = np.mgrid[box[0] : box[1], box[2] : box[3]]
            self.put((*box, ((xx + 0.5 - cx) / rx) ** 2 + ((yy + 0.5 - cy) / ry) ** 2 <= 1), paint, z, glow)

    def line(self, a: Point, b: Point, paint: Paint, z: Paint = None, width: float = 1) -> None:
        """One pixel wide along the longer axis, or a thick polygon."""
        if width > 1.01:
            dx, dy = b[0] - a[0], b[1] - a[1]
            k = width / 2 / (math.hypot(dx, dy) or 1)
            self.poly(
                [
                    (a[0] - dy * k, a[1] + dx * k),
                    (b[0] - dy * k, b[1] + dx * k),
                    (b[0] + dy * k, b[1] - dx * k),
                    (a[0] + dy * k, a[1] - dx * k),
                ],
                paint,
                z,
            )
            return
        n = int(max(abs(round(b[0]) - round(a[0])), abs(round(b[1]) - round(a[1])))) + 1
        xs, ys = np.round(np.linspace(a[0], b[0], n)).astype(int), np.round(np.linspace(a[1], b[1], n)).astype(int)
        ok = (xs >= 0) & (xs < self.w) & (ys >= 0) & (ys < self.h)
        xs, ys = xs[ok], ys[ok]
        if len(xs):
            y0, x0 = ys.min(), xs.min()
            mask = np.zeros((ys.max() - y0 + 1, xs.max() - x0 + 1), bool)
            mask[ys - y0, xs - x0] = True
            self.put((y0, ys.max() + 1, x0, xs.max() + 1, mask), paint, z)

    def curve(self, points: Sequence[Point], paint: Paint, z: Paint = None, width: float = 1) -> None:
        for a, b in itertools.pairwise(points):
            self.line(a, b, paint, z, width)

    def wire(self, a: Point, b: Point, sag: float, paint: Paint, z: Paint = None) -> None:
        """A hanging wire, `sag` px below the straight line at its middle."""
        self.curve(hang(a, b, sag), paint, z)

    def texture(
        self, x: float, y: float, tex: tuple[Array, Array], z: float = 0, mask: np.ndarray | None = None
    ) -> None:
        """Lay a (rgb, height) texture down at x, y; its height is added to z."""
        rgb, height = tex
        h, w = height.shape
        x, y = round(x), round(y)
        box = self._box(x, y, x + w, y + h)
        if box:
            at = (slice(box[0] - y, box[1] - y), slice(box[2] - x, box[3] - x))
            m = np.ones((box[1] - box[0], box[3] - box[2]), bool) if mask is None else mask[at]
            self.put((*box, m), rgb[at], z + height[at])

    def mask(self, x: float, y: float, mask: np.ndarray, paint: Paint, z: Paint = None, glow: Paint = None) -> None:
        """Paint through a boolean mask laid at x, y."""
        h, w = mask.shape
        x, y = round(x), round(y)
        box = self._box(x, y, x + w, y + h)
        if box:
            self.put((*box, mask[box[0] - y : box[1] - y, box[2] - x : box[3] - x]), paint, z, glow)

    def paste(self, other: "Relief", x: float, y: float) -> None:
        """Lay another relief over this one, with its height and glow."""
        x, y = round(x), round(y)
        box = self._box(x, y, x + other.w, y + other.h)
        if box:
            at, src = (
                (slice(box[0], box[1]), slice(box[2], box[3])),
                (slice(box[0] - y, box[1] - y), slice(box[2] - x, box[3] - x)),
            )
            m = other.a[src] > 0.5
            for f in ("rgb", "glow"):
                getattr(self, f)[at] = np.where(m[..., None], getattr(other, f)[src], getattr(self, f)[at])
            for f in ("z", "a"):
                getattr(self, f)[at] = np.where(m, getattr(other, f)[src], getattr(self, f)[at])

    def flipped(self) -> "Relief":
        """A mirror image, left for right."""
        out = Relief(self.w, self.h)
        for f in ("rgb", "glow", "a", "z"):
            setattr(out, f, getattr(self, f)[:, ::-1].copy())
        return out


def hang(a: Point, b: Point, sag: float, n: int = 24) -> list[Point]:
    """Points of a hanging wire."""
    t = np.linspace(0, 1, n)
    return [(float(a[0] + (b[0] - a[0]) * k), float(a[1] + (b[1] - a[1]) * k + sag * 4 * k * (1 - k))) for k in t]


def capsule(
    r: Relief, a: tuple[float, float, float], b: tuple[float, float, float], paint: Paint, base: float = 0
) -> None:
    """A tapered limb from (x, y, radius) to (x, y, radius) with a domed height; keeps what lies higher."""
    (x0, y0, r0), (x1, y1, r1) = a, b
    big = max(r0, r1) + 1
    box = r._box(min(x0, x1) - big, min(y0, y1) - big, max(x0, x1) + big + 1, max(y0, y1) + big + 1)
    if box is None:
        return
    yy, xx = np.mgrid[box[0] : box[1], box[2] : box[3]]
    px, py, dx, dy = xx + 0.5, yy + 0.5, x1 - x0, y1 - y0
    t = np.clip(((px - x0) * dx + (py - y0) * dy) / (dx * dx + dy * dy + 1e-6), 0, 1)
    d, rad = np.hypot(px - x0 - t * dx, py - y0 - t * dy), r0 + (r1 - r0) * t
    z = base + np.sqrt(np.clip(rad * rad - d * d, 0, None))
    at = (slice(box[0], box[1]), slice(box[2], box[3]))
    r.put((*box, (d < rad) & ~((r.a[at] > 0.5) & (r.z[at] > z))), paint, z)


def round_height(x: float, radius: float, base: float = 0, k: float = 1.0) -> Callable[[Array, Array], Array]:
    """Height of an upright cylinder about x, for `z`."""
    return lambda _y, xx: base + k * np.sqrt(np.clip(radius**2 - (xx + 0.5 - x) ** 2, 0, None))

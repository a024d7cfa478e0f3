"""Shading: a G-buffer to pixels of fixed ramps.

Tones are few and clean: a tone holds its place from frame to frame (hysteresis), islands of a few pixels join their
surroundings, a line marks where a nearer part passes over a farther one, and the rim light is one pixel wide.
"""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy import ndimage

from .lights import Light
from .march import Buffer
from .palette import CLOTH, DETAIL, MAT, NAMES, SKINS

HEAD_PARTS = (6, 10, 11)
FAR_PARTS = (3, 5, 13, 15)
NEIGHBOURS = ((0, 1), (1, 0), (0, -1), (-1, 0))
LINE_GAP = 1.6
HOOD, HOOD_GAP = 7, 0.5  # the hood lies close on the back, and would be lost without its line
HEAD_HOLD = 0.14
CREASES = ("RIB", "PRIB", "CARDRIB", "TANKRIB", "OLIVERIB", "BROWNRIB")
GARMENT = tuple(MAT[name] for name in ("SWEAT", "PANTS", "TANK", "CARDIGAN", "FLANNEL", "OLIVE", "DENIM", "BROWN",
                                       "BLACK", "APRON", "TEAL", "PINK", "YELLOW", "GREY", *CREASES))
MASS = 7.0  # times 2, 4 and 6 px at 50 px a metre: the smallest mass of one tone a garment may show, by pass
LIGHTEST, LIGHT_MASS = 4, 2  # a mass of the lightest tone must be so many times larger, or it reads as a stain
TANK_SHARE = 0.93  # the towel's pale cotton shows its lightest tone only where it faces the light
TRUNK, VEST_LEAST, VEST_SHARE, VEST_MOST = 1, 0.33, 0.45, 0.79  # a vest of it is one mass: a patch reads as bare skin
EDGE = 0.7  # px likewise over which the border between two tones of cloth is drawn smooth
SPREAD, SPREAD_SHARE = 1.4, 0.9  # px at 50 px a metre over which cloth's light is spread; how much of it is


@dataclass(frozen=True)
class Toned:
    """Tones (0 to 5, H x W) with the material and part they belong to; the memory of the hysteresis."""

    tone: np.ndarray
    mat: np.ndarray
    part: np.ndarray


def _spread(values: np.ndarray, buffer: Buffer, sigma: float) -> np.ndarray:
    """Return `values` averaged within each garment's part over `sigma` px; elsewhere as they are."""
    cloth = np.isin(buffer.mat, GARMENT) & ~np.isin(buffer.part, HEAD_PARTS)
    out = values.astype(float)
    for part in np.unique(buffer.part[cloth]):
        mask = cloth & (buffer.part == part)
        weight = ndimage.gaussian_filter(mask.astype(float), sigma, mode="constant")
        total = ndimage.gaussian_filter(np.where(mask, values, 0.0), sigma, mode="constant")
        out[mask] = (total / np.maximum(weight, 1e-6))[mask]
    return out


def brightness(buffer: Buffer, light: Light, scale: float) -> np.ndarray:
    """Return how lit each pixel is, averaged with its four neighbours of the same material and part.

    Cloth takes most of its light from farther about, so that its tones are a few large masses and not islands.
    """
    n = buffer.normal
    key = np.clip(n @ light.to_key(), 0, 1) * np.clip(buffer.lit * 1.6 - 0.2, 0, 1)
    fill_to = np.array(light.fill) / np.linalg.norm(light.fill)
    fill = np.clip(n @ fill_to, 0, 1)
    sky = 0.45 + 0.55 * (n[..., 1] * 0.5 + 0.5)
    v = light.ambient * sky * buffer.ao**1.3 + light.key_power * key + light.fill_power * fill * buffer.ao
    total, weight = v * 2.0, np.full(v.shape, 2.0)
    for shift in NEIGHBOURS:
        same = ((np.roll(buffer.mat, shift, (0, 1)) == buffer.mat) & (np.roll(buffer.part, shift,
                                                                              (0, 1)) == buffer.part))
        total += np.where(same, np.roll(v, shift, (0, 1)), 0)
        weight += same
    v = total / weight
    v = v * (1 - SPREAD_SHARE) + _spread(v, buffer, SPREAD * scale**1.6) * SPREAD_SHARE
    pale = buffer.mat == MAT["TANK"]
    v = np.where(np.isin(buffer.mat, GARMENT) & ~pale, np.minimum(v, light.cloth_most), v)
    vest = np.minimum(VEST_LEAST + v * VEST_SHARE, VEST_MOST)
    v = np.where(pale, np.where(buffer.part == TRUNK, vest, v * TANK_SHARE), v)
    return np.where(np.isin(buffer.mat, SKINS), v * 0.9 - 0.015, v)


@dataclass(frozen=True)
class Memory:
    """The last frame's tones, how far (px) body and head have moved in the picture since, and the hold on v."""

    last: Toned
    body: tuple[int, int]
    head: tuple[int, int]
    hold: float


def _keep(tone: np.ndarray, v: np.ndarray, buffer: Buffer, light: Light, memory: tuple) -> None:
    """Put last frame's tone where material and part match and v is within `hold` of a threshold."""
    last, (dx, dy), hold, of_head = memory
    h, w = v.shape
    y0, x0, y1, x1 = max(0, dy), max(0, dx), min(h, last.tone.shape[0] + dy), min(w, last.tone.shape[1] + dx)
    if y1 <= y0 or x1 <= x0:
        return
    here, there = np.s_[y0:y1, x0:x1], np.s_[y0 - dy:y1 - dy, x0 - dx:x1 - dx]
    low, high = np.digitize(v[here] - hold, light.steps), np.digitize(v[here] + hold, light.steps)
    keep = ((last.mat[there] == buffer.mat[here]) & (last.part[there] == buffer.part[here])
            & (last.tone[there] >= low) & (last.tone[there] <= high) & (np.isin(buffer.part[here],
                                                                                HEAD_PARTS) == of_head))
    tone[here] = np.where(keep, last.tone[there], tone[here])


def tones(buffer: Buffer, light: Light, scale: float, memory: Memory | None = None) -> Toned:
    """Return the tone of each pixel, held by `memory`; the head's tones move with the head and are held hardest."""
    v = brightness(buffer, light, scale)
    tone = np.digitize(v, light.steps)
    if memory is not None:
        _keep(tone, v, buffer, light, (memory.last, memory.body, memory.hold, False))
        _keep(tone, v, buffer, light, (memory.last, memory.head, HEAD_HOLD, True))
    return Toned(tone, buffer.mat, buffer.part)


@njit(cache=True)
def _join_islands(tone: np.ndarray, mat: np.ndarray, least: np.ndarray) -> None:
    """Give islands smaller than `least` (px, per material and tone) the tone most common around them."""
    h, w = tone.shape
    seen = np.zeros((h, w), np.bool_)
    stack = np.zeros((h * w, 2), np.int64)
    for y0 in range(h):
        for x0 in range(w):
            if mat[y0, x0] < 0 or seen[y0, x0]:
                continue
            m, t = mat[y0, x0], tone[y0, x0]
            stack[0, 0], stack[0, 1] = y0, x0
            seen[y0, x0] = True
            done, size = 0, 1
            around = np.zeros(8, np.int64)
            while done < size:
                y, x = stack[done]
                done += 1
                for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                    b, a = y + dy, x + dx
                    if b < 0 or a < 0 or b >= h or a >= w or mat[b, a] != m:
                        continue
                    if tone[b, a] != t:
                        around[tone[b, a]] += 1
                    elif not seen[b, a]:
                        seen[b, a] = True
                        stack[size, 0], stack[size, 1] = b, a
                        size += 1
            if size < least[m, t] and around.sum() > 0:
                new = np.argmax(around)
                for q in range(size):
                    tone[stack[q, 0], stack[q, 1]] = new


@njit(cache=True)
def _join_specks(tone: np.ndarray, mat: np.ndarray, part: np.ndarray, least: np.ndarray) -> None:
    """Give specks of a material smaller than `least` (px, per material) to the pixel beside them of the same part."""
    h, w = mat.shape
    seen = np.zeros((h, w), np.bool_)
    stack = np.zeros((h * w, 2), np.int64)
    for y0 in range(h):
        for x0 in range(w):
            if mat[y0, x0] < 0 or seen[y0, x0] or least[mat[y0, x0]] == 0:
                continue
            stack[0, 0], stack[0, 1] = y0, x0
            seen[y0, x0] = True
            done, size, to_y, to_x = 0, 1, -1, -1
            while done < size:
                y, x = stack[done]
                done += 1
                for dy in (-1, 0, 1):
                    for dx in (-1, 0, 1):
                        b, a = y + dy, x + dx
                        if b < 0 or a < 0 or b >= h or a >= w or part[b, a] != part[y0, x0]:
                            continue
                        if mat[b, a] != mat[y0, x0]:
                            to_y, to_x = b, a
                        elif not seen[b, a]:
                            seen[b, a] = True
                            stack[size, 0], stack[size, 1] = b, a
                            size += 1
            if size < least[mat[y0, x0]] and to_y >= 0:
                for q in range(size):
                    mat[stack[q, 0], stack[q, 1]] = mat[to_y, to_x]
                    tone[stack[q, 0], stack[q, 1]] = tone[to_y, to_x]


def _specks(scale: float) -> np.ndarray:
    """Return the smallest crease worth drawing, px per material; 0 where specks may stand."""
    size = int(5 * scale)
    return np.array([size if name in CREASES else 0 for name in NAMES], np.int64)


def _least(scale: float) -> list[np.ndarray]:
    """Return the smallest island allowed, px per material and tone, for each of three passes."""
    cloth = np.array([index in CLOTH for index in range(len(NAMES))])
    garment = np.array([index in GARMENT and NAMES[index] not in CREASES for index in range(len(NAMES))])
    detail = np.array([index in DETAIL for index in range(len(NAMES))])
    grow = 1.0 + 0.6 * (scale - 1.0)
    wide = scale * scale  # a garment's smallest mass grows with its area
    sizes = [np.where(garment, MASS * size * wide, np.where(detail, 0, np.where(cloth, size, min(size, 3)) * grow))
             for size in (2, 4, 6)]
    larger = np.ones((len(NAMES), 6))
    larger[garment, LIGHTEST] = LIGHT_MASS
    return [(size[:, None] * larger).astype(np.int64) for size in sizes]


def _around(a: np.ndarray, shift: tuple[int, int], blank: float) -> np.ndarray:
    padded = np.pad(a, 1, constant_values=blank)
    return padded[1 + shift[0]:a.shape[0] + 1 + shift[0], 1 + shift[1]:a.shape[1] + 1 + shift[1]]


@dataclass(frozen=True)
class _Edges:
    line: np.ndarray
    edge: np.ndarray
    outward: np.ndarray


def _edges(buffer: Buffer, scale: float) -> _Edges:
    """Find lines (another part is nearer here) and the silhouette with its outward direction in the picture."""
    solid = buffer.mat >= 0
    line, edge = np.zeros(solid.shape, bool), np.zeros(solid.shape, bool)
    outward = np.zeros((*solid.shape, 2))
    for dy, dx in NEIGHBOURS:
        part, depth = _around(buffer.part, (dy, dx), -1), _around(buffer.depth, (dy, dx), -1e9)
        beside = _around(solid, (dy, dx), False)
        gap = LINE_GAP if scale < 1.5 else LINE_GAP * 0.75
        line |= solid & beside & (part != buffer.part) & (depth - buffer.depth > np.where(part == HOOD, HOOD_GAP, gap))
        open_side = solid & ~beside
        edge |= open_side
        outward[..., 0] += open_side * dx
        outward[..., 1] -= open_side * float(dy)
    return _Edges(line, edge, outward / (np.linalg.norm(outward, axis=2, keepdims=True) + 1e-9))


def _joined(lit: np.ndarray, may: np.ndarray) -> np.ndarray:
    """Close one-pixel gaps in the rim and drop lone pixels, so that it is a line and not a row of dots."""
    def beside(mask: np.ndarray) -> np.ndarray:
        shifts = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx]
        return sum(_around(mask, shift, False).astype(int) for shift in shifts)  # type: ignore[return-value]

    lit = lit | (may & (beside(lit) >= 2))
    return lit & (beside(lit) >= 1)


def ink(toned: Toned, buffer: Buffer, light: Light, style: tuple[float, bool]) -> tuple[np.ndarray, np.ndarray]:
    """Return final materials and tones: far limbs down, islands joined, lines, contour and rim.

    style = (scale, whether far limbs are a tone darker).
    """
    scale, far_down = style
    solid = buffer.mat >= 0
    tone = np.clip(np.rint(_spread(toned.tone, buffer, EDGE * scale)).astype(np.int64), 1, 4)
    if far_down:
        tone = np.where(np.isin(buffer.part, FAR_PARTS), np.clip(tone - 1, 1, 3), tone)
    tone, mat = np.ascontiguousarray(tone.astype(np.int64)), np.ascontiguousarray(buffer.mat.astype(np.int64))
    _join_specks(tone, mat, buffer.part.astype(np.int64), _specks(scale))
    for least in _least(scale):
        _join_islands(tone, mat, least)
    found = _edges(buffer, scale)
    tone = np.where(found.line, np.maximum(tone - 2, 0), tone)
    rim = np.array(light.rim) / np.linalg.norm(light.rim)
    key = light.to_key()[:2]
    dark = found.edge & (found.outward @ -rim > 0.2) & (found.outward @ key < 0.3)
    tone = np.where(dark & ~found.line, np.maximum(tone - 1, 0), tone)
    lit = (found.edge & (found.outward @ rim > light.rim_reach) & (buffer.normal[..., :2] @ rim > light.rim_reach)
           & ~found.line)
    lit = _joined(lit, found.edge & ~found.line & (found.outward @ rim > 0.1))
    far = np.isin(buffer.part, FAR_PARTS) if far_down else np.zeros(solid.shape, bool)
    tone = np.where(lit, np.where(far, 4, 5), tone)
    return mat, np.where(solid, tone, 0)

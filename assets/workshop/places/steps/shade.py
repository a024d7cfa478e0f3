"""The shadow of the long building on the left over the lower stairs: where its edge lies, and the stone in it.

That shadow moves while he climbs, so the textures hold tones, not colours: a tone is a colour of stone in the sun and
those of the same stone in each degree of the shadow. The palette has the sun's colours first and every further degree
after them, each time behind a place for holes; the game adds `ENTRIES` to a texel's index for each degree that it lies
deeper in the shadow. What stands by the stairs casts shadows that stay (`cast`): they are in the index from the start.
"""

import numpy as np
from numba import njit
from scipy import ndimage as ndi

from ..paint.colour import Array, oklab, smooth, to_linear, to_srgb
from ..paint.film import develop
from ..paint.palette import BAYER4
from .geometry import TOP_Y, TOP_Z
from .stairs import LOOK, SHADE_UP_TO, SPAN, SUN, Degree, Grid, lit

CORNER = (-27.0, 3.7)  # x and z of the building's corner, metres
HEIGHT, FROM_Z = 24.0, -60.0
LEDGES = ((18.6, 0.30), (20.2, 0.55), (21.4, 0.95), (22.6, 1.35))  # the corner's cornice: from what height, metres out
URNS_AT, URN = (-3.0, -8.0), ((0.85, 0.8), (0.55, 1.5), (0.2, 1.9))  # metres along the wall; half widths and heights
FINE = 0.02  # metres to which the edge is found
CARD_SOFT = 0.3  # metres over which the shade of a card begins
TONES = 41
ENTRIES = TONES + 1  # of the palette for each degree
# From the sun into the shadow: gold that the air about the edge has reddened, half lights, shade near lit stone, shade.
DEGREES = (
    Degree(1.0),
    Degree(1.04, "#ffc47c"),
    Degree(0.58, "#ffb46c", 0.1),
    Degree(0.2, "#e0a098", 0.15),
    Degree(0.0, glow=0.16),
    Degree(0.0),
)
# Metres inside the shadow, by its edge's middle, at which each further degree begins.
BEGINS = (-1.1, -0.36, -0.04, 0.3, 1.5)
SLOPE = -SUN[2] / -SUN[0]  # metres the edge is farther for each metre to the right
STEP = 0.25  # metres between the points of the profile
SHADE_WEIGHT = 1.5  # how much the tones of the shade count against those of the sun
DITHER = 0.012  # of OKLab's lightness, between tones


def corner_line(x: Array) -> Array:
    """z of the shadow of the building's bare corner."""
    return CORNER[1] + SLOPE * (x - CORNER[0])


def roof_over(along: Array) -> Array:
    """Height of the roof's edge, with the urns on its parapet, at metres along the wall from the corner (0 or less)."""
    out = np.full_like(along, HEIGHT)
    for at in URNS_AT:
        for wide, high in URN:
            out = np.where(np.abs(along - at) < wide, HEIGHT + high, out)
    return out


def edge(x: Array) -> Array:
    """z at which the shadow ends on the stairs: the corner with its cornice, and the roof's edge at the right."""
    z = np.arange(-SPAN, SHADE_UP_TO, FINE)[:, None]
    t = (x[None] - CORNER[0]) / -SUN[0]
    over, along = SUN[1] * t + z * TOP_Y / TOP_Z, z - corner_line(x[None])
    ledge = np.zeros_like(over)
    for low, out in LEDGES:
        ledge = np.where(over > low, out, ledge)
    dark = (along < ledge) & (over < roof_over(along - ledge))
    return np.where(dark, z, -SPAN).max(axis=0)


def profile_of_edge() -> list[list[float]]:
    """The edge over the bare corner's line: [x, metres farther] from the left to the right."""
    x = np.arange(-SPAN, SPAN + STEP, STEP)
    return [[round(float(a), 2), round(float(b), 2)] for a, b in zip(x, edge(x) - corner_line(x), strict=True)]


def shaded(x: Array, y: Array, z: Array) -> Array:
    """1 where the building keeps the sun off a point that stands free, where the shadow lies while he comes."""
    t = (x - CORNER[0]) / -SUN[0]
    over, at = y + SUN[1] * t, z + SUN[2] * t
    return (
        smooth(HEIGHT + CARD_SOFT, HEIGHT - CARD_SOFT, over)
        * smooth(CORNER[1] + CARD_SOFT, CORNER[1] - CARD_SOFT, at)
        * smooth(FROM_Z - CARD_SOFT, FROM_Z + CARD_SOFT, at)
    )


def degrees(g: Grid) -> list[Array]:
    """Developed, display-linear textures at PPM, one for each degree."""
    return [develop(lit(g, degree), LOOK) for degree in DEGREES]


def half(texture: Array) -> Array:
    """The same rows, half as many columns."""
    w = texture.shape[1] // 2
    return texture[:, : w * 2].reshape(texture.shape[0], w, 2, *texture.shape[2:]).mean(2)


def mips(texture: Array) -> list[Array]:
    """A texture at PPM, PPM/2, /4, /8."""
    out = [texture]
    for _ in range(3):
        out.append(half(out[-1]))
    # far stairs are seen a row or two each: let a tread's rows agree there
    out[2], out[3] = (ndi.uniform_filter1d(m, 3, axis=0) for m in out[2:])
    return out


def _both(sun: Array, shade: Array) -> Array:
    """What two texels must share to be of one tone: their colours in the sun and in the shade, weighed."""
    weight = np.array([1, 1.6**0.5, 1.6**0.5], np.float32)
    return np.concatenate([oklab(sun) * weight, oklab(shade) * weight * SHADE_WEIGHT], -1)


def tones_of(sun: Array, shade: Array) -> Array:
    """The tones, (TONES, 6), of texels' colours (n, 3) in the sun and in the shade, dark to light."""
    points = _both(sun, shade)
    cells = np.round(points / 0.02).astype(np.int64) + 128
    key = cells @ (256 ** np.arange(6, dtype=np.int64))
    _, index, count = np.unique(key, return_index=True, return_counts=True)
    points, weight = points[index].astype(np.float64), count.astype(np.float64) ** 0.5
    rng = np.random.default_rng(1)
    centres = points[rng.choice(len(points), TONES, replace=False, p=weight / weight.sum())]
    for _ in range(30):
        own = ((points[:, None] - centres[None]) ** 2).sum(-1).argmin(1)
        total = np.bincount(own, weight, TONES)
        for c in range(points.shape[1]):
            centres[:, c] = np.bincount(own, weight * points[:, c], TONES) / np.maximum(total, 1e-9)
        for empty in np.flatnonzero(total == 0):
            centres[empty] = points[rng.choice(len(points), p=weight / weight.sum())]
    return centres[np.argsort(centres[:, 0])].astype(np.float32)


@njit(cache=True)
def _nearest(points, tones, bayer, out):
    for y in range(points.shape[0]):
        for x in range(points.shape[1]):
            best, lift = 1e9, bayer[y % 4, x % 4]
            for k in range(tones.shape[0]):
                d = 0.0
                for c in range(6):
                    e = points[y, x, c] - tones[k, c] + (lift if c == 0 or c == 3 else 0.0)
                    d += e * e
                if d < best:
                    best, out[y, x] = d, k


def tone_indices(sun: Array, shade: Array, tones: Array, dither: float = DITHER) -> np.ndarray:
    """Which tone each texel (rows, columns, 3) is nearest to."""
    out = np.zeros(sun.shape[:2], np.int32)
    bayer = ((BAYER4 - 7.5) / 16 * dither).astype(np.float32)
    _nearest(np.ascontiguousarray(_both(sun, shade), np.float32), tones, bayer, out)
    return out


def palette(indices: np.ndarray, solid: np.ndarray, pictures: list[Array]) -> Array:
    """The colours of every tone in every degree, display-linear: the means of its texels, the sun's first; between two
    degrees a place for holes, which shows the darkest tone.
    """
    rows: list[Array] = []
    own = indices[solid]
    total = np.maximum(np.bincount(own, minlength=TONES), 1)
    for picture in pictures:
        lab = np.stack([np.bincount(own, picture[solid][:, c], TONES) / total for c in range(3)], -1)
        rows += [lab[:1], lab] if rows else [lab]
    return to_linear(np.round(to_srgb(np.concatenate(rows)) * 255) / 255)

"""The market at sunrise: shop fronts and stalls in the shade, and at each side street the low sun bursts in.

115 m in ten bars. From under the overpass (0-2 m): block A (2-24), a side street (24-31), block B (31-54) with the fire
barrel in a gap (54-59) under the washing, block C (59-77), the little square (77-88), block D (88-106), and the stone
viaduct whose arch leads down to the river (106-115).
"""

from functools import lru_cache

import numpy as np

from ..built.strip import Traced, strip
from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import develop, fog
from ..paint.wet import from_row, mirrored, puddles
from ..stage import HEIGHT, Painted, Place, Plane, Window, ground_y, scale
from .facts import FACTS, sprites
from .far import distance, lane_far, lane_middle, sky
from .light import LENGTH, LOOK, SUN, air
from .near import front, overhead, veil
from .scene import FRONTS, KERB, OPEN, STREET, WALL, scene


def _slab(w: Window, slab: int, rows: tuple[int, int]) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 15)
    lin = t.light("#7488c4", 0.27, 0.3)
    return fog(lin, t.depth, air(w), 23, 34, 0.9), t


@lru_cache(maxsize=2)
def _fronts(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 1, (0, 306))
    return rim(lin, t.hit, 0.5, t.normal[..., 1] < 0.5), t.hit


@lru_cache(maxsize=2)
def _stalls(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 2, (0, 316))
    return rim(lin, t.hit, 0.5, t.normal[..., 1] < 0.5), t.hit


def rim(img: Array, mask: np.ndarray, amount: float, upright: np.ndarray) -> Array:
    """Low sun on whatever stands and has nothing of its own layer behind its upper edge."""
    thick = mask & np.roll(mask, -1, 0) & np.roll(mask, -2, 0)
    up = thick & ~np.roll(mask, 1, 0) & upright
    up[0] = False
    return (img + colour("#ffc884") * (up * amount)[..., None]).astype(np.float32)


def burst(w: Window, img: Array, reach: float, amount: float) -> Array:
    """Air lit by the sun about the side streets: warms walls and folk near an opening."""
    x = (np.arange(w.width) + w.left - (1 - w.factor) * 320) / w.scale
    near = np.max([np.exp(-((np.maximum(0, np.maximum(a - x, x - b)) / reach) ** 2)) for a, b in OPEN], 0)
    yy = np.mgrid[0 : img.shape[0], 0:1][0]
    return blend(img, air(w, 1.1), near[None] * smooth(40, 230, yy) * amount)


def fronts(w: Window) -> Painted:
    lin, hit = _fronts(w)
    return Painted(develop(burst(w, lin, 2.6, 0.42), LOOK), hit)


def stalls(w: Window) -> Painted:
    lin, hit = _stalls(w)
    return Painted(develop(burst(w, lin, 1.6, 0.22), LOOK), hit)


def mirror_fronts(w: Window) -> Painted:
    return from_row(mirrored(*_fronts(w), ground_y(WALL) + 1, 40, LOOK, "#f0c890"), ground_y(KERB))


def mirror_stalls(w: Window) -> Painted:
    return from_row(mirrored(*_stalls(w), ground_y(2.4) - 1, 80, LOOK), ground_y(KERB))


def road(w: Window) -> Painted:
    """Wet setts; in the puddles the layer has holes, through which the mirrored fronts are seen."""
    lin, t = _slab(w, 3, (0, HEIGHT))
    # wet stone in the shade has the sky in it
    lin = lin + t.albedo * colour("#7c94c8") * 0.5
    ground = t.hit & (t.normal[..., 1] > 0.4) & (t.depth < 30)
    x = (np.arange(w.width) + w.left) / 50
    dry = 0.3 * (smooth(4.6, 2.4, x) + smooth(103.0, 105.6, x))[None]
    hole, rimmed, wet = puddles(ground, ground_y(KERB) + 3, 23, 0.555 + dry)
    lin = np.where(
        rimmed[..., None],
        lin * 0.6 + colour("#8c98b8") * 0.05,
        lin * (1 - 0.25 * smooth(0.46, 0.55, wet) * ground)[..., None],
    )
    return Painted(develop(lin, LOOK), t.hit & ~hole)


PLACE = Place(
    "market",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=80, note="the sun itself is here"),
        Plane("distance", 0.08, distance, colours=48, note="roofs and steeples"),
        Plane("lane-far", scale(40) / 50, lane_far, colours=64, note="far down the side streets"),
        Plane("lane-middle", scale(19) / 50, lane_middle, colours=80, note="down the side streets"),
        Plane("fronts", FRONTS / 50, fronts, colours=220, note="houses and shops"),
        Plane("stalls", STREET / 50, stalls, colours=220, note="pavement, awnings, goods, people"),
        Plane(
            "mirror-fronts",
            FRONTS / 50,
            mirror_fronts,
            "ground",
            colours=96,
            dither=0,
            note="seen only through the puddles in the road",
        ),
        Plane(
            "mirror-stalls",
            STREET / 50,
            mirror_stalls,
            "ground",
            colours=128,
            dither=0,
            note="seen only through the puddles in the road",
        ),
        Plane("veil", 0.95, veil, "ground", veil="mix", note="lit haze behind the lane"),
        Plane(
            "road", 1.0, road, "ground", colours=160, note="wet setts with holes for the mirrors; a wall at either end"
        ),
        Plane("overhead", 1.1, overhead, "back", colours=16, dither=0, note="wires and bulbs"),
        Plane("front", 1.35, front, "front", colours=48, note="low crates, awning edges"),
    ),
    FACTS,
    sprites,
)

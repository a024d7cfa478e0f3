"""The market at sunrise: shop fronts and stalls in the shade, and at each side street the low sun bursts in.

115 m in ten bars. From under the overpass (0-2 m): block A (2-24), a side street (24-31), block B (31-54) with the fire
barrel in a gap (54-59) under the washing, block C (59-77), the little square (77-88), block D (88-106), and the stone
viaduct whose arch leads down to the river (106-115).
"""

from functools import lru_cache

import numpy as np
from scipy import ndimage as ndi

from ..built.scene import Scene
from ..built.strip import Traced, strip
from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import develop, fog
from ..paint.noise import value_noise
from ..paint.wet import from_row, puddles
from ..stage import HEIGHT, Painted, Place, Plane, Window, ground_y, scale
from .facts import FACTS, sprites
from .far import distance, lane_far, lane_middle, sky
from .light import LENGTH, LOOK, SUN, air, shade_air
from .mirror import mirrored
from .near import front, overhead, veil
from .scene import FRONTS, KERB, OPEN, STREET, WALL, scene

SHEEN, SHEEN_REACH = 0.5, 2.0
"""How much of the sky the wet setts give back at the kerb, and how far beside a side street, metres."""
SUNLIT = 0.6
"""Light on the road from which on the sun falls there, and not a lamp."""
EDGE_PX = 26.0
"""Standard deviation by which the edges of sunlight on the road are softened along it, px."""
LONE = 0.3
"""Pixels that somebody changes stand together: a smaller share of those around is noise."""
SEEN = 0.05
"""So much of a pixel's light must somebody change, by body or shadow, to be painted with the folk."""


def _slab(w: Window, slab: int, rows: tuple[int, int], street: Scene | None = None) -> tuple[Array, Traced]:
    t = strip(street or scene(), SUN, w, slab, rows, 15)
    lin = t.light("#7488c4", 0.27, 0.3)
    return fog(lin, t.depth, air(w), 23, 34, 0.9), t


@lru_cache(maxsize=2)
def _fronts(w: Window) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 1, (0, 306))
    return rim(lin, t.hit, 0.5, t.normal[..., 1] < 0.5), t.hit


@lru_cache(maxsize=2)
def _stalls(w: Window) -> tuple[Array, np.ndarray]:
    """The pavement with everybody on it."""
    return _pavement(w, scene())


@lru_cache(maxsize=2)
def _empty_stalls(w: Window) -> tuple[Array, np.ndarray]:
    return _pavement(w, scene((), ()))


def _pavement(w: Window, street: Scene) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, 2, (0, 316), street)
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


def shaded(w: Window, img: Array, amount: float) -> Array:
    """Air in the shade of the houses, thickest at the foot of what stands there: it brings their values together."""
    yy = np.mgrid[0 : img.shape[0], 0:1][0]
    return blend(img, shade_air(), smooth(96, 262, yy) * amount * np.ones((1, w.width), np.float32))


def fronts(w: Window) -> Painted:
    lin, hit = _fronts(w)
    return Painted(develop(burst(w, shaded(w, lin, 0.18), 2.0, 0.42), LOOK), hit)


def stalls(w: Window) -> Painted:
    """Pavement, awnings and goods; nobody is there."""
    lin, hit = _empty_stalls(w)
    return Painted(develop(burst(w, shaded(w, lin, 0.10), 1.3, 0.16), LOOK), hit)


def folk(w: Window) -> Painted:
    """Sellers, and people at the kerb with their shadows: what differs from the empty pavement."""
    (lin, hit), (bare, ground) = _stalls(w), _empty_stalls(w)
    changed = np.abs(lin - bare).max(-1) > SEEN * (0.3 + bare.mean(-1))
    seen = hit & (changed | ~ground)
    seen &= ndi.uniform_filter(seen.astype(np.float32), 5) > LONE
    return Painted(develop(burst(w, shaded(w, lin, 0.10), 1.3, 0.06), LOOK), seen)


def mirror_fronts(w: Window) -> Painted:
    return from_row(mirrored(*_fronts(w), ground_y(WALL) + 1, 40, air(w, 0.6)), ground_y(KERB))


def mirror_stalls(w: Window) -> Painted:
    return from_row(mirrored(*_stalls(w), ground_y(2.4) - 1, 80, None), ground_y(KERB))


def penumbra(lit: Array) -> Array:
    """Share of the sun that is left on the road, 0 to 1: it thins out towards the edge of every patch of it, stone by
    stone, because a roof's edge runs along the view and would cut it off upright.
    """
    sunlit = ndi.binary_closing(lit.mean(-1) > SUNLIT, np.ones((5, 9)))
    inside = ndi.gaussian_filter(sunlit.astype(np.float32), (2.5, EDGE_PX))
    stones = value_noise(sunlit.shape[0], sunlit.shape[1], 9, 3, 31) - 0.5
    return np.where(sunlit, smooth(0.5, 0.98, inside + 0.16 * stones * (inside < 0.95)), 1.0).astype(np.float32)


def sheen(w: Window, img: Array, t: Traced, ground: np.ndarray) -> Array:
    """The sky down the side streets in the wet backs of the setts: strongest at the kerb, where it is seen flattest."""
    x = (np.arange(w.width) + w.left) / 50
    away = np.min([np.maximum(0, np.maximum(a - x, x - b)) for a, b in OPEN], 0)
    yy = np.mgrid[0 : img.shape[0], 0:1][0]
    backs = smooth(0.015, 0.06, t.albedo.mean(-1)) * (0.55 + 0.45 * value_noise(img.shape[0], w.width, 15, 4, 77))
    flat = 0.2 + 0.8 * smooth(372, ground_y(KERB), yy)
    return blend(img, air(w, 0.8), np.exp(-((away / SHEEN_REACH) ** 2))[None] * flat * backs * ground * SHEEN)


def road(w: Window) -> Painted:
    """Wet setts; in the puddles the layer has holes, through which the mirrored fronts are seen."""
    lin, t = _slab(w, 3, (0, HEIGHT))
    ground = t.hit & (t.normal[..., 1] > 0.4) & (t.depth < 30)
    lin = lin - t.albedo * t.lit * (ground * (1 - penumbra(t.lit)))[..., None]
    # wet stone in the shade has the sky in it
    lin = lin + t.albedo * colour("#7c94c8") * 0.5
    x = (np.arange(w.width) + w.left) / 50
    dry = 0.3 * (smooth(4.6, 2.4, x) + smooth(103.0, 105.6, x))[None]
    hole, rimmed, wet = puddles(ground, ground_y(KERB) + 3, 23, 0.555 + dry)
    lin = np.where(
        rimmed[..., None],
        lin * 0.6 + colour("#8c98b8") * 0.05,
        lin * (1 - 0.25 * smooth(0.46, 0.55, wet) * ground)[..., None],
    )
    return Painted(develop(sheen(w, lin, t, ground), LOOK), t.hit & ~hole)


PLACE = Place(
    "market",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=80, note="the sun itself is here"),
        Plane("distance", 0.08, distance, colours=48, note="roofs and steeples"),
        Plane("lane-far", scale(40) / 50, lane_far, colours=64, note="far down the side streets"),
        Plane("lane-middle", scale(19) / 50, lane_middle, colours=80, note="down the side streets"),
        Plane("fronts", FRONTS / 50, fronts, colours=220, note="houses and shops"),
        Plane("stalls", STREET / 50, stalls, colours=220, note="pavement, awnings, goods"),
        Plane("folk", STREET / 50, folk, colours=160, note="sellers, people at the kerb; away on a poor run"),
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

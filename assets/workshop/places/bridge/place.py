"""Under the stone bridge by the river: arches shrink and part unevenly until there is only the dark, then light.

46 m in four bars: broad arches with the river in them (0-14 m), lower and farther apart (14-27), a grating and a slit
(27-40) under lamps in cages, and from 42 m the great arch: the city in the river's glare, and then the white-out that
is the seam to the gym. No arch stands on the beat.
"""

from functools import lru_cache

import numpy as np

from ..built.strip import Traced, strip
from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import develop, fog
from ..paint.noise import fbm
from ..paint.wet import from_row, mirrored, puddles
from ..stage import HEIGHT, Painted, Place, Plane, Window, ground_y, scale
from .facts import FACTS, FW, sprites
from .far import centre, far_bank, sky, water, windows
from .light import LENGTH, LOOK, SUN, dusk
from .near import front, shafts
from .scene import ARCHES, BACK_WALL, FRONT, scene

RAILING_TOP = 256
"""Row above which the railing is not."""


def _slab(w: Window, slab: int, rows: tuple[int, int]) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 18)
    lin = t.light("#5c7490", 0.52, 0.4)
    return fog(lin, t.depth, colour("#c8b890") * 0.6, 24, 90, 0.2), t


@lru_cache(maxsize=2)
def _arcades(w: Window, slab: int) -> tuple[Array, np.ndarray]:
    lin, t = _slab(w, slab, (0, 304 if slab == 1 else 312))
    mask = t.hit
    under = mask & ~np.roll(mask, -1, 0) & np.roll(mask, 1, 0) & (np.mgrid[0:HEIGHT, 0 : w.width][0] < 290)
    broad = np.roll(mask, 3, 1) & np.roll(mask, -3, 1)
    broad = np.roll(broad, 3, 1) | np.roll(broad, -3, 1)  # twigs stay dark against the light, the railing gleams
    broad = broad | (np.mgrid[0:HEIGHT, 0 : w.width][0] > RAILING_TOP)
    side = ((mask & ~np.roll(mask, -1, 1)) | (mask & ~np.roll(mask, 1, 1))) & broad
    upright = t.normal[..., 1] < 0.5
    lin = lin + colour("#ffe0ac") * (((under & upright) * 0.55) + (side & upright) * 0.30)[..., None]
    lin = _river_light(w, lin, upright & mask)
    return (lin * dusk(w)[None, :, None]).astype(np.float32), mask


def _river_light(w: Window, lin: Array, upright: np.ndarray) -> Array:
    """What the water throws up on the stone: warm about each arch, in soft bands, fading with distance."""
    yy, xx = np.mgrid[0:HEIGHT, 0 : w.width].astype(np.float32)
    near = np.zeros(lin.shape[:2], np.float32)
    for cx, spring, rad in ARCHES:
        d = np.hypot(xx - w.px(cx), (yy - (ground_y(FRONT) - spring * w.scale)) * 1.1) / w.scale - rad
        near = np.maximum(near, np.exp(-np.clip(d, 0, None) / 1.1) * min(1, rad / 2.6))
    bands = 0.7 + 0.5 * fbm(HEIGHT, w.width, 46, 10, 17, 3)
    return (lin + (lin * 1.4 + 0.008) * colour("#ffe0b0") * (near * bands * upright)[..., None]).astype(np.float32)


def back_arcade(w: Window) -> Painted:
    lin, hit = _arcades(w, 1)
    return Painted(develop(blend(lin, colour("#d8c498") * 0.5, 0.07), LOOK), hit)


def front_arcade(w: Window) -> Painted:
    lin, hit = _arcades(w, 2)
    return Painted(develop(lin, LOOK), hit)


def mirror_back(w: Window) -> Painted:
    lin, hit = _arcades(w, 1)
    return from_row(mirrored(lin, hit, ground_y(BACK_WALL), 60, LOOK, "#e8d4a4"), ground_y(3.0))


def mirror_front(w: Window) -> Painted:
    lin, hit = _arcades(w, 2)
    upright = hit & (np.mgrid[0:HEIGHT, 0 : w.width][0] < ground_y(FRONT) - 1)
    return from_row(mirrored(lin, upright, ground_y(FRONT) - 1, 90, LOOK, None, 0.5), ground_y(3.0))


def road(w: Window) -> Painted:
    lin, t = _slab(w, 3, (0, HEIGHT))
    ground = t.hit & (t.normal[..., 1] > 0.4) & (t.depth < 30)
    dry = 0.3 * smooth(170, 70, np.arange(w.width) + w.left)[None]
    x = (np.arange(w.width) + w.left) / w.scale
    flooded = 0.07 * smooth(43.4, 45, x) * smooth(51.5, 50, x)  # under the last arch the floor is a mirror
    hole, rimmed, wet = puddles(ground, ground_y(3.0) + 3, 5, 0.53 + dry - flooded[None])
    lin = lin * dusk(w)[None, :, None]
    lin = np.where(rimmed[..., None], lin * 0.5, lin * (1 - 0.3 * smooth(0.44, 0.53, wet) * ground)[..., None])
    return Painted(develop(lin, LOOK), t.hit & ~hole)


PLACE = Place(
    "bridge",
    LENGTH,
    (
        Plane("sky", 0.02, sky, colours=64, note="mist and sun"),
        Plane("centre", 0.04, centre, colours=40, dither=0, note="the middle of the city with City Hall, far off"),
        Plane("far-bank", 0.08, far_bank, colours=64, dither=0, note="mills, terraces, the railway along the water"),
        Plane("far-windows", 0.08, windows, colours=4, dither=0, note="its lit windows; dark on a poor run"),
        Plane("water", 0.16, water, colours=48, note="the river"),
        Plane("back-arcade", scale(BACK_WALL) / 50, back_arcade, colours=128, note="the far row of arches, railing"),
        Plane("front-arcade", FW, front_arcade, colours=160, note="the near row of arches and what lies about"),
        Plane(
            "mirror-back",
            scale(BACK_WALL) / 50,
            mirror_back,
            "ground",
            colours=64,
            dither=0,
            note="seen only through the puddles",
        ),
        Plane("mirror-front", FW, mirror_front, "ground", colours=64, dither=0, note="seen only through the puddles"),
        Plane("road", 1.0, road, "ground", colours=128, note="wet setts with holes for the mirrors"),
        Plane("shafts", FW, shafts, "ground", veil="add", note="light through the arches"),
        Plane("front", 1.35, front, "front", colours=48, note="the vault's near edge: the frame that closes and opens"),
    ),
    FACTS,
    sprites,
)

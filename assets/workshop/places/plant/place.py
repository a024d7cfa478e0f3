"""The packing plant: cold tubes, beef in rows into the depth, wet floor, and a door of daylight to the river.

Seen through the close lens (100 px a metre). The warm light of the door falls across the floor to where he stands.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from scipy import ndimage as ndi

from ..built.scene import Scene
from ..built.strip import Light, trace
from ..paint.close import BACK, EYE, FEET, FOCAL, HORIZON, Close, Opening, factor, row, shafts, strip
from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import develop
from ..paint.noise import fbm
from ..stage import HEIGHT, Painted, Place, Plane, Window
from .air import LOOK, curtain, front, mist, outside
from .scene import (
    CEILING,
    CEILING_EDGES,
    DOOR,
    FARROW,
    FLOOR,
    FLOOR_EDGES,
    HALLROW,
    HOOK,
    MIDROW,
    NEAR,
    ROWS,
    STAND,
    TOP,
    TUBE_Y,
    WALL,
    WALL_Z,
    build,
    opens,
    without_floor,
)

LENGTH, CAMERA = 1536, 7.55
SUN = (0.62, 0.40, 0.72)
DAY = Light(SUN, "#ffcf98", 12.0, "#5c8494", 0.32, "#2a3436", 0.25, rays=4, reach=9.0)
OPENING = Opening(SUN, WALL_Z, opens, TOP)
# middle on the screen, row, half width and height of the calm behind the man and the side he hits
POCKET = (318.0, 205.0, 135.0, 110.0)


@lru_cache(maxsize=1)
def scene() -> Scene:
    return build(PLACE.window(Plane("wall", factor(WALL_Z), _wall)))


@lru_cache(maxsize=1)
def mirror() -> Scene:
    return without_floor(scene())


def _pocket(window: Window) -> Array:
    yy, xx = np.mgrid[0:HEIGHT, 0 : window.width].astype(np.float32)
    x = window.column(CAMERA * 100 - 320, POCKET[0])
    return np.round(smooth(1.3, 0.6, np.hypot((xx - x) / POCKET[2], (yy - POCKET[1]) / POCKET[3])) * 8) / 8


def _cold(lin: Array, window: Window, amount: float) -> Array:
    """Cold air: thin with depth, thicker low down; deep and calm behind the station."""
    yy = np.mgrid[0:HEIGHT, 0 : window.width][0]
    low = 0.5 + 0.5 * smooth(150, 290, yy)
    cloud = np.round(fbm(HEIGHT, window.width, 150, 40, 9, 3) * 6) / 6
    lin = blend(lin, colour("#3c6c7c") * 0.55, np.clip(amount * low * (0.6 + 0.8 * cloud), 0, 0.6))
    return lin * (1 - 0.76 * min(1.0, amount / 0.2) * _pocket(window))[..., None]


def _print(lin: Array, mask: np.ndarray, window: Window, cold: float, near: float) -> Painted:
    z = Close(window).z
    sun = np.round(shafts(window, near, max(z, near + 0.2), OPENING) * 8) / 8
    hazed = _cold(lin, window, cold) + colour("#ffc488") * 0.05 * sun[..., None]
    return Painted(develop(np.where(mask[..., None], hazed, 0).astype(np.float32), LOOK), mask)


def _slab(slab: int, cold: float, near: float, fill: float = 0.17, rows: tuple[int, int] = (0, HEIGHT)):
    def paint(window: Window) -> Painted:
        t = strip(scene(), DAY, window, slab, rows)
        return _print(t.light("#5c98b4", fill, 0.4), t.hit, window, cold, near)

    return paint


def _wall(window: Window) -> Painted:
    return _slab(WALL, 0.30, 2.0)(window)


def _floor(i: int, rows: tuple[int, int]):
    """A band of wet floor: its own light, and the room upside down where water stands."""

    def paint(window: Window) -> Painted:
        t = strip(scene(), DAY, window, FLOOR + i, rows)
        lin = t.light("#5c98b4", 0.18, 0.5)
        n = rows[1] - rows[0]
        # Seen from the station: what stands in depth lies straight below itself, and runs on from band to band.
        middle = 320 + (CAMERA * 100 - 320) * window.factor - window.left
        cam = (CAMERA, -EYE, -BACK, FOCAL, middle, float(HORIZON), 0.0)
        m = trace(
            mirror(),
            Light(SUN, "#ffcf98", 11.0, "#5c8494", 0.45, "#2a3436", 0.3, rays=0),
            cam,
            (window.width, n),
            -1,
            2 * HORIZON - rows[1],
            12.0,
        )
        seen = m.albedo * (m.lit + colour("#5c98b4") * 0.45) + m.glow
        seen = np.where(m.hit[..., None], seen, colour("#ffdca8") * 1.5)[::-1]
        yy, xx = np.mgrid[rows[0] : rows[1], 0 : window.width]
        wave = np.round(
            np.sin(xx * 0.11 + yy * 1.3) * (yy - HORIZON) / 90
            + (fbm(n, window.width, 34, 3, i, 2) - 0.5) * (yy - HORIZON) / 20
        ).astype(int)
        seen = seen[np.arange(n)[:, None], np.clip(xx + wave, 0, window.width - 1)]
        seen = ndi.gaussian_filter1d(ndi.gaussian_filter1d(seen, 1.6, axis=0, mode="nearest"), 2.4, axis=1)
        pool = fbm(HEIGHT, window.width, 170, 15, 3, 4)[rows[0] : rows[1]]
        k = np.round(smooth(0.34, 0.62, pool) * 8) / 8
        lin[rows[0] : rows[1]] = lin[rows[0] : rows[1]] * (1 - 0.4 * k)[..., None] + seen * (0.10 + 0.48 * k)[..., None]
        return _print(lin.astype(np.float32), t.hit, window, 0.05, Close(window).z - 0.3)

    return paint


def _floors() -> list[Plane]:
    out = []
    for i, (far, near) in enumerate(pairwise(FLOOR_EDGES)):
        rows = (round(row(0, far)) - (3 if i == 0 else 0), min(HEIGHT, round(row(0, near))))
        out.append(
            Plane(f"floor{i}", factor((far + near) / 2), _floor(i, rows), "back", 80, 0.5, "a band of wet floor")
        )
    return out


def _ceilings() -> list[Plane]:
    return [
        Plane(
            f"ceiling{i}",
            factor((far + near) / 2),
            _slab(CEILING + i, 0.12, near, 0.5, (max(0, round(row(TOP, near))), 60)),
            "back",
            48,
            0.5,
            "slab and joists",
        )
        for i, (far, near) in enumerate(pairwise(CEILING_EDGES))
    ]


def _planes() -> tuple[Plane, ...]:
    floors, ceilings = _floors(), _ceilings()
    return (
        Plane("outside", 0.50, outside, "back", 48, note="the yard beyond the door"),
        Plane("wall", factor(WALL_Z), _wall, "back", 128, 0.6, "tile, signs, the open door"),
        Plane("curtain", factor(WALL_Z), curtain, "back", 16, 0, "plastic strips in the door"),
        ceilings[0],
        *floors[:1],
        Plane("row_far", factor(ROWS[FARROW]), _slab(FARROW, 0.22, 2.0), "back", 112, 0.4, "far rail, columns, tubes"),
        *floors[1:2],
        Plane(
            "row_hall", factor(ROWS[HALLROW]), _slab(HALLROW, 0.13, 1.5), "back", 112, 0.4, "second rail, coils, tubes"
        ),
        ceilings[1],
        *floors[2:3],
        Plane(
            "row_mid",
            factor(ROWS[MIDROW]),
            _slab(MIDROW, 0.05, 1.0),
            "back",
            128,
            0.4,
            "near rail; empty where he works",
        ),
        *floors[3:],
        Plane("mist", 0.92, mist, "back", note="cold air on the floor", veil="mix"),
        Plane(
            "near",
            factor(0.4),
            _slab(NEAR, 0.0, 0.3, 0.2),
            "back",
            96,
            0.5,
            "his rail and its trolleys, block, churns, crates",
        ),
        Plane("front", 1.3, front, "front", 64, 0.3, "great dark sides at the frame"),
    )


def _lights() -> list[dict]:
    out = [
        {
            "kind": "shaft",
            "x": round((DOOR[0] + DOOR[1]) * 50),
            "y": 170,
            "parallax": round(factor(WALL_Z), 4),
            "color": "#ffc488",
            "radius": 150,
            "pulse": "none",
            "power": 0.2,
        }
    ]
    for x, z, slab in (
        (-1.4, 5.6, FARROW),
        (3.6, 5.6, FARROW),
        (6.5, 5.6, FARROW),
        (15.0, 5.6, FARROW),
        (0.6, 3.6, HALLROW),
        (6.0, 3.6, HALLROW),
        (11.6, 3.6, HALLROW),
        (16.5, 3.6, HALLROW),
    ):
        f = factor(ROWS[slab])
        out.append(
            {
                "kind": "lamp",
                "x": round((1 - f) * 320 + x * 100 * f),
                "y": round(row(TUBE_Y[slab], z)),
                "parallax": round(f, 4),
                "color": "#b8dce4",
                "radius": 80,
                "pulse": "none",
                "power": 0.22,
            }
        )
    return out


FACTS = {
    "pixels_per_metre": 100,
    "feet_y": FEET,
    "horizon_y": HORIZON,
    "sun_direction": list(SUN),
    "stations": [
        {
            "id": "meat",
            "x": round(STAND * 100),
            "camera": round(CAMERA * 100) - 320,
            "camera_centre": round(CAMERA * 100),
            "feet_y": FEET,
        }
    ],
    "props": [
        {"id": "meat.hook", "x": round(HOOK[0] * 100), "y": round(FEET - HOOK[1] * 100), "parallax": 1.0},
    ],
    "lights": _lights(),
    "grade": {"shadow": "#123848", "light": "#ffe4b8", "vignette": 0.34},
}
PLACE = Place("plant", LENGTH, _planes(), FACTS)

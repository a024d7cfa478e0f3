"""The gym: one long room, five stations the camera glides between; warm sun through dusty glass, bulbs, men at work.

Seen through the close lens (100 px a metre). Planes: street beyond the glass, wall, back, hall, middle, near, the
floor and the ceiling in bands that slide along board and beam, the ring's platform, dust, and the dark things that
pass the lens.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np

from ..built.scene import Scene
from ..built.strip import Light
from ..paint.close import EYE, FEET, Close, factor, shafts, strip
from ..paint.colour import Array, blend, colour, gradient
from ..paint.film import Look, develop
from ..paint.noise import fbm
from ..stage import HEIGHT, Painted, Place, Plane, Window
from ..things.men import write as write_men
from .dust import SUN_TINT, dust, pocket
from .front import foreground
from .light import OPENING, SUN, WALL_Z
from .scene import (
    BACK,
    CEILING,
    CEILING_EDGES,
    FLOOR,
    FLOOR_EDGES,
    HALL,
    HOOK,
    MID,
    NEAR,
    PLATFORM,
    RING,
    RING_LAMP,
    SCALE_OF,
    SPEED_BAG,
    WALL,
    build,
)
from .wall import RADIATORS, RIB, VALVE_HEIGHT

LENGTH = 2776
LOOK = Look(1.12, "#16264a", "#ffe0a8", 0.36, 0.10, 0.98, 0.022, 1.07)
DAY = Light(SUN, SUN_TINT, 15.0, "#4a6488", 0.5, "#2a2620", 0.25, rays=8, reach=12.0)
FILL = "#6a78a0"


@lru_cache(maxsize=1)
def scene() -> Scene:
    wall = factor(WALL_Z)
    return build(PLACE.window(Plane("wall", wall, _wall)))


def _print(linear: Array, mask: np.ndarray, window: Window, near: float) -> Painted:
    """Dust between the shot and the layer, less of it behind the stations' figures, then the film."""
    z = Close(window).z
    clear = pocket(window) if z > 2 else np.zeros(mask.shape, np.float32)
    thick = np.round(shafts(window, near, max(z, near + 0.2), OPENING) * (1 - 0.8 * clear) * 8) / 8
    hazed = linear * (1 - 0.42 * np.round(clear * 8) / 8)[..., None] + (colour(SUN_TINT) * 0.05) * thick[..., None]
    return Painted(develop(np.where(mask[..., None], hazed, 0), LOOK), mask)


def _slab(slab: int, near: float, fill: float = 0.26, rows: tuple[int, int] = (0, HEIGHT)):
    """A painter for one slab of the scene."""

    def paint(window: Window) -> Painted:
        t = strip(scene(), DAY, window, slab, rows)
        return _print(t.light(FILL, fill, 0.5), t.hit, window, near)

    return paint


def _wall(window: Window) -> Painted:
    return _slab(WALL, 2.5)(window)


def _outside(window: Window) -> Painted:
    """Roofs across the street against a white winter sun: only seen where a pane is gone."""
    yy, xx = np.mgrid[0:HEIGHT, 0 : window.width]
    sky = gradient([(0, "#b8ccd8"), (0.5, "#f0dcb4"), (1, "#ffe8b8")], yy / 220) * 1.1
    roofs = 150 + 22 * (fbm(1, window.width, 46, 1, 3, 2)[0] > 0.5) + 9 * (fbm(1, window.width, 18, 1, 9, 1)[0] > 0.6)
    sky = np.where((yy > roofs[None])[..., None], blend(sky, colour("#7a6450"), 0.6), sky)
    return Painted(develop(sky.astype(np.float32), LOOK), np.ones(xx.shape, bool))


def _front(window: Window) -> Painted:
    lit, mask = foreground(window)
    return Painted(develop(lit, LOOK), mask)


def _row(z: float) -> int:
    return round(187 + 1.55 * 1000 / (10 + z))


def _floors() -> list[Plane]:
    out = []
    for i, (far, near) in enumerate(pairwise(FLOOR_EDGES)):
        rows = (_row(far) - (3 if i == 0 else 0), min(HEIGHT, _row(near)))
        out.append(
            Plane(
                f"floor{i}",
                factor((far + near) / 2),
                _slab(FLOOR + i, near, 0.20 + 0.04 * i, rows),
                "back",
                64,
                0.6,
                "a band of floor boards, its seam lies in the gap between two boards",
            )
        )
    return out


def _ceilings() -> list[Plane]:
    out = []
    for i, (far, near) in enumerate(pairwise(CEILING_EDGES)):
        top = 187 - round(2.4 * 1000 / (10 + near))
        out.append(
            Plane(
                f"ceiling{i}",
                factor((far + near) / 2),
                _slab(CEILING + i, near, 0.22, (max(0, top), 56)),
                "back",
                48,
                0.6,
                "tin panels",
            )
        )
    return out


def _planes() -> tuple[Plane, ...]:
    ceilings = _ceilings()
    return (
        Plane("outside", 0.36, _outside, "back", 32, note="seen only where a pane is gone"),
        Plane("wall", factor(SCALE_OF[WALL]), _wall, "back", 160, 0.7, "windows, bills, mirrors, pipes"),
        ceilings[0],
        *_floors()[:2],
        Plane(
            "back",
            factor(SCALE_OF[BACK]),
            _slab(BACK, 2.5, 0.3),
            "back",
            128,
            0.6,
            "lockers, benches, far beam, the door to the cold",
        ),
        Plane("hall", factor(SCALE_OF[HALL]), _slab(HALL, 2.0), "back", 96, 0.6, "waiting bags and bulbs"),
        *_floors()[2:4],
        ceilings[1],
        Plane("middle", factor(SCALE_OF[MID]), _slab(MID, 1.5), "back", 96, 0.6, "far posts and ropes, near beam"),
        *_floors()[4:],
        Plane(
            "platform",
            factor(SCALE_OF[PLATFORM]),
            _slab(PLATFORM, 0.0, 0.4),
            "ground",
            96,
            0.5,
            "the ring: canvas and skirt",
        ),
        Plane(
            "near",
            factor(SCALE_OF[NEAR]),
            _slab(NEAR, 0.3, 0.7),
            "back",
            128,
            0.6,
            "the stations' own gear behind the fighter",
        ),
        Plane("dust", factor(1.2), dust, "back", note="sun on dust, over everything behind the fighter", veil="add"),
        Plane("front", 1.3, _front, "front", 48, 0.3, "near black, passes between stations"),
    )


def _station(name: str, x: float, camera: float, feet: int = FEET) -> dict:
    return {
        "id": name,
        "x": round(x * 100),
        "camera": round(camera * 100) - 320,
        "camera_centre": round(camera * 100),
        "feet_y": feet,
    }


def _hung(metres: float, parallax: float) -> int:
    """Return the column of a world x on a plane, as the strips are painted."""
    return round((1 - parallax) * 320 + metres * 100 * parallax)


def _men() -> list[dict]:
    """Strips of men in the back, each drawn after the hall's layer; y is the top of the frame."""
    f = factor(SCALE_OF[HALL])
    ground = 187 + EYE * 100 * f
    places = (
        ("skipping", 6.25, 134),
        ("bag_work", 11.05, 119),
        ("shadow_boxing", 26.35, 119),
        ("shadow_boxing", 0.1, 119),
    )
    return [
        {
            "sprite": name,
            "x": _hung(x, f),
            "y": round(ground - tall),
            "parallax": round(f, 4),
            "after": "hall",
            "phase": i % 3,
        }
        for i, (name, x, tall) in enumerate(places)
    ]


def _valves() -> list[dict]:
    """Both ends of every radiator on the wall, where steam gets out."""
    f = factor(WALL_Z)
    ends = [x + end * ribs * RIB / (100 * f) for x, ribs in RADIATORS for end in (0, 1)]
    row = round(187 + (EYE - VALVE_HEIGHT) * 100 * f)
    return [
        {"id": f"valve.{n}", "x": _hung(x, f), "y": row, "parallax": round(f, 4)}
        for n, x in enumerate(ends)
    ]


def _lights() -> list[dict]:
    hall, near = factor(SCALE_OF[HALL]), factor(SCALE_OF[NEAR])
    bulbs = [
        {
            "kind": "lamp",
            "x": _hung(x, hall),
            "y": round(187 - (2.68 - 1.55) * 68.5),
            "parallax": round(hall, 4),
            "color": "#ffac52",
            "radius": 70,
            "pulse": "beat",
        }
        for x in (1.2, 7.3, 12.4, 25.2, 29.2)
    ]
    over_ring = {
        "kind": "lamp",
        "x": _hung(RING_LAMP[0], near),
        "y": 84,
        "parallax": round(near, 4),
        "color": "#ffac50",
        "radius": 180,
        "pulse": "bar",
    }
    return [*bulbs, over_ring]


PLACE = Place(
    "gym",
    LENGTH,
    (),
    {
        "pixels_per_metre": 100,
        "feet_y": FEET,
        "horizon_y": 187,
        "stations": [
            _station("speed_bag", 2.9, 3.3),
            _station("heavy_bag", 8.9, 9.4),
            _station("sit_ups", RING[0], 14.9, 262),
            _station("push_ups", 19.0, 19.0, 262),
            _station("medicine_ball", 22.35, 23.3, 262),
        ],
        "props": [
            *_men(),
            {
                "id": "speed_bag.swivel",
                "x": round(SPEED_BAG[0] * 100),
                "y": round(342 - SPEED_BAG[1] * 100),
                "parallax": 1.0,
            },
            {"id": "heavy_bag.hook", "x": round(HOOK[0] * 100), "y": round(342 - HOOK[1] * 100), "parallax": 1.0},
            {"id": "tally", "x": 1962, "y": 149, "size": [125, 60], "parallax": round(factor(SCALE_OF[NEAR]), 4)},
            *_valves(),
            {"id": "apron.left", "x": round(RING[0] * 100), "y": 262, "parallax": 1.0},
            {"id": "apron.right", "x": round(RING[1] * 100), "y": 262, "parallax": 1.0},
        ],
        "lights": _lights(),
        "sun_direction": list(SUN),
        "grade": {"shadow": "#182a4a", "light": "#ffe0a8", "vignette": 0.34},
    },
)
PLACE = Place(PLACE.name, PLACE.length, _planes(), PLACE.facts, write_men)

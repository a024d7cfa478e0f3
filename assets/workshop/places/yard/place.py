"""The railroad yard at dawn: low sun behind the tracks, frost, boxcars with light in the gaps, the elevated far off.

61 m in eight bars. Rhythm: cars (0-14 m), the wide gap with the sun and the signal bridge (14-27), tank and hoppers
(27-42), open tracks and the cabin (42-54), the caboose, then the brick abutment of the overpass that is the seam.
"""

from pathlib import Path

from ..paint.flames import fire
from ..paint.life import el_train, pigeon, steam, write_all
from ..stage import HORIZON, Place, Plane, scale
from .far import elevated, far
from .fireside import hut_light
from .floor import FIRST as FLOOR_FIRST
from .floor import LAST as FLOOR_LAST
from .floor import floor, rays
from .light import LENGTH, SKY_FACTOR, SUN_X, SUN_Y
from .scene import MID, NEAR
from .sky import city, sky
from .track import front, lane, middle, near, veil, wires


def sprites(folder: Path) -> None:
    write_all(
        folder,
        {
            "el-train": el_train(),
            "steam": steam(7, "#c8a890"),
            "fire": fire(5, 0.42),
            "pigeon": pigeon(),
            "hut-light": hut_light(),
        },
    )


FACTS = {
    "grade": {"tint": "#fff4ec", "vignette": 0.34},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": SKY_FACTOR, "rays": "#ffcf90", "strength": 0.62},
    "lights": [
        {
            "x": 12.2 * 40 + 64 + 20,
            "y": 130,
            "parallax": 0.799,
            "color": "#ff3a20",
            "radius": 26,
            "kind": "lamp",
            "pulse": "beat",
            "power": 0.35,
        },
        {
            "x": 27.6 * 40 + 64,
            "y": 284,
            "parallax": 0.799,
            "color": "#ff8a34",
            "radius": 70,
            "kind": "fire",
            "pulse": "none",
            "power": 0.35,
        },
        {
            "x": 60.8 * 50,
            "y": 131,
            "parallax": 1,
            "color": "#ffb060",
            "radius": 90,
            "kind": "lamp",
            "pulse": "bar",
            "power": 0.3,
        },
    ],
    "props": [
        {
            "sprite": "el-train",
            "x": 720,
            "y": HORIZON - 63,
            "parallax": 0.14,
            "after": "city",
            "drift": -52,
            "from_beat": 8,
            "to_beat": 26,
        },
        {"sprite": "fire", "x": 27.3 * 40 + 62, "y": 238, "parallax": 0.799, "after": "near"},
        {"sprite": "steam", "x": 1953, "y": 90, "parallax": 0.799, "after": "near", "phase": 5},
        {"sprite": "pigeon", "x": 1500, "y": 120, "parallax": 0.55, "after": "middle", "drift": -40},
        {"sprite": "pigeon", "x": 1516, "y": 132, "parallax": 0.55, "after": "middle", "drift": -40, "phase": 2},
    ],
    "seams": {
        "end": {
            "at": LENGTH,
            "cover": [2800, 3400],
            "what": "brick abutment of the overpass; the market begins behind it",
        }
    },
}

PLACE = Place(
    "yard",
    LENGTH,
    (
        Plane("sky", SKY_FACTOR, sky, colours=80, note="the sun itself is here"),
        Plane("city", 0.06, city, colours=48, note="two depths of roofs, City Hall, stacks"),
        Plane("elevated", 0.14, elevated, colours=48, note="the elevated railway; el-train runs behind its railing"),
        Plane("far", 0.30, far, colours=96, note="far cars, portals, coaling tower, switcher"),
        Plane("floor", FLOOR_LAST, floor, colours=96, dither=0, note="rails that run to the sun", top=FLOOR_FIRST),
        Plane("rays", 0.01, rays, veil="add", note="shafts of the low sun and its road over the ballast"),
        Plane("middle", scale(MID) / 50, middle, colours=128, note="the cars with light in the gaps"),
        Plane("wires", scale(NEAR) / 50, wires, colours=8, dither=0, note="catenary"),
        Plane("near", scale(NEAR) / 50, near, colours=128, note="masts, signals, cabin, piles of sleepers"),
        Plane("veil", 0.9, veil, veil="mix", note="lit ground mist behind the lane"),
        Plane("lane", 1.0, lane, "ground", colours=128, note="the path between tracks; abutment at the end"),
        Plane("front", 1.35, front, "front", colours=32, note="weeds and iron near the lens"),
    ),
    FACTS,
    sprites,
)

"""The facts of the market for the game: lamps and fires, what is put down, the seams; and its animated strips."""

from pathlib import Path

from ..paint.flames import fire
from ..paint.life import laundry, pigeon, write_all
from .light import LENGTH, SUN_X, SUN_Y
from .scene import FRONTS, STREET
from .shutters import write_covers, write_shutters


def sprites(folder: object) -> None:
    write_all(
        folder,
        {
            "fire": fire(5),
            "laundry": laundry(4),
            "laundry-2": laundry(9),
            "pigeon": pigeon(),
        },
    )
    write_shutters(Path(str(folder)))
    write_covers(Path(str(folder)))


def at_street(x: float) -> float:
    """Column of a world x on the stalls' layer."""
    f = STREET / 50
    return (1 - f) * 320 + x * STREET


STEAM = ((1, 13.6), (2, 30.4), (3, 72.0), (4, 97.2))
"""Gratings at the kerb from which steam rises: numbers, and where they are, metres; the second lies in the sun."""
F2, F1 = round(STREET / 50, 4), round(FRONTS / 50, 4)
FACTS = {
    "grade": {"tint": "#fff8f0", "vignette": 0.34},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": 0.02, "rays": "#ffcc90", "strength": 0.6},
    "lights": [
        *(
            {
                "x": round(at_street(x + 0.35)),
                "y": 268,
                "parallax": F2,
                "color": "#ff8a34",
                "radius": 110,
                "kind": "fire",
                "pulse": "none",
                "power": 0.35,
            }
            for x in (27.6, 56.5, 81.2)
        ),
        {
            "x": -32,
            "y": 131,
            "parallax": 1,
            "color": "#ffb060",
            "radius": 90,
            "kind": "lamp",
            "pulse": "bar",
            "power": 0.3,
        },
        {
            "x": 5380,
            "y": 140,
            "parallax": 1,
            "color": "#ffb060",
            "radius": 90,
            "kind": "lamp",
            "pulse": "bar",
            "power": 0.3,
        },
    ],
    "props": [
        *(
            {
                "sprite": "fire",
                "x": round(at_street(x)) - 1,
                "y": 212,
                "parallax": F2,
                "after": "stalls",
                "phase": i * 3,
            }
            for i, x in enumerate((27.6, 56.5, 81.2))
        ),
        *({"id": f"steam-{n}", "x": round(at_street(x)) + 20, "y": 302, "parallax": F2} for n, x in STEAM),
        *(
            {
                "sprite": "laundry" + ("-2" if i % 2 else ""),
                "x": round((1 - F1) * 320 + x * FRONTS),
                "y": y,
                "parallax": F1,
                "after": "fronts",
                "phase": i,
            }
            for i, (x, y) in enumerate(((54.3, 60), (54.4, 112), (78.4, 74), (26.0, 52)))
        ),
        *(
            {
                "sprite": "pigeon",
                "x": 3000 + i * 26,
                "y": 90 + i * 9 % 22,
                "parallax": F1,
                "after": "fronts",
                "drift": -30,
                "phase": i,
            }
            for i in range(4)
        ),
    ],
    "mirrors": ["mirror-fronts", "mirror-stalls"],
    "seams": {
        "start": {"at": 0, "cover": [-620, 100], "what": "the overpass"},
        "end": {"at": LENGTH, "cover": [5290, 6100], "what": "the stone viaduct; the bridge begins behind it"},
    },
}

"""The facts of the bridge for the game: lights, what is put down, the seams; and its animated strips."""

from ..paint.life import drip, glints, scull, write_all
from ..stage import ground_y, scale
from .life import angler, couple, gull, ripple_light
from .light import LENGTH, SUN_X, SUN_Y
from .scene import ARCHES, FRONT, LAMPS


def sprites(folder: object) -> None:
    write_all(
        folder,
        {
            "caustics": ripple_light(3),
            "drip": drip(),
            "glints": glints(5),
            "scull": scull(),
            "gull": gull(),
            "angler": angler(),
            "couple": couple(),
        },
    )


FW = round(scale(FRONT) / 50, 4)


def _on_wall(x: float) -> int:
    return round((1 - FW) * 320 + x * FW * 50)


def _row(y: float) -> int:
    return round(ground_y(FRONT) - y * scale(FRONT))


FACTS = {
    "grade": {"tint": "#fffcf8", "vignette": 0.42},
    "sun": {"x": SUN_X, "y": SUN_Y, "parallax": 0.02, "rays": "#ffe0b0", "strength": 0.4},
    "lights": [
        {
            "x": _on_wall(47.0),
            "y": 170,
            "parallax": FW,
            "color": "#ffecc0",
            "radius": 260,
            "kind": "sun",
            "pulse": "none",
            "power": 0.18,
        }
    ],
    "props": [
        *(
            {"id": f"cage-lamp-{number}", "x": _on_wall(x), "y": _row(y), "parallax": FW}
            for number, (x, y) in enumerate(LAMPS, 1)
        ),
        {"id": "great-arch", "x": _on_wall(ARCHES[-1][0]), "y": _row(ARCHES[-1][1]), "parallax": FW},
        *(
            {"sprite": "drip", "x": x, "y": 216, "parallax": 1, "after": "road", "phase": i * 5}
            for i, x in enumerate((180, 560, 905, 1190, 1425, 1530, 1790, 1910))
        ),
        *(
            {"sprite": "glints", "x": 300 + dx, "y": 252, "parallax": 0.02, "after": "water", "phase": i * 3}
            for i, dx in enumerate((0, 80))
        ),
        {"sprite": "scull", "x": 700, "y": 252, "parallax": 0.16, "after": "water", "drift": -26},
    ],
    "mirrors": ["mirror-back", "mirror-front"],
    "seams": {
        "start": {"at": 0, "cover": [-620, 60], "what": "the viaduct's stone"},
        "end": {
            "at": LENGTH,
            "cover": [2080, 2700],
            "what": "the river's glare in the great arch whites out",
        },
    },
}

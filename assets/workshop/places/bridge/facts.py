"""The facts of the bridge for the game: lights, what is put down, the seams; and its animated strips."""

import numpy as np

from ..paint.life import caustics, drip, glints, scull, write_all
from ..stage import scale
from .light import LENGTH, SUN_X, SUN_Y
from .scene import FRONT


def sprites(folder: object) -> None:
    frames, beats = caustics(3)
    dark = [(rgb * mask[..., None], np.ones_like(mask)) for rgb, mask in frames]  # added: black is nothing
    write_all(folder, {"caustics": (dark, beats), "drip": drip(), "glints": glints(5), "scull": scull()})


FW = round(scale(FRONT) / 50, 4)


def _on_wall(x: float) -> int:
    return round((1 - FW) * 320 + x * FW * 50)


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
            {
                "sprite": "caustics",
                "x": _on_wall(x) - 95,
                "y": y - 14,
                "parallax": FW,
                "after": "front-arcade",
                "blend": "add",
                "phase": i * 3,
            }
            for i, (x, y) in enumerate(
                ((3.2, 96), (7.4, 24), (11.8, 104), (-4.6, 90), (18.2, 120), (15.2, 60), (24.2, 150), (21.0, 110))
            )
        ),
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
        "end": {"at": LENGTH, "cover": [2080, 2700], "what": "daylight: nothing but light behind the great arch"},
    },
}

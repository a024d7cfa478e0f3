"""The summit: he turns, and there is the whole city at noon. The Parkway runs straight from his feet to City Hall.

The camera stands still at -128 across, and rises: its layers are painted as seen from the top of that rise. The
fighter stands at screen x 320, feet at row 330 of the map, about 120 px tall; seen from below, City Hall's statue
stands between his raised fists.
"""

from pathlib import Path

import numpy as np

from ..paint.colour import smooth
from ..paint.life import Strip, write_all
from ..paint.relief import Relief
from ..stage import HEIGHT, WIDTH, Painted, Place, Plane, Window
from .city import BASE, roofs, towers
from .hall import city_hall
from .light import ABOVE, CENTRE, FEET, SUN_X, SUN_Y, at, hazed
from .park import NEAR_FLAGS, avenue, band, flag_places, monument, waving
from .sky import sky
from .terrace import front, terrace


def far_city(window: Window) -> Painted:
    return hazed(roofs(window.width, 5, 4, 18), window, 0.5)


def city(window: Window) -> Painted:
    yy = np.mgrid[0:HEIGHT, 0 : window.width][0]
    return hazed(towers(window.width, lambda x: at(window, x)), window, 0.07 + 0.20 * smooth(BASE - 60, BASE + 8, yy))


def hall(window: Window) -> Painted:
    yy = np.mgrid[0:HEIGHT, 0 : window.width][0]
    return hazed(city_hall(window.width, at(window, 320)), window, 0.02 + 0.10 * smooth(BASE - 50, BASE + 8, yy))


WINGS = (
    ((-6, -4), (-3, -2), (0, 0), (3, -2), (6, -4)),
    ((-6, 0), (-3, -1), (0, 0), (3, -1), (6, 0)),
    ((-5, 3), (-3, 1), (0, 0), (3, 1), (5, 3)),
    ((-6, 1), (-3, 0), (0, 0), (3, 0), (6, 1)),
)


def pigeons() -> Strip:
    """A flock that goes up to the right through twelve frames, each bird on its own wing beat."""
    frames, rng = [], np.random.default_rng(9)
    birds = [
        (rng.uniform(0, 120), rng.uniform(0, 60), rng.uniform(0.8, 1.5), int(rng.integers(0, 4)), rng.random())
        for _ in range(34)
    ]
    for f in range(12):
        r, t = Relief(360, 230), f / 11
        for x, y, speed, phase, tone in birds:
            px, py = 20 + x + 190 * t * speed, 212 - y * 0.5 - (40 + 130 * speed * 0.7) * t**0.8 - y * t
            k = 0.55 + 0.45 * (1 - t)
            pts = [(px + dx * k, py + dy * k) for dx, dy in WINGS[(f + phase) % 4]]
            shade = "#3c4450" if tone < 0.6 else "#8c8c88" if tone < 0.85 else "#e4dccc"
            r.curve(pts, shade)
            r.rect((px - 1, py, 3, 2), shade)
        frames.append((np.clip(r.rgb, 0, 1), r.a > 0.5))
    return frames, "1/4"


def sparkle() -> Strip:
    """Light in a fountain's jets, laid over the painted ones."""
    frames, rng = [], np.random.default_rng(4)
    for _ in range(4):
        r = Relief(64, 48)
        for _ in range(26):
            x, y = rng.normal(32, 13), rng.uniform(4, 44)
            r.rect((x, y, 1, 1 + int(rng.random() < 0.3)), "#fffaf0")
        frames.append((np.clip(r.rgb, 0, 1), r.a > 0.5))
    return frames, "1/4"


def write_sprites(folder: Path) -> None:
    flags = {f"flag{number}": (waving(deep, number), "1/6") for deep, number in NEAR_FLAGS}
    write_all(folder, {"pigeons": pigeons(), "sparkle": sparkle(), **flags})


def _place(screen: float, factor: float) -> int:
    return round(screen + factor * CENTRE)


BANDS = ((216, 224, 0.11), (224, 233, 0.15), (233, 244, 0.21), (244, 258, 0.30), (258, 274, 0.42), (274, 300, 0.62))
PLACE = Place(
    "summit",
    256,
    (
        Plane("sky", 0.015, sky, colours=160, dither=0.7, note="the sun itself is here", above=ABOVE),
        Plane("far", 0.03, far_city, colours=32),
        Plane("city", 0.06, city, colours=96, dither=0.6, note="the skyline of 1976"),
        Plane("hall", 0.075, hall, colours=80, dither=0.6, note="City Hall, tallest, on the axis"),
        *(
            Plane(f"parkway{i}", f, band(a, b), colours=72, dither=0.5, note="a band of the Parkway")
            for i, (a, b, f) in enumerate(BANDS[:3])
        ),
        Plane("avenue_far", 0.14, avenue(4.2, 9.0, 7, 100), colours=48, dither=0),
        *(
            Plane(f"parkway{i + 3}", f, band(a, b), colours=72, dither=0.5, note="a band of the Parkway")
            for i, (a, b, f) in enumerate(BANDS[3:])
        ),
        Plane("avenue", 0.26, avenue(2.1, 3.7, 4, 200), colours=64, dither=0),
        Plane("avenue_near", 0.46, avenue(1.12, 1.85, 4, 300), colours=64, dither=0),
        Plane("monument", 0.50, monument, colours=64, dither=0, note="the rider, basins and jets"),
        Plane("terrace", 1.0, terrace, "ground", colours=110, dither=0.5),
        Plane("front", 1.25, front, "front", colours=64, dither=0.3, note="urns at the frame"),
    ),
    {
        "feet_y": FEET,
        "camera_centre_left": CENTRE,
        "dolly": {"from": -152, "to": -104},
        "stations": [
            {
                "id": "summit",
                "x": 320 + CENTRE,
                "camera": CENTRE,
                "camera_centre": CENTRE + WIDTH // 2,
                "feet_y": FEET,
                "figure_px": 120,
            }
        ],
        "props": [
            {"sprite": "pigeons", "x": _place(150, 0.5), "y": 96, "parallax": 0.5, "after": "monument", "once": "turn"},
            *(
                {"sprite": "sparkle", "x": _place(x - 32, 0.50), "y": 216, "parallax": 0.50, "after": "monument"}
                for x in (210, 430)
            ),
            *(
                {"sprite": name, "x": _place(x, 0.46), "y": round(row), "parallax": 0.46, "after": "avenue_near"}
                for name, x, row in flag_places()
            ),
        ],
        "lights": [
            {
                "kind": "sun",
                "x": _place(SUN_X, 0.015),
                "y": SUN_Y,
                "parallax": 0.015,
                "color": "#ffdca0",
                "radius": 130,
                "power": 0.12,
                "pulse": "none",
            }
        ],
        "sun": {"x": _place(SUN_X, 0.015), "y": SUN_Y, "parallax": 0.015, "rays": "#8c6c40", "strength": 0.22},
        "grade": {"shadow": "#1c3464", "light": "#ffe4b0", "vignette": 0.14},
    },
    write_sprites,
)

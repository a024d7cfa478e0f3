"""Men at work in the back of the gym: dim cut-outs with a warm rim, two to four frames each, timed in beats."""

import math
from pathlib import Path

import numpy as np

from ..paint.film import Look, develop
from ..paint.life import Strip, write_all
from ..paint.relief import Relief, capsule
from ..paint.relight import Daylight, light

Joint = tuple[float, float]
RIM = Daylight((-0.75, -0.55, -0.1), "#ffc078", 1.5, "#40486a", "#1c140e", 0.34, 1.2, 20)
LOOK = Look(1.0, "#182a4a", "#ffe0a8", 0.34, 0.1, 1.0, 0.035, 1.02, 0)
H = 118.0  # a man at the hall's depth, px


def _limb(r: Relief, a: Joint, b: Joint, thick: tuple[float, float], tint: str, base: float) -> None:
    capsule(r, (*a, thick[0]), (*b, thick[1]), tint, base)


def man(
    hip: Joint,
    lean: float,
    hands: tuple[Joint, Joint],
    feet: tuple[Joint, Joint],
    tones: tuple[str, str],
    size: tuple[int, int],
) -> Relief:
    """A figure from hip, lean of the back, and where hands and feet are (px from the hip; y up)."""
    r, skin = Relief(*size), "#8a5a40"
    shirt, legs = tones
    hx, hy = hip
    sx, sy = hx + math.sin(lean) * 34, hy - math.cos(lean) * 34
    for i, (fx, fy) in enumerate(feet):
        x, y = hx + fx, hy - fy
        knee = ((hx + x) / 2 + 5, (hy + y) / 2 + 1)
        base = -4.0 if i == 0 else 3.0
        _limb(r, (hx, hy), knee, (8, 5.5), legs, base)
        _limb(r, knee, (x, y - 3), (5.2, 3.4), legs, base)
        _limb(r, (x - 1, y - 2), (x + 8, y - 1.5), (3, 2.4), "#141216", base)
    _limb(r, (hx, hy - 2), (sx, sy), (9, 11), shirt, 0)
    _limb(r, (sx, sy), (sx + math.sin(lean) * 12 + 2, sy - 15), (4.5, 4), skin, 0)
    r2 = (sx + math.sin(lean) * 14 + 3, sy - 18)
    _limb(r, r2, (r2[0] + 0.5, r2[1] - 4), (6.4, 6.4), skin, 1)
    _limb(r, (r2[0] - 1, r2[1] - 5), (r2[0] - 0.5, r2[1] - 6), (6.2, 5.6), "#1a1412", 2)
    for i, (ax, ay) in enumerate(hands):
        x, y = hx + ax, hy - ay
        elbow = ((sx + x) / 2 - 4, (sy + y) / 2 + 8)
        base = -5.0 if i == 0 else 8.0
        _limb(r, (sx, sy + 3), elbow, (5, 4), skin if i else shirt, base)
        _limb(r, elbow, (x, y), (3.8, 3.2), skin, base)
        _limb(r, (x, y), (x + 2, y - 1), (5, 4.6), "#5a1c18", base + 1)
    return r


def dim_frames(men: list[Relief], day: Daylight = RIM) -> list:
    """Frames of figures in the light of the back."""
    return [(develop(light(m, day), LOOK), m.a > 0.5) for m in men]


def skipping() -> Strip:
    """Rope work: up, down, the rope round."""
    out = []
    for lift, turn in ((0, 0.0), (5, 1.6), (8, 3.14), (4, 4.7)):
        m = man(
            (44, 82 - lift),
            0.04,
            ((-17, 8), (19, 8)),
            ((-5, 48 - 48 - 48 + lift * 0.2), (6, -48 + lift * 0.4)),
            ("#6a6258", "#2c3448"),
            (88, 134),
        )
        a = np.linspace(0, 1, 20)
        bow = math.cos(turn) * 66
        pts = [(27 + 36 * t, 74 - lift + bow * 4 * t * (1 - t)) for t in a]
        m.curve([(float(x), float(np.clip(y, 2, 131))) for x, y in pts], "#b09468", 12)
        out.append(m)
    return dim_frames(out), "1/4"


def shadow_boxing() -> Strip:
    """Guard, jab, guard, cross."""
    poses = (
        (0.10, ((22, 40), (15, 42))),
        (0.16, ((20, 40), (46, 44))),
        (0.10, ((22, 40), (14, 40))),
        (0.22, ((48, 42), (14, 42))),
    )
    men = [
        man((46, 80), lean, hands, ((-17, -36), (16, -37)), ("#54504c", "#38302c"), (112, 122)) for lean, hands in poses
    ]
    return dim_frames(men), "1/2"


def bag_work() -> Strip:
    """At the bag: load and dig."""
    poses = (
        (0.14, ((16, 36), (12, 38))),
        (0.30, ((20, 34), (38, 26))),
        (0.14, ((14, 40), (16, 36))),
        (0.26, ((40, 40), (16, 38))),
    )
    men = [
        man((40, 80), lean, hands, ((-16, -37), (15, -37)), ("#6a2c24", "#2a2c34"), (100, 122)) for lean, hands in poses
    ]
    return dim_frames(men), "1/2"


def write(folder: Path) -> None:
    """Write the strips below the place's folder."""
    write_all(folder, {"skipping": skipping(), "shadow_boxing": shadow_boxing(), "bag_work": bag_work()})

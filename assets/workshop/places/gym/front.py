"""What passes close before the lens between the gym's stations: nearly black, rim-lit, never before the fighter."""

import numpy as np

from ..paint.close import Close
from ..paint.colour import Array
from ..paint.relief import Relief, round_height
from ..paint.relight import Daylight, light
from ..stage import HEIGHT, Window


def _bag(r: Relief, x: int, top: int, foot: int, radius: int) -> None:
    z = round_height(x, radius)
    r.rect((x - radius, top, radius * 2, foot - top), "#2c1c14", z)
    for y in (top + 70, top + 82, top + 96):
        r.rect((x - radius, y, radius * 2, 7), "#6c6454", lambda yy, xx: z(yy, xx) + 1)
    for y in (top - 3, foot - 6):
        r.rect((x - radius - 1, y, radius * 2 + 2, 9), "#15100d", lambda yy, xx: z(yy, xx) + 2)
    for dx in (-radius + 8, 0, radius - 8):
        r.line((x + dx, top), (x, top - 46), "#1c1a1a", 3, 3)
    r.rect((x - 3, 0, 6, max(0, top - 44)), "#1c1a1a", 3)


def _post(r: Relief, x: int) -> None:
    """A corner post of the ring, its pads laced, the ropes' ends."""
    r.rect((x - 9, 60, 18, HEIGHT - 60), "#24201e", round_height(x, 9))
    r.rect((x - 20, 74, 40, 170), "#401612", round_height(x, 20))
    for y in range(88, 236, 14):
        r.line((x - 5, y), (x + 5, y + 6), "#8c8474", 22)
        r.line((x + 5, y), (x - 5, y + 6), "#8c8474", 22)
    for y in (96, 150, 204):
        r.rect((x - 34, y, 68, 12), "#1c1814", 14)
        r.disc((x - 34, y + 6, 8, 8), "#2c2620", 16)
        r.disc((x + 34, y + 6, 8, 8), "#2c2620", 16)


def _stool(r: Relief, x: int) -> None:
    """Stool, bucket and a towel, low at the edge of the frame."""
    r.rect((x - 34, 310, 68, 9), "#2c1e14", 6)
    for dx in (-28, 22):
        r.rect((x + dx, 319, 7, 70), "#1c1512", 4)
    r.rect((x - 26, 352, 52, 5), "#1c1512", 3)
    r.poly([(x - 22, 309), (x + 12, 309), (x + 9, 346), (x - 4, 350), (x - 19, 344)], "#54504a", 9)
    r.poly([(x + 44, 336), (x + 96, 336), (x + 90, 388), (x + 50, 388)], "#22262a", round_height(x + 70, 28))


def foreground(window: Window) -> tuple[Array, np.ndarray]:
    """Linear light and mask of the layer. World x as on the lane; see the stations for what is then off the frame."""
    shot, r = Close(window), Relief(window.width, HEIGHT)
    _stool(r, round(shot.px(0.55)))
    _bag(r, round(shot.px(6.25)), 44, 300, 42)
    _bag(r, round(shot.px(12.1)), 24, 292, 38)
    _post(r, round(shot.px(17.02)))
    _post(r, round(shot.px(21.7)))
    _bag(r, round(shot.px(27.6)), 30, 300, 44)
    warm = light(r, Daylight((-0.95, -0.25, -0.12), "#ffb870", 3.4, "#2c3850", "#141010", 0.6, 0.5, 30, 2.0, (0, 0, 0)))
    cool = light(r, Daylight((0.9, -0.35, -0.1), "#8ca8d8", 1.2, "#000000", "#000000", 0, 0.4, 0, 2.0, (0, 0, 0)))
    return warm + cool, r.a > 0.5

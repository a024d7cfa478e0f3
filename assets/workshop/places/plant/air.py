"""Around the plant's room: the morning beyond the door, its curtain, cold air on the floor, the dark near sides."""

import numpy as np

from ..paint.close import Close, row
from ..paint.colour import colour, gradient
from ..paint.film import Look, develop
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.relight import Daylight, light
from ..stage import HEIGHT, Painted, Window
from .beef import beef
from .scene import DOOR, DOOR_TOP, WALL_Z

LOOK = Look(1.0, "#123848", "#ffe4b8", 0.30, 0.08, 1.0, 0.03, 1.03)


def outside(window: Window) -> Painted:
    """The yard beyond the door in the morning sun: a lorry, the river's light, masts far off."""
    yy, _xx = np.mgrid[0:HEIGHT, 0 : window.width].astype(np.float32)
    lin = (
        gradient([(0, "#fff2d4"), (0.55, "#ffe0a8"), (0.72, "#f4cc90"), (1, "#b89468")], np.clip((yy - 90) / 170, 0, 1))
        * 1.7
    )
    r, x = Relief(window.width, HEIGHT), round(Close(window).px(11.8))
    r.rect((x - 400, 214, 900, 90), "#b09878")
    for dx, tall in ((-38, 92), (-22, 104), (-6, 80)):
        r.rect((x + dx, 212 - tall, 2, tall), "#8a7460")
        for j in range(3):
            r.rect((x + dx - 9 + j * 2, 212 - tall + 16 + j * 20, 20 - 4 * j, 1), "#8a7460")
    r.rect((x + 8, 168, 62, 58), "#8c5a44")
    r.rect((x + 12, 172, 54, 34), "#a86c50")
    r.rect((x - 4, 190, 14, 36), "#74483a")
    for dx in (4, 52):
        r.disc((x + dx, 226, 8, 8), "#2c2420")
    lin = np.where((r.a > 0.5)[..., None], r.rgb * 1.35 + lin * 0.28, lin)
    return Painted(develop(lin.astype(np.float32), LOOK), np.ones(yy.shape, bool))


def curtain(window: Window) -> Painted:
    """Strips of old plastic in the door's top: hard stripes with gaps, so that the day shows through."""
    shot, r = Close(window), Relief(window.width, HEIGHT)
    top, rng = round(row(DOOR_TOP, WALL_Z)), np.random.default_rng(3)
    for m in np.arange(DOOR[0], DOOR[1], 0.22):
        long = int(rng.integers(34, 66)) if abs(m - 11.7) > 0.35 else 22
        r.rect((shot.px(m), top, 9, long), "#c8b494", 1)
        r.rect((shot.px(m), top, 1, long), "#f4e0b8", 1)
    yy = np.mgrid[0:HEIGHT, 0 : window.width][0]
    keep = (r.a > 0.5) & ((yy + np.mgrid[0:HEIGHT, 0 : window.width][1]) % 4 > 0)
    return Painted(develop((r.rgb * 1.3).astype(np.float32), LOOK), keep)


def mist(window: Window) -> Painted:
    """Cold air lying on the floor behind him, in steps."""
    yy = np.mgrid[0:HEIGHT, 0 : window.width][0]
    body = np.exp(-(((yy - 300) / 26.0) ** 2)) * (0.15 + 0.9 * fbm(HEIGHT, window.width, 150, 18, 9, 4))
    alpha = np.round(np.clip(body * 0.42, 0, 0.4) * 12) / 12
    return Painted(
        np.broadcast_to(colour("#7fa6b0") * 0.6, (*alpha.shape, 3)).astype(np.float32),
        alpha > 0,
        alpha.astype(np.float32),
    )


def front(window: Window) -> Painted:
    """Great dark sides close to the lens, edged warm towards the door and cold from the tubes."""
    r, shot = Relief(window.width, HEIGHT), Close(window)
    for seed, x, flip in ((23, 3.1, 0), (25, 12.45, 1), (31, 17.2, 0)):
        b = beef(seed, 0, 400)
        b = b.flipped() if flip else b
        r.paste(b, round(shot.px(x)) - b.w // 2, -72)
        r.rect((round(shot.px(x)) - 3, 0, 6, 10), "#2a3336", 9)
    r.rgb *= 0.55
    warm = light(r, Daylight((0.9, -0.3, -0.35), "#ffb878", 1.5, "#3c6478", "#141c20", 0.22, 0.6, 30, 2.0, (0, 0, 0)))
    cold = light(r, Daylight((-0.6, -0.7, -0.3), "#8cc4d8", 0.7, "#000000", "#000000", 0, 0.6, 0, 2.0, (0, 0, 0)))
    return Painted(develop((warm + cold).astype(np.float32), LOOK), r.a > 0.5)

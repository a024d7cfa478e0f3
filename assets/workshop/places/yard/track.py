"""The yard's near planes: cars, masts and signals, the lane between its tracks, mist, wires and weeds."""

import numpy as np
from scipy import ndimage as ndi

from ..built.strip import Traced, strip
from ..paint.colour import Array, blend, gradient, hexed, oklab, smooth
from ..paint.film import develop, fog, steps
from ..paint.motifs import lattice
from ..paint.noise import fbm
from ..paint.relief import Relief, hang
from ..paint.relight import Daylight, light
from ..paint.textures import ramp
from ..stage import EYE, FEET, FOCAL, HEIGHT, HORIZON, Painted, Window, ground_y
from .floor import BOTTOM as FLOOR_END
from .light import LOOK, SUN, haze_tint, rim
from .scene import MID, NEAR, STREET_FROM, scene

ROWS = {"mid": (120, 300), "near": (20, 312), "lane": (0, 384)}
CLUMP_PX = 15
"""Over so many columns the tones of the ground are gathered."""
GROUND = ("#0e0d14", "#1c1a26", "#322c40", "#564a64", "#86748a")
"""The tones of the ground before the tracks: cinders, wet cinders, dirt, and snow in the shade and in the light."""
DARKEST, LIGHTEST = 0.06, 0.74
"""OKLab lightness of traced ground that becomes the first and the last of them."""
NEAR_TRACK_ROW, BEFORE_TRACKS = 343, 11.6
"""Row below which, and distance from the lens in metres up to which, the ground lies before the tracks."""
BACK_OF_CARS = 15.5 + MID + 0.4


def _slab(w: Window, slab: int, rows: tuple[int, int], fog_start: float) -> tuple[Array, Traced]:
    t = strip(scene(), SUN, w, slab, rows, 26)
    lin = t.light("#6a70a0", 0.20, 1.0)
    lin = fog(lin, t.depth, haze_tint(w, 0.8), fog_start, 120)
    return lin, t


def middle(w: Window) -> Painted:
    lin, t = _slab(w, 1, ROWS["mid"], 16)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    upright = t.hit & (t.depth < BACK_OF_CARS)
    lin = rim(lin, t.hit, "#ffb472", 1.1)
    mist = smooth(222, 300, yy) * (0.2 + 0.9 * fbm(HEIGHT, w.width, 150, 16, 15, 3))
    mist = np.where(upright, mist * 0.62, mist)
    lin = blend(lin, haze_tint(w, 0.95), np.clip(steps(mist, 14) * 0.66, 0, 0.6))
    return Painted(develop(lin, LOOK), t.hit & ~_bare(t, yy))


def _bare(t: Traced, yy: Array) -> np.ndarray:
    """Where the ground itself is seen and not what stands on it: there the floor in depth shows."""
    height = EYE - (yy - HORIZON) * t.depth / FOCAL
    return (height < 0.06) & (yy < FLOOR_END)


def wires(w: Window) -> Painted:
    """Catenary over the near masts, against the sky; and its droppers."""
    r = Relief(w.width, 200)
    for x in (-8.0, 3.5, 17.0, 30.5, 44.0, 57.5):
        a, b = w.px(x + 2.7), w.px(x + 13.5 + 2.7)
        if x > 50:
            b = w.px(62)
        top, low = ground_y(NEAR) - 290 + 14, ground_y(NEAR) - 238 + 14
        for pts, c in ((hang((a, top), (b, top), 16), "#1c1820"), (hang((a, top - 34), (b, top - 34), 10), "#2a242c")):
            r.curve(pts, c, 1)
        r.line((a, low), (b, low), "#1c1820", 1)
        for k in range(1, 9):
            t = k / 9
            r.line((a + (b - a) * t, top + 64 * t * (1 - t)), (a + (b - a) * t, low), "#2a2430", 1)
    return Painted(develop(r.rgb * 1.4 + hexed("#3a2a2a") * 0.4, LOOK), r.a > 0.5)


def near(w: Window) -> Painted:
    lin, t = _slab(w, 2, ROWS["near"], 17)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    lin = rim(lin, t.hit, "#ffb472", 0.9)
    ground = t.normal[..., 1] > 0.5
    mist = smooth(262, 300, yy) * (0.5 + 0.7 * fbm(HEIGHT, w.width, 170, 10, 25, 3)) * np.where(ground, 1, 0.5)
    lin = blend(lin, haze_tint(w, 0.62), np.clip(steps(mist, 12) * 0.32, 0, 0.4))
    return Painted(develop(lin, LOOK), t.hit & ~_bare(t, yy))


def lane(w: Window) -> Painted:
    lin, t = _slab(w, 3, ROWS["lane"], 19)
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    lin = _clumped(w, lin, t)
    mist = smooth(340, 310, yy) * (t.normal[..., 1] > 0.5) * (0.5 + 0.6 * fbm(HEIGHT, w.width, 170, 9, 35, 3))
    raised = EYE - (yy - HORIZON) * t.depth / FOCAL > 0.1  # boards and rails stand out of it
    mist = mist * np.clip((w.px(56.8) - np.arange(w.width)) / 120, 0, 1)[None]
    lin = blend(lin, haze_tint(w, 0.62), np.clip(steps(mist, 12) * np.where(raised, 0.36, 0.7), 0, 0.66))
    level = ndi.median_filter((t.normal[..., 1] > 0.9).astype(np.uint8), (3, 2 * CLUMP_PX + 1)) > 0
    wet = (
        level
        & t.hit
        & (t.normal[..., 1] > 0.3)
        & (fbm(HEIGHT, w.width, 150, 3.2, 63, 3) > 0.57)
        & (yy > 318)
        & (yy < 372)
    )
    lin = np.where((wet & (np.arange(w.width) < w.px(56.8))[None])[..., None], _sheen(yy), lin)
    return Painted(develop(rim(lin, t.hit & (t.normal[..., 1] < 0.5), "#ffb472", 0.25), LOOK), t.hit)


def _clumped(w: Window, lin: Array, t: Traced) -> Array:
    """Stones that are seen at so low an angle become single pixels of every hue: the ground's tones are gathered into
    patches, and before the tracks into the few of `GROUND`. The paving's are left alone."""
    calm = np.stack([ndi.median_filter(lin[..., k], (1, CLUMP_PX)) for k in range(3)], -1)
    yy, xx = np.mgrid[0:HEIGHT, 0 : w.width]
    ground = t.hit & (yy > FEET - 14) & (xx < w.px(STREET_FROM - 0.4))
    out = np.where(ground[..., None], calm, lin)
    light = ndi.median_filter(oklab(lin)[..., 0], (3, 2 * CLUMP_PX + 1))
    light = light + (fbm(HEIGHT, w.width, 26, 3, 71, 3) - 0.5) * 0.26
    few = ramp(GROUND, np.clip((light - DARKEST) / (LIGHTEST - DARKEST), 0, 0.999))
    nearer = ground & (yy > NEAR_TRACK_ROW) & (t.depth < BEFORE_TRACKS)
    return np.where(nearer[..., None], few, out).astype(np.float32)


def _sheen(yy: Array) -> Array:
    """The sky in wet ground: gold near the tracks, rose and blue towards the lens."""
    return gradient([(0, "#f0b478"), (0.4, "#a0748a"), (1, "#4a4a7c")], (yy - 318) / 54)


def veil(w: Window) -> Painted:
    """Lit ground mist between the lane and the near tracks: mixed in, in sixteen steps."""
    yy = np.mgrid[0:HEIGHT, 0 : w.width][0]
    m = smooth(222, 284, yy) * smooth(330, 316, yy) * (0.15 + 1.0 * fbm(HEIGHT, w.width, 190, 22, 55, 3))
    end = np.clip((w.px(57.5) - np.arange(w.width)) / 90, 0, 1)[None]
    tint = develop(np.broadcast_to(haze_tint(w, 1.05), (HEIGHT, w.width, 3)), LOOK)
    return Painted(tint, m > 0, steps(np.clip(m * 0.46 * end, 0, 0.5), 16))


def front(w: Window) -> Painted:
    """Weeds, a fence and trackside iron near the lens: nearly black, rim-lit, low or at long intervals."""
    h = HEIGHT
    r, rng = Relief(w.width, h), np.random.default_rng(4)
    ragged = 376 - (fbm(1, w.width, 60, 1, 3, 4)[0] * 10)
    for x in range(w.width):
        r.rect((x, ragged[x], 1, 20), "#120e16", 3)
    tufts = np.cumsum(rng.exponential(46, 200)) - 60
    for x0 in tufts[tufts < w.width]:
        for _ in range(int(rng.integers(3, 12))):
            x, tall, lean = x0 + rng.normal(0, 14), rng.uniform(7, 26), rng.normal(0, 6)
            r.curve([(x, 380), (x + lean * 0.3, 380 - tall * 0.6), (x + lean, 376 - tall)], "#14101a", 2)
            if rng.random() < 0.3:
                r.disc((x + lean, 376 - tall, 1.6, 2.4), "#1c1620", 3)
    for cam in (330, 1500, 2300):  # a signal bridge's underside passes overhead, clear of the lane
        x = w.column(cam, 620)
        lattice(r, (x, 0), (x + 220, 26), 22, "#141018")
        for q in (40, 150):
            r.rect((x + q, 26, 4, 22), "#141018", 4)
            r.rect((x + q - 8, 48, 20, 30), "#17131a", 5)
    lit = light(r, Daylight((0.1, -0.8, -0.1), "#ffa060", 1.0, "#3a3c60", "#181014", 0.5, 1.2, 30, occlusion=(0, 0, 0)))
    return Painted(develop(lit, LOOK), r.a > 0.5)

"""The stone of the stairs, lit: one texture row for each strip of every tread and riser, in one degree of shadow.

Texture columns are x from -SPAN to SPAN at PPM; rows follow `profile()`. The game looks rows up by perspective, so
nothing here knows the camera; `shade` says where the shadow of the long building on the left ends.
"""

from dataclasses import dataclass

import numpy as np

from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import Look
from ..paint.noise import fbm, value_noise
from ..paint.textures import ramp
from .geometry import FLIGHT, GOING, HALF_WIDTH, RISE, TOP_Z, Face, profile

PPM, SPAN = 48, 26.0
SUN = (-0.80, 0.44, -0.30)
SUN_TINT, SUN_POWER, SKY, SKY_POWER = "#ffd6a0", 5.0, "#7f98cc", 0.80
SHADE_SKY = "#6f9af0"  # the shade is cool: the sky's blue and nothing of the sun
LOOK = Look(0.80, "#1c3464", "#ffe4b8", 0.24, 0.12, 1.0, 0.03, 1.06, 0)
NOSE, UNDER_NOSE = 1.34, 0.60  # factors of a riser's nose and of the shadow that the nose throws
WORN, LANE = 0.26, (0.0, 7.0)  # share of that in the middle; metres from the middle over which it returns unseen
CALM_RISER, CALM_TREAD = 0.84, 0.80  # and share of the open sky on faces and treads there
CALM = 0.75  # share by which the blocks agree in tone where the edges are worn round
KERB = "#d8ceb8"  # pale granite at the edge of a landing
BEHIND_LANDING = 0.62  # factor of the riser that stands back behind a landing: each flight reads by itself
WARM_FACE = 0.74  # share of the sun on a riser: faces stay darker than the noses and treads
OPEN_SKY = (0.50, 1.05)  # share of the sky seen in the shade, by the wall at the left and far from it
SHADE_UP_TO = 17.5  # the building's shadow never lies beyond this z, metres
PAVED_TEXELS = 20  # faces of at least so many texels are paved: landings, plaza, terrace
LANDING_SLABS = ("#857d70", "#918979", "#9c9383", "#a79d8c")
PLAZA_SLABS = ("#6f6b66", "#7b7771", "#87827b", "#938d85")
TERRACE_SLABS = ("#7f786c", "#8c8476", "#989081", "#a49b8a")
BAND, BAND_AT, BAND_WIDE, BANDS_APART = "#57524c", 3.6, 0.6, 7.5  # dark granite bands of the terrace, metres
STONE = ("#8f8778", "#9c9382", "#a89e8c", "#b3a995", "#bdb39f")


@dataclass(frozen=True)
class Degree:
    """One degree of the building's shadow: the share of the sun that is left, its tint, and the power of the light that
    sunlit stone throws into it.
    """

    sun: float
    tint: str = SUN_TINT
    glow: float = 0.0


@dataclass(frozen=True)
class Grid:
    """World places of texels: x, y, z and which kind of face, all (rows, columns) or broadcastable."""

    x: Array
    y: Array
    z: Array
    riser: np.ndarray
    part: Array  # 0 at the near or lower edge of its face, 1 at the far or upper


def grid() -> Grid:
    """Every texel of the path."""
    ys, zs, risers, parts = [], [], [], []
    for f in profile():
        t = (np.arange(f.texels) + 0.5) / f.texels
        ys.append(f.y0 + (f.y1 - f.y0) * t)
        zs.append(f.z0 + (f.z1 - f.z0) * t)
        risers.append(np.full(f.texels, f.kind == "riser"))
        parts.append(t)
    col = (np.arange(int(2 * SPAN * PPM)) + 0.5) / PPM - SPAN
    cat = [np.concatenate(v)[:, None].astype(np.float32) for v in (ys, zs, parts)]
    return Grid(col[None].astype(np.float32), cat[0], cat[1], np.concatenate(risers)[:, None], cat[2])


def _stone(g: Grid) -> Array:
    """Albedo: blocks with joints of their own on every face, worn in the middle, stained, snow in the corners."""
    rows, cols = g.y.shape[0], g.x.shape[1]
    rng, out = np.random.default_rng(5), np.zeros((rows, cols, 3), np.float32)
    at, clump = 0, fbm(rows, cols, 260, 60, 3, 4)
    for f in profile():
        out[at : at + f.texels] = (
            _course(rng, f, cols, clump[at : at + f.texels])
            if f.texels < PAVED_TEXELS
            else _paving(rng, f, cols, clump[at : at + f.texels])
        )
        at += f.texels
    worn = np.exp(-((g.x / 7.0) ** 2)) * (~g.riser) * 0.06
    stain = np.round(smooth(0.52, 0.74, fbm(rows, cols, 30, 90, 9, 4)) * 4) / 4 * np.where(g.riser, 0.13, 0.10)
    out = out * (1 + worn - stain * crispness(g.x))[..., None]
    return _banks(g, out)


def crispness(x: Array) -> Array:
    """How sharp the edges are at these columns, metres: worn round in the lane, where he has to stand off the stone."""
    return WORN + (1 - WORN) * smooth(LANE[0], LANE[1], np.abs(x))


def _course(rng: np.random.Generator, f: Face, cols: int, clump: Array) -> Array:
    """One face of a stair: long blocks, one tone each; a nosing worn bright, a dark foot."""
    out, x = np.zeros((f.texels, cols, 3), np.float32), -int(rng.integers(0, 90))
    crisp = crispness((np.arange(cols) + 0.5) / PPM - SPAN)
    while x < cols:
        w = int(rng.integers(52, 150))
        tone = ramp(
            list(STONE), np.clip(rng.random() * 0.75 + (clump[:, max(0, x) : x + w] - 0.5) * 0.7 + 0.12, 0, 0.999)
        )
        out[:, max(0, x) : x + w] = tone
        out[:, max(0, x) : max(0, x) + 1] *= 0.55
        x += w
    calm = (CALM * (1 - crisp))[None, :, None]
    out = (out * (1 - calm) + out.mean((0, 1)) * calm).astype(np.float32)
    if f.kind == "riser":
        # From below only risers are seen: a nose that catches the light, its own shadow under it, a face, a dark foot.
        for rows, factor in (
            (slice(-2, None), NOSE),
            (slice(-4, -2), UNDER_NOSE),
            (slice(0, 1), 0.34),
            (slice(1, 2), 0.62),
        ):
            out[rows] *= (1 + (factor - 1) * crisp)[None, :, None]
        number = round(f.y0 / RISE) + 1
        if number % FLIGHT == 0:
            out[-3:] = blend(out[-3:], colour(KERB), (crisp + 0 * out[-3:, :, 0]))
        elif number % FLIGHT == 1 and number > 1:
            out *= (1 + (BEHIND_LANDING - 1) * crisp)[None, :, None]
    else:
        out[:1] *= 1.2 if f.texels < 10 else 1.05
        out[-1:] *= 0.72
    return out


def _paving(rng: np.random.Generator, f: Face, cols: int, clump: Array) -> Array:
    """Plaza, landings and terrace: slabs in courses, each of one tone, with dark joints; the foot of what rises
    beyond a landing is dark.
    """
    per = f.texels / (f.z1 - f.z0)
    slabs, deep_m = (
        (PLAZA_SLABS, 1.6) if f.y0 <= 0 else (TERRACE_SLABS, 1.5) if f.z0 > TOP_Z - 2 * GOING else (LANDING_SLABS, 0.9)
    )
    out, z = np.zeros((f.texels, cols, 3), np.float32), 0.0
    while z < f.texels:
        deep, x = max(2.0, deep_m * per), -int(rng.integers(0, 90))
        a, b = int(z), min(f.texels, round(z + deep))
        while x < cols:
            w = int(rng.integers(80, 130))
            cut = slice(max(0, x), x + w)
            out[a:b, cut] = ramp(
                list(slabs), np.clip(rng.random() * 0.75 + (clump[a:b, cut] - 0.5) * 0.9 + 0.12, 0, 0.999)
            )
            out[a:b, max(0, x) : max(0, x) + 2] *= 0.6
            x += w
        out[a : a + 1] *= 0.66
        z += deep
    if slabs is LANDING_SLABS:
        out[-5:-2] *= 0.84
        out[-2:] *= 0.62
        return out
    if slabs is TERRACE_SLABS:
        out = _banded(f, out)
    ice = fbm(f.texels, cols, 130, 10, 41, 4)
    if slabs is PLAZA_SLABS:
        return np.where((ice > 0.64)[..., None], colour("#b8c6dc"), out).astype(np.float32)
    wet = smooth(0.60, 0.66, ice)[..., None]
    return (out * (1 - 0.22 * wet)).astype(np.float32)


def _banded(f: Face, slabs: Array) -> Array:
    """The terrace's pattern: two bands of dark granite that lead to the temple, and more across it."""
    x = np.abs((np.arange(slabs.shape[1]) + 0.5) / PPM - SPAN)[None]
    z = ((np.arange(slabs.shape[0]) + 0.5) * (f.z1 - f.z0) / f.texels)[:, None]
    along = np.abs(x - BAND_AT) < BAND_WIDE / 2
    across = ((z - 2.2) % BANDS_APART < BAND_WIDE) & (x < BAND_AT)
    kerb = (z < 0.7) & (x < HALF_WIDTH)
    banded = np.where((along | across)[..., None], slabs * 0.35 + 0.65 * colour(BAND), slabs)
    return np.where(kerb[..., None], slabs * 0.4 + 0.6 * colour(KERB), banded)


def _banks(g: Grid, stone: Array) -> Array:
    """Outside the stairs: a cheek of pale stone, then winter grass with snow, hedges in rows."""
    rows, cols = stone.shape[:2]
    ax = np.abs(g.x) + 0 * g.y
    grass = ramp(
        ["#4a4a34", "#56543a", "#645f42", "#716a4c"], np.clip(fbm(rows, cols, 60, 8, 21, 4) * 1.4 - 0.2, 0, 0.999)
    )
    grass = np.where((fbm(rows, cols, 110, 14, 31, 4) > 0.60)[..., None], colour("#c6d0e0"), grass)
    hedge = (ax > HALF_WIDTH + 1.6) & (ax < HALF_WIDTH + 2.8)
    grass = np.where(
        hedge[..., None], ramp(["#232a20", "#2c3426", "#37402d"], value_noise(rows, cols, 9, 3, 77)), grass
    )
    cheek = (ax > HALF_WIDTH) & (ax < HALF_WIDTH + 1.5)
    slab = np.where(
        (ax < HALF_WIDTH + 0.08)[..., None],
        colour("#6c6456"),
        colour("#b8ad98") * (0.9 + 0.2 * (fbm(rows, cols, 20, 20, 3, 2) > 0.5))[..., None],
    )
    on_stairs = (g.z > -0.5) & (g.z < TOP_Z + 1)
    out = np.where((cheek & on_stairs)[..., None], slab, stone)
    return np.where(((ax > HALF_WIDTH + 1.5) & (g.z > -1) & (g.z < TOP_Z))[..., None], grass, out).astype(np.float32)


def _trees_shade(g: Grid) -> Array:
    """Broken shadows of bare branches along both edges."""
    broken = fbm(g.y.shape[0], g.x.shape[1], 22, 5, 51, 3)
    edge = smooth(8.0, 14.0, np.abs(g.x)) * smooth(24, 4, g.z)
    return ((broken > 0.55) * edge * 0.55).astype(np.float32)


def lit(g: Grid, degree: Degree) -> Array:
    """Linear light of every texel, all of them in one degree of the building's shadow."""
    shade = (1 - _trees_shade(g)) * degree.sun
    crisp, nose = crispness(g.x), g.part > 0.75
    n = np.where(g.riser, -SUN[2] * np.where(nose, 1.0 / WARM_FACE, WARM_FACE) ** crisp, SUN[1])
    sun = shade * n * SUN_POWER
    glow = (1 - shade) * degree.glow * np.where(g.riser, 1.0, 0.8)
    occlusion = np.where(
        g.riser, 0.62 + 0.38 * g.part, 0.55 + 0.45 * smooth(1.02, 0.6, np.where(np.abs(g.z) > 0, g.part, 0))
    )
    occlusion = occlusion * crisp + (1 - crisp) * np.where(g.riser, CALM_RISER, CALM_TREAD)
    long = (np.mgrid[0 : g.y.shape[0], 0:1][0] < 300) | (g.z > TOP_Z - GOING + 0.1)
    occlusion = np.where(long, 1.0, occlusion)
    # In the shade the sky is the only light: blue, more of it far from the wall, and most on what looks up.
    aside = np.where(g.z < SHADE_UP_TO, smooth(-14.0, 14.0, g.x), 0.5)
    far_from_wall = OPEN_SKY[0] + (OPEN_SKY[1] - OPEN_SKY[0]) * aside
    up = np.where(g.riser, np.where(nose, 0.62 + 0.73 * crisp, 0.62), 1.15)
    sky = up * (shade + (1 - shade) * far_from_wall)
    bounce = shade * np.where(g.riser, 0.35, 0.1)
    light = (
        sun[..., None] * colour(degree.tint)
        + (sky * SKY_POWER * occlusion)[..., None] * blend(colour(SHADE_SKY), colour(SKY), shade)
        + bounce[..., None] * colour("#b89468")
        + glow[..., None] * colour("#c8a888")
    )
    return (_stone(g) * light).astype(np.float32)

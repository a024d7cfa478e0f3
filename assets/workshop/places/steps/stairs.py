"""The stairs' stone, lit: one texture row for each strip of every tread and riser, in four sizes for four distances.

Shadows are part of it: of the long building on the left, of trees and urns. Texture columns are x from -SPAN to SPAN at
PPM; rows follow `profile()`. The game looks rows up by perspective, so nothing here knows the camera.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage as ndi

from ..paint.colour import Array, blend, colour, smooth
from ..paint.film import Look, develop
from ..paint.noise import fbm, value_noise
from ..paint.textures import ramp
from .geometry import FLIGHT, HALF_WIDTH, RISE, STAIRS, TOP_Z, Face, profile, runner

PPM, SPAN = 48, 26.0
SUN = (-0.80, 0.44, -0.30)
SUN_TINT, SUN_POWER, SKY, SKY_POWER = "#ffd6a0", 5.0, "#7f98cc", 0.80
SHADE_SKY = "#6f9af0"  # the shade is cool: the sky's blue and nothing of the sun
LOOK = Look(0.80, "#1c3464", "#ffe4b8", 0.24, 0.12, 1.0, 0.03, 1.06, 0)
# blocks that shade the stairs: plane x, height, and z from, to
SHADERS = ((-27.0, 24.0, -60.0, 1.7),)
SOFT = 0.3  # half the width of the shadow's edge, metres: the sun is half a degree wide
NOSE, UNDER_NOSE = 1.34, 0.60  # factors of a riser's nose and of the shadow that the nose throws
WORN, LANE = 0.3, (1.2, 2.4)  # share of that in the middle; metres from the middle between which it returns
KERB = "#d8ceb8"  # pale granite at the edge of a landing
BEHIND_LANDING = 0.62  # factor of the riser that stands back behind a landing: each flight reads by itself
WARM_FACE = 0.74  # share of the sun on a riser: faces stay darker than the noses and treads
OPEN_SKY = (0.45, 1.05)  # share of the sky seen in the shade, by the wall at the left and far from it
STONE = ("#8f8778", "#9c9382", "#a89e8c", "#b3a995", "#bdb39f")


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


def shaded(x: Array, y: Array, z: Array) -> Array:
    """1 where a building keeps the sun off (broadcast)."""
    out = np.zeros(np.broadcast(x, y, z).shape, np.float32)
    for wall, height, z0, z1 in SHADERS:
        t = (x - wall) / -SUN[0]
        at = z + SUN[2] * t
        out = np.maximum(
            out,
            smooth(height + SOFT, height - SOFT, y + SUN[1] * t)
            * smooth(z1 + SOFT, z1 - SOFT, at)
            * smooth(z0 - SOFT, z0 + SOFT, at),
        )
    return out


def leaves_shadow(x: float = 0.0) -> float:
    """How many stairs he has climbed when the sun first reaches his head at this x."""
    for k in range(STAIRS * 4):
        y, z = runner(k / 4)
        if shaded(np.float32(x), np.float32(y + 1.2), np.float32(z)) < 0.5:
            return k / 4
    return float(STAIRS)


def _stone(g: Grid) -> Array:
    """Albedo: blocks with joints of their own on every face, worn in the middle, stained, snow in the corners."""
    rows, cols = g.y.shape[0], g.x.shape[1]
    rng, out = np.random.default_rng(5), np.zeros((rows, cols, 3), np.float32)
    at, clump = 0, fbm(rows, cols, 260, 60, 3, 4)
    for f in profile():
        out[at : at + f.texels] = (
            _course(rng, f, cols, clump[at : at + f.texels])
            if f.texels < 100
            else _paving(rng, f, cols, clump[at : at + f.texels])
        )
        at += f.texels
    worn = np.exp(-((g.x / 4.5) ** 2)) * (~g.riser) * 0.10
    stain = np.round(smooth(0.52, 0.74, fbm(rows, cols, 30, 90, 9, 4)) * 4) / 4 * np.where(g.riser, 0.13, 0.10)
    out = out * (1 + worn - stain)[..., None]
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
    """Plaza and terrace: slabs of about two metres, ice in some joints."""
    per = f.texels / (f.z1 - f.z0)
    out, z = np.zeros((f.texels, cols, 3), np.float32), 0.0
    while z < f.texels:
        deep, x = max(2, round(1.6 * per)), -int(rng.integers(0, 90))
        a, b = int(z), min(f.texels, int(z) + deep)
        while x < cols:
            w = int(rng.integers(80, 130))
            cut = slice(max(0, x), x + w)
            out[a:b, cut] = ramp(
                ["#6f6b66", "#7b7771", "#87827b", "#938d85"],
                np.clip(rng.random() * 0.7 + (clump[a:b, cut] - 0.5) * 1.2 + 0.15, 0, 0.999),
            )
            out[a:b, max(0, x) : max(0, x) + 2] *= 0.6
            x += w
        out[a : a + 1] *= 0.62
        z += deep
    ice = fbm(f.texels, cols, 130, 10, 41, 4)
    return np.where((ice > 0.64)[..., None], colour("#b8c6dc"), out).astype(np.float32)


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


def lit(g: Grid) -> Array:
    """Linear light of every texel."""
    shade = 1 - np.maximum(shaded(g.x, g.y, g.z), _trees_shade(g))
    crisp, nose = crispness(g.x), g.part > 0.75
    n = np.where(g.riser, -SUN[2] * np.where(nose, 1.0 / WARM_FACE, WARM_FACE) ** crisp, SUN[1])
    sun = shade * n * SUN_POWER
    occlusion = np.where(
        g.riser, 0.62 + 0.38 * g.part, 0.55 + 0.45 * smooth(1.02, 0.6, np.where(np.abs(g.z) > 0, g.part, 0))
    )
    long = (np.mgrid[0 : g.y.shape[0], 0:1][0] < 300) | (g.z > TOP_Z)
    occlusion = np.where(long, 1.0, occlusion)
    # In the shade the sky is the only light: blue, more of it far from the wall, and most on what looks up.
    far_from_wall = OPEN_SKY[0] + (OPEN_SKY[1] - OPEN_SKY[0]) * smooth(-14.0, 14.0, g.x)
    up = np.where(g.riser, np.where(nose, 0.62 + 0.73 * crisp, 0.62), 1.15)
    sky = up * (shade + (1 - shade) * far_from_wall)
    bounce = shade * np.where(g.riser, 0.35, 0.1)
    light = (
        sun[..., None] * colour(SUN_TINT)
        + (sky * SKY_POWER * occlusion)[..., None] * blend(colour(SHADE_SKY), colour(SKY), shade)
        + bounce[..., None] * colour("#b89468")
    )
    return (_stone(g) * light).astype(np.float32)


def mips() -> list[Array]:
    """Developed, display-linear textures at PPM, PPM/2, /4, /8: same rows, fewer columns."""
    full = develop(lit(grid()), LOOK)
    out = [full]
    for _ in range(3):
        w = out[-1].shape[1] // 2
        out.append(out[-1][:, : w * 2].reshape(full.shape[0], w, 2, 3).mean(2))
    # far stairs are seen a row or two each: let a tread's rows agree there
    out[2], out[3] = (ndi.uniform_filter1d(m, 3, axis=0) for m in out[2:])
    return out

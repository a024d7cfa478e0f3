"""A side of beef on its hook, painted as a relief: outside fat and muscle, or the inside with ribs; tags and stamps."""

import numpy as np
from scipy import ndimage as ndi

from ..paint.colour import Array, colour, smooth
from ..paint.noise import fbm, value_noise
from ..paint.relief import Relief
from ..paint.relight import bake
from ..paint.textures import ramp

MEAT = ["#4c0e12", "#6a1618", "#882420", "#a63830", "#bc5242"]
FAT = ["#957060", "#b39480", "#cbb29a", "#dfccb2", "#efe2cc"]
# half widths at heights from shank to neck, left (back) and right (belly), in 1/112 of the length
HEIGHTS = (0, 0.04, 0.08, 0.14, 0.22, 0.32, 0.42, 0.52, 0.64, 0.76, 0.86, 0.93, 1)
BACK = (2, 3, 5, 11, 17.5, 17, 13, 13.5, 16.5, 18, 15, 10, 4)
BELLY = (2, 2.5, 4, 9, 15, 14.5, 10.5, 12, 16.5, 20.5, 18.5, 11, 3)


def _outline(h: int, seed: int) -> tuple[Array, Array, Array]:
    """Middle line and both half widths for every row, px."""
    rng, t, k = np.random.default_rng(seed), np.linspace(0, 1, h), h / 112
    middle = np.interp(t, (0, 0.2, 0.45, 0.7, 1), (0, -1, 1.6, -1.2, 2)) * k + rng.normal(0, 0.6)
    wave = (value_noise(1, h, 16 * k, 1, seed + 1)[0] - 0.5) * 3 * k
    left = ndi.gaussian_filter1d(np.interp(t, HEIGHTS, BACK) * k * rng.uniform(0.92, 1.06) + wave, 2 * k)
    right = ndi.gaussian_filter1d(np.interp(t, HEIGHTS, BELLY) * k * rng.uniform(0.9, 1.06) - wave * 0.7, 2 * k)
    return middle, left, right


def beef(seed: int, inside: int = 0, h: int = 190) -> Relief:
    """A side `h` px long, about 0.52 as wide; `inside` 1 shows the ribs."""
    w, k = int(h * 0.52), h / 112
    middle, left, right = _outline(h, seed)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    off = xx + 0.5 - w / 2 - middle[:, None]
    u, t = off / np.where(off < 0, left[:, None], right[:, None]), yy / h
    solid = np.abs(u) <= 1
    z = np.sqrt(np.clip(1 - u * u, 0, 1)) * k * (7 + 7 * np.sin(np.clip(t * 3.1, 0, 3.14)))
    z += k * (
        3.2 * np.exp(-(((t - 0.22) / 0.08) ** 2) - ((u + 0.25) / 0.5) ** 2)
        + 2.4 * np.exp(-(((t - 0.78) / 0.09) ** 2) - ((u - 0.3) / 0.5) ** 2)
    )
    rgb, z = _flesh(seed, (u, t), z, inside)
    if inside:
        rgb, z = _ribs(rgb, z, u, t, k)
    rgb = np.where((t < 0.055)[..., None], colour("#d8ccb4"), rgb)
    r = Relief(w, h)
    r.rgb, r.a, r.z = (
        (rgb * solid[..., None]).astype(np.float32),
        solid.astype(np.float32),
        (z * solid).astype(np.float32),
    )
    _marks(r, seed, inside)
    return bake(r, 0.5)


def _flesh(seed: int, at: tuple[Array, Array], z: Array, inside: int) -> tuple[Array, Array]:
    """Fat over muscle in clean shapes: the round and the shoulder show red, strands run with the muscle."""
    u, t = at
    h, w = u.shape
    k = h / 112
    n = fbm(h, w, 11 * k, 22 * k, seed + 3, 3, 0.5)
    grain = np.sin(u * 4 + t * 22 + n * 7) * 0.5 + 0.5
    windows = (
        0.46 * np.exp(-(((t - 0.2) / 0.10) ** 2)) * (u < 0.35)
        + 0.36 * np.exp(-(((t - 0.84) / 0.09) ** 2))
        + 0.22 * np.exp(-(((t - 0.52) / 0.06) ** 2)) * (u > -0.1)
    )
    fat = n + 0.32 * smooth(0.66, 0.8, np.abs(u)) - windows + (0.10 if not inside else 0.02) > (
        0.52 if not inside else 0.60
    )
    red = ramp(MEAT, np.clip(0.45 + (grain - 0.5) * 0.5 + (n - 0.5) * 0.9, 0, 0.99))
    white = ramp(FAT, np.clip(0.55 + (n - 0.5) * 1.3 + (grain - 0.5) * 0.22 - 0.2 * smooth(0.6, 1, np.abs(u)), 0, 0.99))
    seam = ndi.binary_dilation(fat) & ~fat
    rgb = np.where(fat[..., None], white, np.where(seam[..., None], red * 0.7, red))
    return rgb, z + fat * 0.9


def _ribs(rgb: Array, z: Array, u: Array, t: Array, k: float) -> tuple[Array, Array]:
    """Nine ribs curving through the chest, the dark hollow above them, the white backbone."""
    for i in range(9):
        y = 0.48 + i * 0.042 + 0.05 * u**2 - 0.03 * u
        rib = (np.abs(t - y) < 0.0085) & (np.abs(u) < 0.72)
        gap = (np.abs(t - y - 0.02) < 0.007) & (np.abs(u) < 0.66)
        rgb = np.where(rib[..., None], colour("#cbb294") * (0.72 + 0.3 * (u > 0))[..., None], rgb)
        rgb = np.where(gap[..., None], colour("#4a1214"), rgb)
        z = z + rib * k - gap * 0.5 * k
    hollow = (t > 0.36) & (t < 0.475) & (np.abs(u) < 0.5)
    rgb = np.where(hollow[..., None], ramp(MEAT, np.clip(0.15 + 0.2 * (u + 0.5), 0, 0.99)), rgb)
    spine = (u < -0.66) & (u > -0.82) & (t > 0.2)
    return np.where(
        spine[..., None], ramp(FAT, np.clip(0.7 + 0.3 * np.sin(t * 160), 0, 0.99)), rgb
    ), z - hollow * 1.6 * k


def _marks(r: Relief, seed: int, inside: int) -> None:
    """A violet inspector's stamp on the outside, a paper tag on a string."""
    rng, k = np.random.default_rng(seed + 50), r.h / 112
    if not inside:
        x, y = r.w * rng.uniform(0.38, 0.5), r.h * rng.uniform(0.42, 0.62)
        for j in range(3):
            r.rect((x, y + j * 3 * k, 5 * k, max(1, k)), "#5a4274")
    if rng.random() < 0.6:
        x, y = r.w * rng.uniform(0.5, 0.6), r.h * 0.12
        r.rect((x, y, 4 * k, 6 * k), "#d8ceb0", float(r.z.max()) * 0.8)
        r.rect((x + k, y + 2 * k, 2 * k, max(1, k * 0.7)), "#7a2a24")

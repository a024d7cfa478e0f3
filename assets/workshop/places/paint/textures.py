"""Masonry, wood and ground: each gives (linear albedo, height) in four or five tones, never noise per pixel."""

import itertools

import numpy as np
from scipy import ndimage as ndi
from scipy.spatial import cKDTree

from .colour import Array, blend, colour, smooth
from .noise import fbm, value_noise

Texture = tuple[Array, Array]
Tones = tuple[str, ...]
REDS: Tones = ("#4a2420", "#5e2c24", "#70362a", "#824232", "#935040")


def ramp(tones: "Tones | list", t: Array) -> Array:
    """t in 0..1 picks one of the tones: no mixing, so that clusters stay crisp."""
    table = np.array([colour(c) for c in tones])
    return table[np.clip((np.asarray(t) * len(table)).astype(int), 0, len(table) - 1)]


def brick(
    w: int,
    h: int,
    tones: Tones = REDS,
    mortar: str = "#6a5a50",
    seed: int = 0,
    weather: float = 0.5,
    size: tuple[int, int] = (8, 4),
) -> Texture:
    """Running bond: one tone a brick, clumps of low frequency, 7 % outliers, soot in streaks."""
    bw, bh = size
    rng = np.random.default_rng(seed)
    yy, xx = np.mgrid[0:h, 0:w]
    row = yy // bh
    off = (row % 2) * (bw // 2)
    n = max(1, w // bw)
    cell = ((xx + off) // bw) % n
    tone = rng.random((h // bh + 2, n + 2)).astype(np.float32)
    own = tone[row, cell]
    t = 0.5 + (own - 0.5) * 0.42 + (fbm(h, w, 60, 34, seed + 3, 3) - 0.5) * 0.9
    odd = tone[row, (cell + 7) % n] > 0.93
    rgb = ramp(tones, np.where(odd, t + (own - 0.5) * 0.9, t))
    joint = (((xx + off) % bw == 0) | (yy % bh == 0)) & (value_noise(h, w, 3, 3, seed + 4) > 0.18)
    lime = blend(rgb, colour(mortar), 0.5 + 0.35 * value_noise(h, w, 30, 20, seed + 5))
    rgb = np.where(joint[..., None], lime, rgb)
    z = np.where(joint, -1.0, 0.0) + np.where(odd, -0.3, 0)
    if weather:
        rgb = rgb * (1 - weather * 0.5 * smooth(0.5, 0.8, fbm(h, w, 14, 90, seed + 9, 3)))[..., None]
        rgb = blend(rgb, colour("#8c7a70"), smooth(0.66, 0.8, fbm(h, w, 50, 40, seed + 19, 3)) * weather * 0.4)
    return rgb.astype(np.float32), z.astype(np.float32)


def ashlar(
    w: int,
    h: int,
    size: tuple[int, int] = (24, 12),
    tones: Tones = ("#6e6658", "#7e7666", "#8e8674", "#9c9484"),
    joint: str = "#4a463e",
    seed: int = 0,
    rough: float = 0.4,
) -> Texture:
    """Courses of cut stone of uneven width with a joint of 1 px."""
    rng = np.random.default_rng(seed)
    rgb, z = np.zeros((h, w, 3), np.float32), np.zeros((h, w), np.float32)
    coarse, fine, y = value_noise(h, w, 5, 4, seed + 2), value_noise(h, w, 2, 2, seed + 4), 0
    while y < h:
        hh = min(size[1] + int(rng.integers(-2, 3)) * (size[1] > 8), h - y)
        hh = h - y if h - y - hh < size[1] * 0.6 else hh
        for a, b in _courses(rng, w, size[0]):
            at = np.ix_(np.arange(y, y + hh), np.arange(a, b) % w)
            n = coarse[at] - 0.5
            rgb[at] = ramp(tones, np.clip(rng.random() * 0.8 + n * rough + (fine[at] - 0.5) * rough * 0.5, 0, 0.999))
            z[at] = rng.uniform(-0.5, 0.5) + n * rough * 2
            for edge in (np.ix_(np.arange(y, y + hh), [a % w]), np.ix_([y], np.arange(a, b) % w)):
                rgb[edge], z[edge] = colour(joint), -1.2
        y += hh
    return rgb, z


def _courses(rng: np.random.Generator, w: int, bw: int) -> list[tuple[int, int]]:
    start = int(rng.integers(0, bw))
    xs = [start]
    while xs[-1] < start + w - bw // 2:
        xs.append(xs[-1] + max(3, int(bw * rng.uniform(0.6, 1.5))))
    xs[-1] = start + w
    return [(a, b) for a, b in itertools.pairwise(xs) if b > a]


def planks(
    w: int,
    h: int,
    width: int = 10,
    tones: Tones = ("#4c3a2a", "#5c4632", "#6c533c", "#7a6148"),
    seed: int = 0,
    gap: str = "#20160f",
) -> Texture:
    """Upright boards with grain, butt joints and nails."""
    rng = np.random.default_rng(seed)
    _yy, xx = np.mgrid[0:h, 0:w]
    n = max(1, w // width)
    own = rng.random(n + 1)[(xx // width) % n]
    grain, long = value_noise(h, w, 1.6, 26, seed + 1), value_noise(h, w, 3, 60, seed + 2)
    rgb = ramp(tones, np.clip(0.5 + (own - 0.5) * 0.7 + (grain - 0.5) * 0.5 + (long - 0.5) * 0.3, 0, 0.999))
    seam = xx % width == 0
    z = np.where(seam, -1.5, 0) + np.where(grain > 0.78, -0.4, 0)
    rgb = np.where(seam[..., None], colour(gap), rgb)
    for k in range(n):
        y = int(rng.integers(0, h))
        rgb[y, k * width : (k + 1) * width], z[y, k * width : (k + 1) * width] = colour(gap), -1.2
        for yn in (y - 2, y + 2):
            if 0 <= yn < h and width > 4:
                rgb[yn, k * width + 2] = rgb[yn, min(w - 1, k * width + width - 2)] = colour(gap)
    return rgb.astype(np.float32), z.astype(np.float32)


def boards(
    w: int, h: int, width: int = 6, tones: Tones = ("#4c3a2a", "#5c4632", "#6c533c", "#7a6148"), seed: int = 0
) -> Texture:
    """Planks lying level."""
    rgb, z = planks(h, w, width, tones, seed)
    return np.swapaxes(rgb, 0, 1).copy(), z.T.copy()


def cobble(
    w: int,
    h: int,
    size: tuple[int, int] = (12, 7),
    tones: Tones = ("#3c3a3c", "#4a484a", "#585658", "#666466"),
    joint: str = "#1c1a1e",
    seed: int = 0,
) -> Texture:
    """Domed setts in rows."""
    rng = np.random.default_rng(seed)
    rgb, z = np.tile(colour(joint), (h, w, 1)), np.full((h, w), -2, np.float32)
    fine = value_noise(h, w, 3, 3, seed + 2)
    for y in range(0, h, size[1]):
        hh = min(size[1], h - y) - 1
        for a, b in _courses(rng, w, size[0]):
            ww = b - a - 1
            if ww < 2 or hh < 2:
                continue
            v, u = np.mgrid[0:hh, 0:ww]
            u, v = (u + 0.5) / ww * 2 - 1, (v + 0.5) / hh * 2 - 1
            m = np.abs(u) ** 4 + np.abs(v) ** 4 < 1.15
            at = np.ix_(np.arange(y, y + hh), np.arange(a, a + ww) % w)
            c = ramp(tones, np.clip(rng.random() * 0.75 + (fine[at] - 0.5) * 0.5 + 0.12, 0, 0.999))
            rgb[at] = np.where(m[..., None], c, rgb[at])
            z[at] = np.where(
                m, np.clip(1.2 - np.abs(u) ** 3 - np.abs(v) ** 3, 0, 1.2) * 1.8 + rng.uniform(-0.3, 0.3), z[at]
            )
    return rgb, z


def ballast(
    w: int,
    h: int,
    tones: Tones = ("#2c2a2c", "#3c3838", "#4c4644", "#5e5650", "#72685e"),
    seed: int = 0,
    size: float = 3,
) -> Texture:
    """Voronoi stones with domes; wraps."""
    rng = np.random.default_rng(seed)
    n = int(w * h / (size * size))
    pts = np.stack([rng.uniform(0, h, n), rng.uniform(0, w, n)], 1)
    tone = rng.random(n)
    every = np.concatenate([pts + np.array([dy, dx]) for dy in (-h, 0, h) for dx in (-w, 0, w)])
    yy, xx = np.mgrid[0:h, 0:w]
    d, i = cKDTree(every).query(np.stack([yy.ravel() + 0.5, xx.ravel() + 0.5], 1), 2)
    own, edge = tone[(i[:, 0] % n).reshape(h, w)], (d[:, 1] - d[:, 0]).reshape(h, w)
    rgb = ramp(tones, np.clip(own * 0.75 + (fbm(h, w, 40, 18, seed + 1, 3) - 0.5) * 0.7 + 0.1, 0, 0.999))
    rgb = np.where((edge < 0.45)[..., None], colour(tones[0]) * 0.55, rgb)
    return rgb.astype(np.float32), (np.clip(edge * 1.4, 0, 2.2) + own * 0.8).astype(np.float32)


def plaster(
    w: int, h: int, tones: Tones = ("#5c6048", "#686c52", "#74785c"), seed: int = 0, under: Texture | None = None
) -> Texture:
    """Stained stucco; where it has fallen off, the texture `under` it shows (of the same size)."""
    stain, streak = fbm(h, w, 60, 50, seed), fbm(h, w, 9, 70, seed + 5, 3)
    rgb = ramp(tones, np.clip(0.5 + (stain - 0.5) * 1.6 - smooth(0.55, 0.85, streak) * 0.35, 0, 0.999))
    z = np.zeros((h, w), np.float32)
    if under is not None:
        gone = fbm(h, w, 44, 36, seed + 11, 5, 0.6) > 0.64
        rgb = np.where(gone[..., None], under[0][:h, :w], rgb)
        z = np.where(gone, under[1][:h, :w] - 1.6, z)
        rgb = np.where((ndi.binary_dilation(gone) & ~gone)[..., None], rgb * 1.25, rgb)
    return rgb.astype(np.float32), z.astype(np.float32)


def wall_tiles(
    w: int,
    h: int,
    size: int = 8,
    tones: Tones = ("#8fa3a0", "#9db0ac", "#aabcb7", "#b6c7c1"),
    grout: str = "#4c5c5c",
    seed: int = 0,
) -> Texture:
    """Glazed square tiles, a few broken."""
    rng = np.random.default_rng(seed)
    yy, xx = np.mgrid[0:h, 0:w]
    at = (yy // size, (xx // size) % max(1, w // size))
    own, other = (rng.random((h // size + 1, w // size + 1))[at] for _ in range(2))
    rgb = ramp(tones, np.clip(0.5 + (own - 0.5) * 0.5 + (fbm(h, w, 50, 50, seed + 2, 3) - 0.5) * 0.8, 0, 0.999))
    seam, broken = (xx % size == 0) | (yy % size == 0), other < 0.03
    rgb = np.where((seam | broken)[..., None], colour(grout), rgb)
    return rgb.astype(np.float32), (np.where(seam, -0.8, 0) - broken * 0.8).astype(np.float32)


def weather(tex: Texture, tint: str, amount: float, seed: int, size: tuple[float, float] = (10, 60)) -> Texture:
    """Rust, soot or moss in patches of `size` px over a texture, in discrete steps."""
    h, w = tex[1].shape
    m = np.round(smooth(0.52, 0.74, fbm(h, w, *size, seed, 4)) * 4) / 4 * amount
    return blend(tex[0], colour(tint), m), tex[1]

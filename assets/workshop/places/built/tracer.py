"""The tracer's kernel (numba): a camera's rays through a scene into buffers. Baking only; the game never runs it."""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from .tracer_hits import FAR, Probe, Ray, closest, sample
from .tracer_light import Dome, Gloss, Point, Span, bump, direct, gather, haze, shine


class Shot(NamedTuple):
    """camera: x, y, z, f, centre x, horizon y, metres a px of x or 0 for perspective. `top`: the buffers' first row.
    dust: steps and reach, metres, 0 steps for none."""

    camera: np.ndarray
    slab: int
    top: int
    dust: np.ndarray


class Buffers(NamedTuple):
    """What a render fills, all zero before: (h, w, 3) each, depth (h, w), metres, and shaft (h, w, 4)."""

    albedo: np.ndarray
    lit: np.ndarray
    ambient: np.ndarray
    glow: np.ndarray
    normal: np.ndarray
    shine: np.ndarray
    depth: np.ndarray
    shaft: np.ndarray


@njit(cache=True)
def _aim(camera, x, row, o, d):
    """The ray of column x and row `row` into o and d."""
    ex, ey, ortho = x + 0.5 - camera[4], (camera[5] - (row + 0.5)) / camera[3], camera[6]
    o[0], o[1], o[2] = camera[0] + (ex * ortho if ortho > 0 else 0.0), camera[1], camera[2]
    norm = math.sqrt((0.0 if ortho > 0 else (ex / camera[3]) ** 2) + ey * ey + 1)
    d[0], d[1], d[2] = (0.0 if ortho > 0 else ex / camera[3] / norm), ey / norm, 1 / norm


@njit(cache=True)
def render(world, shot, dome, out):
    """Fill the buffers `out` with what the shot sees of the world."""
    h, w = out.depth.shape
    s, dust, res, buf = world.scene, shot.dust, np.zeros(9), np.zeros(9)
    o, d, n, q, aside, work = np.zeros(3), np.zeros(3), np.zeros(3), np.zeros(3), np.zeros(3), np.zeros((7, 3))
    ray, seen, probe = (
        Ray(o, d, 1.0 / shot.camera[3]),
        Probe(res, buf, aside, work),
        Probe(np.zeros(9), np.zeros(9), aside, work),
    )
    for y in range(h):
        for x in range(w):
            _aim(shot.camera, x, y + shot.top, o, d)
            hit = closest(s, ray, FAR, shot.slab, seen)
            dist = res[0] if hit else FAR
            out.depth[y, x] = dist
            ip = (y % 4) * 4 + x % 4
            if dust[0] > 0:
                haze(world, ray, Span(min(dist, dust[1]), int(dust[0]), (ip + 0.5) / 16), probe, out.shaft[y, x])
            if not hit:
                continue
            m = int(res[4])
            facing = abs(res[1] * d[0] + res[2] * d[1] + res[3] * d[2]) + 0.05
            sample(s, m, res[5], res[6], math.log2(max(1.0, dist * ray.texel / math.sqrt(facing) * res[8])), buf)
            for c in range(3):
                out.albedo[y, x, c], out.glow[y, x, c] = buf[c] / max(buf[3], 0.25), buf[4 + c]
                q[c] = o[c] + d[c] * dist + res[1 + c] * 0.004
            bump(res, buf, n)
            for c in range(3):
                out.normal[y, x, c] = n[c]
            point = Point(q, n)
            direct(world, point, probe, out.lit[y, x])
            if s.meta[m, 1] > 0:
                shine(world, point, Gloss(d, s.meta[m, 1], s.meta[m, 2]), probe, out.shine[y, x])
            if dome.patterns.shape[1]:
                gather(world, point, Dome(dome.patterns[ip], dome.reach), probe, out.ambient[y, x])
                for c in range(3):
                    out.ambient[y, x, c] /= dome.patterns.shape[1]


@njit(cache=True)
def steady(img, depth, normal, radius, out):
    """A blur that keeps to one surface: evens out the interleaved rays."""
    h, w, n = img.shape
    for y in range(h):
        for x in range(w):
            total = 0.0
            for j in range(max(0, y - radius), min(h, y + radius + 1)):
                for i in range(max(0, x - radius), min(w, x + radius + 1)):
                    if abs(depth[j, i] - depth[y, x]) > 0.06 * depth[y, x] + 0.15:
                        continue
                    dot = (
                        normal[j, i, 0] * normal[y, x, 0]
                        + normal[j, i, 1] * normal[y, x, 1]
                        + normal[j, i, 2] * normal[y, x, 2]
                    )
                    if dot < 0.3 and depth[y, x] < FAR:
                        continue
                    k = (1.0 if abs(i - x) < radius else 0.5) * (1.0 if abs(j - y) < radius else 0.5)
                    total += k
                    for c in range(n):
                        out[y, x, c] += img[j, i, c] * k
            for c in range(n):
                out[y, x, c] /= max(total, 1e-6)

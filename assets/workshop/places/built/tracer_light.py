"""Light at a point of a scene: sun and lamps with shadows, highlights, a gathered bounce, dust (numba; baking only)."""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from .scene import Packed
from .tracer_hits import ALL, Probe, Ray, blocked, closest, sample


class World(NamedTuple):
    """A packed scene and its light, linear: direction to the sun, its rgb, the rgb of sky and ground (3,)."""

    scene: Packed
    sun: np.ndarray
    sun_rgb: np.ndarray
    sky: np.ndarray
    ground: np.ndarray


class Point(NamedTuple):
    """A point of a surface and its normal."""

    at: np.ndarray
    n: np.ndarray


class Dome(NamedTuple):
    """Directions of the hemisphere, (16, n, 3) interleaved on 4x4 or one such set (n, 3), and their reach, metres."""

    patterns: np.ndarray
    reach: float


class Gloss(NamedTuple):
    """A highlight: the way the eye looks (3,), how strong, how sharp."""

    d: np.ndarray
    amount: float
    sharp: float


class Span(NamedTuple):
    """A stretch of ray in `steps` pieces: its length, metres, and where in a piece the sample lies, 0 to 1."""

    dist: float
    steps: int
    jitter: float


@njit(cache=True)
def direct(world, point, probe, out):
    """Add sun and lamps, with shadows, to `out`."""
    s, sun, sun_rgb, ray = world.scene, world.sun, world.sun_rgb, probe.at
    facing = point.n[0] * sun[0] + point.n[1] * sun[1] + point.n[2] * sun[2]
    if facing > 0 and sun_rgb[0] + sun_rgb[1] + sun_rgb[2] > 0 and not blocked(s, point.at, sun, 400.0, probe):
        for c in range(3):
            out[c] += sun_rgb[c] * facing
    for i in range(s.lamps.shape[0]):
        r = 1e-6
        for k in range(3):
            ray[k] = s.lamps[i, k] - point.at[k]
            r += ray[k] * ray[k]
        r = math.sqrt(r)
        if r > s.lamps[i, 6]:
            continue
        c = 0.0
        for k in range(3):
            ray[k] /= r
            c += point.n[k] * ray[k]
        if c <= 0 or blocked(s, point.at, ray, r - s.lamps[i, 7], probe):
            continue
        w = c / (r * r + 0.08) * (1 - r / s.lamps[i, 6]) ** 2
        for k in range(3):
            out[k] += s.lamps[i, 3 + k] * w


@njit(cache=True)
def shine(world, point, gloss, probe, out):
    """Add Blinn highlights of sun and lamps to `out`."""
    s, sun, sun_rgb, ray = world.scene, world.sun, world.sun_rgb, probe.at
    for i in range(-1, s.lamps.shape[0]):
        r, fade = 400.0, 1.0
        if i < 0:
            for k in range(3):
                ray[k] = sun[k]
        else:
            r = 1e-6
            for k in range(3):
                ray[k] = s.lamps[i, k] - point.at[k]
                r += ray[k] * ray[k]
            r = math.sqrt(r)
            if r > s.lamps[i, 6]:
                continue
            for k in range(3):
                ray[k] /= r
            fade = (1 - r / s.lamps[i, 6]) / (r * r * 0.3 + 0.3)
        norm, c = 1e-9, 0.0
        for k in range(3):
            hk = ray[k] - gloss.d[k]
            norm += hk * hk
            c += point.n[k] * hk
        if c <= 0:
            continue
        power = (c / math.sqrt(norm)) ** gloss.sharp * gloss.amount * fade
        if power > 0.01 and not blocked(s, point.at, ray, r - (s.lamps[i, 7] if i >= 0 else 0.0), probe):
            for k in range(3):
                out[k] += power * (sun_rgb[k] if i < 0 else s.lamps[i, 3 + k])


@njit(cache=True)
def gather(world, point, dome, probe, out):
    """Add the hemisphere's light with one bounce to `out`, summed over the dome's directions."""
    s, sky, ground, res, buf, work = world.scene, world.sky, world.ground, probe.res, probe.buf, probe.work
    t, b, ray, q, dl = work[0], work[1], work[2], work[3], work[4]
    if abs(point.n[1]) < 0.9:
        t[0], t[1], t[2] = -point.n[2], 0.0, point.n[0]
    else:
        t[0], t[1], t[2] = 1.0, 0.0, 0.0
    norm = math.sqrt(t[0] ** 2 + t[1] ** 2 + t[2] ** 2)
    for k in range(3):
        t[k] /= norm
    b[0], b[1], b[2] = (
        point.n[1] * t[2] - point.n[2] * t[1],
        point.n[2] * t[0] - point.n[0] * t[2],
        point.n[0] * t[1] - point.n[1] * t[0],
    )
    for j in range(dome.patterns.shape[0]):
        for k in range(3):
            ray[k] = t[k] * dome.patterns[j, 0] + b[k] * dome.patterns[j, 1] + point.n[k] * dome.patterns[j, 2]
        if closest(s, Ray(point.at, ray, 0.0), dome.reach, ALL, probe):
            m, u, v, dist = int(res[4]), res[5], res[6], res[0]
            for k in range(3):
                q[k] = point.at[k] + ray[k] * dist + res[1 + k] * 0.004
                dl[k] = 0.0
            n2 = work[5]
            for k in range(3):
                n2[k] = res[1 + k]
            direct(world, Point(q, n2), Probe(probe.res, probe.buf, work[6], work), dl)
            sample(s, m, u, v, 3.0, buf)
            up = 0.5 + 0.5 * n2[1]
            for c in range(3):
                out[c] += (
                    buf[c] / max(buf[3], 0.25) * (dl[c] + 0.35 * (sky[c] * up + ground[c] * (1 - up))) + buf[4 + c]
                )
        else:
            up = min(1.0, max(0.0, 0.5 + 0.5 * ray[1]))
            for c in range(3):
                out[c] += sky[c] * up + ground[c] * (1 - up)


@njit(cache=True)
def bump(res, buf, n):
    """Tilt the normal by the texture's slopes (buf 7, 8)."""
    gx, gy, kind = buf[7], buf[8], int(res[7])
    n[0], n[1], n[2] = res[1], res[2], res[3]
    if kind == 0:
        n[2] += gx
        n[1] -= gy
    elif kind == 1 or (kind == 5 and abs(res[2]) > 0.6):
        n[0] += gx
        n[2] -= gy
    elif kind == 2 or kind == 5:
        n[0] += gx
        n[1] -= gy
    else:
        n[0] += gx * 0.5
        n[1] -= gy * 0.5
    norm = math.sqrt(n[0] ** 2 + n[1] ** 2 + n[2] ** 2)
    for k in range(3):
        n[k] /= norm


@njit(cache=True)
def haze(world, ray, span, probe, out):
    """Metres of the ray that the sun (0) and each lamp's glow (1-3) light."""
    s, sun, sun_rgb, p = world.scene, world.sun, world.sun_rgb, probe.at
    for k in range(span.steps):
        t, r2 = (k + span.jitter) / span.steps * span.dist, 0.0
        for c in range(3):
            p[c] = ray.o[c] + ray.d[c] * t
        if sun_rgb[0] > 0 and not blocked(s, p, sun, 400.0, probe):
            out[0] += span.dist / span.steps
        for i in range(s.lamps.shape[0]):
            r2 = (s.lamps[i, 0] - p[0]) ** 2 + (s.lamps[i, 1] - p[1]) ** 2 + (s.lamps[i, 2] - p[2]) ** 2
            if r2 < s.lamps[i, 6] ** 2:
                w = s.lamps[i, 8] / (r2 + 0.15) * (1 - math.sqrt(r2) / s.lamps[i, 6]) ** 2 * span.dist / span.steps
                for c in range(3):
                    out[1 + c] += w * s.lamps[i, 3 + c]

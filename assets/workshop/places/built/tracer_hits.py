"""Where a ray meets boxes, cylinders, ellipsoids and quads: the tracer's shapes (numba; baking only).

A hit is written to `Probe.res`: 0 distance, 1-3 normal, 4 material, 5-6 texel u and v, 7 kind of face, 8 texels a
metre. Kinds: 0 x face, 1 y face, 2 z face, 3 round, 4 cap, 5 quad.
"""

import math
from typing import NamedTuple

import numpy as np
from numba import njit

from .scene import MIPS

FAR = 2000.0
EPS = 1e-4
ALL, ANY = -1, -2  # slabs: the nearest hit of all; whether there is a hit at all (what casts no shadow is passed)


class Ray(NamedTuple):
    """Origin and direction (3,), and how wide a pixel is in metres a metre of distance (0: texels of the first mip)."""

    o: np.ndarray
    d: np.ndarray
    texel: float


class Probe(NamedTuple):
    """Scratch of a ray: the hit (9,), a texel (9,), a vector (3,), seven vectors for the gathered bounce."""

    res: np.ndarray
    buf: np.ndarray
    at: np.ndarray
    work: np.ndarray


@njit(cache=True)
def sample(s, m, u, v, lod, out):
    """Nearest texel of the nearest mip of material m into `out` (9 channels)."""
    k = min(max(int(lod + 0.5), 0), MIPS - 1)
    w, h = int(s.meta[m, 4 + k * 3]), int(s.meta[m, 5 + k * 3])
    scale = 1.0 / (1 << k)
    i = int(s.meta[m, 3 + k * 3]) + (math.floor(v * scale) % h) * w + math.floor(u * scale) % w
    for c in range(9):
        out[c] = s.tex[i, c]


@njit(cache=True)
def _boxes(s, ray, best, slab, probe):
    hit = False
    ix = 1.0 / ray.d[0] if abs(ray.d[0]) > 1e-9 else 1e9
    iy = 1.0 / ray.d[1] if abs(ray.d[1]) > 1e-9 else 1e9
    iz = 1.0 / ray.d[2] if abs(ray.d[2]) > 1e-9 else 1e9
    for i in range(s.boxes.shape[0]):
        if slab >= 0 and s.box_mat[i, 6] != slab:
            continue
        b = s.boxes[i]
        a0, a1, b0, b1 = (b[0] - ray.o[0]) * ix, (b[3] - ray.o[0]) * ix, (b[1] - ray.o[1]) * iy, (b[4] - ray.o[1]) * iy
        c0, c1 = (b[2] - ray.o[2]) * iz, (b[5] - ray.o[2]) * iz
        m0, m1, m2 = min(a0, a1), min(b0, b1), min(c0, c1)
        near, far = max(m0, m1, m2), min(max(a0, a1), max(b0, b1), max(c0, c1))
        if near > far or near < EPS or near >= best:
            continue
        best, hit = near, True
        if slab == ANY:
            break
        px, py, pz = ray.o[0] + ray.d[0] * near, ray.o[1] + ray.d[1] * near, ray.o[2] + ray.d[2] * near
        probe.res[1] = probe.res[2] = probe.res[3] = 0.0
        if m0 >= m1 and m0 >= m2:
            face, probe.res[1], u, v, kind = 0, -1.0 if ray.d[0] > 0 else 1.0, pz + b[6], b[4] - py + b[7], 0
        elif m1 >= m2:
            face, probe.res[2], u, v, kind = 2 if ray.d[1] > 0 else 3, -1.0 if ray.d[1] > 0 else 1.0, px + b[6], -pz, 1
        else:
            face, probe.res[3], u, v, kind = 4, -1.0 if ray.d[2] > 0 else 1.0, px - b[0] + b[6], b[4] - py + b[7], 2
        ppm = s.meta[s.box_mat[i, face], 0]
        probe.res[4], probe.res[5], probe.res[6], probe.res[7], probe.res[8] = (
            s.box_mat[i, face],
            u * ppm,
            v * ppm,
            kind,
            ppm,
        )
    probe.res[0] = best
    return hit


@njit(cache=True)
def _cylinders(s, ray, best, slab, probe):
    hit = False
    for i in range(s.cyls.shape[0]):
        if slab >= 0 and s.cyl_mat[i, 2] != slab:
            continue
        ax, c = s.cyl_mat[i, 0], s.cyls[i]
        j, k = (1 if ax == 0 else 0), (1 if ax == 2 else 2)
        p, q, a = ray.o[j] - c[j], ray.o[k] - c[k], ray.d[j] * ray.d[j] + ray.d[k] * ray.d[k]
        mat, radius = s.cyl_mat[i, 1], abs(c[3])
        ppm = s.meta[mat, 0]
        b, disc = p * ray.d[j] + q * ray.d[k], 0.0
        if a > 1e-12:
            disc = b * b - a * (p * p + q * q - radius * radius)
        if disc > 0:
            t = (-b + math.sqrt(disc) * (1.0 if c[3] < 0 else -1.0)) / a
            along = ray.o[ax] + ray.d[ax] * t
            if EPS < t < best and c[4] <= along <= c[5]:
                best, hit = t, True
                if slab == ANY:
                    break
                sign = -1.0 if c[3] < 0 else 1.0
                np_, nq = (p + ray.d[j] * t) / radius * sign, (q + ray.d[k] * t) / radius * sign
                probe.res[1] = probe.res[2] = probe.res[3] = 0.0
                probe.res[1 + j], probe.res[1 + k], probe.res[4], probe.res[7], probe.res[8] = np_, nq, mat, 3, ppm
                arc = math.atan2(np_, -nq) * radius * ppm
                probe.res[5], probe.res[6] = (arc, (c[5] - along) * ppm) if ax == 1 else (along * ppm, arc)
        if c[3] > 0 and abs(ray.d[ax]) > 1e-9:
            for e in range(2):
                t = (c[4 + e] - ray.o[ax]) / ray.d[ax]
                if EPS < t < best and (p + ray.d[j] * t) ** 2 + (q + ray.d[k] * t) ** 2 <= radius * radius:
                    best, hit = t, True
                    probe.res[1] = probe.res[2] = probe.res[3] = 0.0
                    probe.res[1 + ax], probe.res[4], probe.res[7], probe.res[8] = (-1.0 if e == 0 else 1.0), mat, 4, ppm
                    probe.res[5], probe.res[6] = (p + ray.d[j] * t) * ppm, (q + ray.d[k] * t) * ppm
    probe.res[0] = best
    return hit


@njit(cache=True)
def _ellipsoids(s, ray, best, slab, probe):
    hit = False
    for i in range(s.ells.shape[0]):
        if slab >= 0 and s.ell_mat[i, 1] != slab:
            continue
        e = s.ells[i]
        a = b = 0.0
        c = -1.0
        for k in range(3):
            p, u = (ray.o[k] - e[k]) / e[3 + k], ray.d[k] / e[3 + k]
            a += u * u
            b += p * u
            c += p * p
        disc = b * b - a * c
        if disc <= 0:
            continue
        t = (-b - math.sqrt(disc)) / a
        if EPS < t < best:
            best, hit = t, True
            if slab == ANY:
                break
            n = 0.0
            for k in range(3):
                probe.res[1 + k] = (ray.o[k] + ray.d[k] * t - e[k]) / e[3 + k] ** 2
                n += probe.res[1 + k] ** 2
            for k in range(3):
                probe.res[1 + k] /= math.sqrt(n)
            mat = s.ell_mat[i, 0]
            ppm = s.meta[mat, 0]
            probe.res[4], probe.res[7], probe.res[8] = mat, 3, ppm
            probe.res[5], probe.res[6] = (
                (ray.o[0] + ray.d[0] * t - e[0] + e[3]) * ppm,
                (e[1] + e[4] - ray.o[1] - ray.d[1] * t) * ppm,
            )
    probe.res[0] = best
    return hit


@njit(cache=True)
def _across(q, ray, best):
    """Where a ray meets a parallelogram: distance (0: nowhere nearer than `best`), and the shares of its two sides."""
    nx, ny, nz = _normal(q)
    across = nx * ray.d[0] + ny * ray.d[1] + nz * ray.d[2]
    if abs(across) < 1e-12:
        return 0.0, 0.0, 0.0
    t = (nx * (q[0] - ray.o[0]) + ny * (q[1] - ray.o[1]) + nz * (q[2] - ray.o[2])) / across
    if t <= EPS or t >= best:
        return 0.0, 0.0, 0.0
    px, py, pz = ray.o[0] + ray.d[0] * t - q[0], ray.o[1] + ray.d[1] * t - q[1], ray.o[2] + ray.d[2] * t - q[2]
    uu, vv = q[3] ** 2 + q[4] ** 2 + q[5] ** 2, q[6] ** 2 + q[7] ** 2 + q[8] ** 2
    uv = q[3] * q[6] + q[4] * q[7] + q[5] * q[8]
    pu, pv, den = px * q[3] + py * q[4] + pz * q[5], px * q[6] + py * q[7] + pz * q[8], uu * vv - uv * uv
    u, v = (pu * vv - pv * uv) / den, (pv * uu - pu * uv) / den
    if u < 0 or u >= 1 or v < 0 or v >= 1:
        return 0.0, 0.0, 0.0
    return t, u, v


@njit(cache=True)
def _normal(q):
    return q[4] * q[8] - q[5] * q[7], q[5] * q[6] - q[3] * q[8], q[3] * q[7] - q[4] * q[6]


@njit(cache=True)
def _quads(s, ray, best, slab, probe):
    hit, res = False, probe.res
    for i in range(s.quads.shape[0]):
        if (slab == ANY and s.quad_mat[i, 2] == 0) or (slab >= 0 and s.quad_mat[i, 1] != slab):
            continue
        q = s.quads[i]
        t, u, v = _across(q, ray, best)
        if t == 0.0:
            continue
        m = s.quad_mat[i, 0]
        tw, th = s.meta[m, 4], s.meta[m, 5]
        ppm = tw / math.sqrt(q[3] ** 2 + q[4] ** 2 + q[5] ** 2)
        lod = 0.0 if slab == ANY else math.log2(max(1.0, ray.texel * t * ppm))
        sample(s, m, u * tw, (1 - v) * th, lod, probe.buf)
        if probe.buf[3] < 0.5:
            continue
        best, hit = t, True
        if slab == ANY:
            break
        nx, ny, nz = _normal(q)
        away = nx * ray.d[0] + ny * ray.d[1] + nz * ray.d[2] > 0
        n = math.sqrt(nx * nx + ny * ny + nz * nz) * (-1.0 if away else 1.0)
        res[1], res[2], res[3], res[4] = nx / n, ny / n, nz / n, m
        res[5], res[6], res[7], res[8] = u * tw, (1 - v) * th, 5, ppm
    probe.res[0] = best
    return hit


@njit(cache=True)
def closest(s, ray, reach, slab, probe):
    """Nearest hit within reach, of one slab or of ALL."""
    hit = _boxes(s, ray, reach, slab, probe)
    hit = _cylinders(s, ray, probe.res[0] if hit else reach, slab, probe) or hit
    hit = _ellipsoids(s, ray, probe.res[0] if hit else reach, slab, probe) or hit
    return _quads(s, ray, probe.res[0] if hit else reach, slab, probe) or hit


@njit(cache=True)
def blocked(s, at, towards, reach, probe):
    """Whether anything lies between `at` and at + reach towards."""
    ray = Ray(at, towards, 0.0)
    return (
        _boxes(s, ray, reach, ANY, probe)
        or _cylinders(s, ray, reach, ANY, probe)
        or _ellipsoids(s, ray, reach, ANY, probe)
        or _quads(s, ray, reach, ANY, probe)
    )

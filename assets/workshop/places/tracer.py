"""The ray tracer's kernel (numba): sun, lamps, a gathered bounce, shafts. Baking only; the game never runs it.

A hit is written to `res`: 0 distance, 1-3 normal, 4 material, 5-6 texel u and v, 7 kind of face, 8 texels a metre.
Kinds: 0 x face, 1 y face, 2 z face, 3 round, 4 cap, 5 quad.
"""

import math

import numpy as np
from numba import njit

from .scene import MIPS

FAR = 2000.0
EPS = 1e-4


@njit(cache=True, fastmath=True)
def sample(s, m, u, v, lod, out):
    """Nearest texel of the nearest mip of material m into `out` (9 channels)."""
    k = min(max(int(lod + 0.5), 0), MIPS - 1)
    w, h = int(s.meta[m, 4 + k * 3]), int(s.meta[m, 5 + k * 3])
    scale = 1.0 / (1 << k)
    i = int(s.meta[m, 3 + k * 3]) + (math.floor(v * scale) % h) * w + math.floor(u * scale) % w
    for c in range(9):
        out[c] = s.tex[i, c]


@njit(cache=True, fastmath=True)
def _boxes(s, o, d, best, slab, any_hit, res):
    hit = False
    ix = 1.0 / d[0] if abs(d[0]) > 1e-9 else 1e9
    iy = 1.0 / d[1] if abs(d[1]) > 1e-9 else 1e9
    iz = 1.0 / d[2] if abs(d[2]) > 1e-9 else 1e9
    for i in range(s.boxes.shape[0]):
        if not any_hit and slab >= 0 and s.box_mat[i, 6] != slab:
            continue
        b = s.boxes[i]
        a0, a1, b0, b1 = (b[0] - o[0]) * ix, (b[3] - o[0]) * ix, (b[1] - o[1]) * iy, (b[4] - o[1]) * iy
        c0, c1 = (b[2] - o[2]) * iz, (b[5] - o[2]) * iz
        m0, m1, m2 = min(a0, a1), min(b0, b1), min(c0, c1)
        near, far = max(m0, m1, m2), min(max(a0, a1), max(b0, b1), max(c0, c1))
        if near > far or near < EPS or near >= best:
            continue
        best, hit = near, True
        if any_hit:
            break
        px, py, pz = o[0] + d[0] * near, o[1] + d[1] * near, o[2] + d[2] * near
        res[1] = res[2] = res[3] = 0.0
        if m0 >= m1 and m0 >= m2:
            face, res[1], u, v, kind = 0, -1.0 if d[0] > 0 else 1.0, pz + b[6], b[4] - py + b[7], 0
        elif m1 >= m2:
            face, res[2], u, v, kind = 2 if d[1] > 0 else 3, -1.0 if d[1] > 0 else 1.0, px + b[6], -pz, 1
        else:
            face, res[3], u, v, kind = 4, -1.0 if d[2] > 0 else 1.0, px - b[0] + b[6], b[4] - py + b[7], 2
        ppm = s.meta[s.box_mat[i, face], 0]
        res[4], res[5], res[6], res[7], res[8] = s.box_mat[i, face], u * ppm, v * ppm, kind, ppm
    res[0] = best
    return hit


@njit(cache=True, fastmath=True)
def _cylinders(s, o, d, best, slab, any_hit, res):
    hit = False
    for i in range(s.cyls.shape[0]):
        if not any_hit and slab >= 0 and s.cyl_mat[i, 2] != slab:
            continue
        ax, c = s.cyl_mat[i, 0], s.cyls[i]
        j, k = (1 if ax == 0 else 0), (1 if ax == 2 else 2)
        p, q, a = o[j] - c[j], o[k] - c[k], d[j] * d[j] + d[k] * d[k]
        mat, radius = s.cyl_mat[i, 1], abs(c[3])
        ppm = s.meta[mat, 0]
        b, disc = p * d[j] + q * d[k], 0.0
        if a > 1e-12:
            disc = b * b - a * (p * p + q * q - radius * radius)
        if disc > 0:
            t = (-b + math.sqrt(disc) * (1.0 if c[3] < 0 else -1.0)) / a
            along = o[ax] + d[ax] * t
            if EPS < t < best and c[4] <= along <= c[5]:
                best, hit = t, True
                if any_hit:
                    break
                sign = -1.0 if c[3] < 0 else 1.0
                np_, nq = (p + d[j] * t) / radius * sign, (q + d[k] * t) / radius * sign
                res[1] = res[2] = res[3] = 0.0
                res[1 + j], res[1 + k], res[4], res[7], res[8] = np_, nq, mat, 3, ppm
                arc = math.atan2(np_, -nq) * radius * ppm
                res[5], res[6] = (arc, (c[5] - along) * ppm) if ax == 1 else (along * ppm, arc)
        if c[3] > 0 and abs(d[ax]) > 1e-9:
            for e in range(2):
                t = (c[4 + e] - o[ax]) / d[ax]
                if EPS < t < best and (p + d[j] * t) ** 2 + (q + d[k] * t) ** 2 <= radius * radius:
                    best, hit = t, True
                    res[1] = res[2] = res[3] = 0.0
                    res[1 + ax], res[4], res[7], res[8] = (-1.0 if e == 0 else 1.0), mat, 4, ppm
                    res[5], res[6] = (p + d[j] * t) * ppm, (q + d[k] * t) * ppm
    res[0] = best
    return hit


@njit(cache=True, fastmath=True)
def _ellipsoids(s, o, d, best, slab, any_hit, res):
    hit = False
    for i in range(s.ells.shape[0]):
        if not any_hit and slab >= 0 and s.ell_mat[i, 1] != slab:
            continue
        e = s.ells[i]
        a = b = 0.0
        c = -1.0
        for k in range(3):
            p, u = (o[k] - e[k]) / e[3 + k], d[k] / e[3 + k]
            a += u * u
            b += p * u
            c += p * p
        disc = b * b - a * c
        if disc <= 0:
            continue
        t = (-b - math.sqrt(disc)) / a
        if EPS < t < best:
            best, hit = t, True
            if any_hit:
                break
            n = 0.0
            for k in range(3):
                res[1 + k] = (o[k] + d[k] * t - e[k]) / e[3 + k] ** 2
                n += res[1 + k] ** 2
            for k in range(3):
                res[1 + k] /= math.sqrt(n)
            mat = s.ell_mat[i, 0]
            ppm = s.meta[mat, 0]
            res[4], res[7], res[8] = mat, 3, ppm
            res[5], res[6] = (o[0] + d[0] * t - e[0] + e[3]) * ppm, (e[1] + e[4] - o[1] - d[1] * t) * ppm
    res[0] = best
    return hit


@njit(cache=True, fastmath=True)
def _quads(s, o, d, best, slab, any_hit, texel, res, buf):
    """`texel` is how wide a pixel is, in metres a metre of distance."""
    hit = False
    for i in range(s.quads.shape[0]):
        if (any_hit and s.quad_mat[i, 2] == 0) or (not any_hit and slab >= 0 and s.quad_mat[i, 1] != slab):
            continue
        q = s.quads[i]
        nx, ny, nz = q[4] * q[8] - q[5] * q[7], q[5] * q[6] - q[3] * q[8], q[3] * q[7] - q[4] * q[6]
        across = nx * d[0] + ny * d[1] + nz * d[2]
        if abs(across) < 1e-12:
            continue
        t = (nx * (q[0] - o[0]) + ny * (q[1] - o[1]) + nz * (q[2] - o[2])) / across
        if t <= EPS or t >= best:
            continue
        px, py, pz = o[0] + d[0] * t - q[0], o[1] + d[1] * t - q[1], o[2] + d[2] * t - q[2]
        uu, vv, uv = (
            q[3] ** 2 + q[4] ** 2 + q[5] ** 2,
            q[6] ** 2 + q[7] ** 2 + q[8] ** 2,
            q[3] * q[6] + q[4] * q[7] + q[5] * q[8],
        )
        pu, pv, den = px * q[3] + py * q[4] + pz * q[5], px * q[6] + py * q[7] + pz * q[8], uu * vv - uv * uv
        u, v = (pu * vv - pv * uv) / den, (pv * uu - pu * uv) / den
        if u < 0 or u >= 1 or v < 0 or v >= 1:
            continue
        m = s.quad_mat[i, 0]
        tw, th = s.meta[m, 4], s.meta[m, 5]
        ppm = tw / math.sqrt(uu)
        lod = 0.0 if any_hit else math.log2(max(1.0, texel * t * ppm))
        sample(s, m, u * tw, (1 - v) * th, lod, buf)
        if buf[3] < 0.5:
            continue
        best, hit = t, True
        if any_hit:
            break
        flip = -1.0 if across > 0 else 1.0
        n = math.sqrt(nx * nx + ny * ny + nz * nz) * flip
        res[1], res[2], res[3], res[4], res[5], res[6], res[7], res[8] = (
            nx / n,
            ny / n,
            nz / n,
            m,
            u * tw,
            (1 - v) * th,
            5,
            ppm,
        )
    res[0] = best
    return hit


@njit(cache=True, fastmath=True)
def closest(s, o, d, reach, slab, texel, res, buf):
    """Nearest hit within reach, of one slab or of all (-1)."""
    hit = _boxes(s, o, d, reach, slab, False, res)
    hit = _cylinders(s, o, d, res[0] if hit else reach, slab, False, res) or hit
    hit = _ellipsoids(s, o, d, res[0] if hit else reach, slab, False, res) or hit
    return _quads(s, o, d, res[0] if hit else reach, slab, False, texel, res, buf) or hit


@njit(cache=True, fastmath=True)
def blocked(s, o, d, reach, res, buf):
    """Whether anything lies between o and o + reach d."""
    return (
        _boxes(s, o, d, reach, -1, True, res)
        or _cylinders(s, o, d, reach, -1, True, res)
        or _ellipsoids(s, o, d, reach, -1, True, res)
        or _quads(s, o, d, reach, -1, True, 0.0, res, buf)
    )


@njit(cache=True, fastmath=True)
def direct(s, at, n, sun, sun_rgb, res, buf, ray, out):
    """Add sun and lamps, with shadows, at a point of normal n."""
    facing = n[0] * sun[0] + n[1] * sun[1] + n[2] * sun[2]
    if facing > 0 and sun_rgb[0] + sun_rgb[1] + sun_rgb[2] > 0 and not blocked(s, at, sun, 400.0, res, buf):
        for c in range(3):
            out[c] += sun_rgb[c] * facing
    for i in range(s.lamps.shape[0]):
        r = 1e-6
        for k in range(3):
            ray[k] = s.lamps[i, k] - at[k]
            r += ray[k] * ray[k]
        r = math.sqrt(r)
        if r > s.lamps[i, 6]:
            continue
        c = 0.0
        for k in range(3):
            ray[k] /= r
            c += n[k] * ray[k]
        if c <= 0 or blocked(s, at, ray, r - s.lamps[i, 7], res, buf):
            continue
        w = c / (r * r + 0.08) * (1 - r / s.lamps[i, 6]) ** 2
        for k in range(3):
            out[k] += s.lamps[i, 3 + k] * w


@njit(cache=True, fastmath=True)
def _shine(s, at, n, d, sun, sun_rgb, gloss, sharp, res, buf, ray, out):
    """Blinn highlights of sun and lamps."""
    for i in range(-1, s.lamps.shape[0]):
        r, fade = 400.0, 1.0
        if i < 0:
            for k in range(3):
                ray[k] = sun[k]
        else:
            r = 1e-6
            for k in range(3):
                ray[k] = s.lamps[i, k] - at[k]
                r += ray[k] * ray[k]
            r = math.sqrt(r)
            if r > s.lamps[i, 6]:
                continue
            for k in range(3):
                ray[k] /= r
            fade = (1 - r / s.lamps[i, 6]) / (r * r * 0.3 + 0.3)
        norm, c = 1e-9, 0.0
        for k in range(3):
            hk = ray[k] - d[k]
            norm += hk * hk
            c += n[k] * hk
        if c <= 0:
            continue
        power = (c / math.sqrt(norm)) ** sharp * gloss * fade
        if power > 0.01 and not blocked(s, at, ray, r - (s.lamps[i, 7] if i >= 0 else 0.0), res, buf):
            for k in range(3):
                out[k] += power * (sun_rgb[k] if i < 0 else s.lamps[i, 3 + k])


@njit(cache=True, fastmath=True)
def _gather(s, at, n, pattern, reach, sun, sun_rgb, sky, ground, res, buf, work, out):
    """Light of the hemisphere with one bounce; `work` holds five scratch vectors."""
    t, b, ray, q, dl = work[0], work[1], work[2], work[3], work[4]
    if abs(n[1]) < 0.9:
        t[0], t[1], t[2] = -n[2], 0.0, n[0]
    else:
        t[0], t[1], t[2] = 1.0, 0.0, 0.0
    norm = math.sqrt(t[0] ** 2 + t[1] ** 2 + t[2] ** 2)
    for k in range(3):
        t[k] /= norm
    b[0], b[1], b[2] = n[1] * t[2] - n[2] * t[1], n[2] * t[0] - n[0] * t[2], n[0] * t[1] - n[1] * t[0]
    for j in range(pattern.shape[0]):
        for k in range(3):
            ray[k] = t[k] * pattern[j, 0] + b[k] * pattern[j, 1] + n[k] * pattern[j, 2]
        if closest(s, at, ray, reach, -1, 0.0, res, buf):
            m, u, v, dist = int(res[4]), res[5], res[6], res[0]
            for k in range(3):
                q[k] = at[k] + ray[k] * dist + res[1 + k] * 0.004
                dl[k] = 0.0
            n2 = work[5]
            for k in range(3):
                n2[k] = res[1 + k]
            direct(s, q, n2, sun, sun_rgb, res, buf, work[6], dl)
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


@njit(cache=True, fastmath=True)
def _bump(res, buf, n):
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


@njit(cache=True, fastmath=True)
def _haze(s, o, d, dist, steps, jitter, sun, sun_rgb, res, buf, p, out):
    """Metres of the ray that the sun (0) and each lamp's glow (1-3) light."""
    for k in range(steps):
        t, r2 = (k + jitter) / steps * dist, 0.0
        for c in range(3):
            p[c] = o[c] + d[c] * t
        if sun_rgb[0] > 0 and not blocked(s, p, sun, 400.0, res, buf):
            out[0] += dist / steps
        for i in range(s.lamps.shape[0]):
            r2 = (s.lamps[i, 0] - p[0]) ** 2 + (s.lamps[i, 1] - p[1]) ** 2 + (s.lamps[i, 2] - p[2]) ** 2
            if r2 < s.lamps[i, 6] ** 2:
                w = s.lamps[i, 8] / (r2 + 0.15) * (1 - math.sqrt(r2) / s.lamps[i, 6]) ** 2 * dist / steps
                for c in range(3):
                    out[1 + c] += w * s.lamps[i, 3 + c]


@njit(cache=True, fastmath=True)
def render(s, cam, light, slab, patterns, reach, haze, top, albedo, lit, ambient, glow, normal, depth, shine, shaft):
    """Fill the buffers. cam: x, y, z, f, centre x, horizon y, metres a px of x or 0 for perspective. light: sun, its
    rgb, sky, ground (4, 3). patterns: (16, n, 3) cosine directions interleaved on 4x4. haze: steps, reach."""
    h, w = depth.shape
    sun, sun_rgb, sky, ground = light[0], light[1], light[2], light[3]
    res, r2, buf, b2 = np.zeros(9), np.zeros(9), np.zeros(9), np.zeros(9)
    o, d, n, q, ray, work = np.zeros(3), np.zeros(3), np.zeros(3), np.zeros(3), np.zeros(3), np.zeros((7, 3))
    ortho, texel = cam[6], 1.0 / cam[3]
    for y in range(h):
        for x in range(w):
            ex, ey = x + 0.5 - cam[4], (cam[5] - (y + top + 0.5)) / cam[3]
            o[0], o[1], o[2] = cam[0] + (ex * ortho if ortho > 0 else 0.0), cam[1], cam[2]
            norm = math.sqrt((0.0 if ortho > 0 else (ex / cam[3]) ** 2) + ey * ey + 1)
            d[0], d[1], d[2] = (0.0 if ortho > 0 else ex / cam[3] / norm), ey / norm, 1 / norm
            hit = closest(s, o, d, FAR, slab, texel, res, buf)
            dist = res[0] if hit else FAR
            depth[y, x] = dist
            ip = (y % 4) * 4 + x % 4
            if haze[0] > 0:
                _haze(
                    s, o, d, min(dist, haze[1]), int(haze[0]), (ip + 0.5) / 16, sun, sun_rgb, r2, b2, ray, shaft[y, x]
                )
            if not hit:
                continue
            m = int(res[4])
            facing = abs(res[1] * d[0] + res[2] * d[1] + res[3] * d[2]) + 0.05
            sample(s, m, res[5], res[6], math.log2(max(1.0, dist * texel / math.sqrt(facing) * res[8])), buf)
            for c in range(3):
                albedo[y, x, c], glow[y, x, c] = buf[c] / max(buf[3], 0.25), buf[4 + c]
                q[c] = o[c] + d[c] * dist + res[1 + c] * 0.004
            _bump(res, buf, n)
            for c in range(3):
                normal[y, x, c] = n[c]
            direct(s, q, n, sun, sun_rgb, r2, b2, ray, lit[y, x])
            if s.meta[m, 1] > 0:
                _shine(s, q, n, d, sun, sun_rgb, s.meta[m, 1], s.meta[m, 2], r2, b2, ray, shine[y, x])
            if patterns.shape[1]:
                _gather(s, q, n, patterns[ip], reach, sun, sun_rgb, sky, ground, r2, b2, work, ambient[y, x])
                for c in range(3):
                    ambient[y, x, c] /= patterns.shape[1]


@njit(cache=True, fastmath=True)
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

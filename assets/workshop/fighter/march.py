"""The ray marcher: clay to a G-buffer of one sample a pixel.

Rays run straight into the picture (orthographic). Each pixel is marched `ss` x `ss` times; the samples vote for a
(material, part); the winners' normals, occlusion and shadow are then taken from at most four of them.
"""
from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import njit

FAR = 1e9
TILE = 16


@dataclass(frozen=True)
class Buffer:
    """One picture's surface facts, each H x W: material and part (-1 nothing), normal, depth, occlusion, shadow."""

    mat: np.ndarray
    part: np.ndarray
    normal: np.ndarray
    depth: np.ndarray
    ao: np.ndarray
    lit: np.ndarray


@njit(inline="always", cache=True, fastmath=True)
def _cone(x: float, y: float, z: float, p: np.ndarray) -> float:
    bx, by, bz = p[7] - p[4], p[8] - p[5], p[9] - p[6]
    r1, r2 = p[10], p[11]
    l2 = bx * bx + by * by + bz * bz
    rr = r1 - r2
    qx, qy, qz = x - p[4], y - p[5], z - p[6]
    if l2 < 1e-9 or l2 <= rr * rr:
        if r1 >= r2:
            return math.sqrt(qx * qx + qy * qy + qz * qz) - r1
        return math.sqrt((qx - bx) ** 2 + (qy - by) ** 2 + (qz - bz) ** 2) - r2
    a2 = l2 - rr * rr
    il2 = 1.0 / l2
    s = qx * bx + qy * by + qz * bz
    e = s - l2
    vx, vy, vz = qx * l2 - bx * s, qy * l2 - by * s, qz * l2 - bz * s
    x2 = vx * vx + vy * vy + vz * vz
    y2, z2 = s * s * l2, e * e * l2
    k = (1.0 if rr > 0 else (-1.0 if rr < 0 else 0.0)) * rr * rr * x2
    if (1.0 if e > 0 else -1.0) * a2 * z2 > k:
        return math.sqrt(x2 + z2) * il2 - r2
    if (1.0 if s > 0 else -1.0) * a2 * y2 < k:
        return math.sqrt(x2 + y2) * il2 - r1
    return (math.sqrt(x2 * a2 * il2) + s * rr) * il2 - r1


@njit(inline="always", cache=True, fastmath=True)
def _solid(x: float, y: float, z: float, p: np.ndarray) -> float:
    qx, qy, qz = x - p[4], y - p[5], z - p[6]
    lx = qx * p[12] + qy * p[13] + qz * p[14]
    ly = qx * p[15] + qy * p[16] + qz * p[17]
    lz = qx * p[18] + qy * p[19] + qz * p[20]
    if p[0] == 1.0:
        a, b, c = lx / p[21], ly / p[22], lz / p[23]
        k0 = math.sqrt(a * a + b * b + c * c)
        a, b, c = a / p[21], b / p[22], c / p[23]
        k1 = math.sqrt(a * a + b * b + c * c)
        if k1 < 1e-9:
            return -min(p[21], p[22], p[23])
        return k0 * (k0 - 1.0) / k1
    r = p[10]
    a, b, c = abs(lx) - p[21] + r, abs(ly) - p[22] + r, abs(lz) - p[23] + r
    ma, mb, mc = max(a, 0.0), max(b, 0.0), max(c, 0.0)
    return math.sqrt(ma * ma + mb * mb + mc * mc) + min(max(a, b, c), 0.0) - r


@njit(cache=True, fastmath=True)
def _drape(x: float, y: float, z: float, p: np.ndarray) -> float:
    """Return how far cloth lies below (+) or above (-) its smooth form here."""
    qx, qy, qz = x - p[4], y - p[5], z - p[6]
    if p[0] == 1.0:
        lx = qx * p[12] + qy * p[13] + qz * p[14]
        ly = qx * p[15] + qy * p[16] + qz * p[17]
        lz = qx * p[18] + qy * p[19] + qz * p[20]
        ang = math.atan2(lz, lx)
        wave = math.sin(ly * p[25] + 1.4 * math.sin(ang + p[26]) + 0.9 * math.sin(2 * ang + 1.7 * p[26]))
        wave = 1.0 - 2.0 * abs(wave) if p[29] > 0 else wave
        return p[24] * wave * (0.6 + 0.4 * math.sin(ly * p[25] * 0.4 + ang * 1.5 + p[26]))
    bx, by, bz = p[7] - p[4], p[8] - p[5], p[9] - p[6]
    length = math.sqrt(bx * bx + by * by + bz * bz) + 1e-6
    s = (qx * bx + qy * by + qz * bz) / length
    ang = math.atan2(qx * p[15] + qy * p[16] + qz * p[17], qx * p[12] + qy * p[13] + qz * p[14])
    ends = 2.0 * s / length - 1.0
    w = p[24] * math.sin(s * p[25] + 1.3 * math.sin(ang + p[26]) + 0.8 * math.sin(2 * ang + 2.1 * p[26]))
    w *= 0.25 + 0.9 * min(ends * ends, 1.4)
    press = 0.0
    if p[29] > 0:
        press += p[29] * math.exp(-(s / p[31]) ** 2)
    if p[30] > 0:
        press += p[30] * math.exp(-((length - s) / p[31]) ** 2)
    if press > 0:
        inner = 0.5 + 0.5 * math.cos(ang)
        crease = 1.0 - abs(math.sin(s * 0.95 + 1.1 * math.sin(ang * 0.5 + p[26]) + p[26]))
        w += press * (0.15 + 0.85 * inner) * (crease * crease * 2.0 - 0.5)
    return w


@njit(inline="always", cache=True, fastmath=True)
def _distance(x: float, y: float, z: float, p: np.ndarray, bump: float) -> float:
    d = _cone(x, y, z, p) if p[0] == 0.0 else _solid(x, y, z, p)
    if bump > 0 and d < 2.5 and (p[24] > 0 or p[29] > 0 or p[30] > 0):
        d += bump * _drape(x, y, z, p)
    return d


@njit(cache=True, fastmath=True)
def _scene(x: float, y: float, z: float, rows: np.ndarray, picks: np.ndarray, span: tuple) -> tuple:
    """Return (distance, group) of the nearest surface among the picked rows; span = (how many, bump)."""
    best, best_group = FAR, -1.0
    group, d_group = -1.0, FAR
    for ii in range(span[0]):
        p = rows[picks[ii]]
        if p[36] > 0:
            continue
        if p[1] != group:
            if d_group < best:
                best, best_group = d_group, group
            group, d_group = p[1], FAR
        near = min(best, d_group) + p[3]
        cx, cy, cz = x - p[32], y - p[33], z - p[34]
        limit = near + p[35]
        if limit < 0 or cx * cx + cy * cy + cz * cz > limit * limit:
            continue
        d = _distance(x, y, z, p, span[1])
        k = p[3]
        h = k - abs(d_group - d)
        low = min(d, d_group)
        d_group = low - h * h * 0.25 / k if (k > 0 and h > 0) else low
    if d_group < best:
        best, best_group = d_group, group
    return best, best_group


@njit(cache=True, fastmath=True)
def _pick(rows: np.ndarray, boxes: np.ndarray, box: tuple, picks: np.ndarray) -> int:
    """Fill `picks` with rows whose box meets (x0, x1, y0, y1); return how many."""
    count = 0
    for i in range(rows.shape[0]):
        b = boxes[i]
        if b[0] < box[1] and b[1] > box[0] and b[2] < box[3] and b[3] > box[2]:
            picks[count] = i
            count += 1
    return count


@njit(cache=True, fastmath=True)
def _stuff_at(x: float, y: float, z: float, rows: np.ndarray, picks: np.ndarray, who: tuple) -> tuple:
    """Return (material, part) of the primitive that owns this point of a group; who = (count, group)."""
    best, mat, part = FAR, -1, -1
    for ii in range(who[0]):
        p = rows[picks[ii]]
        if p[1] != who[1]:
            continue
        d = _distance(x, y, z, p, 0.0)
        if p[36] > 0 and d > 0.0:
            continue
        d = d - p[27] - (100.0 if p[36] > 0 else 0.0)
        if d < best:
            best, mat, part = d, int(p[2]), int(p[28])
    return mat, part


@njit(cache=True, fastmath=True)
def _march_tile(rows: np.ndarray, picks: np.ndarray, boxes: np.ndarray, tile: tuple, out: tuple) -> None:
    """March the rays of one tile; tile = (count, i0, j0, x0, y0, step)."""
    count, i0, j0, x0, y0, step = tile
    z_of, mat_of, part_of = out
    h, w = z_of.shape
    top, bottom = -FAR, FAR
    for ii in range(count):
        top = max(top, boxes[picks[ii], 5])
        bottom = min(bottom, boxes[picks[ii], 4])
    for j in range(j0, min(j0 + TILE, h)):
        for i in range(i0, min(i0 + TILE, w)):
            x, y, z = x0 + (i + 0.5) * step, y0 - (j + 0.5) * step, top + 1.0
            for _ in range(110):
                d, g = _scene(x, y, z, rows, picks, (count, 0.0))
                if d < 0.03:
                    z_of[j, i] = z
                    mat_of[j, i], part_of[j, i] = _stuff_at(x, y, z, rows, picks, (count, g))
                    break
                z -= d * 0.85
                if z < bottom - 1.0:
                    break


@njit(cache=True, fastmath=True)
def _samples(rows: np.ndarray, boxes: np.ndarray, frame: tuple) -> tuple:
    w, h, x0, y0, step = frame
    z_of = np.full((h, w), -FAR)
    mat_of = np.full((h, w), -1, np.int16)
    part_of = np.full((h, w), -1, np.int16)
    picks = np.zeros(rows.shape[0], np.int64)
    for j0 in range(0, h, TILE):
        for i0 in range(0, w, TILE):
            xa, yb = x0 + i0 * step, y0 - j0 * step
            count = _pick(rows, boxes, (xa - 2, xa + TILE * step + 2, yb - TILE * step - 2, yb + 2), picks)
            if count > 0:
                _march_tile(rows, picks, boxes, (count, i0, j0, x0, y0, step), (z_of, mat_of, part_of))
    return z_of, mat_of, part_of


@njit(cache=True, fastmath=True)
def _surface(at: tuple, rows: np.ndarray, picks: np.ndarray, wide: tuple, key: np.ndarray) -> tuple:
    """Return (normal x, y, z, occlusion, light) at a point; wide = (count, picks for long rays, their count)."""
    x, y, z = at
    count, far_picks, far_count = wide
    e, near = 0.12, (count, 1.0)
    nx = _scene(x + e, y, z, rows, picks, near)[0] - _scene(x - e, y, z, rows, picks, near)[0]
    ny = _scene(x, y + e, z, rows, picks, near)[0] - _scene(x, y - e, z, rows, picks, near)[0]
    nz = _scene(x, y, z + e, rows, picks, near)[0] - _scene(x, y, z - e, rows, picks, near)[0]
    size = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
    nx, ny, nz = nx / size, ny / size, nz / size
    shut, share = 0.0, 1.0
    for q in range(1, 4):
        t = q * 1.3
        shut += max(0.0, t - _scene(x + nx * t, y + ny * t, z + nz * t, rows, far_picks,
                                    (far_count, 0.0))[0]) * share / t
        share *= 0.7
    light = 0.0
    if nx * key[0] + ny * key[1] + nz * key[2] > 0:
        light, t = 1.0, 1.2
        for _ in range(24):
            d = _scene(x + nx * 0.4 + key[0] * t, y + ny * 0.4 + key[1] * t, z + nz * 0.4 + key[2] * t,
                       rows, far_picks, (far_count, 0.0))[0]
            if d < 0.05:
                light = 0.0
                break
            light = min(light, 5.0 * d / t)
            t += max(d, 0.5)
            if t > 15:
                break
    return nx, ny, nz, max(0.0, 1.0 - shut / 2.2), light


@njit(cache=True, fastmath=True)
def _vote(mats: np.ndarray, parts: np.ndarray, weight: np.ndarray) -> tuple:
    """Return the (material, part) with most weight among a pixel's samples, and how many samples were solid."""
    solid, best, mat, part = 0, -1.0, -1, -1
    n = mats.size
    for a in range(n):
        if mats[a] < 0:
            continue
        solid += 1
        votes = 0
        for b in range(n):
            votes += mats[b] == mats[a] and parts[b] == parts[a]
        score = votes * weight[mats[a]]
        if score > best:
            best, mat, part = score, mats[a], parts[a]
    return mat, part, solid


@njit(cache=True, fastmath=True)
def _resolve(rows: np.ndarray, boxes: np.ndarray, frame: tuple, light: tuple, out: tuple) -> None:
    """Vote each pixel down and measure its surface; frame = (W, H, x0, y0, pixel size, ss)."""
    width, height, x0, y0, pixel, ss = frame
    key, weight = light
    o_mat, o_part, o_normal, o_depth, o_ao, o_lit = out
    z_of, mat_of, part_of = _samples(rows, boxes, (width * ss, height * ss, x0, y0, pixel / ss))
    picks = np.zeros(rows.shape[0], np.int64)
    far_picks = np.zeros(rows.shape[0], np.int64)
    block = 8
    for bj in range(0, height, block):
        for bi in range(0, width, block):
            xa, yb = x0 + bi * pixel, y0 - bj * pixel
            box = (xa - 2, xa + block * pixel + 2, yb - block * pixel - 2, yb + 2)
            count = _pick(rows, boxes, box, picks)
            if count == 0:
                continue
            wide = (box[0] - 3 + min(0.0, key[0]) * 15, box[1] + 3 + max(0.0, key[0]) * 15,
                    box[2] - 3 + min(0.0, key[1]) * 15, box[3] + 3 + max(0.0, key[1]) * 15)
            far_count = _pick(rows, boxes, wide, far_picks)
            for j in range(bj, min(bj + block, height)):
                for i in range(bi, min(bi + block, width)):
                    ms = mat_of[j * ss:(j + 1) * ss, i * ss:(i + 1) * ss].copy().ravel()
                    ps = part_of[j * ss:(j + 1) * ss, i * ss:(i + 1) * ss].copy().ravel()
                    mat, part, solid = _vote(ms, ps, weight)
                    if solid * 2 < ss * ss:
                        continue
                    zs = z_of[j * ss:(j + 1) * ss, i * ss:(i + 1) * ss].copy().ravel()
                    won = np.nonzero((ms == mat) & (ps == part))[0]
                    nx = ny = nz = ao = lit = 0.0
                    taken = min(4, won.size)
                    for q in range(taken):
                        s = won[(q * won.size + won.size // 2) // taken % won.size]
                        at = (x0 + (i + (s % ss + 0.5) / ss) * pixel, y0 - (j + (s // ss + 0.5) / ss) * pixel, zs[s])
                        a, b, c, o, v = _surface(at, rows, picks, (count, far_picks, far_count), key)
                        nx, ny, nz, ao, lit = nx + a, ny + b, nz + c, ao + o, lit + v
                    size = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9
                    o_mat[j, i], o_part[j, i] = mat, part
                    o_normal[j, i, 0], o_normal[j, i, 1], o_normal[j, i, 2] = nx / size, ny / size, nz / size
                    o_depth[j, i] = zs[won].mean()
                    o_ao[j, i], o_lit[j, i] = ao / taken, lit / taken


def render(clay: tuple[np.ndarray, np.ndarray], frame: tuple[int, int, float, float, float, int],
           key: np.ndarray, weight: np.ndarray) -> Buffer:
    """Render rows and boxes; `key` points to the light.

    frame = (W, H, left x, top y, units a pixel, samples a side).
    """
    w, h = frame[0], frame[1]
    out = (np.full((h, w), -1, np.int16), np.full((h, w), -1, np.int16), np.zeros((h, w, 3)),
           np.full((h, w), -FAR), np.ones((h, w)), np.zeros((h, w)))
    _resolve(clay[0], clay[1], frame, (np.asarray(key, float), weight), out)
    return Buffer(*out)

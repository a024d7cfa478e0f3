"""Monotone cubic splines through keys, for every channel of a pose.

A spline never overshoots its keys: where the value turns, the tangent is flat. It refuses keys that are not in
rising order of time.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

Vector = np.ndarray
Key = tuple[float, Sequence[float] | float]
PoseKey = tuple[float, Mapping[str, Sequence[float] | float]]


def _tangent(before: tuple[float, Vector], here: tuple[float, Vector], after: tuple[float, Vector]) -> Vector:
    """Return the monotone-limited slope at `here`, per component."""
    h0, h1 = here[0] - before[0], after[0] - here[0]
    a, b = (here[1] - before[1]) / h0, (after[1] - here[1]) / h1
    mean = (a * h1 + b * h0) / (h0 + h1)
    limit = 3 * np.minimum(np.abs(a), np.abs(b))
    return np.where(a * b <= 0, 0.0, np.sign(mean) * np.minimum(np.abs(mean), limit))


def _hermite(ends: tuple[tuple[float, Vector], tuple[float, Vector]], slopes: tuple[Vector, Vector],
             t: float) -> Vector:
    (t0, v0), (t1, v1) = ends
    h = t1 - t0
    u = (t - t0) / h
    return ((2 * u**3 - 3 * u**2 + 1) * v0 + (u**3 - 2 * u**2 + u) * h * slopes[0]
            + (3 * u**2 - 2 * u**3) * v1 + (u**3 - u**2) * h * slopes[1])


def _points(keys: Sequence[Key]) -> list[tuple[float, Vector]]:
    points = [(float(t), np.atleast_1d(np.asarray(v, float))) for t, v in keys]
    if any(b[0] <= a[0] for a, b in pairwise(points)):
        raise ValueError(f"keys out of order: {[t for t, _ in points]}; give each a later time than the one before")
    return points


def cyclic(keys: Sequence[Key], t: float, period: float = 1.0) -> Vector:
    """Return the value at `t` of a loop of `period`."""
    points = _points(keys)
    count = len(points)
    if count == 1:
        return points[0][1]
    t = (t - points[0][0]) % period + points[0][0]

    def at(j: int) -> tuple[float, Vector]:
        return points[j % count][0] + period * (j // count), points[j % count][1]

    i = max(j for j in range(count) if points[j][0] <= t)
    return _hermite((at(i), at(i + 1)), (_tangent(at(i - 1), at(i), at(i + 1)), _tangent(at(i), at(i + 1), at(i + 2))),
                    t)


def once(keys: Sequence[Key], t: float, slopes: tuple[Vector | None, Vector | None] = (None, None)) -> Vector:
    """Return the value at `t` of a movement that happens once; it rests at both ends unless end `slopes` are given."""
    points = _points(keys)
    if t <= points[0][0] or len(points) == 1:
        return points[0][1]
    if t >= points[-1][0]:
        return points[-1][1]
    i = max(j for j in range(len(points)) if points[j][0] <= t)

    def slope(j: int) -> Vector:
        if 0 < j < len(points) - 1:
            return _tangent(points[j - 1], points[j], points[j + 1])
        given = slopes[0] if j == 0 else slopes[1]
        return np.zeros_like(points[j][1]) if given is None else np.asarray(given, float)

    return _hermite((points[i], points[i + 1]), (slope(i), slope(i + 1)), t)


def _channels(keys: Sequence[PoseKey]) -> dict[str, list[Key]]:
    channels: dict[str, list[Key]] = {}
    for time, values in keys:
        for name, value in values.items():
            channels.setdefault(name, []).append((time, value))
    return channels


def cycle_pose(keys: Sequence[PoseKey], t: float, period: float = 1.0) -> dict[str, Vector]:
    """Evaluate sparse pose keys as a loop: each channel runs through the keys that name it."""
    return {name: cyclic(points, t, period) for name, points in _channels(keys).items()}


def once_pose(keys: Sequence[PoseKey], t: float) -> dict[str, Vector]:
    """Evaluate sparse pose keys as a movement that happens once."""
    return {name: once(points, t) for name, points in _channels(keys).items()}

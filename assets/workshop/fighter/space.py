"""Vectors, turns and two-bone inverse kinematics. Units are px at 50 px a metre; x forward, y up, z to the viewer."""
from __future__ import annotations

import math

import numpy as np

Vector = np.ndarray
Matrix = np.ndarray


def vec(*parts: float) -> Vector:
    """Return a float vector."""
    return np.array(parts, float)


def turn_x(degrees: float) -> Matrix:
    """Return a turn about the forward axis."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def turn_y(degrees: float) -> Matrix:
    """Return a turn about the vertical axis; negative faces the viewer."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def turn_z(degrees: float) -> Matrix:
    """Return a turn about the axis to the viewer; negative leans forward."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def unit(v: Vector) -> Vector:
    """Return `v` at length one (a zero vector stays zero)."""
    return v / max(float(np.linalg.norm(v)), 1e-9)


def frame_along(axis: Vector, forward: Vector) -> Matrix:
    """Return a frame whose y runs along `axis` and whose x is as near to `forward` as may be."""
    y = unit(axis)
    x = forward - y * forward.dot(y)
    if np.linalg.norm(x) < 1e-6:
        x = vec(0, 0, 1) - y * y[2]
    x = unit(x)
    return np.stack([x, y, np.cross(x, y)], 1)


def reach(start: Vector, target: Vector, bones: tuple[float, float], pole: Vector) -> tuple[Vector, Vector]:
    """Two-bone IK: return the middle joint, bent toward `pole`, and the end, pulled within reach of `start`."""
    first, second = bones
    line = target - start
    far = float(np.clip(np.linalg.norm(line), abs(first - second) + 0.5, (first + second) * 0.999))
    along = unit(line) if np.linalg.norm(line) > 1e-6 else vec(0, -1, 0)
    side = pole - along * pole.dot(along)
    side = unit(side) if np.linalg.norm(side) > 1e-6 else vec(1, 0, 0)
    cos = float(np.clip((first**2 + far**2 - second**2) / (2 * first * far), -1, 1))
    return start + along * first * cos + side * first * math.sqrt(1 - cos * cos), start + along * far

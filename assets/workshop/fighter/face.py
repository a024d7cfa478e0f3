"""The painted face: eye and brow as single pixels, placed from the head's own points."""
from __future__ import annotations

import numpy as np

from .march import Buffer
from .palette import MAT

FACE = 6
LARGE = 1.5
Spots = list[tuple[int, int]]


def _eye(head: dict, large: bool) -> tuple[Spots, Spots, Spots]:
    """Return spots (forward, up) px from the eye: its dark, its white, the brow."""
    shut = head["open"] < 0.5
    lift = 1 if head["brow"] > 0.4 else 0
    frown = 1 if head["brow"] < -0.4 else 0
    if not large:
        brow = [(1, 2 + lift - frown), (0, 2 + lift - frown), (-1, 2 + lift)]
        return ([(0, 0), (-1, 0)], [], brow) if shut else ([(0, 0)], [(-1, 0)], brow)
    brow = [(1, 3 + lift - frown), (0, 3 + lift - frown), (-1, 3 + lift), (-2, 3 + lift)]
    if shut:
        return [(0, 0), (-1, 0), (-2, 0)], [], brow
    return [(0, 0), (0, 1), (-1, 2), (0, 2)], [(-1, 0), (-1, 1)], brow


def _inks(brow: int, large: bool) -> tuple[tuple[int, int], ...]:
    """Return material and tone of an eye's dark, its white and the brow, which is darker on a small face."""
    return (MAT["EYE"], 1), (MAT["EYEWHITE"], 3 if large else 2), (brow, 3 if large else 1)


def _nearest_axis(x: float, y: float) -> tuple[int, int]:
    return (int(np.sign(x)) or 1, 0) if abs(x) >= abs(y) else (0, int(np.sign(y)))


def paint_faces(image: np.ndarray, buffer: Buffer, eyes: list[dict], frame: tuple[float, float, float]) -> None:
    """Paint every head's eyes onto (material, tone) pairs, H x W x 2; frame = (left x, top y, px a unit)."""
    left, top, scale = frame
    h, w = buffer.part.shape
    for head in eyes:
        large = scale * head["size"] >= LARGE
        brow = MAT["GREY"] if head["hair"] == "GREY" else MAT["BROW"]
        up = _nearest_axis(head["up"][0], -head["up"][1])
        forward = _nearest_axis(head["facing"][0], 0) if up[0] == 0 else (0, -1 if head["facing"][1] > 0 else 1)
        for at, normal in head["eyes"]:
            x, y = int(np.floor((at[0] - left) * scale)), int(np.floor((top - at[1]) * scale))
            if normal[2] / np.linalg.norm(normal) < 0.12 or not (0 <= x < w and 0 <= y < h):
                continue
            if buffer.part[y, x] != FACE or buffer.depth[y, x] - at[2] > 2.5:
                continue
            for spots, ink in zip(_eye(head, large), _inks(brow, large), strict=True):
                for f, u in spots:
                    for lower in (0, 1) if ink[0] == brow else (0,):  # a brow that a hat or hair hides sits lower
                        a, b = x + f * forward[0] + (u - lower) * up[0], y + f * forward[1] + (u - lower) * up[1]
                        if 0 <= a < w and 0 <= b < h and buffer.part[b, a] == FACE:
                            image[b, a] = ink
                            break

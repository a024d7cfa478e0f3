"""Steadying in time: a few pixels of one part that change for a single frame and change back are noise, not motion.

No change of tone alone that lasts one frame is motion, however large, nor one of crease to cloth: it is a mass that was
joined or parted. And a sliver of one part that lies over another for a single frame, an edge that steps forward and
back, is noise too.
"""
from __future__ import annotations

import numpy as np
from scipy import ndimage

from .shading import GARMENT, HEAD_PARTS, LIGHTEST

Frame = tuple[np.ndarray, np.ndarray, tuple[int, int]]  # pixels H x W x 2, part H x W, origin px


def _seen_from(frame: Frame, other: Frame) -> tuple[np.ndarray, np.ndarray]:
    """Return `other`'s pixels and parts laid over `frame` by their origins; -1 where there is none."""
    pixels, part, origin = frame
    o_pixels, o_part, o_origin = other
    dx, dy = origin[0] - o_origin[0], origin[1] - o_origin[1]
    h, w = part.shape
    out_pixels, out_part = np.full((h, w, 2), -1, pixels.dtype), np.full((h, w), -1, part.dtype)
    y0, x0, y1, x1 = max(0, dy), max(0, dx), min(h, o_part.shape[0] + dy), min(w, o_part.shape[1] + dx)
    if y1 > y0 and x1 > x0:
        out_pixels[y0:y1, x0:x1] = o_pixels[y0 - dy:y1 - dy, x0 - dx:x1 - dx]
        out_part[y0:y1, x0:x1] = o_part[y0 - dy:y1 - dy, x0 - dx:x1 - dx]
    return out_pixels, out_part


def steady(frames: list[Frame], largest: int, around: range) -> list[np.ndarray]:
    """Return each frame's pixels with one-frame specks of at most `largest` px (of any size in tone) put back.

    `around` gives the frames that have both neighbours (all of a loop, the inner ones of a movement).
    """
    count, done = len(frames), [frame[0].copy() for frame in frames]
    for n in around:
        pixels, part, _ = frames[n]
        last = frames[(n - 1) % count]
        before, part_before = _seen_from(frames[n], (done[(n - 1) % count], last[1], last[2]))
        after, part_after = _seen_from(frames[n], frames[(n + 1) % count])
        speck = ((before == after).all(2) & (pixels != before).any(2) & (part_before == part_after) & (part >= 0)
                 & (part_before >= 0) & ~(np.isin(part, HEAD_PARTS) & (part == part_before)))
        labels, found = ndimage.label(speck, np.ones((3, 3)))
        sizes = np.bincount(labels.ravel(), minlength=found + 1)
        cloth = np.isin(pixels[..., 0], GARMENT) & np.isin(before[..., 0], GARMENT)
        tone_alone = (part == part_before) & (cloth | (pixels[..., 0] == before[..., 0]))
        small = speck & (tone_alone | (sizes[labels] <= largest))
        done[n][small] = before[small]
        _calm_flecks(done[n], 2 * largest)
    return done


def _calm_flecks(pixels: np.ndarray, largest: int) -> None:
    """Lower what is left of a light mass on cloth, flecks of at most `largest` px, to the tone about it."""
    light = np.isin(pixels[..., 0], GARMENT) & (pixels[..., 1] == LIGHTEST)
    labels, found = ndimage.label(light)
    sizes = np.bincount(labels.ravel(), minlength=found + 1)
    pixels[..., 1][light & (sizes[labels] <= largest)] = LIGHTEST - 1

"""Contrast of a figure in a finished picture: the difference of its lightness from its surroundings'.

Lightness is the L of OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020), 0.0 to 1.0.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

Lightness: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
RgbPixels: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]"
RgbMask: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"

RING_PX = 7
"""Width of the ring around the figure that counts as surroundings, px."""
LEAST_DIFFERENCE = 0.18
"""Least difference of the figure's mean lightness from its ring's."""
MOST_SPREAD = 0.12
"""Greatest standard deviation of the ring's lightness."""
VISIBLE_DIFFERENCE = 8
"""Channel difference, of 255, above which a pixel belongs to the figure: between the pictures with and without it."""
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
"""Linear sRGB to cone responses (Ottosson 2020)."""
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
"""Cube roots of cone responses to OKLab (Ottosson 2020)."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Lightness of a figure in one picture, that of the ring around it, the ring's standard deviation, and the number
    of its visible pixels.
    """

    figure: float
    ring: float
    spread: float
    pixels: int = 0

    @property
    def difference(self) -> float:
        """Lightness of the figure minus the ring's: above 0 the figure is lighter."""
        return self.figure - self.ring

    @property
    def passes(self) -> bool:
        """Whether the contrast passes both thresholds."""
        return abs(self.difference) >= LEAST_DIFFERENCE and self.spread <= MOST_SPREAD


def contrast_of(shown: RgbPixels, hidden: RgbPixels) -> Contrast | None:
    """Return the figure's contrast in `shown`, given the same picture without it; None where it is not visible.

    Both are width x height x 3 of sRGB bytes.
    """
    figure = np.abs(shown.astype(np.int16) - hidden).max(axis=2) > VISIBLE_DIFFERENCE
    ring = _grown(figure, RING_PX) & ~_grown(figure, 1)
    if not figure.any() or not ring.any():
        return None
    light = lightness_of(shown)
    return Contrast(float(light[figure].mean()), float(light[ring].mean()), float(light[ring].std()), int(figure.sum()))


def lightness_of(pixels: RgbPixels) -> Lightness:
    """Return the OKLab lightness of sRGB bytes."""
    lightness: Lightness = _roots_of(pixels) @ _TO_LAB[0]
    return lightness


def oklab_of(pixels: RgbPixels) -> Lightness:
    """Return sRGB bytes as OKLab (lightness, green to red, blue to yellow) along the last axis."""
    lab: Lightness = _roots_of(pixels) @ _TO_LAB.T
    return lab


def _roots_of(pixels: RgbPixels) -> Lightness:
    share = pixels / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    roots: Lightness = np.cbrt(linear @ _TO_LMS.T)
    return roots


def _grown(mask: RgbMask, by: int) -> RgbMask:
    """Return a mask dilated by `by` pixels in each of the four directions, one after the other."""
    for _ in range(by):
        wide = mask.copy()
        wide[1:] |= mask[:-1]
        wide[:-1] |= mask[1:]
        wide[:, 1:] |= mask[:, :-1]
        wide[:, :-1] |= mask[:, 1:]
        mask = wide
    return mask

"""Colour for the painters: sRGB, linear light and OKLab.

Everything is painted and lit in linear light and mixed in OKLab; hex strings name colours in the sources.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float32]

# OKLab matrices: B. Ottosson, "A perceptual color space for image processing", 2020.
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
_FROM_LMS, _FROM_LAB = np.linalg.inv(_TO_LMS).astype(np.float32), np.linalg.inv(_TO_LAB).astype(np.float32)


def to_linear(srgb: ArrayLike) -> Array:
    """sRGB 0..1 to linear light."""
    c = np.asarray(srgb, np.float32)
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)


def to_srgb(linear: ArrayLike) -> Array:
    """Linear light to sRGB; negative light is black, over-bright stays over 1."""
    c = np.clip(np.asarray(linear, np.float32), 0, None)
    return np.where(c <= 0.0031308, c * 12.92, 1.055 * np.power(c, 1 / 2.4) - 0.055).astype(np.float32)


def hexed(text: str) -> Array:
    """'#rrggbb' as linear light, shape (3,)."""
    t = text.lstrip("#")
    return to_linear(np.array([int(t[i : i + 2], 16) for i in (0, 2, 4)], np.float32) / 255)


def colour(value: "str | ArrayLike") -> Array:
    """A hex string or linear rgb, as linear rgb."""
    return hexed(value) if isinstance(value, str) else np.asarray(value, np.float32)


def oklab(linear: ArrayLike) -> Array:
    return (np.cbrt(np.clip(np.asarray(linear, np.float32), 0, None) @ _TO_LMS.T) @ _TO_LAB.T).astype(np.float32)


def from_oklab(lab: ArrayLike) -> Array:
    return ((np.asarray(lab, np.float32) @ _FROM_LAB.T) ** 3 @ _FROM_LMS.T).astype(np.float32)


def gradient(stops: "list[tuple[float, str]]", at: ArrayLike) -> Array:
    """Colours along [(position, hex), ...] mixed in OKLab, linear; `at` may have any shape."""
    t = np.asarray(at, np.float32)
    where = [p for p, _ in stops]
    labs = np.array([oklab(hexed(c)) for _, c in stops])
    return np.clip(from_oklab(np.stack([np.interp(t, where, labs[:, k]) for k in range(3)], -1)), 0, None)


def blend(a: ArrayLike, b: ArrayLike, amount: ArrayLike) -> Array:
    """Linear mix; an `amount` with the picture's two axes is stretched over its colours."""
    first, t = np.asarray(a, np.float32), np.asarray(amount, np.float32)
    t = t[..., None] if t.ndim == 2 else t
    return (first + (np.asarray(b, np.float32) - first) * t).astype(np.float32)


def smooth(low: float, high: float, x: ArrayLike) -> Array:
    """Smoothstep; with low > high it falls."""
    t = np.clip((np.asarray(x, np.float32) - low) / (high - low), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)

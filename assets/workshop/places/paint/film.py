"""From linear light to the film print: bloom, filmic curve, split tone; god rays and fog."""

from dataclasses import dataclass

import numpy as np
from numba import njit
from scipy import ndimage as ndi

from .colour import Array, blend, colour, from_oklab, oklab, smooth


@dataclass(frozen=True)
class Look:
    """A place's print: exposure 0.78 to 1.0; tints and how far shadows and lights go to them; contrast about 0.4."""

    exposure: float = 0.9
    shadow: str = "#1a2c4c"
    light: str = "#ffe0a8"
    shadow_amount: float = 0.3
    light_amount: float = 0.1
    saturation: float = 1.0
    lift: float = 0.03
    contrast: float = 1.03
    glow: float = 1.0


def bloom(linear: Array, amount: float = 1.0, threshold: float = 0.9) -> Array:
    """Light over the threshold spills by 3, 9 and 24 px."""
    bright, out = np.clip(linear - threshold, 0, 3), linear.copy()
    for sigma, k in ((3, 0.25), (9, 0.18), (24, 0.12)):
        out += k * amount * np.dstack([ndi.gaussian_filter(bright[..., c], sigma) for c in range(3)])
    return out


def filmic(linear: Array, exposure: float) -> Array:
    """K. Narkowicz's fit of the ACES curve."""
    x = np.clip(linear * exposure, 0, None)
    return np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1).astype(np.float32)


def split_tone(img: Array, look: Look) -> Array:
    """Shadows and lights pushed to their tints in OKLab; contrast and lift."""
    lab = oklab(np.clip(img, 0, 1))
    lum = lab[..., :1]
    out = np.clip((lum - 0.4) * look.contrast + 0.4, 0, 1) * (1 - look.lift) + look.lift
    ab = lab[..., 1:] * look.saturation
    ab = ab + (oklab(colour(look.shadow))[1:] - ab) * (1 - smooth(0, 0.55, lum)) * look.shadow_amount
    ab = ab + (oklab(colour(look.light))[1:] - ab) * smooth(0.5, 1, lum) * look.light_amount
    return np.clip(from_oklab(np.concatenate([out, ab], -1)), 0, 1).astype(np.float32)


def develop(linear: Array, look: Look) -> Array:
    """Linear light to display-linear 0..1."""
    lit = bloom(linear, look.glow) if look.glow else linear
    return split_tone(filmic(lit, look.exposure), look)


def fog(
    linear: Array, distance: "Array | float", tint: "str | Array", start: float, length: float, most: float = 0.93
) -> Array:
    """Aerial haze by 1 - exp(-(d - start) / length), metres; L about 34 in a street, 120 in a yard, 330 on steps."""
    amount = np.clip(1 - np.exp(-np.clip(np.asarray(distance, np.float32) - start, 0, None) / length), 0, most)
    return blend(linear, colour(tint), amount)


def steps(x: Array, n: int) -> Array:
    """Rounded to n steps: so that veils stay pixel art."""
    return (np.round(x * n) / n).astype(np.float32)


@njit(cache=True)
def _rays(src, cx, cy, n, decay, reach, out):
    h, w, _ = src.shape
    for y in range(h):
        for x in range(w):
            dx, dy, k, px, py = (cx - x) * reach / n, (cy - y) * reach / n, 1.0, float(x), float(y)
            for _i in range(n):
                ix, iy = int(px), int(py)
                if 0 <= ix < w and 0 <= iy < h:
                    for c in range(3):
                        out[y, x, c] += src[iy, ix, c] * k / n
                k *= decay
                px += dx
                py += dy


def god_rays(
    bright: Array, centre: tuple[float, float], taps: int = 76, decay: float = 0.977, reach: float = 0.92
) -> Array:
    """Radial smear of a bright picture towards the light."""
    out = np.zeros_like(bright)
    _rays(np.ascontiguousarray(bright, np.float32), float(centre[0]), float(centre[1]), taps, decay, reach, out)
    return out

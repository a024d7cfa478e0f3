"""The curtain of the plant's door close before the lens: old plastic strips, cold where the room still lights them,
blazing where the river stands behind, pushed apart where he goes through.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from ..places.paint.colour import Array, colour, smooth, to_srgb
from ..places.paint.film import steps
from ..places.paint.noise import fbm
from .sheet import HEIGHT, WIDTH, rows_and_columns

BROAD, PITCH = 50, 36
"""Width of a strip and the distance from one to the next, px: each overlaps the one before."""
HIS_COLUMN, PUSHED, CHEST = 428.0, 30.0, 215.0
"""Column at which he goes through, how far each strip gives way there, and the height of it, px."""
ROOM, GLARE, SOOT = colour("#34585e"), colour("#f6f6ee"), colour("#3c3832")
ALPHA_STEPS, TONE_STEPS = 14, 30


@dataclass(frozen=True)
class Strip:
    """A strip: the column of its upper left corner, its share of the way into the light, and how its foot swings."""

    left: float
    share: float
    swing: float
    number: int


def paint_strips() -> Image.Image:
    """Return the picture with its alpha."""
    rgb, alpha = np.zeros((HEIGHT, WIDTH, 3), np.float32), np.zeros((HEIGHT, WIDTH), np.float32)
    rng = np.random.default_rng(12)
    _flood(rgb, alpha)
    count = (WIDTH - BROAD) // PITCH + 1
    for number in [*range(0, count, 2), *range(1, count, 2)]:
        share = number / (count - 1)
        loose = 4 + 22 * smooth(0.62, 1.0, share)
        _over(rgb, alpha, Strip(number * PITCH, float(share), float(rng.normal(0, loose)), number))
    tones = np.round(to_srgb(np.clip(rgb, 0, 1)) * TONE_STEPS) / TONE_STEPS
    rgba = np.dstack([tones, steps(np.clip(alpha, 0, 1), ALPHA_STEPS)])
    return Image.fromarray(np.round(rgba * 255).astype(np.uint8), "RGBA")


def _flood(rgb: Array, alpha: Array) -> None:
    """The light that comes between them: nothing at first, then the whole glare of the river."""
    rows, columns = rows_and_columns(HEIGHT, WIDTH)
    share = columns / WIDTH
    amount = smooth(0.20, 0.46, share) * (1 - 0.75 * smooth(0.74, 0.98, share))
    rgb[:] = GLARE * 1.04
    alpha[:] = (
        amount * (0.9 - 0.15 * smooth(120, 0, rows)) * smooth(0, 60, columns) * smooth(WIDTH, WIDTH - 90, columns)
    )


def _over(rgb: Array, alpha: Array, strip: Strip) -> None:
    """Lay one strip over what hangs behind it."""
    tone, cover = _plastic(strip)
    for row in range(HEIGHT - 6 - strip.number * 7 % 9):
        at = row / HEIGHT
        away = strip.left + BROAD / 2 - HIS_COLUMN
        parted = PUSHED * float(np.exp(-((away / 62) ** 2))) * float(smooth(70, CHEST, np.float32(row)))
        left = round(strip.left + strip.swing * at**1.6 + (parted if away > 0 else -parted))
        x0, x1 = max(0, left), min(WIDTH, left + BROAD)
        if x0 >= x1:
            continue
        own, over = tone[row, x0 - left : x1 - left], cover[row, x0 - left : x1 - left]
        below = alpha[row, x0:x1] * (1 - over)
        total = over + below
        mixed = own * over[:, None] + rgb[row, x0:x1] * below[:, None]
        rgb[row, x0:x1] = mixed / np.maximum(total, 1e-6)[:, None]
        alpha[row, x0:x1] = total


def _plastic(strip: Strip) -> tuple[Array, Array]:
    """Return a strip's color and how much it hides, as it hangs: bright edges, a long sheen, scuffs, hands' dirt."""
    rows, columns = rows_and_columns(HEIGHT, BROAD)
    seed = 40 + strip.number * 5
    lit = float(smooth(0.14, 0.56, np.float32(strip.share)))
    tall = 0.86 + 0.14 * smooth(0, 90, rows) - 0.10 * smooth(250, 350, rows)
    bow = 0.88 + 0.12 * np.sin(np.pi * (columns + 0.5) / BROAD)
    sheen = (
        0.16
        * np.exp(-(((columns - 14 - strip.number % 3 * 6) / 3.2) ** 2))
        * (0.4 + 0.6 * fbm(HEIGHT, BROAD, 40, 90, seed, 2))
    )
    edge = (
        np.exp(-columns / 1.1) * 0.34
        + np.exp(-(BROAD - 1 - columns) / 1.1) * 0.62
        - np.exp(-(((columns - 5) / 2.0) ** 2)) * 0.10
    )
    double = 1 - 0.20 * smooth(16, 11, columns) - 0.20 * smooth(BROAD - 17, BROAD - 12, columns)
    aged = (colour("#e6ece8"), colour("#f4ead0"), colour("#cfdcdc"), colour("#fbf8ee"), colour("#dcd8c4"))[
        strip.number * 3 % 5
    ]
    base = ROOM * (0.8 + 0.12 * (strip.number % 4)) * (1 - lit) * 1.1 + GLARE * aged * 0.86 * lit
    light = tall * bow * double + (sheen + edge) * (0.55 + 0.45 * lit)
    scuffed = smooth(0.60, 0.78, fbm(HEIGHT, BROAD, 6, 60, seed + 1, 4, 0.6)) * 0.16
    scratch = (fbm(HEIGHT, BROAD, 2, 120, seed + 2, 2) > 0.74) * 0.12
    hands = smooth(0.44, 0.66, fbm(HEIGHT, BROAD, 22, 62, seed + 3, 4)) * np.exp(-(((rows - 208) / 58) ** 2))
    foot = smooth(286, 358, rows) * (0.35 + 0.5 * fbm(HEIGHT, BROAD, 18, 24, seed + 4, 3))
    tone = base * (light + scuffed * (0.4 + 0.6 * lit) + scratch)[..., None]
    dirt = np.clip(hands * 0.52 + foot * 0.5, 0, 0.8)[..., None]
    tone = tone + (SOOT * (0.30 + 0.55 * lit) - tone) * dirt
    clear = (
        0.62
        + 0.36 * float(smooth(0.10, 0.34, np.float32(strip.share)))
        - 0.30 * float(smooth(0.72, 0.98, np.float32(strip.share)))
    )
    cover = clear + 0.25 * np.clip(edge, 0, 1) + 0.2 * scuffed + 0.25 * dirt[..., 0]
    return tone.astype(np.float32), np.clip(cover, 0, 1).astype(np.float32)

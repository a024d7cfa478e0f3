"""What hangs on the gym's walls: fight posters, boards and signs. Generic wording: no arena, firm or person."""

import numpy as np

from ..paint.colour import blend, colour
from ..paint.lettering import text_mask
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.textures import ramp

INK, RED, CREAM = "#1c1614", "#6a1c18", "#a8997a"


def _centred(r: Relief, y: int, text: str, tint: str, style: dict) -> int:
    """One line of lettering in the middle; returns the row below it."""
    mask = text_mask(text, **style)
    r.mask((r.w - mask.shape[1]) // 2, y, mask, tint)
    return y + mask.shape[0] + 2


def _boxer(r: Relief, x: float, y: float, h: float, facing: int, tint: object) -> None:
    """A halftone boxer from the waist up, guard raised."""
    r.disc((x + facing * h * 0.05, y + h * 0.17, h * 0.13, h * 0.15), tint)
    r.poly(
        [
            (x - h * 0.24, y + h),
            (x - h * 0.23, y + h * 0.5),
            (x - h * 0.1, y + h * 0.33),
            (x + h * 0.12, y + h * 0.33),
            (x + h * 0.23, y + h * 0.5),
            (x + h * 0.22, y + h),
        ],
        tint,
    )
    r.disc((x + facing * h * 0.26, y + h * 0.33, h * 0.12, h * 0.12), tint)
    r.disc((x + facing * h * 0.16, y + h * 0.52, h * 0.12, h * 0.12), tint)


def poster(
    size: tuple[int, int],
    paper: str,
    lines: tuple[tuple[str, str, dict], ...],
    seed: int,
    inks: tuple[str, str] = (INK, RED),
) -> Relief:
    """A bill: lines of lettering over two boxers in halftone, stained, a corner torn."""
    w, h = size
    r = Relief(w, h)
    r.rect((0, 0, w, h), paper, 1)
    y = 3
    for text, tint, style in lines:
        y = _centred(r, y, text, tint, style)
    if h - y > 16:
        body = h - y - 8
        r.rect((3, y, w - 6, body), blend(colour(paper), colour(inks[0]), 0.3), 1)
        _boxer(r, w * 0.3, y + 2, body - 2, 1, inks[0])
        _boxer(r, w * 0.7, y + 2, body - 2, -1, inks[1])
        r.rect((3, y + body, w - 6, 1), inks[1])
        for k in range(2):
            r.rect((5 + k, h - 5 + 2 * k, w - 10 - 2 * k, 1), inks[0])
    stain = fbm(h, w, 12, 10, seed, 3)
    r.rgb *= ramp(["#e4dccc", "#f4ecdc", "#ffffff", "#ffffff"], np.clip(stain * 1.5 - 0.25, 0, 0.999))
    tear = int(np.random.default_rng(seed).integers(3, 8))
    yy, xx = np.mgrid[0:h, 0:w]
    gone = (w - 1 - xx) + yy < tear
    r.a[gone] = 0
    return r


def bills() -> list[Relief]:
    """The posters the wall is papered with."""
    big, bold = {"scale": (1, 1), "bold": 1}, {"small": 1}
    return [
        poster((66, 88), "#7e6c4c", (("BOXING", RED, big), ("TONIGHT", INK, big), ("10 ROUNDS", INK, bold)), 1),
        poster((56, 76), "#7c7660", (("FRIDAY", "#20304c", big), ("8 BOUTS", RED, bold)), 2, ("#20304c", RED)),
        poster((60, 80), "#5e2a20", (("BOXING", CREAM, big), ("6 ROUNDS", CREAM, bold)), 3, ("#2c1410", "#987444")),
        poster((50, 66), "#5c6256", (("MAIN", INK, big), ("EVENT", RED, big)), 4),
        poster((52, 70), "#6c5a36", (("SMOKER", INK, big), ("SAT 9 PM", RED, bold)), 5),
        poster((34, 30), "#86806a", (("NO", INK, big), ("SPITTING", INK, bold)), 6),
    ]


def rules() -> Relief:
    """A painted board of house rules, its small print only strokes."""
    r = Relief(86, 62)
    r.rect((0, 0, 86, 62), "#2a1c12", 3)
    r.rect((3, 3, 80, 56), "#4c4c3c", 1)
    _centred(r, 6, "GYM RULES", "#c8b888", {})
    rng = np.random.default_rng(8)
    for k in range(6):
        y, x = 18 + k * 6, 12
        r.rect((8, y, 2, 3), "#9c8c60")
        while x < 74:
            n = int(rng.integers(4, 11))
            r.rect((x, y, min(n, 76 - x), 2), "#8c8468")
            x += n + 3
    return r


def slate(w: int, h: int) -> Relief:
    """The chalk board for the tally: wiped slate in a wooden frame, nothing written (the game chalks on it)."""
    r = Relief(w, h)
    r.rect((0, 0, w, h), "#8a6440", 3)
    r.rect((1, 1, w - 2, 1), "#b0865a", 3)
    wiped = fbm(h, w, 40, 12, 5, 3)
    face = ramp(["#2c3834", "#33403b", "#3c4944", "#46534d"], np.clip(wiped * 1.5 - 0.25, 0, 0.999))
    r.put((4, h - 4, 4, w - 4, np.ones((h - 8, w - 8), bool)), face[4 : h - 4, 4 : w - 4], 1)
    r.rect((6, h - 4, 14, 2), "#d8d4c4", 4)
    return r

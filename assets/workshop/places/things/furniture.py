"""Things that stand about in the places, as reliefs: by the track, in the street, under the bridge."""

import math

import numpy as np

from ..paint.colour import colour
from ..paint.lettering import write
from ..paint.noise import fbm
from ..paint.relief import Relief, round_height
from ..paint.textures import planks


def signal(lamp: str) -> Relief:
    """A mast with three lamps; `lamp` is the tint of the one that burns (red on top, green below)."""
    r, c = Relief(44, 210), "#1a171c"
    r.rect((20, 20, 4, 190), c, 3)
    r.rect((9, 10, 22, 52), c, 4)
    r.rect((7, 6, 26, 4), c, 5)
    for i, y in enumerate((21, 36, 51)):
        r.disc((20, y, 6.5, 6.5), "#0c0a0c", 5)
        r.rect((13, y - 8, 14, 2), "#2c262c", 7)
        on = (lamp == "#ff3a20") == (i == 0) and i != 1
        r.disc((20, y, 3.6, 3.6), lamp if on else "#241c1c", 5, colour(lamp) * (3 if on else 0))
    for y in range(70, 206, 9):
        r.rect((15, y, 14, 1), c, 3)
    r.rect((14, 160, 18, 26), "#2a262a", 6)
    return r


def switch_stand() -> Relief:
    """A switch stand with its target and lamp."""
    r, c = Relief(30, 62), "#1c181c"
    r.rect((13, 14, 3, 48), c, 4)
    r.poly([(4, 12), (14.5, 4), (25, 12), (14.5, 20)], "#7a2420", 6)
    r.rect((12, 20, 6, 7), "#2a2426", 6)
    r.disc((15, 23.5, 2.2, 2.2), "#ff6040", 7, colour("#ff5030") * 2)
    r.rect((6, 48, 18, 14), c, 5)
    r.line((16, 50), (27, 58), c, 5, 2)
    return r


def cabin() -> Relief:
    """A trackside cabin with lit windows and snow on the roof."""
    r = Relief(128, 118)
    r.texture(6, 26, planks(116, 92, 8, ("#3a2a22", "#46342a", "#523e32"), 9), 3)
    r.poly([(0, 28), (64, 2), (128, 28)], "#241c1c", 7)
    r.poly([(6, 22), (64, 0), (122, 22), (118, 24), (64, 5), (10, 24)], "#c0c8dc", 8)
    for x in (18, 82):
        r.rect((x - 2, 46, 30, 26), "#1a161a", 4)
        r.rect((x, 48, 26, 22), "#ffc870", 3, colour("#ffb050") * 1.3)
        r.rect((x + 12, 48, 2, 22), "#2a1e18", 5)
        r.rect((x, 58, 26, 2), "#2a1e18", 5)
    r.rect((52, 50, 24, 68), "#2a201c", 4)
    r.rect((70, 84, 2, 4), "#a09070", 6)
    r.rect((100, 0, 6, 20), "#2a2424", 6)
    r.rect((20, 54, 10, 12), "#3a2418", 4, colour("#5a2c10") * 0.8)  # the watchman at his window
    return r


def drum() -> Relief:
    """An oil drum with a fire in it."""
    r = Relief(26, 36)
    r.rect((1, 2, 24, 34), "#5a3424", round_height(13, 12.5, 0, 0.9))
    r.rgb *= (0.6 + 0.8 * fbm(36, 26, 6, 9, 3, 3))[..., None]
    for y in (2, 13, 24, 34):
        r.rect((1, y, 24, 2), "#6a4230", 11)
    for x, y in ((7, 8), (13, 7), (18, 9), (9, 18), (15, 19), (19, 28), (6, 29), (12, 29)):
        r.rect((x, y, 2, 3), "#ff8a30", 10, colour("#ff8a2a") * 3)
    return r


def cart() -> Relief:
    """A fruit seller's handcart."""
    r = Relief(96, 60)
    r.rect((6, 22, 78, 16), "#6a4a30", 4)
    for x in range(8, 84, 11):
        r.rect((x, 12, 3, 26), "#7a5838", 6)
    for x in range(10, 82, 7):
        r.disc((x, 19 - (x % 3), 5, 5), ("#d8742a", "#c8621e", "#e08a3a")[x % 3], 5)
    r.rect((82, 30, 14, 3), "#5a4028", 5)
    for a in (28, 62):
        r.disc((a, 44, 15, 15), "#3a2a20", 8)
        r.disc((a, 44, 12, 12), "#16110f", 6)
        for dx, dy in ((12, 0), (8, 8), (0, 12), (-8, 8)):
            r.line((a - dx, 44 - dy), (a + dx, 44 + dy), "#4a3828", 8)
        r.disc((a, 44, 3, 3), "#6a5038", 9)
    return r


def hydrant() -> Relief:
    """A fire hydrant."""
    r = Relief(18, 32)
    r.rect((5, 8, 8, 24), "#7a2a20", round_height(9, 4.5, 2))
    r.disc((9, 8, 5, 5), "#8a3226", 7)
    r.rect((2, 14, 14, 5), "#6a241c", 6)
    r.rect((3, 28, 12, 4), "#5a2018", 7)
    return r


def board(lines: tuple[str, str, str]) -> Relief:
    """A slate with three lines of chalk."""
    r = Relief(40, 50)
    r.rect((2, 0, 36, 40), "#5a4630", 4)
    r.rect((4, 2, 32, 36), "#22302a", 3)
    for i, text in enumerate(lines):
        write(r, (7, 7 + i * 10), text, "#d8d4c0", small=1)
    for x in (5, 32):
        r.rect((x, 40, 3, 10), "#5a4630", 4)
    return r


def tyres() -> Relief:
    """A stack of tyres."""
    r = Relief(40, 46)
    for i in range(4):
        r.disc((20 + (i % 2) * 2, 38 - i * 10, 17, 7), "#1c1b1d", 6 + i)
        r.disc((20 + (i % 2) * 2, 36 - i * 10, 15, 4), "#2a282a", 8 + i)
    return r


def boat() -> Relief:
    """A boat turned over."""
    r = Relief(150, 42)
    for dy in range(32):
        t = dy / 32
        half = 68 * (t**0.45)
        r.rect((75 - half, 6 + dy, half * 2, 1), ("#5a4a3c", "#6a5848", "#54463a")[(dy // 6) % 3], 4 + 9 * (1 - t))
    r.rect((6, 37, 138, 3), "#3a3028", 8)
    return r


def bicycle() -> Relief:
    """A bicycle."""
    r, c = Relief(76, 50), "#2a2c30"
    for x in (17, 58):
        for t in np.linspace(0, 2 * math.pi, 60):
            r.rect((x + 15 * math.cos(t), 33 + 15 * math.sin(t), 2, 2), c, 5)
        for q in range(6):
            r.line((x, 33), (x + 14 * math.cos(q * 1.05), 33 + 14 * math.sin(q * 1.05)), "#4a4a4c", 4)
    for a, b in (
        ((17, 33), (32, 33)),
        ((32, 33), (26, 14)),
        ((17, 33), (26, 16)),
        ((27, 16), (50, 16)),
        ((32, 33), (50, 16)),
        ((58, 33), (49, 9)),
    ):
        r.line(a, b, "#7a3428", 6, 2)
    r.rect((20, 11, 12, 3), "#1c1a1c", 7)
    r.rect((44, 7, 12, 2), "#8a8680", 7)
    return r


def pipes() -> Relief:
    """Pipes side by side, seen end on."""
    r = Relief(120, 34)
    for x in (18, 46, 74, 102):
        r.disc((x, 20, 13, 13), "#4a4846", 6)
        r.disc((x, 20, 9, 9), "#141416", 3)
    return r


def van() -> Relief:
    """A delivery van with its side door open on crates of fruit."""
    r, c = Relief(214, 112), colour("#5c6a58")
    r.poly([(4, 14), (12, 6), (168, 6), (178, 14), (200, 52), (210, 58), (212, 94), (4, 94)], c, 6)
    r.poly([(172, 16), (182, 16), (200, 52), (172, 52)], "#3c4a58", 4)
    r.poly([(174, 18), (180, 18), (190, 40), (174, 40)], "#7c8ca0", 4)
    r.rect((4, 58, 206, 3), "#c8b890", 8)
    r.rect((4, 90, 208, 6), "#2a2c2a", 8)
    r.rect((88, 20, 64, 70), "#17140f", 2)
    r.rect((90, 22, 60, 66), "#3a2818", 3, colour("#8a5020") * 0.35)
    for row in range(3):
        r.paste(_tray(56, row), 92, 40 + row * 16)
    r.rect((80, 18, 8, 74), c * 0.8, 9)
    write(r, (16, 26), "FRESH", "#d8c89c", scale=(2, 2))
    write(r, (16, 44), "PRODUCE", "#d8c89c")
    for x in (38, 178):
        r.disc((x, 94, 17, 17), "#121214", 9)
        r.disc((x, 94, 9, 9), "#6a6a68", 10)
        r.disc((x, 94, 4, 4), "#8a8a86", 11)
    r.rect((206, 64, 6, 9), "#f0e0b0", 9, colour("#ffe0a0") * 0.5)
    r.rect((0, 72, 5, 8), "#a02a20", 9, colour("#ff4030") * 0.4)
    r.rect((158, 64, 8, 3), "#c0c0bc", 9)
    return r


def _tray(w: int, seed: int) -> Relief:
    r = Relief(w, 15)
    for x in range(4, w - 3, 6):
        r.disc((x, 5 + (x + seed) % 2, 3.4, 3.4), ("#d8742a", "#b03a28", "#d0b040")[seed % 3], 5)
    r.rect((0, 8, w, 7), "#6c5a40", 6)
    return r

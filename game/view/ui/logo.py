"""Draws the logo LACE UP, letters of worn wood type above a laced strip, and the window icon, from shapes in code."""

import math
from itertools import pairwise

import pygame

from game.view.canvas.color import Color
from game.view.ui.ui_colors import CREAM, NIGHT, RUST, SUN

BLOCK = 6
"""Size of a block of the letters, px."""
GAP = 7
"""Distance between letters, px."""
LETTERS = {
    "L": ("##...", "##...", "##...", "##...", "##...", "##...", "#####", "#####"),
    "A": ("#####", "#####", "##.##", "##.##", "#####", "#####", "##.##", "##.##"),
    "C": ("#####", "#####", "##...", "##...", "##...", "##...", "#####", "#####"),
    "E": ("#####", "#####", "##...", "####.", "####.", "##...", "#####", "#####"),
    "U": ("##.##", "##.##", "##.##", "##.##", "##.##", "##.##", "#####", "#####"),
    "P": ("#####", "#####", "##.##", "##.##", "#####", "#####", "##...", "##..."),
    " ": ("..",) * 8,
}
"""Rows of blocks of each letter."""
ROUNDED = {"A": ("nw", "ne"), "C": ("nw", "sw"), "U": ("sw", "se"), "P": ("ne",)}
"""Corners that are rounded, by letter."""
ROUND_CUT = 7
"""Radius of a rounded corner, px."""
WORDS = "LACE UP"
"""The text of the logo."""
ROWS = 8
"""Rows of blocks in a letter."""
MARGIN = 8
"""Space around the logo, px."""
DEPTH = 4
"""Depth of the letters' extrusion, px."""
WEAR = 23
"""One pixel in this many has lost its ink."""
STRIP_TOP = MARGIN + ROWS * BLOCK + 12
"""Row of the laced strip, px."""
STRIP_HEIGHT = 15
"""Height of the laced strip, px."""
EYELET_STEP = 15
"""Distance between eyelets, px."""
BOW_ROOM = 30
"""Space for the bow at the strip's right end, px."""
SHADE: Color = (201, 172, 132)
"""Color of ink in shade."""
WORN: Color = (222, 200, 164)
"""Color of worn ink."""
DEEP: Color = (86, 30, 30)
"""Color of the deepest extrusion."""


def paint_logo() -> pygame.Surface:
    """Return the logo with a transparent background."""
    width = sum(len(LETTERS[letter][0]) * BLOCK + GAP for letter in WORDS) - GAP
    logo = pygame.Surface((width + 2 * MARGIN, STRIP_TOP + STRIP_HEIGHT + 16), pygame.SRCALPHA)
    face = _type_face(logo.get_size())
    for step in range(DEPTH + 1, 0, -1):
        logo.blit(_tinted(face, NIGHT if step > DEPTH else DEEP if step == DEPTH else RUST), (step, step))
    logo.blit(_lit(face), (0, 0))
    _lace(logo, MARGIN, MARGIN + width - BOW_ROOM)
    return logo


def paint_icon() -> pygame.Surface:
    """Return the window icon, 32x32: leather with a lace crossed over it."""
    icon = pygame.Surface((32, 32), pygame.SRCALPHA)
    pygame.draw.rect(icon, RUST, (1, 1, 30, 30), border_radius=5)
    pygame.draw.rect(icon, DEEP, (1, 1, 30, 30), 2, border_radius=5)
    for top in (7, 15):
        _thread(icon, ((8, top + 8), (22, top)), WORN)
        _thread(icon, ((8, top), (22, top + 8)), CREAM)
    return icon


def _type_face(size: tuple[int, int]) -> pygame.Mask:
    shape = pygame.Surface(size, pygame.SRCALPHA)
    left = MARGIN
    for letter in WORDS:
        for row, blocks in enumerate(LETTERS[letter]):
            for column, block in enumerate(blocks):
                if block == "#":
                    shape.fill(CREAM, (left + column * BLOCK, MARGIN + row * BLOCK, BLOCK, BLOCK))
        for corner in ROUNDED.get(letter, ()):
            _cut(shape, corner, left)
        left += len(LETTERS[letter][0]) * BLOCK + GAP
    return pygame.mask.from_surface(shape)


def _cut(shape: pygame.Surface, corner: str, left: int) -> None:
    """Round a corner off."""
    width, height = 5 * BLOCK, ROWS * BLOCK
    for i in range(ROUND_CUT):
        for j in range(ROUND_CUT):
            if math.hypot(ROUND_CUT - i - 0.5, ROUND_CUT - j - 0.5) <= ROUND_CUT:
                continue
            x = left + (i if "w" in corner else width - 1 - i)
            y = MARGIN + (j if "n" in corner else height - 1 - j)
            shape.set_at((x, y), (0, 0, 0, 0))


def _tinted(mask: pygame.Mask, tint: Color) -> pygame.Surface:
    return mask.to_surface(setcolor=tint, unsetcolor=(0, 0, 0, 0))


def _lit(mask: pygame.Mask) -> pygame.Surface:
    """Fill the letters with cream ink, warmer at the upper edge, with specks where the ink is worn."""
    face = _tinted(mask, CREAM)
    width, height = mask.get_size()
    for y in range(2, height - 2):
        for x in range(2, width - 2):
            if not mask.get_at((x, y)):
                continue
            if not mask.get_at((x, y - 2)):
                face.set_at((x, y), SUN)
            elif not mask.get_at((x, y + 1)) or not mask.get_at((x + 1, y)):
                face.set_at((x, y), SHADE)
            elif _speck(x, y):
                face.set_at((x, y), WORN)
    return face


def _speck(x: int, y: int) -> bool:
    """Whether a pixel is a speck, by an integer hash: the same on every launch."""
    mixed = (x * 374761393 + y * 668265263) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 13)) * 1274126177) & 0xFFFFFFFF
    return (mixed >> 16) % WEAR == 0


def _lace(logo: pygame.Surface, left: int, right: int) -> None:
    """Draw a strip of leather with two rows of eyelets, laced crosswise and tied in a bow."""
    strip = pygame.Rect(left, STRIP_TOP, right - left, STRIP_HEIGHT)
    logo.fill(NIGHT, strip.move(1, 2))
    logo.fill(RUST, strip)
    logo.fill(DEEP, (strip.x, strip.bottom - 2, strip.w, 2))
    top, bottom = strip.y + 2, strip.bottom - 5
    eyelets = range(strip.x + 5, strip.right - 2, EYELET_STEP)
    for begin, end in pairwise(eyelets):
        _thread(logo, ((begin, bottom), (end, top)), WORN)
        _thread(logo, ((begin, top), (end, bottom)), CREAM)
    for x in eyelets:
        for y in (top, bottom):
            logo.fill(NIGHT, (x - 1, y, 2, 2))
    _bow(logo, (strip.right + 6, strip.centery), ((eyelets[-1], top), (eyelets[-1], bottom)))


def _bow(logo: pygame.Surface, knot: tuple[int, int], ends: tuple[tuple[int, int], tuple[int, int]]) -> None:
    x, y = knot
    for end in ends:
        _thread(logo, (end, knot), CREAM)
    for direction in (-1, 1):
        loop = [(x + direction * dx, y + dy) for dx, dy in ((0, 0), (6, -8), (13, -9), (15, -4), (9, 0), (0, 1))]
        tail = [(x, y), (x + direction * 4, y + 6), (x + direction * 10, y + 12)]
        for path in (loop, tail):
            for pair in pairwise(path):
                _thread(logo, pair, CREAM)
        logo.fill(RUST, (tail[-1][0] - 1, tail[-1][1], 2, 3))
    logo.fill(NIGHT, (x - 3, y - 2, 6, 6))
    logo.fill(CREAM, (x - 2, y - 2, 4, 4))
    logo.fill(SHADE, (x - 2, y + 1, 4, 1))


def _thread(logo: pygame.Surface, ends: tuple[tuple[int, int], tuple[int, int]], tint: Color) -> None:
    for shift, color in ((2, NIGHT), (1, tint), (0, tint)):
        pygame.draw.line(logo, color, (ends[0][0], ends[0][1] + shift), (ends[1][0], ends[1][1] + shift))

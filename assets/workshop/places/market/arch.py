"""The arch of the viaduct before the river: a merchant's store in it, walled up with planks, one leaf of its door open
on lamplight, sacks and barrels.
"""

import numpy as np

from ..paint.colour import Array, colour, gradient
from ..paint.lettering import text_width, write
from ..paint.relief import Relief
from ..paint.textures import planks

WIDE, HIGH = 264, 238
"""Size of the relief, px."""
SPRING, RADIUS, RING = 132.0, 112.0, 17.0
"""Row where the arch springs, radius of its opening and width of its ring of stones, px."""
STONES = 21
"""Stones of half the ring."""
DOOR = (158, 116, 56, 122)
"""The open leaf: left, top, width, height, px."""
PANES = (36, 131, 6)
"""The window: left and top, px, and how many panes are side by side."""
LEAF_PX = 30
"""Width of the leaf that stands ajar, px."""


def store() -> Relief:
    """Return the arch with what fills it."""
    r = Relief(WIDE, HIGH)
    yy, xx = np.mgrid[0:HIGH, 0:WIDE]
    off, up = xx - WIDE / 2, SPRING - yy
    out = np.where(up > 0, np.hypot(off, up), np.abs(off))
    _ring(r, out, np.arctan2(up, off), up)
    _wall(r, out < RADIUS)
    r.mask(0, 0, (out < RADIUS) & (out > RADIUS - 7) & (up + off * 0.4 > -40), "#17161a", -3)
    _room(r)
    _leaf(r)
    name = "OYSTERS & ICE"
    left = (WIDE - text_width(name, scale=2)) // 2
    r.rect((left - 8, 84, text_width(name, scale=2) + 16, 20), "#22343a", 6)
    r.rect((left - 8, 84, text_width(name, scale=2) + 16, 2), "#8a8270", 7)
    write(r, (left, 88), name, "#d8c8a0", scale=(2, 2), shade=colour("#101a1e"))
    return r


def _ring(r: Relief, out: Array, angle: Array, up: Array) -> None:
    stone = angle / np.pi * STONES
    tones = np.array([colour(c) for c in ("#57524e", "#645e58", "#746c64", "#807870")])
    number = np.where(up > 0, np.abs(np.floor(stone)) * 7, np.floor(-up / RING) * 5)
    ring = (out >= RADIUS) & (out < RADIUS + RING)
    between = np.where(up > 0, np.abs(stone - np.round(stone)) < 0.06, np.mod(-up, RING) < 1.4)
    joint = ring & (between | (out > RADIUS + RING - 1.4))
    r.mask(0, 0, ring, "#6a645e", 4)
    r.rgb[ring] = tones[(number % 4).astype(int)][ring]
    r.mask(0, 0, joint, "#2a2826", 1)


def _wall(r: Relief, inside: np.ndarray) -> None:
    """Planks up to the crown, a long window of small panes beside the door."""
    texture, height = planks(WIDE, HIGH, 10, ("#2e2a2a", "#383230", "#423a36"), 5)
    r.mask(0, 0, inside, texture, height * 0.5)
    left, top, columns = PANES
    r.rect((left - 3, top - 3, columns * 13 + 4, 50), "#4a443c", 3)
    for column in range(columns):
        for row in range(3):
            lit = (column * 3 + row * 2) % 5 < 2
            glow = colour("#d88a40") * (0.42 if lit else 0.1)
            r.rect((left + column * 13, top + row * 15, 11, 13), "#3a2c20" if lit else "#20242c", -1, glow)
    r.rect((20, 196, WIDE - 40, 3), "#26221f", 3)


def _room(r: Relief) -> None:
    """What the open door shows: lamplight that falls off towards the floor, shelves, barrels, sacks."""
    x, y, wide, tall = DOOR
    r.rect((x - 4, y - 4, wide + 8, tall + 4), "#4e463c", 4)
    rows, columns = np.mgrid[0:tall, 0:wide]
    far = np.hypot((columns - wide * 0.55) / wide, (rows - 22) / tall)
    light = gradient([(0, "#ffd890"), (0.25, "#d8883c"), (0.6, "#6a3418"), (1, "#24140e")], np.clip(far * 1.25, 0, 1))
    r.put((y, y + tall, x, x + wide, np.ones((tall, wide), bool)), light * 0.5, -6, light * 0.5)
    r.disc((x + wide * 0.55, y + 20, 3.4, 4.4), "#fff0c8", -4, colour("#ffe0a0") * 2.4)
    r.line((x + wide * 0.55, y), (x + wide * 0.55, y + 16), "#1c120c", -4)
    for shelf in (46, 66):
        r.rect((x + 2, y + shelf, wide - 18, 2), "#2a180e", -4)
        for k in range(5):
            r.rect((x + 4 + k * 7, y + shelf - 9 + k % 2 * 2, 5, 9 - k % 2 * 2), "#3a2012", -4)
    for k, (left, high) in enumerate(((4, 30), (22, 24), (38, 32))):
        r.rect((x + left, y + tall - high, 15, high), ("#3a2214", "#4a3420", "#301c12")[k], -3)
        r.rect((x + left, y + tall - high, 15, 2), "#8a5a2c", -2)


def _leaf(r: Relief) -> None:
    """The door's other leaf, folded back against the wall, its edge in the light."""
    x, y, _, tall = DOOR
    texture, height = planks(LEAF_PX, tall, 8, ("#3a4a48", "#42544f", "#36443f"), 3)
    r.texture(x - 4 - LEAF_PX, y, (texture, height * 0.5), 6)
    r.rect((x - 5, y, 2, tall), "#c8884a", 7, colour("#ffb060") * 0.35)
    for row in (14, tall - 22):
        r.rect((x - 4 - LEAF_PX, y + row, LEAF_PX, 4), "#1e2826", 8)

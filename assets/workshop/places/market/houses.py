"""Rowhouses with shops below, as reliefs at 34.14 px a metre (the market's far pavement): one relief a front."""

from dataclasses import dataclass

import numpy as np

from ..paint.colour import colour, gradient
from ..paint.lettering import text_width, write
from ..paint.relief import Relief
from ..paint.relight import bake
from ..paint.textures import boards, brick, plaster, weather

RED = ("#48201c", "#602c24", "#78382c", "#904838", "#a85a46")
DARK = ("#382424", "#4a2e2a", "#5e3a34", "#72483e", "#865848")
BROWN = ("#523628", "#684632", "#7e563e", "#94684a", "#aa7c5a")
CREAM = ("#8a7c64", "#968870", "#a2947a", "#ac9e86")
BLUE = ("#4c5a64", "#566672", "#62727e", "#6c7e88")
GREEN = ("#4a5a4c", "#546656", "#5e7260")
FLOOR, SHOP = 92, 118  # px of a storey, of the shop front


@dataclass(frozen=True)
class Front:
    """A house: width px, storeys over the shop, wall (brick, stucco, boards) and its tones, what the shop sells."""

    width: int
    storeys: int
    wall: str
    tones: tuple[str, ...]
    name: str
    shop: str
    trim: str = "#b0a48c"
    shutters: str = ""
    lit: float = 0.2


def window(r: Relief, box: tuple[int, int, int, int], rng: np.random.Generator, front: Front) -> None:
    """A sash window with reflections, curtains, blinds or a lamp behind it, now and then a plant or a cat."""
    x, y, w, h = box
    trim, lit = colour(front.trim), rng.random() < front.lit
    r.rect((x - 3, y - 5, w + 6, 5), trim * 0.9, 3)
    r.rect((x - 4, y - 6, w + 8, 2), trim, 5)
    r.rect((x - 4, y + h, w + 8, 4), trim * 0.85, 5)
    r.rect((x - 1, y, w + 2, h), trim, -1.5)
    yy, xx = np.mgrid[0 : h - 2, 0 : w - 2]
    pane = (y + 1, y + h - 1, x + 1, x + w - 1, np.ones((h - 2, w - 2), bool))
    if lit:
        glow = gradient([(0, "#ffb860"), (0.6, "#b8682c"), (1, "#5a2c14")], np.broadcast_to(yy / h, yy.shape))
        r.put(pane, glow * 0.6, -3.5, glow * 0.95)
    else:
        slant = (np.abs((xx + yy) % 29 - 9) < 5) * 0.22
        r.put(
            pane,
            gradient([(0, "#8a9ab0"), (0.5, "#3a4656"), (1, "#181e28")], yy / h * 0.7 + xx / w * 0.15 + 0.1 - slant),
            -3.5,
        )
    kind = rng.random()
    cloth = colour(("#b0a890", "#a08c78", "#8a9088", "#a87860")[int(rng.integers(0, 4))]) * (0.85 if lit else 0.5)
    if kind < 0.35:
        r.rect((x + 1, y + 1, w - 2, int(h * rng.uniform(0.2, 0.6))), cloth, -3, cloth * 0.15 if lit else None)
    elif kind < 0.7:
        for cx in (x + 1, x + w - 6):
            r.rect((cx, y + 1, 5, h - 2), cloth, -3, cloth * 0.15 if lit else None)
            r.rect((cx + 2, y + 1, 1, h - 2), cloth * 0.6, -3)
    if rng.random() < 0.15:
        r.disc((x + w / 2, y + h - 5, 3.5, 4), "#141214", -2)
        r.rect((x + w / 2 - 3, y + h - 12, 2, 4), "#141214", -2)
    r.rect((x + 1, y + h // 2, w - 2, 2), trim, -1)
    r.rect((x + w // 2, y + 1, 1, h - 2), trim, -1.6)
    if rng.random() < 0.25:
        r.rect((x + 1, y + h - 2, w - 2, 4), "#6a4028", 8)
        for k in range(x + 3, x + w - 2, 4):
            r.disc((k, y + h - 4, 2.4, 2.6), ("#3a4a30", "#4c5c38", "#7a3028")[int(rng.integers(0, 3))], 8)
    if front.shutters:
        for sx in (x - 13, x + w + 3):
            r.rect((sx, y - 1, 10, h + 2), front.shutters, 2)
            for ly in range(y + 2, y + h, 3):
                r.rect((sx + 1, ly, 8, 1), colour(front.shutters) * 0.6, 1)


def house(front: Front, seed: int) -> Relief:
    """The whole front with cornice, windows, downpipe, fire escape or hoist, and the shop."""
    rng = np.random.default_rng(seed)
    w, h = front.width, front.storeys * FLOOR + SHOP + 30
    r = Relief(w, h)
    wall = {
        "brick": lambda: brick(w, h, front.tones, "#6a5a50", seed, 0.6),
        "stucco": lambda: plaster(w, h, front.tones, seed, brick(w, h, RED, seed=seed + 1)),
        "boards": lambda: weather(boards(w, h, 6, front.tones, seed), "#5a4a40", 0.5, seed + 2, (6, 24)),
    }[front.wall]()
    r.texture(0, 0, wall, 0)
    for storey in range(front.storeys):
        n = 3 if w > 158 else 2
        for k in range(n):
            window(r, (int((k + 0.5) * w / n - 14), 34 + storey * FLOOR, 28, 54), rng, front)
        if front.wall == "brick" and seed % 2:
            r.rect((0, 27 + storey * FLOOR + 72, w, 3), colour(front.trim) * 0.6, 2)
    if front.storeys > 1 and seed % 3 == 0:
        _fire_escape(r, w)
    elif seed % 4 == 1:
        r.rect((w // 2 - 2, 6, 4, 26), "#2a2422", 12)
        r.rect((w // 2 - 1, 30, 1, 40), "#3a342e", 8)
    _shop(r, front, h - SHOP, rng)
    _cornice(r, front, seed)
    r.rect((3 if seed % 2 else w - 6, 10, 4, h - 12), "#3c4440", 5)
    return bake(r)


def _cornice(r: Relief, front: Front, seed: int) -> None:
    trim = colour(front.trim)
    for y, tall, k, z in ((0, 5, 1.0, 11), (5, 4, 0.7, 8), (9, 3, 0.5, 5)):
        r.rect((0, y, r.w, tall), trim * k, z)
    for x in range(2, r.w - 4, 9 if seed % 2 else 14):
        r.rect((x, 9, 5, 8), trim * 0.85, 8)


def _fire_escape(r: Relief, w: int) -> None:
    iron = "#1c1c20"
    for y in (34 + 58, 34 + FLOOR + 58):
        r.rect((18, y, w - 36, 3), iron, 14)
        r.rect((18, y - 22, w - 36, 2), iron, 15)
        for x in range(18, w - 18, 6):
            r.rect((x, y - 22, 1, 24), iron, 15)
    for k in range(18):
        r.rect((30 + k * 3, 34 + FLOOR + 56 - k * 5, 9, 2), iron, 12)
    r.line((28, 34 + FLOOR + 58), (84, 34 + 60), iron, 13, 2)


def _shop(r: Relief, front: Front, top: int, rng: np.random.Generator) -> None:
    """Signboard, lit window full of goods, glazed door with a step."""
    w, base = r.w, colour(front.shop)
    r.rect((0, top - 20, w, 20), base, 5)
    r.rect((0, top - 22, w, 3), front.trim, 7)
    r.rect((0, top - 1, w, 3), base * 0.5, 6)
    scale = 2 if text_width(front.name, scale=2) < w - 16 else 1
    x = (w - text_width(front.name, scale=scale)) // 2
    write(r, (x, top - 20 + (3 if scale == 2 else 7)), front.name, "#f0dfb4", scale=(scale, scale), shade=base * 0.3)
    r.rect((0, top, w, SHOP + 30), "#2a2220", -1)
    glass = w - 52
    r.rect((5, top + 7, glass, 62), "#181418", -3)
    yy, xx = np.mgrid[0:62, 0:glass]
    g = gradient([(0, "#ffc878"), (0.35, "#d88a40"), (1, "#4a2414")], yy / 62 + 0.1 * ((xx // 11) % 2))
    r.put((top + 7, top + 69, 5, 5 + glass, np.ones((62, glass), bool)), g * 0.6, -3, g * 0.7)
    for k in range(8, glass - 8, 8):
        tall = 6 + rng.random() * 14
        r.rect((5 + k, top + 69 - tall, 6, tall), colour("#3a1c12") * (0.5 + rng.random()), -2)
        if rng.random() < 0.5:
            r.rect((6 + k, top + 8, 3, 5 + rng.random() * 14), "#4a1c14", -2)
    for k in range(0, glass, 34):
        r.rect((4 + k, top + 7, 2, 62), base * 1.2, 0)
    r.rect((5, top + 69, glass, 4), front.trim, 3)
    for k in range(glass // 30):
        r.rect((10 + k * 30, top + 79, 22, 34), base * 0.7, -1)
    door = w - 38
    r.rect((door - 3, top + 4, 34, SHOP), front.trim, 1)
    r.rect((door, top + 7, 28, SHOP), base * 0.8, -2)
    r.rect((door + 5, top + 12, 18, 50), "#181418", -3, colour("#c87c38") * 0.6)
    write(r, (door + 6, top + 30), "OPEN", "#f0e8d0", small=1)
    r.rect((door, top + SHOP - 8, 28, 10), "#c0b8a8", 4)

"""The gym's back wall as one long relief: plaster fallen off brick, a painted dado, bills, mirrors, pipes, boards."""

import numpy as np

from ..paint.colour import Array, blend, colour, gradient, smooth
from ..paint.lettering import text_mask
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.relight import bake
from ..paint.textures import brick, planks, plaster
from . import paper as gym_paper
from .light import HEAD, PANE_ROWS, SASHES, SILL, pane_kind

LEFT, RIGHT, TOP, DADO = -6.5, 34.5, 3.95, 1.42
MIRROR_WIDE = 92
RADIATORS = ((-0.2, 16), (5.2, 18), (11.05, 10), (15.6, 16), (21.0, 16), (27.4, 10))
"""Left ends, metres, and ribs."""
RIB, VALVE_HEIGHT = 6, 0.2
"""Texels of a rib; height of the valve at either end, metres."""


class Wall:
    """The relief and where things are on it: metres to texels."""

    def __init__(self, ppm: float, left: float) -> None:
        self.ppm, self.left = ppm, left
        self.paper = Relief(int((RIGHT - left) * ppm), int(TOP * ppm) + 1)

    def x(self, metres: float) -> int:
        return round((metres - self.left) * self.ppm)

    def y(self, height: float) -> int:
        return round((TOP - height) * self.ppm)

    def hang(self, r: Relief, x: float, height: float) -> None:
        """Hang a relief by its middle top."""
        self.paper.paste(r, self.x(x) - r.w // 2, self.y(height))


def _plastered(wall: Wall) -> None:
    w, h = wall.paper.w, wall.paper.h
    under = brick(w, h, ("#3c2420", "#4c2c26", "#5c362c", "#6c4234"), "#54483f", 11)
    upper = plaster(w, h, ("#64604a", "#706a52", "#7c755a", "#887f62"), 3, under)
    lower = plaster(w, h, ("#1e3029", "#263a31", "#2e4439", "#365042"), 5, under)
    wall.paper.texture(0, 0, upper)
    y = wall.y(DADO)
    wall.paper.texture(0, y, (lower[0][y:], lower[1][y:]))
    wall.paper.rect((0, y - 4, w, 4), "#3a2a1c", 2.5)
    wall.paper.rect((0, y - 4, w, 1), "#55402a", 3)
    wall.paper.rect((0, h - 9, w, 9), "#1c1611", 2.5)
    yy = np.mgrid[0:h, 0:w][0]
    soot = 1 - 0.68 * smooth(0.34, 0.02, yy / h)
    streaks = 1 - 0.35 * smooth(0.55, 0.8, fbm(h, w, 8, 160, 21, 3)) * smooth(h * 0.75, 0, yy)
    scuffs = 1 - 0.3 * (fbm(h, w, 6, 4, 9, 2) > 0.62) * smooth(h - 60, h - 25, yy)
    wall.paper.rgb *= (soot * streaks * scuffs)[..., None]


def _pipes(wall: Wall) -> None:
    """Heating pipes along the top, risers, a conduit."""
    r, w = wall.paper, wall.paper.w
    for height, radius, tint in ((3.78, 4, "#4c4034"), (3.62, 2.5, "#5a3c30")):
        y = wall.y(height)
        r.rect(
            (0, y - radius, w, 2 * radius),
            tint,
            lambda yy, _x, y=y, q=radius: 5 + np.sqrt(np.clip(q * q - (yy + 0.5 - y) ** 2, 0, None)),
        )
        for x in range(40, w, 170):
            r.rect((x, y - radius - 1, 5, 2 * radius + 2), "#2c2420", 8)
    for x in (1.0, 7.7, 13.0, 18.6, 26.9):
        c = wall.x(x)
        r.rect(
            (c - 3, 0, 6, wall.y(0.1)),
            "#4a3a30",
            lambda _y, xx, c=c: 4 + np.sqrt(np.clip(9 - (xx + 0.5 - c) ** 2, 0, None)),
        )
        for y in range(30, r.h, 62):
            r.rect((c - 4, y, 8, 4), "#2c2420", 7)


def _radiator(wall: Wall, x: float, n: int) -> None:
    a, top, foot = wall.x(x), wall.y(0.82), wall.y(0.1)
    for k in range(n):
        wall.paper.rect((a + k * RIB, top, 5, foot - top), "#5c564c", 6)
        wall.paper.rect((a + k * RIB + 1, top + 1, 2, foot - top - 2), "#78705f", 7)
    for y in (top + 4, foot - 7):
        wall.paper.rect((a - 2, y, n * RIB + 3, 3), "#4c4640", 7)


def _mirror(wall: Wall, x: float, w: int, h: int, height: float) -> None:
    """Old glass in a worn gilt frame: dim, the windows' light a rumour in it, a crack, the silver gone at the edges."""
    r = Relief(w, h)
    r.rect((0, 0, w, h), "#5a4426", 4)
    r.rect((1, 1, w - 2, 1), "#8c6c3c", 5)
    yy, xx = np.mgrid[0:h, 0:w]
    sheen = 0.5 + 0.5 * np.sin((xx + yy * 0.55) / w * 9.5)
    blind = smooth(0.5, 0.72, fbm(h, w, 16, 20, 4, 4)) * smooth(
        14, 2, np.minimum(np.minimum(xx, w - xx), np.minimum(yy, h - yy))
    )
    t = np.clip(
        0.16 + 0.26 * smooth(0.55, 1, sheen) + 0.14 * (fbm(h, w, 30, 40, 4, 3) - 0.5) - 0.3 * blind + 0.16 * yy / h,
        0,
        1,
    )
    face = gradient([(0, "#1a2428"), (0.5, "#3a484a"), (1, "#78806c")], np.round(t * 9) / 9)
    inner = (slice(4, h - 4), slice(4, w - 4))
    r.put((4, h - 4, 4, w - 4, np.ones((h - 8, w - 8), bool)), face[inner], 1, face[inner] * 0.3)
    r.curve([(w - 5, 14), (w - 16, 22), (w - 13, 34), (w - 22, 40)], "#8c8c7c", 1)
    wall.hang(r, x, height)


def _mural(wall: Wall, x: float, height: float) -> None:
    """Letters a sign painter left on dark boards years ago, nearly gone."""
    w, h = 196, 96
    r = Relief(w, h)
    base = planks(w, h, 14, ("#1d2a26", "#22302b", "#273630", "#2c3c35"), 9, "#141c19")
    r.texture(0, 0, base, 2)
    for text, y, style in (
        ("BOXING", 8, {"scale": (4, 4), "bold": 1}),
        ("10 ROUNDS", 44, {"scale": (2, 2)}),
        ("TUES  FRI", 66, {"scale": (2, 2)}),
    ):
        mask = text_mask(text, **style)
        _yy, _xx = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]]
        mask &= fbm(*mask.shape, 9, 9, 31 + y, 3) > 0.33
        r.mask((w - mask.shape[1]) // 2, y, mask, "#525c48")
    r.rect((0, 0, w, 3), "#3c2c1c", 4)
    r.rect((0, h - 3, w, 3), "#3c2c1c", 4)
    wall.hang(r, x, height)


def _doorway(wall: Wall, x: float, text: str) -> None:
    """A dark way through to the back rooms, a green lamp somewhere inside."""
    w, h = 112, wall.y(0) - wall.y(2.35) - 8
    r = Relief(w, h)
    r.rect((0, 0, w, h), "#3c3020", 4)
    yy, xx = np.mgrid[0:h, 0:w]
    t = np.clip(1 - np.hypot((xx - w * 0.62) / 46, (yy - h * 0.34) / 60), 0, 1)
    inside = gradient([(0, "#0c100e"), (0.5, "#18211c"), (1, "#33402c")], np.round(t * 6) / 6)
    box = (slice(6, h), slice(6, w - 6))
    r.put((6, h, 6, w - 6, np.ones((h - 6, w - 12), bool)), inside[box], -2, inside[box] * 0.3)
    for k in range(6):
        r.rect((8, h - 14 - 9 * k, 30, 1), "#1c241e")
    sign = Relief(62, 13)
    sign.rect((0, 0, 62, 13), "#20302a", 3)
    mask = text_mask(text)
    sign.mask((62 - mask.shape[1]) // 2, 3, mask, "#b8a878")
    wall.hang(r, x, 2.35)
    wall.hang(sign, x, 2.66)


def _hooks(wall: Wall, x: float, seed: int) -> None:
    """A rail of hooks: towels, a robe, gloves by their laces."""
    rng, r = np.random.default_rng(seed), wall.paper
    a, y = wall.x(x), wall.y(1.78)
    r.rect((a, y, 92, 5), "#4a3422", 4)
    for k, (tint, wide, long) in enumerate(
        (("#a89878", 12, 38), ("#6a2a24", 19, 62), ("#7c7c70", 11, 30), ("#30405a", 13, 44))
    ):
        c = a + 8 + k * 23
        for j in range(wide):
            fold = np.sin(j * 1.3 + k) * 0.5 + 0.5
            r.rect(
                (c + j - wide // 4, y + 4 + abs(j - wide // 2) // 3, 1, long - int(rng.integers(0, 3))),
                colour(tint) * (0.6 + 0.5 * fold),
                3 + 2 * fold,
            )
    for j in (0, 7):
        r.disc((a + 84 + j, y + 24 + j // 2, 5, 7), "#6c2420", lambda yy, xx: 6 + 0 * xx)


def _sash(wall: Wall, i: int) -> None:
    """Bars, sill and panes of one window, painted on the wall: the glass glows, what is gone shows the sky."""
    s, r = SASHES[i], wall.paper
    x0, x1, y0, y1 = wall.x(s.left), wall.x(s.right), wall.y(HEAD), wall.y(SILL)
    r.rect((x0 - 5, y0 - 5, x1 - x0 + 10, y1 - y0 + 10), "#2c2a24", 3)
    r.rect((x0 - 9, y1 + 3, x1 - x0 + 18, 5), "#4c4434", 7)
    for c in range(s.columns):
        for line in range(PANE_ROWS):
            a, b = x0 + round((x1 - x0) * c / s.columns), x0 + round((x1 - x0) * (c + 1) / s.columns)
            t, u = y0 + round((y1 - y0) * line / PANE_ROWS), y0 + round((y1 - y0) * (line + 1) / PANE_ROWS)
            _pane(r, (a + 1, t + 1, b - a - 2, u - t - 2), pane_kind(i, c, line), i * 97 + c * 11 + line)


def _pane(r: Relief, box: tuple[int, int, int, int], kind: int, seed: int) -> None:
    x, y, w, h = box
    if kind == 7:
        yy, xx = np.mgrid[0:h, 0:w]
        shard = (xx + yy * 0.6 < 7) | (w - xx + yy < 6)
        r.a[y : y + h, x : x + w] = np.where(shard, 1, 0)
        return
    if kind == 6:
        r.texture(x, y, tuple(t[:h, :w] for t in planks(max(w, 24), max(h, 24), 8, seed=seed)), 4)
        return
    if kind == 5:
        r.rect((x, y, w, h), "#24342c", 0, colour("#5a5a34") * 0.25)
        return
    yy, xx = np.mgrid[0:h, 0:w]
    edge = np.clip(np.minimum(np.minimum(xx + 1, w - xx), np.minimum(h - yy, yy + 3)) / 6, 0, 1)
    q = (0.4 + 0.6 * edge) * (0.82 + 0.4 * fbm(h, w, 10, 10, 60 + seed, 3)) * (1 - 0.22 * yy / h) * (0.8 + 0.07 * kind)
    q = np.round(q * 9) / 9
    tint = gradient(
        [(0, "#5c3a26"), (0.3, "#b0783f"), (0.55, "#eab063"), (0.8, "#ffd894"), (1, "#fff0cc")], np.clip(q, 0, 1)
    )
    glow = tint * (0.3 + 1.15 * np.clip(q, 0, 1.1) ** 1.5)[..., None]
    r.put((y, y + h, x, x + w, np.ones((h, w), bool)), "#806040", 0, glow.astype(np.float32))


def _furnish(wall: Wall) -> None:
    bills = gym_paper.bills()
    for which, x, height in (
        (3, 8.0, 3.5),
        (5, 12.55, 2.2),
        (4, 19.8, 3.3),
        (2, 23.35, 3.5),
        (0, 26.55, 3.4),
        (1, 31.2, 3.1),
        (0, -3.4, 3.0),
    ):
        wall.hang(bills[which], x, height)
    wall.hang(gym_paper.rules(), 7.75, 2.75)
    _mirror(wall, 3.1, MIRROR_WIDE, 112, 2.62)  # bare wall on either side: there his shadow boxes ahead of him
    _mural(wall, 9.45, 3.0)
    _doorway(wall, 24.2, "SHOWERS")
    for x, n in RADIATORS:
        _radiator(wall, x, n)
    for x, seed in ((4.75, 2), (12.95, 3), (25.35, 5)):
        _hooks(wall, x, seed)


def _clock(wall: Wall, x: float, height: float) -> None:
    """The round timer every man in the room looks at."""
    c, y, r = wall.x(x), wall.y(height), wall.paper
    r.disc((c, y, 15, 15), "#1c1612", 4)
    r.disc((c, y, 12.5, 12.5), "#c4b894", 5, colour("#c4a060") * 0.12)
    for k in range(12):
        a = k * np.pi / 6
        r.rect((c + 10 * np.sin(a) - 0.5, y - 10 * np.cos(a) - 0.5, 1 + (k % 3 == 0), 1 + (k % 3 == 0)), "#2c221c")
    r.line((c, y), (c + 3, y - 7), "#1c1414", width=1.6)
    r.line((c, y), (c - 7, y - 2), "#1c1414")


def painted(ppm: float, left: float) -> Wall:
    """The finished wall, its reliefs shaded for the tracer."""
    wall = Wall(ppm, left)
    _plastered(wall)
    _pipes(wall)
    for i in range(len(SASHES)):
        _sash(wall, i)
    _furnish(wall)
    _clock(wall, 6.1, 3.78)
    _clock(wall, 17.62, 2.72)
    bake(wall.paper, 0.8)
    return wall


def worn(albedo: Array, seed: int) -> Array:
    """Smoke-brown age over a texture."""
    h, w = albedo.shape[:2]
    return blend(albedo, colour("#241a12"), np.round(smooth(0.4, 0.8, fbm(h, w, 70, 40, seed)) * 4) / 8)

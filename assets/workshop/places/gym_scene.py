"""The gym built for the tracer: shell, ring, bags, lockers, lamps. Metres; the lane is z = 0, the wall z = 7.6."""
import numpy as np

from . import gym_paper
from .close import Close
from .colour import blend, colour, smooth
from .gym_light import HEAD, PANE_ROWS, SASHES, SILL, WALL_Z, pane_kind
from .gym_wall import TOP, painted, worn
from .noise import fbm
from .relief import Relief
from .relight import bake
from .scene import Scene
from .stage import Window
from .textures import boards, brick, planks, plaster, ramp

# slabs of depth: each becomes a layer (the floor and ceiling bands are slabs of their own)
WALL, BACK, HALL, MID, NEAR, PLATFORM, FLOOR, CEILING = 1, 2, 3, 4, 5, 6, 20, 40
FLOOR_EDGES = (7.5, 5.25, 3.15, 1.65, .45, -.45, -1.2, -2.25)      # multiples of a board: bands slide along their gaps
CEILING_EDGES = (7.6, 5.2, 2.8)
RING = (14.6, 23.4)
APRON, RING_BACK, RING_FRONT = .8, 4.0, -1.2
BEAM_Y, HOOK = 2.84, (9.85, 2.76)
SPEED_BAG = (3.52, 1.92)        # the swivel: 62 px right of the man at 2.9 m, row 150 of the view


def _leather(s: Scene, tones: tuple[str, ...], seed: int, tape: int) -> int:
    r = Relief(128, 128)
    r.texture(0, 0, plaster(128, 128, tones, seed))
    for y in (28, 92):
        r.rect(0, y, 128, 1, colour(tones[0]) * .5, -1)
    for y in range(52, 52 + 7 * tape, 7):
        r.rect(0, y, 128, 4, '#8a8470', .6)
    return s.paint(r, ppm=70, gloss=.5, sharp=10)


class Kit:
    """Materials of the gym."""

    def __init__(self, s: Scene) -> None:
        fl = boards(480, 480, 9, ('#3a281a', '#463122', '#543b29', '#624733'), 5)
        fl = (blend(fl[0], colour('#6e5236'), smooth(.5, .7, fbm(480, 480, 120, 40, 4, 3)) * .5), fl[1])
        self.floor = s.paint((fl[0] * (.8 + .4 * fbm(480, 480, 70, 40, 14, 3))[..., None], fl[1]), ppm=60, gloss=.5, sharp=16, bump=.4)
        self.brick = s.paint(brick(256, 160, ('#34201c', '#422620', '#503028', '#5e3a2e'), '#4c4038', 31), ppm=57)
        self.tin = s.paint(self._tin(), ppm=60, bump=1.0, gloss=.25)
        wood = planks(128, 128, 10, ('#4c3524', '#5c432e', '#6b5038'), 3)
        self.wood, self.timber = s.paint(wood, ppm=70), s.paint((worn(wood[0], 4) * .8, wood[1]), ppm=60)
        self.dark, self.steel = s.paint('#1c1a1a'), s.paint('#3c3e42', gloss=.5, sharp=20)
        self.iron = s.paint(self._iron(), ppm=60, gloss=.4)
        self.red, self.blue, self.cream = s.paint('#9a2620', gloss=.3), s.paint('#24468c', gloss=.3), s.paint('#b0a486', gloss=.2)
        self.rope, self.redrope = s.paint('#c4bca8'), s.paint('#b03a2c')
        self.canvas, self.apron = s.paint(self._canvas(), ppm=50), s.paint(self._apron(), ppm=100)
        self.tan = _leather(s, ('#4a2a1c', '#5c3624', '#6c422c'), 3, 3)
        self.black = _leather(s, ('#2a2626', '#363030', '#423a38'), 4, 3)
        self.oxblood = _leather(s, ('#50201c', '#642822', '#74302a'), 7, 0)
        self.bulb, self.shade = s.paint('#ffffff', '#ffd890', 14.), s.paint('#23342c', gloss=.3)
        self.shine = s.paint('#d8d0b8', '#ffca7c', 2.4)
        self.locker = s.paint(self._locker(), ppm=66)
        self.towel = s.paint('#a8a08c')

    @staticmethod
    def _tin() -> Relief:
        r = Relief(144, 144)
        for j in range(4):
            for i in range(4):
                x, y = i * 36, j * 36
                r.rect(x, y, 36, 36, '#5a5040', 0)
                r.rect(x + 2, y + 2, 32, 32, '#6a5e4a', 1.5)
                r.disc(x + 18, y + 18, 12, 12, '#766a54', 2.5)
                r.disc(x + 18, y + 18, 8, 8, '#5e5442', 1.5)
                r.disc(x + 18, y + 18, 4, 4, '#7c7058', 3)
        r.rgb = blend(r.rgb, colour('#3c2818'), np.round(smooth(.45, .75, fbm(144, 144, 40, 40, 6, 4)) * 4) / 5).astype(np.float32)
        return bake(r)

    @staticmethod
    def _iron() -> Relief:
        r = Relief(120, 24)
        r.rect(0, 0, 120, 24, '#33302c', 0)
        for y in (0, 20):
            r.rect(0, y, 120, 4, '#443e36', 2)
        for x in range(6, 120, 20):
            for y in (1, 21):
                r.rect(x, y, 2, 2, '#5c5242', 3)
        return r

    @staticmethod
    def _canvas() -> tuple[np.ndarray, np.ndarray]:
        n = fbm(256, 256, 50, 50, 5, 4)
        rgb = ramp(['#8c8470', '#9c947e', '#aaa28c', '#b6ae98'], np.clip(.5 + (n - .5) * 1.6, 0, .99))
        old = fbm(256, 256, 24, 24, 15, 3)
        rgb = np.where((old > .66)[..., None], rgb * np.array([.72, .62, .56]), rgb).astype(np.float32)
        return rgb, np.zeros((256, 256), np.float32)

    @staticmethod
    def _apron() -> Relief:
        """The skirt: blue cloth in folds, laced under a cream edge with a red piping, patched."""
        w, h = 880, 84
        r = Relief(w, h)
        yy, xx = np.mgrid[0:h, 0:w]
        fold = np.sin(xx * .21 + 3 * fbm(h, w, 60, 200, 3, 3)) * .5 + .5
        tone = np.clip(.2 + .6 * fold + (fbm(h, w, 30, 60, 8, 3) - .5) * .5, 0, .99)
        r.put((0, h, 0, w, np.ones((h, w), bool)), ramp(['#1f2632', '#29323f', '#353f4d', '#424d5a'], tone), (fold * 3).astype(np.float32))
        r.rect(0, 0, w, 9, '#a89e84', 5)
        r.rect(0, 9, w, 2, '#7a2420', 6)
        for x in range(6, w, 14):
            r.rect(x, 11, 2, 3, '#b0a688', 4)
        r.rect(0, h - 5, w, 5, '#0e1222', 1)
        for x, y in ((118, 40), (420, 52), (655, 34)):
            r.rect(x, y, 26, 20, '#38424e', 4)
        return bake(r, .6)

    @staticmethod
    def _locker() -> Relief:
        r = Relief(66, 122)
        r.rect(0, 0, 66, 122, '#22302a', 0)
        for i, tint in enumerate(('#3e5048', '#465a50')):
            x = i * 33
            r.rect(x + 1, 2, 30, 117, tint, 2)
            for k in range(4):
                r.rect(x + 8, 10 + 4 * k, 16, 2, '#18201c', 1)
                r.rect(x + 8, 98 + 4 * k, 16, 2, '#18201c', 1)
            r.rect(x + 25, 56, 3, 10, '#8c9088', 4)
            r.rect(x + 11, 32, 9, 6, '#9c9478', 3)
        rust = np.round(smooth(.5, .75, fbm(122, 66, 12, 30, 4, 4)) * 3) / 4
        r.rgb = blend(r.rgb, colour('#5a3420'), rust)
        return bake(r)


def _shell(s: Scene, k: Kit, window: Window) -> None:
    """Floor and ceiling in bands, the wall with its windows cut out, ends."""
    left, right = -8., 36.
    for i, (far, near) in enumerate(zip(FLOOR_EDGES[:-1], FLOOR_EDGES[1:])):
        s.slab = FLOOR + i
        s.box((left, -.2, near), (right, 0, far + (.6 if i == 0 else 0)), k.floor)
    s.slab = 99
    s.box((left, -.2, -12), (right, 0, FLOOR_EDGES[-1]), k.floor)
    s.box((left, 0, -12.2), (right, TOP, -12), k.brick)
    s.box((left, TOP, -12), (right, TOP + .2, CEILING_EDGES[-1]), k.timber)
    for x in (left, right):
        s.box((x - .2, 0, -12), (x, TOP, WALL_Z), k.brick)
    for i, (far, near) in enumerate(zip(CEILING_EDGES[:-1], CEILING_EDGES[1:])):
        s.slab = CEILING + i
        s.box((left, TOP, near), (right, TOP + .2, far + .5), k.tin)
    shot = Close(window)
    wall = painted(shot.scale, shot.snapped(left + 1.5))
    s.slab = WALL
    mat = s.paint(wall.paper, ppm=shot.scale, bump=.6)
    edges = [wall.left, *[v for w in SASHES for v in (w.left, w.right)], wall.left + wall.paper.w / shot.scale]

    def piece(x0: float, y0: float, x1: float, y1: float) -> None:
        s.box((x0, y0, WALL_Z), (x1, y1, WALL_Z + .3), mat, k.timber, k.brick, (x0 - wall.left, TOP - y1))
    for a, b in zip(edges[0::2], edges[1::2]):
        piece(a, 0, b, TOP)
    for i, w in enumerate(SASHES):
        piece(w.left, 0, w.right, SILL)
        piece(w.left, HEAD, w.right, TOP)
        # glass lets the sun by, only what is opaque casts
        s.quad((w.left, SILL, WALL_Z + .05), (w.right - w.left, 0, 0), (0, HEAD - SILL, 0), _cut(s, wall, w), 0)
        s.slab = 99
        s.quad((w.left, SILL, WALL_Z + .08), (w.right - w.left, 0, 0), (0, HEAD - SILL, 0), _bars(s, i), 1)
        s.slab = WALL


def _bars(s: Scene, i: int) -> int:
    """What of a window stops the sun: bars, painted and boarded panes."""
    n = SASHES[i].columns
    r = Relief(n * 12, PANE_ROWS * 12)
    for c in range(n):
        for line in range(PANE_ROWS):
            r.rect(c * 12, line * 12, 1, 12, '#202020')
            r.rect(c * 12, line * 12, 12, 1, '#202020')
            if pane_kind(i, c, line) in (5, 6):
                r.rect(c * 12, line * 12, 12, 12, '#202020')
    return s.paint(r, ppm=27)


def _cut(s: Scene, wall: object, w: object) -> int:
    """The part of the wall's relief that is a window, as a material of its own."""
    x0, x1, y0, y1 = wall.x(w.left), wall.x(w.right), wall.y(HEAD), wall.y(SILL)
    r = Relief(x1 - x0, y1 - y0)
    for f in ('rgb', 'glow', 'a', 'z'):
        setattr(r, f, getattr(wall.paper, f)[y0:y1, x0:x1].copy())
    return s.paint(r, ppm=wall.ppm)


def _beams(s: Scene, k: Kit) -> None:
    s.slab = BACK
    s.box((-8, 3.66, 5.1), (36, TOP, 5.3), k.timber)
    s.slab = MID
    s.box((-8, 3.62, 2.7), (36, TOP, 2.9), k.timber)
    for x in np.arange(-5, 35, 4.2):
        s.slab = BACK
        s.box((x - .09, 0, 6.9), (x + .09, 3.7, 7.1), k.iron) if int(x * 10) % 3 == 0 else None


def _heavy_bag(s: Scene, k: Kit, at: tuple[float, float], mat: int, length: float) -> None:
    x, z = at
    s.cylinder(1, (x, 0, z), .2, (2.15 - length, 2.15), mat)
    s.cylinder(1, (x, 0, z), .21, (2.08, 2.16), k.dark)
    s.cylinder(1, (x, 0, z), .21, (2.15 - length, 2.2 - length), k.dark)
    s.cylinder(1, (x, 0, z), .018, (2.16, TOP), k.steel)


def _hall(s: Scene, k: Kit) -> None:
    """What stands along the wall and hangs in the back."""
    s.slab = BACK
    for x in (-1.0, 0.0, 6.55, 13.1, 14.1, 26.0, 31.6):
        s.box((x, 0, 6.6), (x + 1., 1.85, 7.2), k.locker)
    for x in (6.9, 13.6):
        s.box((x, 1.85, 6.7), (x + .5, 2.1, 7.1), k.wood)
        s.cylinder(2, (x + .75, 1.98, 0), .13, (6.7, 7.1), k.oxblood)
    for x in (8.5, 16.4, 20.6, 23.9):
        s.box((x, .42, 6.2), (x + 1.7, .48, 6.7), k.wood)
        for dx in (.1, 1.54):
            s.box((x + dx, 0, 6.25), (x + dx + .06, .42, 6.65), k.steel)
    s.box((9.0, .48, 6.3), (9.3, .62, 6.6), k.towel)
    s.slab = HALL
    for x, z, mat, n in ((-1.6, 4.4, k.black, 1.2), (1.5, 4.9, k.tan, 1.25), (5.6, 4.6, k.oxblood, 1.2), (6.9, 5.0, k.tan, 1.3), (11.7, 4.6, k.black, 1.2),
                         (12.9, 5.0, k.tan, 1.25), (25.6, 4.8, k.oxblood, 1.2), (27.2, 4.4, k.tan, 1.3)):
        _heavy_bag(s, k, (x, z), mat, n)
    s.box((25.9, .5, 4.4), (27.9, .78, 5.2), k.oxblood)
    for x in (26.0, 27.7):
        s.box((x, 0, 4.5), (x + .08, .5, 5.1), k.wood)


def _speed_bag(s: Scene, k: Kit) -> None:
    """Platform of station one: a round board on a timber frame bolted to a post."""
    s.slab = NEAR
    x, y = SPEED_BAG
    s.cylinder(1, (x, 0, .25), .46, (y + .02, y + .09), k.wood)
    s.cylinder(1, (x, 0, .25), .48, (y + .09, y + .12), k.cream)
    s.cylinder(1, (x, 0, .1), .05, (y, y + .02), k.steel)
    for dz in (-.05, .5):
        s.box((x - .35, y + .12, .1 + dz), (x + 1.18, y + .22, .2 + dz), k.wood)
    s.box((x + .95, 0, .5), (x + 1.15, TOP, .7), k.wood)
    for i in range(9):      # the brace, in steps of its own width
        s.box((x + .55 + i * .045, y - .38 + .05 * (8 - i) - .1, .52), (x + .61 + i * .045, y + .14 - .05 * i + .02, .62), k.wood)
    for h in (.5, 1.4, 2.4):
        s.box((x + .93, h, .47), (x + 1.17, h + .05, .5), k.steel)
    s.cylinder(1, (x + 1.32, 0, .9), .17, (0, .32), k.steel)
    s.box((x + 1.5, 0, 1.0), (x + 2.1, .42, 1.5), k.wood)
    s.box((x + 1.55, .42, 1.05), (x + 1.95, .47, 1.4), k.towel)


def _bag_beam(s: Scene, k: Kit) -> None:
    """The beam of station two, on two columns, with a trolley over the hook; more bags wait on it."""
    s.slab = NEAR
    s.box((6.9, BEAM_Y, .0), (12.3, BEAM_Y + .2, .24), k.iron)
    for x in (6.9, 12.1):
        s.box((x, 0, .02), (x + .2, BEAM_Y, .22), k.iron)
        s.box((x - .1, 0, -.05), (x + .3, .06, .3), k.steel)
        s.box((x + .02, BEAM_Y + .2, .05), (x + .18, TOP, .19), k.iron)
    x, y = HOOK
    s.box((x - .12, y + .04, .02), (x + .12, BEAM_Y + .03, .22), k.steel)
    for dx in (-.08, .08):
        s.cylinder(2, (x + dx, BEAM_Y + .02, 0), .045, (-.03, .27), k.dark)
    s.cylinder(1, (x, 0, .12), .03, (y, y + .06), k.dark)
    s.slab = MID
    for bx, z, mat in ((7.5, 2.6, k.oxblood), (11.55, 2.4, k.tan)):
        _heavy_bag(s, k, (bx, z), mat, 1.2)


def _ring(s: Scene, k: Kit) -> None:
    x0, x1 = RING
    s.slab = PLATFORM
    s.box((x0, 0, RING_FRONT), (x1, APRON - .03, RING_BACK), k.apron, k.canvas)
    s.box((x0 - .03, APRON - .09, RING_FRONT - .03), (x1 + .03, APRON, RING_BACK + .05), k.cream, k.canvas)
    s.slab = MID
    posts = ((x0 + .35, k.red), (x1 - .35, k.blue))
    for x, pad in posts:
        s.cylinder(1, (x, 0, 3.7), .075, (APRON, APRON + 1.5), k.steel)
        s.box((x - .12, APRON + .25, 3.55), (x + .12, APRON + 1.42, 3.8), pad)
    for i, y in enumerate((.42, .82, 1.22)):
        s.cylinder(0, (0, APRON + y, 3.7), .03, (x0 + .4, x1 - .4), k.redrope if i == 1 else k.rope)
        for x, pad in posts:
            s.box((x - .2, APRON + y - .06, 3.5), (x + .2, APRON + y + .06, 3.6), pad)
    s.slab = NEAR
    # a stool and bucket in the red corner, the slate on its easel by the far ropes, steps at the right end
    s.cylinder(1, (15.75, 0, 2.6), .2, (APRON + .42, APRON + .48), k.wood)
    for dx in (-.13, .13):
        s.cylinder(1, (15.75 + dx, 0, 2.6), .025, (APRON, APRON + .42), k.steel)
    s.cylinder(1, (15.3, 0, 2.2), .13, (APRON, APRON + .27), k.steel)
    slate = gym_paper.slate(126, 72)
    s.card(20.55, APRON + .42, 1.4, 1.26 * 1.14, .72 * 1.14, s.paint(slate, ppm=88))
    for dx in (.1, 1.25):
        s.box((20.55 + dx, APRON, 1.42), (20.62 + dx, APRON + .5, 1.48), k.wood)
    for i in range(3):
        s.box((23.42 + .26 * i, 0, 1.6), (23.7 + .26 * i, APRON - .2 - .22 * i, 2.8), k.wood)


def _right_end(s: Scene, k: Kit) -> None:
    """Station five's corner: balls, a barbell, and beyond it the steel door to the cold."""
    s.slab = NEAR
    for x, z, q, mat in ((25.9, 1.2, .19, k.tan), (26.35, 1.4, .17, k.black), (26.1, 1.7, .2, k.oxblood)):
        s.ball((x, q, z), (q, q, q), mat)
    s.box((26.9, 0, 1.5), (28.3, .46, 2.1), k.wood)
    s.cylinder(0, (0, .52, 1.8), .025, (26.9, 28.5), k.steel)
    for x in (27.05, 28.2):
        s.cylinder(0, (0, .52, 1.8), .22, (x, x + .1), k.dark)
    s.slab = BACK
    door = Relief(96, 148)
    door.rect(0, 0, 96, 148, '#2c3434', 1)
    for i in range(2):
        door.rect(4 + i * 46, 4, 42, 140, '#3c4846', 3)
        for y in (14, 62, 110):
            door.rect(4 + i * 46, y, 42, 4, '#283030', 4)
    door.rect(46, 2, 3, 144, '#1c1410', 0, colour('#bcd4e8') * 1.6)
    door.rect(0, 145, 96, 3, '#1c1410', 0, colour('#bcd4e8') * 1.2)
    s.card(29.3, 0, 7.45, 1.68, 2.6, s.paint(bake(door, .6), ppm=57))
    s.lamp((30.1, .25, 7.0), '#a8c8e4', 1.6, 4, .1, .3)


def _lamps(s: Scene, k: Kit) -> None:
    """Bare bulbs down the room and two shades over the ring."""
    s.slab = HALL
    for x in (1.2, 7.3, 12.4, 25.2, 29.2):
        s.cylinder(1, (x, 0, 4.2), .012, (2.78, TOP), k.dark)
        s.cylinder(1, (x, 0, 4.2), .05, (2.76, 2.88), k.dark)
        s.ball((x, 2.68, 4.2), (.07, .09, .07), k.bulb)
        s.lamp((x, 2.5, 4.2), '#ffac52', 2.6, 7, .14)
    s.slab = NEAR
    for x in (17.2, 20.8):
        s.cylinder(1, (x, 0, 1.8), .015, (2.95, TOP), k.dark)
        s.cylinder(1, (x, 0, 1.8), .34, (2.78, 2.86), k.shade)
        s.cylinder(1, (x, 0, 1.8), .2, (2.86, 3.02), k.shade)
        s.cylinder(1, (x, 0, 1.8), .28, (2.76, 2.779), k.shine)
        s.lamp((x, 2.62, 1.8), '#ffb861', 6.0, 8, .2)
    # unseen, to wash the wall between the windows
    for x, y, power in ((1.7, 3.0, 2.2), (4.2, 3.2, 1.6), (8.3, 3.1, 1.8), (10.2, 2.9, 1.2), (13.3, 3.1, 2.2), (14.8, 3.1, 1.2), (18.0, 3.2, 2.0),
                        (19.9, 3.2, 2.0), (23.4, 3.0, 1.8), (25.4, 3.1, 1.8), (29.8, 3.2, 2.0)):
        s.lamp((x, y, 6.3), '#ffb060', power * 1.3, 5, .1, 0)
    # a warm key on each station from before and above, and film fill from the camera's side, cool, wide
    for x, z in ((1.2, -2.4), (7.2, -2.4), (13.2, -2.8), (17.4, -2.8), (22.6, -2.8), (28.4, -2.4)):
        s.lamp((x, 2.9, z), '#ffbc78', 7., 7, .1, 0)
    for x in (-4, 6, 16, 26):
        s.lamp((x, 3.2, -11), '#7f9cd0', 90, 40, .3, 0)


def build(wall_window: Window) -> Scene:
    """The whole gym; `wall_window` is the wall layer's window, on whose pixels the wall is painted."""
    s = Scene()
    k = Kit(s)
    _shell(s, k, wall_window)
    _beams(s, k)
    _hall(s, k)
    _speed_bag(s, k)
    _bag_beam(s, k)
    _ring(s, k)
    _right_end(s, k)
    _lamps(s, k)
    return s


SCALE_OF = {WALL: WALL_Z, BACK: 6.0, HALL: 4.6, MID: 3.2, NEAR: .6, PLATFORM: 0.}

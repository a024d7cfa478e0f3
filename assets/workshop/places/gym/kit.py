"""The gym's materials: boards, tin, leather, canvas, the ring's skirt, lockers."""

import numpy as np

from ..built.scene import Scene
from ..paint.colour import blend, colour, smooth
from ..paint.noise import fbm
from ..paint.relief import Relief
from ..paint.relight import bake
from ..paint.textures import boards, brick, planks, plaster, ramp
from .wall import worn


def _leather(s: Scene, tones: tuple[str, ...], seed: int, tape: int) -> int:
    r = Relief(128, 128)
    r.texture(0, 0, plaster(128, 128, tones, seed))
    for y in (28, 92):
        r.rect((0, y, 128, 1), colour(tones[0]) * 0.5, -1)
    for y in range(52, 52 + 7 * tape, 7):
        r.rect((0, y, 128, 4), "#8a8470", 0.6)
    return s.paint(r, ppm=70, gloss=0.5, sharp=10)


class Kit:
    """Materials of the gym."""

    def __init__(self, s: Scene) -> None:
        fl = boards(480, 480, 9, ("#3a281a", "#463122", "#543b29", "#624733"), 5)
        fl = (blend(fl[0], colour("#6e5236"), smooth(0.5, 0.7, fbm(480, 480, 120, 40, 4, 3)) * 0.5), fl[1])
        self.floor = s.paint(
            (fl[0] * (0.8 + 0.4 * fbm(480, 480, 70, 40, 14, 3))[..., None], fl[1]),
            ppm=60,
            gloss=0.5,
            sharp=16,
            bump=0.4,
        )
        self.brick = s.paint(brick(256, 160, ("#34201c", "#422620", "#503028", "#5e3a2e"), "#4c4038", 31), ppm=57)
        self.tin = s.paint(self._tin(), ppm=60, bump=1.0, gloss=0.25)
        wood = planks(128, 128, 10, ("#4c3524", "#5c432e", "#6b5038"), 3)
        self.wood, self.timber = s.paint(wood, ppm=70), s.paint((worn(wood[0], 4) * 0.8, wood[1]), ppm=60)
        self.dark, self.steel = s.paint("#1c1a1a"), s.paint("#3c3e42", gloss=0.5, sharp=20)
        self.iron = s.paint(self._iron(), ppm=60, gloss=0.4)
        self.red, self.blue, self.cream = (
            s.paint("#9a2620", gloss=0.3),
            s.paint("#24468c", gloss=0.3),
            s.paint("#867c64", gloss=0.2),
        )
        self.rope, self.redrope = s.paint("#c4bca8"), s.paint("#b03a2c")
        self.canvas, self.apron = s.paint(self._canvas(), ppm=50), s.paint(self._apron(), ppm=100)
        self.tan = _leather(s, ("#4a2a1c", "#5c3624", "#6c422c"), 3, 3)
        self.black = _leather(s, ("#2a2626", "#363030", "#423a38"), 4, 3)
        self.oxblood = _leather(s, ("#50201c", "#642822", "#74302a"), 7, 0)
        self.bulb, self.shade = s.paint("#ffffff", "#ffd890", 14.0), s.paint("#23342c", gloss=0.3)
        self.shine = s.paint("#d8d0b8", "#ffca7c", 2.4)
        self.locker = s.paint(self._locker(), ppm=66)
        self.towel = s.paint("#a8a08c")

    @staticmethod
    def _tin() -> Relief:
        r = Relief(144, 144)
        for j in range(4):
            for i in range(4):
                x, y = i * 36, j * 36
                r.rect((x, y, 36, 36), "#5a5040", 0)
                r.rect((x + 2, y + 2, 32, 32), "#6a5e4a", 1.5)
                r.disc((x + 18, y + 18, 12, 12), "#766a54", 2.5)
                r.disc((x + 18, y + 18, 8, 8), "#5e5442", 1.5)
                r.disc((x + 18, y + 18, 4, 4), "#7c7058", 3)
        r.rgb = blend(
            r.rgb, colour("#3c2818"), np.round(smooth(0.45, 0.75, fbm(144, 144, 40, 40, 6, 4)) * 4) / 5
        ).astype(np.float32)
        return bake(r)

    @staticmethod
    def _iron() -> Relief:
        r = Relief(120, 24)
        r.rect((0, 0, 120, 24), "#33302c", 0)
        for y in (0, 20):
            r.rect((0, y, 120, 4), "#443e36", 2)
        for x in range(6, 120, 20):
            for y in (1, 21):
                r.rect((x, y, 2, 2), "#5c5242", 3)
        return r

    @staticmethod
    def _canvas() -> tuple[np.ndarray, np.ndarray]:
        n = fbm(256, 256, 50, 50, 5, 4)
        rgb = ramp(["#6c6656", "#787262", "#847d6b", "#8e8774"], np.clip(0.5 + (n - 0.5) * 1.6, 0, 0.99))
        old = fbm(256, 256, 24, 24, 15, 3)
        rgb = np.where((old > 0.66)[..., None], rgb * np.array([0.72, 0.62, 0.56]), rgb).astype(np.float32)
        return rgb, np.zeros((256, 256), np.float32)

    @staticmethod
    def _apron() -> Relief:
        """The skirt: blue cloth in folds, laced under a cream edge with a red piping, patched."""
        w, h = 880, 84
        r = Relief(w, h)
        _yy, xx = np.mgrid[0:h, 0:w]
        fold = np.sin(xx * 0.21 + 3 * fbm(h, w, 60, 200, 3, 3)) * 0.5 + 0.5
        tone = np.clip(0.2 + 0.6 * fold + (fbm(h, w, 30, 60, 8, 3) - 0.5) * 0.5, 0, 0.99)
        r.put(
            (0, h, 0, w, np.ones((h, w), bool)),
            ramp(["#1f2632", "#29323f", "#353f4d", "#424d5a"], tone),
            (fold * 3).astype(np.float32),
        )
        r.rect((0, 0, w, 9), "#80765f", 5)
        r.rect((0, 9, w, 2), "#7a2420", 6)
        for x in range(6, w, 14):
            r.rect((x, 11, 2, 3), "#b0a688", 4)
        r.rect((0, h - 5, w, 5), "#0e1222", 1)
        for x, y in ((118, 40), (420, 52), (655, 34)):
            r.rect((x, y, 26, 20), "#38424e", 4)
        return bake(r, 0.6)

    @staticmethod
    def _locker() -> Relief:
        r = Relief(66, 122)
        r.rect((0, 0, 66, 122), "#22302a", 0)
        for i, tint in enumerate(("#3e5048", "#465a50")):
            x = i * 33
            r.rect((x + 1, 2, 30, 117), tint, 2)
            for k in range(4):
                r.rect((x + 8, 10 + 4 * k, 16, 2), "#18201c", 1)
                r.rect((x + 8, 98 + 4 * k, 16, 2), "#18201c", 1)
            r.rect((x + 25, 56, 3, 10), "#8c9088", 4)
            r.rect((x + 11, 32, 9, 6), "#9c9478", 3)
        rust = np.round(smooth(0.5, 0.75, fbm(122, 66, 12, 30, 4, 4)) * 3) / 4
        r.rgb = blend(r.rgb, colour("#5a3420"), rust)
        return bake(r)

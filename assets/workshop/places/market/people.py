"""The people painted into the market: sellers behind their goods and folk at the kerb, each of another build, dress and
errand, so that nobody comes twice.
"""

from dataclasses import dataclass

from ..paint.colour import colour
from ..paint.relief import Paint, Relief, capsule

WIDE, HIGH, PPM = 60, 96, 42
"""Size of the relief that somebody is painted on, px; px a metre."""
MIDDLE, FOOT = 28, 94
"""Column of the middle of the body, and row of the soles."""


@dataclass(frozen=True)
class Person:
    """Somebody: dress, build, what is on the head and in the hands.

    `legs` is trousers, skirt or coat (to the shins); `hat` is cap, knit, brim, scarf, bun, bare or hood; `holds` is
    what a hand holds or the shoulder carries, or nothing; `stout` widens the trunk, px; `size` is 1 at 1.8 m.
    """

    coat: str
    hat: str = "cap"
    crown: str = "#2a2522"
    legs: str = "trousers"
    below: str = "#2c2a30"
    apron: str = ""
    holds: str = ""
    stout: float = 0.0
    size: float = 1.0
    skin: str = "#a8714f"
    beard: str = ""
    turned: int = 1
    reach: float = 0.0
    scarf: str = ""


class _Body:
    """Limbs by height over the ground, to the right of the middle, scaled to a size."""

    def __init__(self, r: Relief, size: float) -> None:
        self.r, self.k = r, size

    def limb(self, a: tuple[float, float, float], b: tuple[float, float, float], paint: Paint, z: float = 0.0) -> None:
        k = self.k
        ends = [(MIDDLE + x * k, FOOT - y * k, wide * k) for x, y, wide in (a, b)]
        capsule(self.r, ends[0], ends[1], colour(paint) if isinstance(paint, str) else paint, z)

    def block(self, left: float, top: float, wide: float, tall: float, paint: str, z: float) -> None:
        k = self.k
        self.r.rect((MIDDLE + left * k, FOOT - top * k, wide * k, tall * k), paint, z)

    def stick(self, a: tuple[float, float], b: tuple[float, float], paint: str, z: float, wide: float = 2) -> None:
        k = self.k
        self.r.line((MIDDLE + a[0] * k, FOOT - a[1] * k), (MIDDLE + b[0] * k, FOOT - b[1] * k), paint, z, wide)


def painted(who: Person) -> Relief:
    """Return somebody standing, seen from the front; `turned` -1 is mirrored."""
    r = Relief(WIDE, HIGH)
    body = _Body(r, who.size)
    _legs(body, who)
    _trunk(body, who)
    _head(body, who)
    _arms(body, who)
    _in_hand(body, who.holds)
    _carried(body, who.holds)
    return r.flipped() if who.turned < 0 else r


def _legs(body: _Body, who: Person) -> None:
    for side in (-1, 1):
        body.limb((side * 4, 3, 2.6), (side * 4 + 4, 2.6, 2.2), "#14110f")
        if who.legs == "trousers":
            body.limb((side * 3.6, 34, 5 + who.stout * 0.3), (side * 4.4, 5, 3.6), who.below, -2)
        else:
            body.limb((side * 3.2, 20, 3), (side * 3.6, 5, 2.6), "#2a2426", -2)
    if who.legs != "trousers":
        hem = 9 if who.legs == "skirt" else 18
        tone = who.below if who.legs == "skirt" else who.coat
        for x in (-5, 0, 5):
            body.limb((x * 0.7, 36, 6 + who.stout * 0.4), (x * 1.25, hem + 3, 5), tone, 0)


def _trunk(body: _Body, who: Person) -> None:
    wide = 8.4 + who.stout
    body.limb((0, 33, wide), (0, 54, wide + 0.8 - who.stout * 0.3), who.coat)
    body.limb((0.6, 30, 0.7), (0.6, 56, 0.7), colour(who.coat) * 0.55, wide - 0.4)
    if who.apron:
        body.limb((0.5, 22, 6 + who.stout * 0.6), (0.5, 46, 5.6 + who.stout * 0.6), who.apron, 3.4)
        body.block(-wide + 1, 38, 2 * wide - 1, 1.4, "#3a3430", wide + 2)
    if who.scarf:
        body.limb((-5, 57, 3), (6, 57, 3), who.scarf, wide)
        body.limb((4, 56, 2.4), (5, 45, 2.2), who.scarf, wide + 1)


def _head(body: _Body, who: Person) -> None:
    skin = colour(who.skin)
    body.limb((0, 60, 3.4), (0, 63, 3.4), skin * 0.8, 0)
    body.limb((0, 65, 5.2), (0.6, 68, 5.2), skin, 1)
    if who.beard:
        body.limb((-2, 62, 3.4), (3, 61.6, 3.6), who.beard, 3)
    crown = colour(who.crown)
    match who.hat:
        case "cap":
            body.limb((-1, 70.4, 5.4), (1, 71, 5.2), crown, 2)
            body.limb((2, 69.6, 2), (8, 68.6, 1.4), crown * 0.8, 4)
        case "knit":
            body.limb((0, 70, 5.6), (0, 72.6, 5), crown, 2)
            body.limb((-4.6, 69, 1.5), (4.8, 69, 1.5), crown * 1.3, 4.5)
        case "brim":
            body.limb((-8.4, 70, 1.5), (9, 70, 1.5), crown * 0.85, 4)
            body.limb((-2.4, 72.6, 4.6), (3, 73, 4.4), crown, 2)
        case "scarf":
            body.limb((-1.4, 67, 6.2), (0, 70, 6), crown, 0.6)
            body.limb((-5, 62, 2.6), (-7, 57, 2.2), crown * 0.8, 2)
        case "bun":
            body.limb((-1, 70, 5.4), (0, 71, 5.2), crown, 1.6)
            body.limb((-5, 73, 3.2), (-5, 73.4, 3.2), crown * 0.9, 2)
        case "hood":
            body.limb((-1, 64, 6.8), (0, 70, 6.6), crown, 0.2)
        case _:
            body.limb((-1, 70.4, 4.8), (1, 71, 4.6), crown, 1.4)


def _arms(body: _Body, who: Person) -> None:
    out, sleeve, skin = 8.6 + who.stout * 0.8, colour(who.coat), colour(who.skin)
    body.limb((out, 53, 3.9), (out + 2.6, 43, 3.3), sleeve * 0.92, 4)
    if who.reach:
        body.limb((out + 2.6, 44, 3.2), (out + 9, 52 + who.reach, 2.6), sleeve, 6)
        body.limb((out + 9, 53 + who.reach, 2.5), (out + 10, 54 + who.reach, 2.4), skin, 7)
    else:
        body.limb((out + 2, 42, 3.1), (6, 36, 2.7), sleeve, 7)
        body.limb((5.4, 36, 2.4), (4.6, 36, 2.4), skin, 8)
    body.limb((-out, 53, 3.9), (-out - 2.2, 42, 3.3), sleeve * 0.84, 3)
    body.limb((-out - 2, 42, 3.1), (-out + 1.4, 32, 2.7), sleeve * 0.84, 4)
    body.limb((-out + 1.6, 31, 2.4), (-out + 2, 30.4, 2.4), skin * 0.9, 5)


def _in_hand(body: _Body, what: str) -> None:
    """Draw a small thing that one hand holds."""
    match what:
        case "basket":
            body.limb((9, 29, 6.4), (15, 29, 6.4), "#8a6a3e", 8)
            body.stick((5, 32), (12, 41), "#6a4e2c", 13)
            body.stick((12, 41), (19, 32), "#6a4e2c", 13)
            for x, tone in ((8, "#c8621e"), (12, "#6f8a3a"), (16, "#b03a28")):
                body.limb((x, 35, 2.6), (x + 0.4, 35.4, 2.6), tone, 13)
        case "cup":
            body.limb((8, 44, 2.6), (8, 49, 2.6), "#d8d0bc", 12)
        case "cane":
            body.stick((13, 38), (15, 1), "#4a3420", 9)
            body.limb((11, 39, 1.4), (14, 39, 1.4), "#6a4c30", 9)
        case "flowers":
            for x, y, tone in ((5, 48, "#c04a5c"), (10, 51, "#d8a03c"), (13, 46, "#e0d4c0"), (8, 54, "#a83a4a")):
                body.limb((x, y, 3), (x + 0.4, y + 0.4, 3), tone, 12)
            body.limb((8, 44, 2.6), (6, 36, 1.8), "#4c6a34", 11)
        case "fish":
            body.limb((12, 40, 2.4), (13, 28, 3.2), "#8a9aa6", 12)
            body.limb((13, 25, 1), (15, 22, 2.2), "#6a7a86", 12)
        case "fowl":
            body.limb((12, 36, 1.4), (13, 30, 4.6), "#cfc6b4", 12)
            body.limb((13, 24, 2.6), (12, 20, 1.8), "#a03a2c", 12)


def _carried(body: _Body, what: str) -> None:
    """Draw what is carried before the chest, on the shoulder or overhead."""
    match what:
        case "sack":
            body.limb((-9, 66, 8.4), (7, 62, 7.4), "#9a8460", 5)
            body.limb((9, 60, 3), (11, 57, 2.6), "#82704e", 10)
        case "paper":
            body.block(-7, 54, 19, 15, "#c6c0b0", 11)
            for row in range(4):
                body.block(-5, 51.6 - row * 3, 15, 0.9, "#8a8478", 12)
        case "broom":
            body.stick((14, 62), (17, 8), "#8a6c42", 9)
            body.limb((16.6, 8, 3), (18, 3, 4.6), "#b89a58", 9)
        case "tray":
            body.block(-15, 84, 34, 2.4, "#6a4c30", 10)
            for x in (-10, -2, 6, 13):
                body.limb((x, 86, 3.2), (x + 3, 86, 3), "#b8834a", 10)
            body.limb((11, 54, 3.4), (12, 82, 2.6), "#b0a48c", 9)
        case "crate":
            body.block(-8, 46, 26, 15, "#7a5a38", 11)
            for row in range(3):
                body.block(-8, 45 - row * 5, 26, 0.9, "#3e2c1c", 12)
            for x in (-4, 2, 8, 14):
                body.limb((x, 47.6, 2.8), (x + 0.3, 48, 2.8), "#d8742a", 12)


SELLERS = (
    Person("#5a6068", "cap", "#22242a", apron="#c8c4b8", stout=2.6, beard="#3a2c24", reach=4),
    Person("#2c4a66", "knit", "#5a2420", apron="#8aa0a8", holds="fish", skin="#7a4c34"),
    Person("#8a7a58", "bun", "#6a6a6c", legs="skirt", below="#3c3038", apron="#b8a48c", size=0.92),
    Person("#c2b8a2", "bare", "#2a1c16", apron="#e0d8c4", stout=3.2, holds="tray", skin="#b98060"),
    Person("#4a3438", "brim", "#30262a", size=1.04, holds="cup", turned=-1),
    Person("#3c5a40", "scarf", "#b0482e", legs="skirt", below="#4a3a2c", holds="basket", size=0.9),
    Person("#7c6a3a", "cap", "#4a4030", apron="#6a7a5c", turned=-1, reach=6, skin="#6a4230"),
    Person("#744038", "knit", "#d8c8a0", apron="#cfc8b8", holds="fowl", stout=1.6),
    Person("#2c3c58", "hood", "#8a5a20", legs="coat", size=0.95, turned=-1),
    Person("#a08858", "bare", "#8a8680", apron="#b04a38", stout=3.8, beard="#8a8680", turned=-1),
    Person("#4c5634", "brim", "#5c4a30", reach=3, size=1.06, skin="#8a5a3e"),
    Person("#30485a", "knit", "#20323e", apron="#5a6a70", stout=1.2, turned=-1, reach=5, beard="#5a2c1c"),
    Person("#46424a", "bare", "#1c1614", apron="#6a4a2c", holds="broom", size=1.02),
    Person("#8c5a68", "bun", "#2c1c18", legs="skirt", below="#50303c", holds="flowers", size=0.93, turned=-1),
    Person("#d2c8b4", "cap", "#e0d8c8", apron="#d8d0c0", holds="tray", size=0.98, turned=-1, skin="#7c5038"),
    Person("#3a5c60", "scarf", "#c8a850", legs="skirt", below="#283c44", stout=2.2, size=0.94, reach=4),
    Person("#6a3430", "cap", "#3a2022", apron="#b8a89c", stout=0.8, size=1.05, turned=-1, holds="cup"),
    Person("#5c6a4c", "bun", "#9a968c", legs="coat", holds="cup", size=0.88),
)
"""Who keeps which stall, in the order of the shops."""
FOLK = (
    (7.6, Person("#3a3e4a", "brim", "#22242c", legs="coat", scarf="#8a3a2c", holds="paper")),
    (14.4, Person("#6a3a34", "knit", "#c8a850", holds="basket", turned=-1, skin="#7a4c34")),
    (17.9, Person("#4a5a68", "scarf", "#7c8ca0", legs="skirt", below="#2c3440", size=0.9, holds="basket")),
    (26.2, Person("#34303a", "cap", "#1e1c22", legs="coat", turned=-1, reach=2, scarf="#5a6a70")),
    (28.9, Person("#4c3a30", "knit", "#243848", stout=2.4, beard="#2a1e18", reach=3, turned=-1)),
    (36.6, Person("#2f4c60", "bare", "#5a3a22", holds="sack", size=1.04)),
    (41.9, Person("#70604a", "bun", "#b0aca4", legs="coat", holds="cane", size=0.86)),
    (46.0, Person("#5c4430", "brim", "#3a2c20", stout=3.4, holds="cup", turned=-1)),
    (55.3, Person("#3a3440", "hood", "#2e3c50", legs="coat", size=0.94, reach=2)),
    (57.9, Person("#50362a", "cap", "#8a7a58", reach=4, turned=-1, size=1.03, skin="#6a4230")),
    (64.8, Person("#485a44", "scarf", "#a84438", legs="skirt", below="#38302c", holds="flowers", stout=1.4, size=0.92)),
    (69.9, Person("#3c4050", "cap", "#20222a", holds="crate", stout=1.8, skin="#8a5a3e")),
    (79.4, Person("#463c34", "brim", "#6a5a40", legs="coat", beard="#a8a49a", holds="cane", size=0.96)),
    (83.4, Person("#2e3a4c", "knit", "#8a3428", reach=3, turned=-1, stout=1.0)),
    (90.6, Person("#7a5448", "bun", "#3a2018", legs="skirt", below="#3c2c3a", holds="paper", size=0.93, turned=-1)),
    (97.9, Person("#3c4a3a", "knit", "#5c6a3c", holds="fowl", stout=2.8, reach=0)),
    (103.4, Person("#34405c", "cap", "#2a3040", holds="broom", size=0.98, turned=-1, scarf="#b8a878")),
)
"""Who stands at the kerb, and at how many metres of the street."""

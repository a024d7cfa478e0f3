"""The tone of each place: the light its film print has, the color of its dark, whether breath is seen. Numbers of
look, together.

Multiplying tints are near white: the places are painted in their own light, and the print only leans.
"""

from dataclasses import dataclass

Color = tuple[int, int, int]


DAYLIGHT, LAMPLIGHT = (62, 43, 15), (58, 36, 12)
TINT_CURVE = 2.0
"""The band that a run begins in is tinted nearer to the highest than to the lowest."""


@dataclass(frozen=True, slots=True)
class Mist:
    """A bank of mist along a lane, behind the runner: its color, how much of what is behind it covers (0 to 1), and
    how many metres it stands over the ground."""

    color: Color
    cover: float
    top: float = 2.9
    ends: float = 1e9
    """The place's pixel at which it is gone: light does not reach further in."""


@dataclass(frozen=True, slots=True)
class ColorGrade:
    """`cool` and `warm` are the tints of the lowest and highest band of form; `edge` rims what passes near the lens."""

    cool: Color
    warm: Color
    vignette: float
    dark: Color
    edge: Color
    cold: bool = False
    key: Color = (255, 255, 255)
    """The light on the fighter alone, 255 for as painted."""
    others: Color = (255, 255, 255)
    """The light on everyone else: below 255 where the street lies in shade."""
    lone_key: Color | None = None
    """His light once the place's own has left, as under the bridge: what the river throws up. None: as `key`."""
    flare: float = 1.0
    """How much of the sun's bloom and flare reaches the lens; 0 where something always stands before it."""
    haze: Color = (150, 130, 110)
    haze_strength: float = 0.0
    """Lit haze between the fighter and what is behind him: its color, and how much of it covers (0 to 1)."""
    mist: Mist | None = None
    glow: Color = DAYLIGHT
    """The light that a great run lets in from above, at its strongest."""
    near_haze: float = 0.0
    """So much of the haze (0 to 1) lies again over the people and things that stand close behind him."""

    def key_in(self, darkness: float) -> Color:
        """Return the light on the fighter where `darkness` (0 to 1) of the place's own has left."""
        lone = self.lone_key or self.key
        red, green, blue = (round(key + (left - key) * darkness) for key, left in zip(self.key, lone, strict=True))
        return red, green, blue


TONES: dict[str, ColorGrade] = {
    "yard": ColorGrade(
        (184, 198, 240),
        (255, 248, 236),
        0.34,
        (20, 18, 28),
        (240, 168, 96),
        cold=True,
        haze=(196, 156, 120),
        haze_strength=0.15,
        mist=Mist((236, 186, 132), 0.44, 2.5),
        key=(224, 222, 232),
        near_haze=0.6,
    ),
    "market": ColorGrade(
        (186, 196, 232),
        (255, 250, 238),
        0.34,
        (18, 14, 20),
        (236, 170, 100),
        cold=True,
        haze=(204, 168, 126),
        haze_strength=0.34,
        key=(220, 220, 228),
        mist=Mist((214, 170, 122), 0.54, 2.5),
        near_haze=1.5,
        others=(176, 172, 190),
    ),
    "bridge": ColorGrade(
        (192, 204, 228),
        (255, 250, 238),
        0.42,
        (8, 9, 14),
        (170, 160, 134),
        cold=True,
        haze=(150, 142, 124),
        haze_strength=0.12,
        flare=0.0,
        mist=Mist((176, 174, 160), 0.66, 3.0, 1960.0),
        key=(272, 278, 288),
        glow=(34, 25, 12),
        lone_key=(448, 458, 474),
    ),
    "gym": ColorGrade(
        (184, 190, 222),
        (255, 250, 240),
        0.36,
        (10, 6, 12),
        (204, 150, 88),
        cold=False,
        haze=(22, 17, 20),
        haze_strength=0.74,
        key=(350, 340, 322),
        glow=LAMPLIGHT,
    ),
    "plant": ColorGrade(
        (180, 206, 232),
        (248, 252, 250),
        0.40,
        (4, 12, 18),
        (150, 190, 196),
        cold=True,
        haze=(16, 34, 42),
        haze_strength=0.72,
        key=(366, 368, 366),
        near_haze=0.34,
        glow=LAMPLIGHT,
    ),
    "river": ColorGrade(
        (182, 196, 230),
        (255, 250, 240),
        0.28,
        (14, 14, 18),
        (230, 200, 150),
        cold=True,
        haze=(214, 196, 160),
        haze_strength=0.2,
        mist=Mist((216, 218, 206), 0.53, 2.4),
        key=(230, 228, 236),
        near_haze=0.5,
    ),
    "cuts": ColorGrade((216, 220, 236), (255, 250, 240), 0.30, (10, 10, 14), (220, 190, 140)),
    "steps": ColorGrade(
        (188, 200, 234),
        (255, 252, 244),
        0.28,
        (20, 22, 32),
        (240, 214, 160),
        cold=True,
        haze=(232, 206, 160),
        haze_strength=0.4,
        mist=Mist((238, 212, 166), 0.6, 3.0),
    ),
    "summit": ColorGrade(
        (188, 200, 230),
        (255, 252, 244),
        0.26,
        (20, 20, 26),
        (250, 226, 170),
        mist=Mist((244, 228, 192), 0.34, 3.0),
        key=(214, 214, 224),
        glow=(30, 21, 8),
    ),
}
NEUTRAL = ColorGrade((236, 236, 244), (255, 250, 240), 0.32, (12, 12, 16), (220, 190, 140))


def color_grade_of(place: str) -> ColorGrade:
    """Return a place's tone; a place it does not know gets a neutral one."""
    return TONES.get(place, NEUTRAL)


def tint_at(color_grade: ColorGrade, warmth: float) -> Color:
    """Return the print's tint at a warmth of 0.0 to 3.0 (the band, eased)."""
    share = 1.0 - min(1.0, max(0.0, 1.0 - warmth / 3.0)) ** TINT_CURVE
    red, green, blue = (round(c + (w - c) * share) for c, w in zip(color_grade.cool, color_grade.warm, strict=True))
    return red, green, blue

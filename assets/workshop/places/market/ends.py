"""The walls at either end of the market: the overpass behind, and the viaduct whose arch leads to the river."""

from ..built.scene import Scene
from ..paint.textures import ashlar, brick, weather
from .arch import store


def ends(s: Scene) -> None:
    """The overpass behind (its brick side) and the stone viaduct before the river; both hide the change of place."""
    wall = s.paint(
        weather(brick(1024, 512, ("#33201e", "#402824", "#4e302a", "#5c3a32"), "#4a403c", 21, 0.8), "#2a2a2c", 0.6, 5),
        ppm=44,
    )
    pier = s.paint(
        weather(ashlar(256, 512, (26, 13), ("#302c2a", "#3a3532", "#443e3a"), "#201e1c", 8, 0.5), "#3a3836", 0.5, 3),
        ppm=44,
    )
    s.box((-30, 0, 1.9), (1.9, 9, 6.0), wall, shift=(-26.56, 0))
    for x in (-12.24, -7.84, -3.44, 0.96):  # as in the yard, whose 61.44 m is our 0
        s.box((x - 0.25, 0, 1.6), (x + 0.9, 9, 2.0), pier)
    s.box((-30, 4.6, 1.4), (2.1, 5.1, 2.0), pier)
    s.lamp((-0.64, 3.9, 1.2), "#ffb060", 3.2, 6, 0.3)
    s.lamp((107.6, 3.7, 1.0), "#ffb060", 2.6, 6, 0.3)
    bulb = s.paint("#ffffff", "#ffd890", 6)
    s.ball((-0.64, 4.05, 1.55), (0.14, 0.12, 0.14), bulb)
    s.ball((107.6, 3.85, 1.5), (0.14, 0.12, 0.14), bulb)
    stone = s.paint(
        weather(
            ashlar(1536, 512, (36, 16), ("#4a4644", "#57524e", "#645e58", "#746c64"), "#2a2826", 18, 0.5),
            "#2c3424",
            0.5,
            13,
            (40, 60),
        ),
        ppm=44,
    )
    s.box((106.2, 0, 1.9), (140, 9, 6.0), stone)
    s.box((105.9, 0, 1.5), (107.0, 9, 2.0), pier)
    s.box((105.6, 5.6, 1.3), (140, 6.1, 2.0), pier)
    s.card((108.2, 0, 1.88), (6.0, 5.4), s.paint(store(), ppm=44))
    s.lamp((112.5, 2.4, 1.3), "#ffa850", 1.5, 5, 0.2)
    s.box((114.5, 0, 1.5), (116.4, 9, 2.0), pier)

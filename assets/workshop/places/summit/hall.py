"""City Hall: pale stone under slate, a squat dome, and on it the hatted statue that nothing in the city overtops."""

import numpy as np

from ..paint.colour import colour
from ..paint.relief import Relief, round_height

FOOT = 224
"""Row of its foot, hidden by the Parkway's trees."""
STONE, SHADED, COURSE = "#f0d8a4", "#d0ac74", "#fff2cc"
WINDOW, SLATE, RIDGE = "#7488b6", "#4f88bc", "#a8d0ea"
BRONZE, GLINT = "#3a484e", "#e0b87c"


def city_hall(w: int, x: int) -> Relief:
    """The whole building on a sheet of width `w`, its axis at column `x`; 142 px from its foot to the hat."""
    r = Relief(w, 384)
    _fronts(r, x)
    for dx, wide, tall in ((-92, 34, 44), (58, 34, 44), (-19, 38, 48)):
        _pavilion(r, x + dx, wide, tall)
    _tower(r, x)
    _statue(r, x, FOOT - 106)
    return r


def _fronts(r: Relief, x: int) -> None:
    """Three storeys of arched windows between the pavilions, under a steep slate roof with dormers."""
    for side in (-60, 18):
        left = x + side
        r.rect((left, FOOT - 36, 42, 36), STONE, 5)
        for k in range(5):
            a = left + 2 + 8 * k
            for up, tall in ((31, 7), (20, 8), (9, 8)):
                r.rect((a + 1, FOOT - up, 4, tall), WINDOW, 3)
                r.rect((a + 2, FOOT - up - 1, 2, 1), WINDOW, 3)
            r.rect((a - 1, FOOT - 36, 1, 36), SHADED, 7)
        for up in (35, 22, 11):
            r.rect((left, FOOT - up, 42, 1), COURSE, 8)
        r.poly([(left, FOOT - 36), (left + 3, FOOT - 45), (left + 39, FOOT - 45), (left + 42, FOOT - 36)], SLATE, 6)
        for k in range(4):
            r.rect((left + 5 + 9 * k, FOOT - 42, 4, 5), COURSE, 8)
            r.rect((left + 6 + 9 * k, FOOT - 41, 2, 4), WINDOW, 7)
        r.rect((left + 3, FOOT - 46, 36, 1), RIDGE, 8)


def _pavilion(r: Relief, x: float, wide: int, tall: int) -> None:
    """A corner or middle house: coupled columns, a mansard with its crest and two chimneys."""
    r.rect((x, FOOT - tall, wide, tall), STONE, 9)
    for k in range(3):
        a = x + 4 + (wide - 8) / 3 * k
        for up, height in ((tall - 5, 9), (tall - 18, 10), (tall - 31, 9)):
            r.rect((a + 2, FOOT - up, 5, height), WINDOW, 6)
            r.rect((a + 3, FOOT - up - 1, 3, 1), WINDOW, 6)
        r.rect((a - 1, FOOT - tall, 2, tall), COURSE, 12)
    r.rect((x + wide - 3, FOOT - tall, 3, tall), COURSE, 12)
    for up in (tall, tall - 14, tall - 27):
        r.rect((x - 1, FOOT - up, wide + 2, 2), COURSE, 13)
    top = FOOT - tall - 15
    r.poly([(x, FOOT - tall), (x + 5, top), (x + wide - 5, top), (x + wide, FOOT - tall)], SLATE, 9)
    r.rect((x + wide / 2 - 3, FOOT - tall - 9, 7, 9), COURSE, 11)
    r.rect((x + wide / 2 - 1, FOOT - tall - 7, 3, 6), WINDOW, 9)
    r.rect((x + 5, top - 1, wide - 10, 2), RIDGE, 11)
    for dx in (3, wide - 6):
        r.rect((x + dx, top - 3, 3, 12), SHADED, 10)


def _tower(r: Relief, x: int) -> None:
    """Shaft, clock, colonnade and dome, each a little narrower; corners cut, so that light runs down one side."""
    for up, tall, half in ((74, 30, 15), (88, 14, 14), (97, 9, 11)):
        r.rect((x - half, FOOT - up, 2 * half, tall), STONE, round_height(x, half + 3, 6, 0.6))
    for dx in (-9, -1, 7):  # the shaft's tall windows
        r.rect((x + dx, FOOT - 69, 3, 20), WINDOW, 5)
        r.rect((x + dx + 1, FOOT - 70, 1, 1), WINDOW, 5)
    for dx in (-15, -5, 4, 13):
        r.rect((x + dx, FOOT - 74, 2, 30), COURSE, 16)
    for dx in (-8, -4, 0, 4, 8):  # the colonnade under the dome
        r.rect((x + dx - 1, FOOT - 96, 2, 7), WINDOW, 6)
    for up, half in ((74, 17), (88, 16), (97, 13)):
        r.rect((x - half, FOOT - up, 2 * half, 2), COURSE, 18)
    r.disc((x, FOOT - 80.5, 6, 6), SHADED, 17)
    r.disc((x, FOOT - 80.5, 4.6, 4.6), "#fff6d8", 18, colour("#fff2c8") * 0.25)
    r.line((x, FOOT - 81), (x, FOOT - 84), BRONZE, 19)
    r.line((x, FOOT - 81), (x + 2, FOOT - 81), BRONZE, 19)
    for dx in (-15, 12):  # eagles at the dome's foot
        r.rect((x + dx, FOOT - 92, 3, 4), SHADED, 14)
    dome = [(-12, 97), (-11, 101), (-8, 104), (-4, 106), (4, 106), (8, 104), (11, 101), (12, 97)]
    r.poly([(x + a, FOOT - b) for a, b in dome], "#7d9fac", lambda _y, xx: 16 - np.abs(xx - x - 2) * 0.9)
    for dx in (-6, 0, 6):
        r.rect((x + dx, FOOT - 104, 1, 6), SLATE, 14)


def _statue(r: Relief, x: int, y: int) -> None:
    """A man in a long coat and a broad-brimmed hat, one hand held out over the city, a scroll in the other; `y` is
    the row under his feet.
    """
    r.rect((x - 5, y - 2, 11, 3), BRONZE, 14)
    for dx in (-4, 2):  # stockings and shoes
        r.rect((x + dx, y - 9, 3, 8), BRONZE, 14)
        r.rect((x + dx, y - 2, 4, 1), BRONZE, 15)
    coat = [(-4, 27), (4, 27), (6, 22), (5, 16), (8, 7), (-7, 7), (-5, 16), (-6, 22)]
    r.poly([(x + a, y - b) for a, b in coat], BRONZE, 16)
    r.poly([(x + 3, y - 26), (x + 7, y - 23), (x + 12, y - 17), (x + 10, y - 15), (x + 3, y - 21)], BRONZE, 17)
    r.rect((x + 10, y - 17, 4, 2), BRONZE, 18)
    r.poly([(x - 4, y - 26), (x - 8, y - 20), (x - 7, y - 13), (x - 4, y - 14), (x - 4, y - 20)], BRONZE, 17)
    r.rect((x - 9, y - 15, 2, 6), SHADED, 18)
    r.rect((x - 2, y - 31, 5, 5), BRONZE, 16)
    r.rect((x - 7, y - 32, 15, 2), BRONZE, 18)
    r.rect((x - 3, y - 36, 7, 4), BRONZE, 17)
    for place in (
        (7, 32, 1, 1),
        (3, 36, 1, 4),
        (5, 27, 1, 6),
        (4, 16, 1, 4),
        (7, 10, 1, 3),
        (4, 9, 1, 7),
        (12, 17, 2, 1),
    ):
        dx, up, wide, tall = place
        r.rect((x + dx, y - up, wide, tall), GLINT, 19)

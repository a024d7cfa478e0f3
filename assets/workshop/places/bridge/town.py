"""What stands on the far bank, as flat shapes: mills and stacks, a gasholder, rows of houses, a railway; and what of it
is lit.

Each piece stands on row `foot` from column `x` on. A `Bank` draws the same pieces twice: their bodies into one relief,
their lit windows into another, so that the game can put the windows out on a poor run.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..paint.motifs import lattice, water_tank
from ..paint.relief import Relief

BRICK, SLATE, STEEL, TRIM = "#5e5048", "#4c4a4a", "#464a4c", "#74685a"
"""Tones of walls, roofs, ironwork, and of cornices and sills in the light."""
PANE = "#3c3c3e"
"""A window in which nothing burns."""


@dataclass(frozen=True)
class Bank:
    """Where the pieces are drawn: their bodies, their lit windows, the row they stand on, and which windows burn."""

    bodies: Relief
    windows: Relief
    foot: int
    rng: np.random.Generator

    def pane(self, x: float, y: float, size: tuple[int, int], burning: float = 0.2) -> None:
        """Draw a window; a share of them burns."""
        self.bodies.rect((x, y, *size), PANE, 3)
        if self.rng.random() < burning:
            self.windows.rect((x, y, *size), "#ff9c40", 3)


def row_houses(bank: Bank, x: float, width: int, storeys: int) -> None:
    """A terrace: one flat roof after another behind a cornice, every house with its chimney and its two windows."""
    r, house = bank.bodies, 0.0
    while house < width:
        wide = int(bank.rng.integers(9, 13))
        tall = 9 * storeys + int(bank.rng.integers(0, 3))
        top, left = bank.foot - tall, x + house
        r.rect((left, top, wide, tall + 3), ("#665448", "#5a4c46", "#6c5c50")[int(bank.rng.integers(0, 3))], 3)
        r.rect((left - 0.4, top - 1, wide + 1, 2), TRIM, 5)
        r.rect((left + wide - 3, top - 5, 2, 5), BRICK, 4)
        for floor in range(storeys):
            for side in (2, wide - 4):
                bank.pane(left + side, top + 3 + 9 * floor, (2, 4), 0.16)
        if bank.rng.random() < 0.25:  # an aerial
            r.rect((left + 3, top - 8, 1, 8), STEEL, 4)
            r.rect((left + 1, top - 8, 5, 1), STEEL, 4)
        house += wide


def mill(bank: Bank, x: float, width: int, storeys: int, tank: float = 0.5) -> None:
    """A brick mill: a flat roof, rows of wide windows, a stair tower, a water tank on legs over it."""
    r, tall = bank.bodies, 10 * storeys + 5
    top = bank.foot - tall
    r.rect((x, top, width, tall + 3), BRICK, 4)
    r.rect((x - 1, top - 1, width + 2, 2), TRIM, 6)
    r.rect((x + width * 0.78, top - 9, 11, 12), BRICK, 5)
    r.rect((x + width * 0.78 - 1, top - 10, 13, 2), TRIM, 6)
    water_tank(r, round(x + width * tank * 0.6), top, 1.5, SLATE)
    for storey in range(storeys):
        for left in np.arange(x + 3, x + width - 5, 7):
            bank.pane(left, top + 5 + 10 * storey, (4, 5), 0.10)


def sheds(bank: Bank, x: float, bays: int) -> None:
    """A shop of saw-toothed sheds, glass to the north."""
    r = bank.bodies
    r.rect((x, bank.foot - 11, 15 * bays, 14), BRICK, 4)
    for bay in range(bays):
        left = x + 15 * bay
        r.poly([(left, bank.foot - 11), (left + 3, bank.foot - 20), (left + 15, bank.foot - 11)], SLATE, 5)
        bank.pane(left + 4, bank.foot - 7, (7, 4), 0.12)


def stack(bank: Bank, x: float, tall: int, wide: int = 4) -> None:
    """A brick stack, a little narrower at its head, banded."""
    r, top = bank.bodies, bank.foot - tall
    r.poly([(x - 1, bank.foot), (x, top), (x + wide, top), (x + wide + 1, bank.foot)], BRICK, 5)
    r.rect((x - 1, top - 1, wide + 2, 2), TRIM, 6)
    r.rect((x - 0.5, top + 5, wide + 1, 1), TRIM, 6)


def gasholder(bank: Bank, x: float, wide: int, tall: int, filled: float) -> None:
    """A gasholder: the drum as high as it is filled, in a ring of columns with their crosses."""
    r, top = bank.bodies, bank.foot - tall
    drum = round(tall * filled)
    r.rect((x + 2, bank.foot - drum, wide - 4, drum + 3), "#5c605e", 3)
    r.poly(
        [
            (x + 2, bank.foot - drum),
            (x + wide * 0.3, bank.foot - drum - 4),
            (x + wide * 0.7, bank.foot - drum - 4),
            (x + wide - 2, bank.foot - drum),
        ],
        "#6a6c68",
        4,
    )
    # The columns stand on a circle: seen from the side they crowd at its edges.
    columns = [round(x + wide / 2 * (1 - np.cos(np.pi * k / 8))) for k in range(9)]
    for left, right in pairwise(columns):
        for low in (0.33, 0.66, 1.0):
            r.line((left, bank.foot - tall * (low - 0.33)), (right, bank.foot - tall * low), STEEL, 4)
    for column in columns:
        r.rect((column, top, 1, tall), STEEL, 5)
    for row in (0.0, 0.34, 0.67):
        r.rect((x, top + tall * row, wide + 1, 1), STEEL, 5)


def power_station(bank: Bank, x: float) -> None:
    """A power station: boiler house, turbine hall with tall windows, a coal conveyor, four stacks in a row."""
    r, foot = bank.bodies, bank.foot
    for number, tall in enumerate((66, 70, 68, 61)):
        stack(bank, x + 12 + 15 * number, tall, 5)
    r.rect((x, foot - 40, 74, 43), BRICK, 6)
    r.rect((x - 1, foot - 41, 76, 2), TRIM, 7)
    r.rect((x + 74, foot - 25, 48, 28), "#665a50", 6)
    r.rect((x + 73, foot - 26, 50, 2), TRIM, 7)
    r.poly([(x - 44, foot - 6), (x - 44, foot - 10), (x + 2, foot - 36), (x + 2, foot - 30)], STEEL, 5)
    for leg in (-34, -20, -8):
        r.rect((x + leg, foot - (leg + 54) * 0.5, 2, (leg + 54) * 0.5 + 2), STEEL, 4)
    for left in range(5, 68, 9):
        bank.pane(x + left, foot - 32, (4, 18), 0.12)
    for left in range(79, 118, 8):
        bank.pane(x + left, foot - 19, (4, 13), 0.3)


def truss_bridge(bank: Bank, x: float, spans: int, wide: int = 62) -> None:
    """A railway bridge of camelback trusses on stone piers, over the mouth of a creek."""
    r, deck = bank.bodies, bank.foot - 9
    for span in range(spans):
        left = x + span * wide
        lattice(r, (left, deck - 3), (left + wide, deck), 6, STEEL, 5)
        bows = [(left + wide * t, deck - 4 - 17 * (1 - (2 * t - 1) ** 2)) for t in np.linspace(0, 1, 9)]
        for a, b in pairwise(bows):
            r.line(a, b, STEEL, 5, 1.6)
            r.line((b[0], b[1]), (b[0], deck), STEEL, 5)
            r.line((a[0], deck), b, STEEL, 5)
        r.rect((left - 4, deck, 8, 13), "#6e6a62", 4)
        r.rect((left - 5, deck, 10, 2), TRIM, 5)
    r.rect((x + spans * wide - 4, deck, 8, 13), "#6e6a62", 4)


def viaduct(bank: Bank, x: float, spans: int) -> None:
    """A railway on low brick arches along the water, with its signals and wires."""
    r, top, wide = bank.bodies, bank.foot - 15, 18
    r.rect((x, top, spans * wide, 18), "#565048", 7)
    r.rect((x, top - 1, spans * wide, 2), TRIM, 8)
    for span in range(spans):
        middle = x + wide * (span + 0.5)
        r.disc((middle, bank.foot - 5, 6, 7), "#8c8878", 7)
        r.rect((middle - 6, bank.foot - 5, 12, 8), "#8c8878", 7)
        if span % 3 == 1:
            r.rect((x + wide * span, top - 14, 1, 14), STEEL, 7)
            r.rect((x + wide * span - 3, top - 13, 7, 1), STEEL, 7)


def bare_tree(bank: Bank, x: float, tall: float) -> None:
    """A bare tree on the bank: a trunk and a fan of twigs."""
    r, foot, rng = bank.bodies, bank.foot, bank.rng
    r.line((x, foot), (x, foot - tall * 0.5), "#4c4840", 6, 1.6)
    for twig in range(9):
        angle = (twig - 4) * 0.24 + float(rng.uniform(-0.1, 0.1))
        reach = tall * float(rng.uniform(0.5, 0.72))
        tip = (x + reach * np.sin(angle), foot - tall * 0.4 - reach * np.cos(angle))
        r.line((x, foot - tall * (0.3 + 0.02 * twig)), tip, "#5c564a", 6)

"""Sides of beef on their hooks. Units as everywhere: px at 50 px a metre; y counts down from the hook.

Three cuts: the great one that he strikes, its ribs towards the viewer; a back under its fat; a side wound in muslin.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from .clay import Clay, Stuff
from .palette import MAT
from .props import FREE, Thing
from .space import Matrix, Vector, turn_y, turn_z, vec

Point = Callable[..., Vector]
SIZES = ((1.0, 1.0, -6), (0.80, 0.86, 168), (0.74, 0.90, 14))
"""Of each cut: breadth and length as shares of the great one's, and how far it is turned about its chain, degrees."""
SPINE = ((11.6, -46.0), (9.6, -54.0), (8.4, -63.0), (9.2, -72.0), (10.8, -81.0), (11.4, -90.0), (10.2, -98.0))
"""Where the sawn backbone runs down the great one's chest."""
STRUCK = -82.0
"""Height at which his fists meet it."""
OVER = 25.0
"""Priority by which each coat of paint lies over the one before."""


def beef(angle: float, cut: int = 0, ripple: tuple[float, float] = (0.0, 0.0)) -> Thing:
    """A side of beef at `angle` degrees; ripple = (px, phase) shakes the flesh downwards."""

    def build(clay: Clay) -> None:
        frame = turn_z(angle)
        amount, phase = ripple
        broad, long, turn = SIZES[cut]
        turned = turn_y(turn)

        def flesh(x: float, y: float, z: float = 0.0) -> Vector:
            near = np.exp(-(((y - STRUCK) / 26) ** 2))
            wave = amount * np.sin(y * 0.13 + phase) * near
            swell = 1 + 0.04 * amount * np.cos(y * 0.13 + phase) * near
            return frame @ (turned @ vec(x * broad * swell, y * long, z * broad) + vec(wave, 0, 0))

        _hook(clay, frame)
        _masses(clay, flesh, (frame @ turned, broad, long))
        (_inside, _back, _wound)[cut](clay, flesh)

    return build


def _paint(name: str, coat: int = 0) -> Stuff:
    """Return a coat of paint: a later one covers an earlier one."""
    return Stuff(MAT[name], FREE + 1, 22, 0, OVER * coat, True)


def _hook(clay: Clay, frame: Matrix) -> None:
    """An S of steel through the tendon of the shank."""
    steel = Stuff(MAT["METAL"], FREE, 20, 0)
    bends = (
        vec(0, 4, 0),
        frame @ vec(0.4, -1, 0),
        frame @ vec(2.2, -4, 0),
        frame @ vec(2.4, -7, 0),
        frame @ vec(0.6, -8.6, 0),
        frame @ vec(-1.4, -7.4, 0),
    )
    for upper, lower in pairwise(bends):
        clay.cone(upper, lower, (0.85, 0.85), steel)


def _masses(clay: Clay, at: Point, body: tuple[Matrix, float, float]) -> None:
    """From the hook down: shank, round, rump, loin, the barrel of the ribs, chuck, neck and the fore shank."""
    frame, broad, long = body
    fat, meat, dark, bone = (Stuff(MAT[name], FREE + 1, 22, 3.0) for name in ("FAT", "MEAT", "MEATDARK", "BONE"))

    def ball(
        x: float, y: float, radii: tuple[float, float, float], stuff: Stuff, tip: float = 0.0, z: float = 0.0
    ) -> None:
        sized = (radii[0] * broad, radii[1] * long, radii[2] * broad)
        clay.ball(at(x, y, z), frame @ turn_z(tip), sized, stuff)

    clay.cone(at(0, -6), at(0.4, -14), (1.7, 2.5), bone)
    clay.cone(at(0.4, -14), at(1.0, -25), (2.8, 7.4 * broad), meat)
    ball(0.6, -36, (13.2, 15.0, 8.6), meat, 8)
    ball(8.4, -35, (6.0, 15.0, 7.2), fat.but(k=1.6), 10)
    ball(1.4, -56, (10.8, 15.0, 7.2), meat.but(k=4.0))
    ball(-0.6, -80, (18.6, 20.5, 9.2), dark.but(k=4.4), -2)
    ball(2.4, -97, (13.2, 11.0, 8.4), meat.but(k=3.6), 8)
    for x, y, wide in (
        (10.4, -48, 3.2),
        (10.6, -57, 3.4),
        (12.4, -66, 4.0),
        (14.8, -75, 4.2),
        (15.6, -84, 4.4),
        (14.2, -92, 4.0),
    ):  # in slices, so that it can ripple
        ball(x, y, (wide, 8.6, 6.6), fat.but(k=1.6), -3)
    for x, y, tip in ((-8.8, -60, 14), (-13.4, -69, 10), (-16.0, -79, 0), (-14.6, -89, -9)):
        ball(x, y, (3.6, 8.4, 5.2), fat.but(k=2.2), tip)
    clay.cone(at(5.0, -101), at(8.4, -110), (6.4 * broad, 3.8 * broad), meat.but(k=2.4))
    clay.cone(at(-8.6, -96), at(-12.6, -107), (4.8 * broad, 2.6 * broad), meat.but(k=1.8))
    ball(-13.2, -108.4, (2.3, 2.0, 2.2), bone.but(k=0.4))


def _inside(clay: Clay, at: Point) -> None:
    """The great one, split: backbone, ribs over the dark of the chest, kidney fat, seams of fat, and its bruises."""
    bone, fat = (Stuff(MAT[name], FREE + 1, 22, 0.5) for name in ("BONE", "FAT"))
    clay.ball(at(1.8, -57, 5.4), np.eye(3), (3.6, 6.8, 3.4), fat.but(k=0.9))
    clay.ball(at(3.4, -65, 5.8), np.eye(3), (2.4, 4.2, 2.8), fat.but(k=0.9))
    clay.cone(at(-1.6, -67, 6.4), at(-3.0, -99, 7.2), (9.4, 8.0), _paint("BLOOD"))
    clay.cone(at(0.4, -70, 6.0), at(-0.4, -95, 6.6), (8.6, 7.6), _paint("MEATDARK", 1))
    for number in range(9):
        _rib(clay, at, (-66.5 - 3.85 * number, 12.4 - 0.22 * (number - 4.0) ** 2))
    for (x0, y0), (x1, y1) in pairwise(SPINE):
        for share in (0.0, 0.34, 0.67):
            clay.ball(at(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, 6.2), np.eye(3), (1.7, 1.25, 2.2), bone)
        clay.cone(at(x0 + 2.6, y0, 5.6), at(x1 + 2.6, y1, 5.6), (0.5, 0.5), _paint("MEAT"))
    _seams(clay, at)
    _bruises(clay, at)


def _rib(clay: Clay, at: Point, rib: tuple[float, float]) -> None:
    """One rib from the backbone forward and down, `rib` = (its height there, how far it reaches)."""
    y, reach = rib
    fat = Stuff(MAT["FAT"], FREE + 1, 22, 0.5)
    shares = np.linspace(0, 1, 9)
    bow = [
        at(8.6 - (8.6 + reach) * s, y + 2.0 - 7.2 * s**1.5, 6.4 + 3.0 * np.sin(np.pi * (0.12 + 0.74 * s)))
        for s in shares
    ]
    for number, (a, b) in enumerate(pairwise(bow)):
        widths = [1.15 - 0.55 * max(0.0, s - 0.6) / 0.4 for s in shares[number : number + 2]]
        clay.cone(a, b, (widths[0], widths[1]), fat)
        clay.cone(a, b, (widths[0] + 0.2, widths[1] + 0.2), _paint("FAT", 2))


def _seams(clay: Clay, at: Point) -> None:
    """Fat between the muscles of the round, the loin and the chuck, marbling, and the cut face of the rump."""
    for x0, y0, x1, y1, width in (
        (-2.0, -20, -7.6, -36, 1.1),
        (-7.6, -36, -8.2, -49, 1.2),
        (2.6, -24, 1.0, -40, 0.9),
        (1.0, -40, 3.8, -50, 0.7),
        (-5.0, -98, 4.6, -101, 1.0),
        (4.6, -101, 6.6, -109, 0.8),
        (-4.8, -53, -7.4, -64, 0.9),
    ):
        clay.cone(at(x0, y0, 7.4), at(x1, y1, 7.6), (0.6 * width, width), _paint("FAT"))
    for x, y, tip in (
        (-3.8, -28, 2.2),
        (-4.4, -33, 2.8),
        (-2.6, -41, 2.4),
        (4.6, -36, -2.2),
        (4.0, -31, -1.8),
        (-3.6, -46, 2.0),
        (-6.0, -101, 2.4),
        (1.0, -104, -2.0),
        (-1.8, -51, 2.0),
    ):
        clay.cone(at(x, y, 8.4), at(x + tip, y - 4.0, 8.4), (0.55, 0.4), _paint("FAT"))
    for x0, y0, x1, y1 in (
        (10.4, -29, 12.2, -41),
        (11.4, -52, 11.8, -60),
        (15.0, -72, 16.2, -82),
        (14.6, -86, 13.6, -94),
    ):
        clay.cone(at(x0, y0, 6.6), at(x1, y1, 5.6), (0.5, 0.9), _paint("MEAT"))
    clay.cone(at(-5.0, -22, 6.8), at(-11.0, -41, 5.6), (0.8, 1.6), _paint("MEATDARK"))
    clay.cone(at(4.6, -27, 8.2), at(3.0, -47, 8.2), (0.7, 1.1), _paint("MEATDARK"))
    clay.ball(at(1.0, -30.5, 9.0), np.eye(3), (2.4, 1.7, 3.0), _paint("BONE", 1))
    clay.ball(at(1.0, -30.5, 9.6), np.eye(3), (1.1, 0.8, 3.0), _paint("MEATDARK", 2))


def _bruises(clay: Clay, at: Point) -> None:
    """Where his fists have landed: the flank's fat beaten dark and wet, and what runs down from it."""
    for x, y, size in ((-17.0, STRUCK + 5.0, 3.4), (-17.6, STRUCK - 1.6, 4.2), (-16.2, STRUCK - 8.0, 3.2)):
        clay.ball(at(x, y, 2.6), np.eye(3), (size, size * 1.15, 5.0), _paint("MEATDARK", 3))
    for x, y, size in ((-18.2, STRUCK + 2.0, 2.0), (-17.6, STRUCK - 4.2, 2.4)):
        clay.ball(at(x, y, 3.2), np.eye(3), (size, size, 5.0), _paint("BLOOD", 4))
    for x, y, long in ((-15.2, STRUCK - 10.0, 7.0), (-13.2, STRUCK - 9.0, 4.5)):
        clay.cone(at(x, y, 5.0), at(x + 0.8, y - long, 5.0), (0.8, 0.4), _paint("MEATDARK", 3))


def _back(clay: Clay, at: Point) -> None:
    """The outer side: a sheet of fat from the rump to the shoulder, worn through over the muscles, with the inspector's
    stamps down it.
    """
    fat, meat, stamp = _paint("FAT"), _paint("MEAT", 1), _paint("LIP", 2)
    clay.cone(at(1.4, -28, -8.6), at(1.0, -88, -9.4), (11.0, 14.0), fat)
    for x, y, wide, tall in (
        (-8.6, -34, 2.4, 15.0),
        (-5.4, -38, 1.2, 12.0),
        (9.4, -56, 2.0, 14.0),
        (-14.0, -74, 2.4, 18.0),
        (-10.4, -80, 1.1, 12.0),
        (4.0, -97, 5.4, 3.0),
        (9.6, -93, 3.0, 6.0),
    ):
        clay.cone(at(x, y + tall * 0.5, -8.0), at(x * 0.8, y - tall * 0.5, -8.0), (wide, wide * 0.7), meat)
    for y in (-44, -60, -76):
        clay.ball(at(0.8, y, -10.0), np.eye(3), (2.2, 1.7, 3.6), stamp)


def _wound(clay: Clay, at: Point) -> None:
    """Muslin round the loin and the ribs, tied with cord; red seeps through it."""
    cloth, cord, red = _paint("TAPE"), _paint("CANVAS", 2), _paint("STAIN", 1)
    clay.cone(at(1.6, -58), at(0.8, -80), (17.0, 20.0), cloth)
    for y, slant in ((-46, 2), (-60, -4), (-74, 4), (-88, -3)):
        clay.cone(at(-17, y - slant, 6.2), at(17, y + slant, 6.2), (1.9, 1.9), cord)
    for x, y, size in ((-9.6, -94, 3.2), (5.6, -96, 3.0), (-2.4, -96, 1.8), (10.6, -84, 2.2), (-11.0, -66, 2.2)):
        clay.cone(at(x, y, 6.6), at(x, y + 7.0, 7.2), (size, size * 0.5), red)
    for x0, y0, x1, y1 in (
        (-1.8, -18, -6.0, -36),
        (2.6, -22, 0.8, -41),
        (-6.2, -99, -4.0, -106),
        (7.6, -99, 9.6, -106),
    ):
        clay.cone(at(x0, y0, 7.4), at(x1, y1, 7.8), (1.0, 1.2), _paint("FAT"))

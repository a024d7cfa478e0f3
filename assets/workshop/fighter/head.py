"""Head, face, hats and hair. The eye and brow are painted later, pixel by pixel (face.py)."""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

from itertools import pairwise

import numpy as np

from .clay import Clay, Drape, Stuff
from .palette import MAT
from .space import Vector, turn_z, vec
from .wardrobe import Look

SKULL, HAT, GLASSES = 2, 9, 62
BOTH = (1, -1)


def build_head(clay: Clay, j: dict, p: dict, look: Look) -> None:
    """Add neck, head and hat, and note where the eyes are."""
    tilt, size = j["tilt"], look.build.head

    def at(x: float, y: float, z: float = 0.0) -> Vector:
        return j["head"] + tilt @ vec(x, y, z) * size

    if look.young:
        _young_face(clay, (at, tilt, j), p, look)
    else:
        _skull(clay, (at, tilt, j), look)
        _features(clay, (at, tilt), p, look)
    if look.glasses:
        metal = Stuff(MAT["METAL"], GLASSES, 6, 0)
        for s in BOTH:
            clay.cone(at(5.7, 0.3, s * 2.1), at(5.7, 0.3, s * 2.1), (1.0, 1.0), metal)
            clay.cone(at(5.2, 0.7, s * 3.2), at(-0.5, 0.6, s * 4.9), (0.45, 0.45), metal)
    HATS[look.hat](clay, (at, tilt), look)
    clay.eyes.append(dict(
        eyes=[(clay.seen(at(5.15, 0.35, s * 2.1)), clay.view @ (tilt @ vec(1, 0, s * 0.5))) for s in BOTH],
        facing=clay.view @ (tilt @ vec(1, 0, 0)), up=clay.view @ (tilt @ vec(0, 1, 0)), open=float(p["eyes"][0]),
        brow=float(p["brow"][0]), hair=look.hair, size=size * clay.size, glasses=look.glasses))


def _skull(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt, j = head
    n = look.build.head
    skin, stub = Stuff(look.mat("skin"), SKULL, 6, 1.0), Stuff(look.mat("stub"), SKULL, 6, 1.6)
    clay.cone(j["neck"] + j["ribs"] @ vec(0, -2.0, 0), at(-1.0, -2.6), (4.0 * n, 3.6 * n), skin.but(k=1.2))
    clay.ball(at(-0.4, 1.6), tilt, (5.9 * n, 5.6 * n, 5.0 * n), skin)
    clay.ball(at(1.7, -1.0), tilt, (4.1 * n, 4.8 * n, 4.1 * n), skin.but(k=1.5))
    for s in BOTH:
        clay.cone(at(-1.2, -3.0, s * 2.7), at(3.9, -5.0, s * 0.8), (1.8 * n, 1.6 * n), stub)
        clay.ball(at(3.8, -0.9, s * 2.3), tilt, (1.6 * n, 1.3 * n, 1.4 * n), skin.but(k=1.2))
        clay.ball(at(-0.9, -0.4, s * 4.7), tilt @ turn_z(12), (1.35 * n, 2.1 * n, 0.8 * n), skin.but(k=0.2, part=11))
        if look.moustache:
            clay.ball(at(0.5, -1.4, s * 4.05), tilt, (0.9 * n, 1.7 * n, 0.6 * n),
                      Stuff(look.mat("hair"), SKULL, 6, 0.2, 0.15))
        clay.cone(at(5.3, 1.75, s * 1.0), at(4.6, 1.9, s * 3.0), (0.6 * n, 0.5 * n), skin.but(k=0.5))


def _features(clay: Clay, head: tuple, p: dict, look: Look) -> None:
    at, tilt = head
    n, gape = look.build.head, float(p["mouth"][0])
    skin, hair = Stuff(look.mat("skin"), SKULL, 6, 0.7), Stuff(look.mat("hair"), SKULL, 6, 0.2, 0.1)
    clay.cone(at(5.3, 1.2), at(6.2, -1.0), (0.75 * n, 1.1 * n), skin)
    clay.ball(at(5.9, -1.4), tilt, (0.9 * n, 0.8 * n, 1.5 * n), skin.but(k=0.5))
    if look.moustache:
        for s in BOTH:
            clay.cone(at(5.5, -2.45), at(4.7, -3.0, s * 1.8), (0.7 * n, 0.55 * n), hair)
    lip = Stuff(MAT["LIP"], SKULL, 6, 0.4, 0.05)
    full = 0.75 if look.moustache else 0.45
    clay.cone(at(4.9, -3.7, -1.0), at(4.9, -3.7, 1.0), (full * n, full * n), lip)
    if gape > 0.2:
        wide = 1.0 if look.moustache else 0.75
        clay.ball(at(5.3, -3.7 - 0.4 * gape), tilt, (1.2 * n, (0.6 + 0.8 * gape) * n * wide,
                                                     (1.1 + 0.4 * gape) * n * wide),
                  Stuff(MAT["EYE" if look.moustache else "LIP"], SKULL, 6, 0, 0, True))
    clay.ball(at(4.7, -5.2 - 0.5 * gape), tilt, (1.5 * n, 1.35 * n, 1.8 * n), Stuff(look.mat("stub"), SKULL, 6, 0.9))
    if look.beard:
        clay.ball(at(2.6, -4.2), tilt, (3.6 * n, 2.6 * n, 3.5 * n), Stuff(MAT[look.beard], SKULL, 6, 0.4, 0.4))


def _young_face(clay: Clay, head: tuple, p: dict, look: Look) -> None:
    """A child's: a round skull and cheeks over a small jaw, hardly a brow or nose, a thin neck."""
    at, tilt, j = head
    n, gape = look.build.head, float(p["mouth"][0])
    skin = Stuff(look.mat("skin"), SKULL, 6, 1.2)
    clay.cone(j["neck"] + j["ribs"] @ vec(0, -2.0, 0), at(-0.8, -2.0), (3.0, 2.6), skin)
    clay.ball(at(-0.4, 1.4), tilt, (6.1 * n, 5.8 * n, 5.4 * n), skin)
    clay.ball(at(1.8, -1.2), tilt, (4.0 * n, 4.0 * n, 4.3 * n), skin.but(k=1.5))
    for s in BOTH:
        clay.ball(at(3.2, -1.9, s * 2.2), tilt, (2.1 * n, 1.9 * n, 1.9 * n), skin)
        clay.ball(at(-0.9, -0.4, s * 5.0), tilt @ turn_z(12), (1.3 * n, 1.8 * n, 0.7 * n), skin.but(k=0.2, part=11))
    clay.ball(at(5.7, -0.9), tilt, (0.9 * n, 0.8 * n, 1.0 * n), skin.but(k=0.6))
    clay.ball(at(4.0, -4.2 - 0.3 * gape), tilt, (1.5 * n, 1.2 * n, 1.7 * n), skin)
    mouth = Stuff(MAT["LIP"], SKULL, 6, 0, 0, True)
    clay.ball(at(5.2, -3.0), tilt, (1.2 * n, (0.3 + 0.4 * gape) * n, (0.8 + 0.3 * gape) * n), mouth)


def _knit(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt = head
    n = look.build.head
    cap, band = Stuff(look.mat("hat_cloth"), HAT, 10, 1.0), Stuff(look.mat("hat_band"), HAT, 10, 0.2, 0.25)
    back = tilt @ turn_z(10)
    clay.ball(at(-1.0, 4.6), back, (6.0 * n, 5.6 * n, 5.4 * n), cap)
    clay.ball(at(-0.7, 3.75), back, (6.75 * n, 2.2 * n, 5.9 * n), band)


def _hair(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt = head
    n = look.build.head
    hair = Stuff(look.mat("hair"), HAT, 10, 1.0)
    clay.ball(at(-0.9, 2.7), tilt @ turn_z(10), (5.9 * n, 5.0 * n, 5.4 * n), hair, Drape(0.5, 1.9, 0.7))
    clay.ball(at(-2.6, 0.6), tilt, (4.0 * n, 4.6 * n, 5.0 * n), hair.but(k=1.5), Drape(0.4, 1.9, 0.2))


def _balding(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt = head
    n = look.build.head
    clay.ball(at(-2.2, 0.8), tilt, (4.6 * n, 4.4 * n, 5.3 * n), Stuff(look.mat("hair"), HAT, 10, 1.0),
              Drape(0.4, 1.6, 0))


def _porkpie(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt = head
    n = look.build.head
    felt, band = Stuff(look.mat("hat_cloth"), HAT, 10, 0.3), Stuff(look.mat("hat_band"), HAT, 10, 0.1, 0.3)
    slant = tilt @ turn_z(6)
    clay.ball(at(-0.4, 3.2), slant, (8.2 * n, 0.9 * n, 7.2 * n), felt)
    clay.cone(at(-0.7, 3.6), at(-1.1, 6.4), (5.3 * n, 4.9 * n), felt)
    clay.ball(at(-0.7, 4.5), slant, (5.9 * n, 1.0 * n, 5.8 * n), band)
    _hair(clay, (lambda x, y, z=0.0: at(x - 0.5, y - 1.6, z), tilt), look)


def _flat_cap(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt = head
    n = look.build.head
    cloth = Stuff(look.mat("hat_cloth"), HAT, 10, 1.0)
    clay.ball(at(-0.9, 4.0), tilt @ turn_z(-4), (6.8 * n, 3.2 * n, 5.9 * n), cloth, Drape(0.2, 0.6, 0.3))
    clay.ball(at(5.0, 2.7), tilt @ turn_z(-14), (3.3 * n, 0.8 * n, 4.0 * n), Stuff(look.mat("hat_band"), HAT, 10, 0.5))
    clay.ball(at(-3.2, 0.6), tilt, (3.0 * n, 3.4 * n, 4.9 * n), Stuff(look.mat("hair"), HAT, 10, 0.8))


def _long_hair(clay: Clay, head: tuple, look: Look) -> None:
    _hair(clay, head, look)
    at, _ = head
    n = look.build.head
    hair = Stuff(look.mat("hair"), HAT, 10, 1.5)
    clay.cone(at(-4.6, 1.0), at(-6.4, -5.0), (3.4 * n, 2.0 * n), hair, Drape(0.3, 1.2, 0))


def _scarf(clay: Clay, head: tuple, look: Look) -> None:
    at, tilt = head
    n = look.build.head
    cloth = Stuff(look.mat("hat_cloth"), HAT, 10, 1.2)
    clay.ball(at(-1.6, 2.2), tilt @ turn_z(8), (6.0 * n, 5.8 * n, 5.7 * n), cloth, Drape(0.2, 0.8, 0.3))
    for s in BOTH:
        clay.cone(at(0.2, 1.0, s * 4.9), at(3.2, -5.6, s * 1.2), (1.5 * n, 1.3 * n), cloth)
    clay.cone(at(3.6, -6.2), at(4.4, -8.6), (1.5 * n, 1.0 * n), cloth)
    clay.ball(at(2.2, 5.0), tilt, (3.4 * n, 1.7 * n, 3.9 * n), Stuff(look.mat("hair"), HAT, 10, 0.4, 0.2))


def _bobble(clay: Clay, head: tuple, look: Look) -> None:
    """A child's knitted cap, pulled low, with a pompom."""
    at, _ = head
    _knit(clay, head, look)
    n = look.build.head
    clay.ball(at(-2.0, 10.6), np.eye(3), (2.5 * n, 2.4 * n, 2.5 * n), Stuff(look.mat("hat_band"), HAT, 11, 0.3))


def _mop(clay: Clay, head: tuple, look: Look) -> None:
    """Thick hair down to the brow, the ears and the nape."""
    at, tilt = head
    n = look.build.head
    hair = Stuff(look.mat("hair"), HAT, 10, 1.0)
    clay.ball(at(-0.9, 3.0), tilt @ turn_z(6), (6.7 * n, 5.3 * n, 6.1 * n), hair, Drape(0.5, 1.6, 0.7))
    clay.ball(at(-3.0, -0.4), tilt, (4.2 * n, 5.0 * n, 5.6 * n), hair.but(k=1.5), Drape(0.4, 1.6, 0.2))


def _tails(clay: Clay, head: tuple, look: Look) -> None:
    """Hair parted into two tails that stand off and hang down, tied with ribbons."""
    _mop(clay, head, look)
    at, _ = head
    n = look.build.head
    hair, ribbon = Stuff(look.mat("hair"), HAT, 10, 0.6), Stuff(look.mat("hat_band"), HAT, 11, 0.1)
    for s in BOTH:
        root, fall = at(-4.0, 2.2, s * 5.0), at(-6.6, 2.0, s * 7.6)
        clay.cone(root, fall, (1.9 * n, 1.7 * n), hair)
        clay.ball(at(-5.0, 2.4, s * 6.4), np.eye(3), (1.7 * n, 1.7 * n, 1.7 * n), ribbon)
        clay.cone(fall, at(-9.0, -5.0, s * 8.2), (2.1 * n, 1.0 * n), hair)


def _puffs(clay: Clay, head: tuple, look: Look) -> None:
    """Two round puffs of curls over the ears."""
    _mop(clay, head, look)
    at, tilt = head
    n = look.build.head
    for s in BOTH:
        clay.ball(at(-2.0, 6.4, s * 5.4), tilt, (3.5 * n, 3.4 * n, 3.2 * n), Stuff(look.mat("hair"), HAT, 10, 0.3),
                  Drape(0.4, 2.2, s))


def _hood_up(clay: Clay, head: tuple, look: Look) -> None:
    """A hood drawn over the head, with a rim of fur about the face."""
    at, tilt = head
    n = look.build.head
    cloth, rim = Stuff(look.mat("hat_cloth"), HAT, 10, 1.2), Stuff(look.mat("hat_band"), HAT, 11, 0.8)
    clay.ball(at(-2.0, 1.6), tilt @ turn_z(8), (6.6 * n, 7.0 * n, 6.4 * n), cloth, Drape(0.2, 0.8, 0.2))
    clay.ball(at(-3.4, -3.6), tilt, (4.8 * n, 4.0 * n, 5.4 * n), cloth)
    ring = ((3.2, 5.4, 0.0), (3.4, 4.4, 3.4), (3.4, 1.0, 5.4), (3.2, -2.8, 4.6), (3.6, -5.8, 2.2), (3.8, -6.6, 0.0))
    for s in BOTH:
        for (xa, ya, za), (xb, yb, zb) in pairwise(ring):
            clay.cone(at(xa, ya, s * za), at(xb, yb, s * zb), (1.3 * n, 1.3 * n), rim)


HATS = {"scarf": _scarf, "knit": _knit, "hair": _hair, "balding": _balding, "porkpie": _porkpie, "flat": _flat_cap,
        "long": _long_hair, "bobble": _bobble, "mop": _mop, "tails": _tails, "puffs": _puffs, "hood": _hood_up}

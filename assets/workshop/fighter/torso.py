"""The trunk: sweatshirt, tank top, bare skin, cardigan or coat, with hood, towel, apron and the hips below."""
from __future__ import annotations

from .clay import Clay, Drape, Stuff
from .palette import MAT
from .space import turn_x, turn_z, vec
from .wardrobe import Look

TRUNK, HOOD, TOWEL, HEM, COLLAR, APRON = 1, 3, 6, 7, 8, 11
BOTH = (1, -1)


def build_torso(clay: Clay, j: dict, p: dict, look: Look) -> None:
    """Add the trunk of the solved joints `j`, breathing with pose `p`."""
    _hips(clay, j, look)
    if look.top in ("tank", "bare"):
        _muscle(clay, j, p, look)
    else:
        _cloth_trunk(clay, j, p, look)
    if look.top == "sweat":
        _sweat_details(clay, j, look)
    if look.top in ("cardigan", "coat", "shirt"):
        _front_opening(clay, j, look)
    if look.hood:
        _hood(clay, j, p, look)
    if look.towel:
        _towel(clay, j)
    if look.apron:
        _apron(clay, j, look)


def _hips(clay: Clay, j: dict, look: Look) -> None:
    root, pelvis, b = j["root"], j["pelvis"], look.build.bulk
    # the seat under a coat's skirt is the coat's: it shows where he bends
    stuff = Stuff(look.mat("cloth" if look.skirt else "bottom"), TRUNK, 17, 0.6)
    clay.ball(root + pelvis @ vec(-0.3, -0.6, 0), pelvis, (6.3 * b, 5.2, 7.2 * b), stuff, Drape(0.12, 0.9, 0.4))
    for s in BOTH:
        clay.ball(root + pelvis @ vec(-2.8, -3.0, s * 3.4), pelvis, (4.6 * b, 5.0, 4.2 * b), stuff.but(k=2.0))
    if look.top in ("tank", "bare"):
        band = Stuff(look.mat("bottom_rib"), TRUNK, 17, 0.3, 0.2)
        clay.ball(root + pelvis @ vec(0, 2.9, 0), pelvis, (6.0, 1.5, 6.8), band)


def _cloth_trunk(clay: Clay, j: dict, p: dict, look: Look) -> None:
    root, waist, chest, pelvis, mid, ribs = (j[n] for n in ("root", "waist", "chest", "pelvis", "middle", "ribs"))
    b, air, w = look.build.bulk, float(p["breath"][0]) * 0.5, look.build.yoke
    stuff = Stuff(look.mat("cloth"), TRUNK, 1, 3.0)
    clay.ball(chest + ribs @ vec(0.2, 3.0, 0), ribs, (7.8 * b + air, 9.4, 10.2 * b), stuff, Drape(0.12, 0.6, 2.0))
    clay.ball(waist + mid @ vec(0.3, 2.8, 0), mid, (7.9 * b, 7.4, 8.7 * b), stuff.but(k=4.0),
              Drape(0.42, 0.75, 0.6, 1.0))
    clay.ball(chest + ribs @ vec(2.6 * w + air, 4.6, 0), ribs, (5.4 * w, 5.2, 7.6 * w), stuff)
    # cloth hangs over the hem band: without this step he reads as a boiler suit
    clay.ball(waist + mid @ vec(0.4, -0.4, 0), mid, (8.5 * b, 3.0, 9.1 * b), stuff.but(k=1.5), Drape(0.3, 0.3, 1.1))
    for s in BOTH:
        clay.cone(chest + ribs @ vec(-1.4, 9.4, s * 3 * w), chest + ribs @ vec(-0.6, 8.4, s * 8.2 * w),
                  (3.3 * w, 3.4 * w), stuff)
        clay.ball(chest + ribs @ vec(-2.2, 2.5, s * 5.4 * w), ribs, (4.6 * w, 7.6, 4.2 * w), stuff)
    _trunk_folds(clay, j, Stuff(look.mat("rib"), TRUNK, 1, 0, 0, True), b)
    clay.ball(root + pelvis @ vec(0.2, 1.0, 0), pelvis @ turn_z(-4), (7.9 * b, 2.5, 8.6 * b),
              Stuff(look.mat("rib"), HEM, 16, 0))
    if look.belly:
        clay.ball(waist + mid @ vec(2.5 + look.belly * 0.5, 0.5, 0), mid,
                  (5.5 + look.belly, 6.5, 7.5 + look.belly * 0.4), stuff)


def _trunk_folds(clay: Clay, j: dict, crease: Stuff, bulk: float) -> None:
    """Draw the drag lines from the armpits and the gathers above the hem."""
    waist, chest, mid, ribs = j["waist"], j["chest"], j["middle"], j["ribs"]
    for s in BOTH:
        for start, end in (((5.4, 5.2, 8.6), (9.0, -2.6, 3.8)), ((-6.0, 5.0, 8.0), (-7.4, -3.2, 4.0))):
            a, b = vec(*start) * (bulk, 1, bulk), vec(*end) * (bulk, 1, bulk)
            clay.cone(chest + ribs @ a, chest + ribs @ b, (1.2 * clay.stroke, 0.5 * clay.stroke), crease)
        for x, z, high in ((7.8, 4.8, 4.6), (-1.4, 9.4, 5.0), (-8.2, 3.4, 4.0)):
            foot, top = vec(x * bulk, -2.4, s * z * bulk), vec(x * bulk - 0.8, -2.4 + high, s * z * bulk * 0.94)
            clay.cone(waist + mid @ foot, waist + mid @ top, (1.0 * clay.stroke, 0.6 * clay.stroke), crease)


def _sweat_details(clay: Clay, j: dict, look: Look) -> None:
    waist, mid = j["waist"], j["middle"]
    clay.box(waist + mid @ vec(6.0, 0.9, 0), mid @ turn_z(6), (1.9, 3.2, 5.0, 1.3),
             Stuff(look.mat("cloth"), TRUNK, 1, 0.5))
    for s in BOTH:  # the pocket's slanting mouths
        clay.cone(waist + mid @ vec(8.1, 3.4, s * 2.4), waist + mid @ vec(7.4, -0.8, s * 4.8), (0.7, 0.7),
                  Stuff(look.mat("rib"), TRUNK, 1, 0, 0, True))


def _hood(clay: Clay, j: dict, p: dict, look: Look) -> None:
    neck, ribs, bounce = j["neck"], j["ribs"], float(p["hood"][0])
    stuff = Stuff(look.mat("cloth"), HOOD, 7, 1.5)
    fold = Drape(0.3, 1.2, 0)
    for s in BOTH:
        side = neck + ribs @ vec(2.2, -1.2, s * 4.2)
        back = neck + ribs @ vec(-4.0, 1.4, s * 3.9)
        clay.cone(side, back, (1.8, 2.5), stuff, fold)
        clay.cone(side, neck + ribs @ vec(5.6, -4.4, s), (1.7, 1.4), stuff)
        clay.cone(back, neck + ribs @ vec(-6.4, 0.6, 0), (2.5, 2.9), stuff.but(k=2.0))
    clay.ball(neck + ribs @ vec(-6.9 - 0.3 * abs(bounce), -3.2 + bounce, 0), ribs @ turn_z(-14 - 6 * bounce),
              (2.8, 5.6, 5.0), stuff.but(k=2.0), Drape(0.4, 1.2, 1))
    mouth = Stuff(look.mat("rib"), HOOD, 7, 0, 0, True)
    clay.cone(neck + ribs @ vec(-9.6, 1.6 + bounce, -3.4), neck + ribs @ vec(-9.6, 1.6 + bounce, 3.4), (0.9, 0.9),
              mouth)


def _towel(clay: Clay, j: dict) -> None:
    neck, ribs = j["neck"], j["ribs"]
    stuff = Stuff(MAT["TANK"], TOWEL, 9, 1.0)
    for s in BOTH:
        clay.cone(neck + ribs @ vec(-3.4, 3.4, s * 2.2), neck + ribs @ vec(0.8, 1.8, s * 4.6), (1.7, 2.0), stuff)
        clay.cone(neck + ribs @ vec(0.8, 1.8, s * 4.6), neck + ribs @ vec(6.0, -2.6, s * 1.6), (2.0, 1.8), stuff)
    clay.cone(neck + ribs @ vec(6.2, -2.6, 0), neck + ribs @ vec(7.6, -7.4, 0), (2.1, 1.3), stuff.but(k=0.8))
    clay.cone(neck + ribs @ vec(-3.4, 3.4, 2.2), neck + ribs @ vec(-3.4, 3.4, -2.2), (1.7, 1.7), stuff)
    shade = Stuff(MAT["TANKRIB"], TOWEL, 9, 0, 0, True)
    clay.cone(neck + ribs @ vec(8.6, -3.4, 0.4), neck + ribs @ vec(9.0, -7.4, 0.3), (0.5, 0.4), shade)


def _muscle(clay: Clay, j: dict, p: dict, look: Look) -> None:
    waist, chest, neck, mid, ribs = (j[n] for n in ("waist", "chest", "neck", "middle", "ribs"))
    b, air = look.build.bulk, float(p["breath"][0]) * 0.6
    skin = Stuff(look.mat("skin"), TRUNK, 1, 2.5)
    wear = skin.but(mat=look.mat("cloth")) if look.top == "tank" else skin
    rise = 2.6 if look.top == "bare" else 1.0  # the tank top ends below the collar bones
    clay.ball(chest + ribs @ vec(-0.4, rise, 0), ribs, (6.2 * b + air, 8.8 if rise > 2 else 7.6, 8.0 * b), wear)
    clay.ball(chest + ribs @ vec(-0.6, 5.6, 0), ribs, (5.0, 5.4, 7.4), skin)
    clay.ball(waist + mid @ vec(0, 1.5, 0), mid, (5.4 * b, 7.4, 6.6 * b), wear.but(k=3.0),
              Drape(0.3 if look.top == "tank" else 0.0, 0.9, 0.4))
    for s in BOTH:
        clay.ball(chest + ribs @ vec(4.2 + air, 4.6, s * 3.8), ribs @ turn_x(s * 14), (2.9, 3.3, 4.2), wear.but(k=0.5))
        clay.ball(chest + ribs @ vec(-2.4, 1.8, s * 5.8), ribs @ turn_x(s * 8), (4.0, 7.4, 3.6), wear.but(k=2.0))
        clay.ball(chest + ribs @ vec(-5.2, 4.8, s * 3.6), ribs @ turn_x(s * 10), (1.8, 4.4, 3.0), wear.but(k=0.8))
        clay.cone(neck + ribs @ vec(-0.6, 1.6, s * 1.8), chest + ribs @ vec(-0.8, 9.6, s * 7.4), (2.4, 2.9),
                  skin.but(k=2.0))
        clay.cone(chest + ribs @ vec(4.4, 8.8, s * 1.0), chest + ribs @ vec(2.2, 10.0, s * 6.6), (0.8, 0.7),
                  skin.but(k=0.6))
        clay.ball(waist + mid @ vec(1.5, 1.5, s * 4.9), mid @ turn_x(-s * 6), (3.6, 5.2, 2.3), wear.but(k=1.4))
        if look.top == "bare":
            for row in range(3):
                clay.ball(waist + mid @ vec(4.4 - 0.2 * row, 6.2 - 3.3 * row, s * 1.9), mid, (1.5, 1.5, 1.75),
                          skin.but(k=0.35))
        else:
            clay.cone(chest + ribs @ vec(4.0, 5.4, s * 4.6), chest + ribs @ vec(0.0, 11.0, s * 5.0), (1.6, 1.2),
                      wear.but(k=0.8, prio=0.3))
            clay.cone(chest + ribs @ vec(0.0, 11.0, s * 5.0), chest + ribs @ vec(-5.0, 4.6, s * 4.2), (1.2, 1.6),
                      wear.but(k=0.8, prio=0.3))


def _front_opening(clay: Clay, j: dict, look: Look) -> None:
    root, waist, chest, neck, pelvis, mid, ribs = (
        j[n] for n in ("root", "waist", "chest", "neck", "pelvis", "middle", "ribs"))
    drop = look.skirt
    paint = Stuff(look.mat("rib"), TRUNK, 1, 0, 0, True)
    out = 8.2 + look.belly * 1.2
    clay.cone(chest + ribs @ vec(8.2, 6, 0.2), waist + mid @ vec(out, -2, 0.2), (1.1, 1.1), paint)
    if drop:
        cloth = Stuff(look.mat("cloth"), HEM, 16, 3.0)
        for s in BOTH:
            ahead = 3.4 if drop > 15 else 1.6  # a long skirt hangs clear of the knees
            top, hem = root + pelvis @ vec(1.0, 2, s * 3.6), root + pelvis @ vec(ahead, -drop, s * 4.6)
            clay.cone(top, hem, (7.4, 8.4 + 0.05 * drop), cloth, Drape(0.4, 0.3, s))
        clay.cone(root + pelvis @ vec(7.2, 2, 0.2), root + pelvis @ vec(7.2, -drop - 4, 0.2), (0.9, 0.9),
                  paint.but(group=HEM, part=16))
    collar = Stuff(look.mat("rib"), COLLAR, 7, 1.0)
    for s in BOTH:
        clay.cone(neck + ribs @ vec(-2.5, 0.6, s * 3.6), neck + ribs @ vec(5.8, -4.4, s * 2.2), (1.9, 1.3), collar)
    clay.cone(neck + ribs @ vec(-2.5, 0.6, 3.6), neck + ribs @ vec(-2.5, 0.6, -3.6), (1.9, 1.9), collar)


def _apron(clay: Clay, j: dict, look: Look) -> None:
    root, waist, chest, pelvis, mid, ribs = (j[n] for n in ("root", "waist", "chest", "pelvis", "middle", "ribs"))
    belly, stuff = look.belly, Stuff(look.mat("apron"), APRON, 18, 2.5)
    clay.ball(waist + mid @ vec(2.6 + belly, 1.4, 0), mid, (7.0 + belly * 0.4, 7.6, 7.6), stuff)
    clay.box(chest + ribs @ vec(5.6 + belly * 0.4, 2.0, 0), ribs, (3.0, 5.0, 5.0, 2.6), stuff)
    clay.box(root + pelvis @ vec(5.0 + belly * 0.7, -7.5, 0), pelvis, (3.4, 10.0, 7.4, 3.0), stuff.but(k=3.0))
    for s in BOTH:
        clay.cone(chest + ribs @ vec(7.4, 6.0, s * 3.6), j["neck"] + ribs @ vec(0, 0, s * 4.6), (0.9, 0.9),
                  stuff.but(k=0.5))
    clay.ball(waist + mid @ vec(0, -2.0, 0), mid, (8.6 + belly * 0.6, 1.0, 9.4), stuff.but(k=0.3, mat=MAT["CANVAS"]))

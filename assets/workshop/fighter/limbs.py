"""Arms, hands, legs and shoes of a solved skeleton."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .clay import Clay, Drape, Stuff
from .palette import MAT
from .space import Vector, frame_along, turn_x, turn_y, turn_z, unit, vec
from .wardrobe import Look

ARM = {"r": (20, 2), "l": (30, 3)}
LEG = {"r": (40, 4), "l": (50, 5)}
SHOE = {"r": 14, "l": 15}
BRICK = {"r": 12, "l": 13}
SIGN = {"r": 1.0, "l": -1.0}


def build_limbs(clay: Clay, j: dict, p: dict, look: Look) -> None:
    """Add both arms and both legs."""
    for side in ("r", "l"):
        _arm(clay, j, look, side)
        _hand(clay, j, p, look, side)
        _leg(clay, j, look, side)
        _shoe(clay, j, look, side)


@dataclass(frozen=True)
class Tube:
    """The surface of a limb, addressed by share of its length and degrees round it (0 = along `front`)."""

    a: Vector
    b: Vector
    radii: tuple[float, float]
    front: Vector

    def at(self, share: float, degrees: float) -> Vector:
        """Return the point on the surface."""
        along = unit(self.b - self.a)
        front = unit(self.front - along * self.front.dot(along))
        side = np.cross(front, along)
        radius = self.radii[0] * (1 - share) + self.radii[1] * share
        turn = np.radians(degrees)
        return self.a + (self.b - self.a) * share + (front * np.cos(turn) + side * np.sin(turn)) * radius

    def fold(self, clay: Clay, start: tuple[float, float], end: tuple[float, float], stuff: Stuff) -> None:
        """Draw a crease over the surface from one (share, degrees) to another, thinning out."""
        points = [self.at(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in (0, 1 / 3,
                2 / 3, 1)]
        widths = [w * clay.stroke for w in (1.15, 1.05, 0.9, 0.7)]
        for n in range(3):
            clay.cone(points[n], points[n + 1], (widths[n], widths[n + 1]), stuff)


def _bend(a: Vector, b: Vector, c: Vector, aside: Vector) -> tuple[Vector, Vector, Vector]:
    """Return the directions of both bones and the axis of the joint between them."""
    first, second = unit(b - a), unit(c - b)
    axis = np.cross(first, second)
    return first, second, unit(axis if np.linalg.norm(axis) > 0.05 else aside)


def _sharp(first: Vector, second: Vector) -> float:
    """Return how bent a joint is: 0 straight, 1 at a right angle or more."""
    return float(np.clip(1.0 - first.dot(second), 0, 1))


def _arm(clay: Clay, j: dict, look: Look, side: str) -> None:
    shoulder, elbow, wrist = j[f"{side}_shoulder"], j[f"{side}_elbow"], j[f"{side}_wrist"]
    upper, fore, axis = _bend(shoulder, elbow, wrist, j["ribs"] @ vec(0, 0, 1))
    front, inner = np.cross(axis, upper), np.cross(axis, fore)
    group, part = ARM[side]
    j[f"{side}_bend"] = (upper, fore, front, inner)
    if look.top in ("tank", "bare"):
        _bare_arm(clay, j, Stuff(look.mat("skin"), group, part, 1.0), side)
        return
    bent, b, phase = _sharp(upper, fore), look.build.bulk, SIGN[side]
    cloth = Stuff(look.mat("cloth"), group, part, 2.0)
    clay.cone(shoulder + upper * 0.5, elbow, (5.2 * b, 4.1 * b), cloth,
              Drape(0.22, 1.0, phase, 0.16, 0.2 + 0.45 * bent, 4.6, front))
    clay.cone(elbow, wrist - fore * 2.4, (4.0 * b, 3.6 * b), cloth.but(k=1.6),
              Drape(0.22, 1.1, 2 + phase, 0.2 + 0.45 * bent, 0.4, 4.2, inner))
    clay.ball(shoulder + upper * 0.2, frame_along(-upper, front), (5.5 * b, 5.3 * b, 5.1 * b), cloth.but(k=2.5))
    # cloth gathers above the cuff and in the crook of the elbow
    clay.ball(wrist - fore * 3.2, frame_along(-fore, inner), (3.8 * b, 1.9, 3.8 * b), cloth.but(k=1.0))
    crease = Stuff(look.mat("rib"), group, part, 0, 0, True)
    sleeve = Tube(shoulder, elbow, (5.6 * b, 4.4 * b), front)
    lower = Tube(elbow, wrist - fore * 2.4, (4.4 * b, 3.9 * b), inner)
    for s in (1, -1):
        if bent > 0.2:
            sleeve.fold(clay, (1.0, 10 * s), (0.54, 95 * s), crease)
            lower.fold(clay, (0.06, 10 * s), (0.46, 90 * s), crease)
        sleeve.fold(clay, (0.16, 20 * s), (0.52, 70 * s), crease)
        lower.fold(clay, (0.95, 30 * s), (0.72, 100 * s), crease)
    clay.cone(wrist - fore * 2.2, wrist - fore * 0.4, (2.9, 2.7), Stuff(look.mat("rib"), group, part, 0.2, 0.2))


def _bare_arm(clay: Clay, j: dict, skin: Stuff, side: str) -> None:
    shoulder, elbow, wrist = j[f"{side}_shoulder"], j[f"{side}_elbow"], j[f"{side}_wrist"]
    upper, fore, front, inner = j[f"{side}_bend"]
    flex = _sharp(upper, fore)
    out = np.cross(upper, front)
    along, below = frame_along(-upper, front), frame_along(-fore, inner)
    clay.ball(shoulder + upper * 1.5, along, (4.4, 5.0, 4.3), skin)
    clay.cone(shoulder, elbow, (3.4, 2.6), skin)
    clay.ball(shoulder + upper * 7.6 + front * (1.2 + 0.5 * flex), along, (2.4 + 0.4 * flex, 4.6, 2.6), skin.but(k=0.8))
    clay.ball(shoulder + upper * 6.8 - front * 1.4, along, (2.6, 5.2, 2.7), skin.but(k=0.8))
    clay.cone(elbow, wrist, (2.7, 2.0), skin)
    clay.ball(elbow + fore * 3.6 + inner * 0.5, below, (3.1, 4.6, 2.9), skin.but(k=1.2))
    clay.ball(elbow + fore * 3.0 - inner * 0.6 + out * 0.9 * SIGN[side], below, (2.2, 4.4, 2.2), skin.but(k=0.7))


def _hand(clay: Clay, j: dict, p: dict, look: Look, side: str) -> None:
    wrist, fore, inner = j[f"{side}_wrist"], j[f"{side}_bend"][1], j[f"{side}_bend"][3]
    twist, cock = p[f"{side}_wrist"]
    sign = SIGN[side]
    upright = p[f"{side}_set"][0] > 0.5
    frame = (np.eye(3) if upright else frame_along(-fore, inner)) @ turn_y(sign * twist) @ turn_z(cock)
    palm = wrist - frame @ vec(0, 3.0, 0)
    j[f"{side}_palm"], j[f"{side}_hand_frame"] = palm, frame
    group, part = ARM[side][0] + 1, ARM[side][1]
    cover = Stuff(look.mat("hand"), group, part, 0.8)
    skin = Stuff(look.mat("skin"), group, part, 0.25, 0.2)
    clay.cone(wrist + fore * -0.6, wrist - frame @ vec(0, 1.2, 0), (2.45, 2.5), cover.but(prio=0.1))
    if look.hand == "WRAP":
        for turn in (-1.6, 0.6):  # the turns of the wrap
            clay.ball(wrist + fore * turn, frame_along(-fore, inner), (2.75, 0.3, 2.75),
                      Stuff(MAT["TAPE"], group, part, 0, 0, True))
    if p[f"{side}_grip"][0] > 0.5:
        _brick(clay, (palm, frame, sign), cover, side)
    elif p[f"{side}_open"][0] > 0.5:
        _open_hand(clay, (palm, frame, sign), cover, skin)
    else:
        _fist(clay, (palm, frame, sign), cover, skin)
    if look.hand == "WRAP":
        for lean in (38, -30):  # the bandage crosses over the back of the hand
            clay.ball(palm + frame @ vec(-0.4, 1.2, 0), frame @ turn_x(lean), (4.4, 0.42, 5.2),
                      Stuff(MAT["TAPE"], group, part, 0, 0, True))


def _fist(clay: Clay, hand: tuple, cover: Stuff, skin: Stuff) -> None:
    palm, frame, sign = hand
    clay.box(palm + frame @ vec(-0.1, 0.7, 0), frame, (2.9, 2.5, 3.2, 1.5), cover)
    for finger in range(4):
        z = -2.25 + 1.5 * finger
        knuckle, middle, tip = vec(0.4, -3.0, z), vec(2.9, -2.3, z), vec(3.0, 0.3, z)
        clay.cone(palm + frame @ knuckle, palm + frame @ middle, (1.0, 0.95), skin)
        clay.cone(palm + frame @ middle, palm + frame @ tip, (0.95, 0.8), skin)
    clay.cone(palm + frame @ vec(1.2, 1.4, sign * 2.6), palm + frame @ vec(3.7, -0.9, sign * 1.4), (1.0, 0.8), skin)


def _open_hand(clay: Clay, hand: tuple, cover: Stuff, skin: Stuff) -> None:
    palm, frame, sign = hand
    clay.box(palm, frame, (1.6, 3.0, 3.0, 1.2), cover)
    for finger in range(4):
        z = -2.25 + 1.5 * finger
        root, tip = vec(0.2, -2.6, z), vec(0.9, -6.6 + 0.5 * abs(finger - 1.5), z * 1.25)
        clay.cone(palm + frame @ root, palm + frame @ tip, (1.0, 0.75), skin)
    clay.cone(palm + frame @ vec(0.6, 1.4, sign * 2.4), palm + frame @ vec(1.8, -2.4, sign * 4.4), (1.0, 0.75), skin)


def _brick(clay: Clay, hand: tuple, cover: Stuff, side: str) -> None:
    """A brick in the fist: bandaged fingers close round it, brick between them; bare tips and thumb hold it."""
    palm, frame, sign = hand
    clay.box(palm + frame @ vec(-0.9, 1.5, 0), frame, (2.0, 1.9, 3.3, 1.3), cover)
    clay.box(palm + frame @ vec(2.0, -1.2, 0), frame, (2.6, 3.1, 8.2, 0.4),
             Stuff(MAT["BRICK"], cover.group + 1, BRICK[side], 0))
    for end in (-5.6, 5.6):
        clay.box(palm + frame @ vec(2.0, -1.2, end), frame, (2.6, 3.0, 0.3, 0.1),
                 Stuff(MAT["MORTAR"], cover.group + 1, BRICK[side], 0, 0, True))
    skin = Stuff(MAT["SKIN"], cover.group + 2, ARM[side][1], 0.2)
    bound = cover.but(k=0.1, group=cover.group + 2)
    for finger in range(3):  # three, and thick: four would close up at a pixel for a finger's width
        z = 2.7 * (finger - 1)
        clay.cone(palm + frame @ vec(-1.6, 0.4, z), palm + frame @ vec(-1.4, -4.4, z), (0.85, 0.8), bound)
        clay.cone(palm + frame @ vec(-1.4, -4.4, z), palm + frame @ vec(4.6, -4.9, z), (0.8, 0.8), bound)
        clay.cone(palm + frame @ vec(4.8, -4.8, z), palm + frame @ vec(5.2, -0.6, z), (0.95, 0.9), skin)
    clay.cone(palm + frame @ vec(-1.6, 1.8, sign * 1.6), palm + frame @ vec(1.4, 2.6, sign * 2.0), (1.2, 1.1), skin)
    clay.cone(palm + frame @ vec(1.4, 2.6, sign * 2.0), palm + frame @ vec(4.8, 1.6, sign * 1.2), (1.1, 0.9), skin)


def _leg(clay: Clay, j: dict, look: Look, side: str) -> None:
    hip, knee, ankle = j[f"{side}_hip"], j[f"{side}_knee"], j[f"{side}_ankle"]
    thigh, shin, axis = _bend(hip, knee, ankle, j["pelvis"] @ vec(0, 0, -1))
    forward = np.cross(thigh, axis) * (1.0 if np.cross(thigh, axis).dot(j["pelvis"] @ vec(1, 0, 0)) > 0 else -1.0)
    back = -np.cross(axis, shin) if np.cross(axis, shin).dot(forward) > 0 else np.cross(axis, shin)
    bent, b = _sharp(thigh, shin), look.build.bulk
    lifted = float(np.clip(thigh.dot(j["pelvis"] @ vec(1, 0, 0)), 0, 1))
    group, part = LEG[side]
    cloth = Stuff(look.mat("bottom"), group, part, 2.0)
    clay.cone(hip + thigh * 4.0, knee - thigh * 0.5, (6.6 * b, 5.0 * b), cloth,
              Drape(0.16, 0.7, SIGN[side], 0.15 + 0.35 * lifted, 0.12 + 0.4 * bent, 5.5, -forward))
    clay.cone(knee, ankle - shin * 4.8, (5.0 * b, 4.5 * b), cloth,
              Drape(0.2, 0.9, 1 + SIGN[side], 0.12 + 0.4 * bent, 0.4, 5.0, back))
    clay.ball(knee + shin * 7.5 + back * 0.9, frame_along(-shin, forward), (4.3 * b, 6.2, 4.1 * b), cloth)
    clay.ball(hip + thigh * 7.0 + forward * 1.0, frame_along(-thigh, forward), (5.6 * b, 7.0, 5.4 * b), cloth)
    _leg_creases(clay, (hip, knee, ankle, forward, b), Stuff(look.mat("bottom_rib"), group, part, 0, 0, True))
    clay.ball(ankle - shin * 4.8, frame_along(-shin, forward), (5.0 * b, 2.0, 4.8 * b), cloth.but(k=0.8))
    clay.cone(ankle - shin * 3.6, ankle - shin * 1.8, (3.1, 3.0), Stuff(look.mat("bottom_rib"), group, part, 0.2, 0.2))


def _leg_creases(clay: Clay, leg: tuple, crease: Stuff) -> None:
    hip, knee, ankle, forward, size = leg
    thigh, shin = unit(knee - hip), unit(ankle - knee)
    upper = Tube(hip + thigh * 4.0, knee, (7.0 * size, 5.4 * size), forward)
    lower = Tube(knee, ankle - shin * 4.0, (5.4 * size, 4.9 * size), forward)
    for s in (1, -1):
        if _sharp(thigh, shin) > 0.2:
            upper.fold(clay, (0.97, 165 * s), (0.58, 55 * s), crease)
            lower.fold(clay, (0.05, 165 * s), (0.42, 60 * s), crease)
        upper.fold(clay, (0.03, 25 * s), (0.5, 105 * s), crease)
        lower.fold(clay, (0.96, 20 * s), (0.70, 115 * s), crease)


def _shoe(clay: Clay, j: dict, look: Look, side: str) -> None:
    ankle, knee, foot, toe = j[f"{side}_ankle"], j[f"{side}_knee"], j[f"{side}_sole"], j[f"{side}_toe"]
    shin = unit(ankle - knee)
    upper = Stuff(look.mat("shoe"), LEG[side][0] + 1, SHOE[side], 1.2)
    sole = upper.but(mat=look.mat("sole"), k=0.1, prio=0.15)
    ball = ankle + foot @ vec(5.6, -2.0, 0)
    j[f"{side}_ball"] = ball + toe @ vec(0, -2.5, 0)  # the toes stay flat while the heel rises
    clay.cone(ankle - shin * 2.2, ankle, (2.9, 2.9), upper)
    clay.cone(ankle + foot @ vec(-2.0, -1.6, 0), ankle + foot @ vec(3.0, -0.2, 0), (2.8, 2.6), upper)
    clay.cone(ankle + foot @ vec(3.0, -0.2, 0), ball, (2.6, 2.2), upper)
    clay.cone(ball, ball + toe @ vec(3.6, 0.1, 0), (2.2, 1.9), upper)
    clay.box(ankle + foot @ vec(0.9, -3.75, 0), foot, (5.3, 0.8, 2.7, 0.5), sole)
    clay.box(ball + toe @ vec(2.0, -1.8, 0), toe, (3.5, 0.8, 2.5, 0.5), sole)
    lace = Stuff(MAT["LACE"], upper.group, SHOE[side], 0, 0, True)
    for step in range(3):
        middle = ankle + foot @ vec(2.4 + step * 1.3, 1.9 - step * 1.1, 0)
        clay.cone(middle + foot @ vec(0, 0, -1.3), middle + foot @ vec(0, 0, 1.3), (0.5, 0.5), lace)
    if look.sole == "SOLE":  # the pale disc at the ankle
        clay.ball(ankle + foot @ vec(-0.2, -0.4, SIGN[side] * 2.7), foot @ turn_x(0), (1.1, 1.1, 0.6),
                  sole.but(paint=1.0, prio=0.0))

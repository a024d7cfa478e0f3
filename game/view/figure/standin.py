"""Draws a stand-in for a missing sheet or clip: an articulated silhouette whose stride follows the beat.

The game stays playable by eye without any sprite file.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

import pygame

from game.view.canvas.color import Color
from game.view.canvas.easing import clamp

Vec = tuple[float, float]
SUIT = (84, 92, 108)
"""Color of the suit."""
SUIT_FAR = (52, 58, 74)
"""Color of the far limbs."""
SKIN = (186, 128, 88)
"""Color of the skin."""
CAP = (150, 56, 48)
"""Color of the cap."""
RIM = (236, 196, 146)
"""Color of the lit edge."""
RUN_ANKLES = (
    (0.0, 13.0, 5.6), (0.07, 6.3, 4.5), (0.16, -2.4, 4.5), (0.25, -11.0, 5.4), (0.33, -18.7, 9.0),
    (0.41, -25.0, 16.0),
    (0.51, -23.5, 24.5), (0.61, -12.5, 27.5), (0.70, 2.5, 24.5), (0.78, 14.0, 19.5), (0.86, 20.5, 13.5),
    (0.94, 19.0, 8.3), (1.0, 13.0, 5.6),
)  # fmt: skip
"""Ankle over a stride: (phase, x from the hip, height), in px of an 88 px figure. Figures: the fighter's art brief."""
TALL = 88.0
"""Height to which the joints refer, px."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Joints relative to the ground point, y up, for a height of 88 px."""

    hip: Vec
    chest: Vec
    head: Vec
    hands: tuple[Vec, Vec]
    feet: tuple[Vec, Vec]


def draw_standin(target: pygame.Surface, action: str, phase: float, at: Vec, height: float) -> None:
    """Draw the figure doing `action`; `phase` goes from 0 to 1 over it (or over a stride)."""
    stance = stance_of(action, phase)
    scale = height / TALL

    def place(point: Vec) -> Vec:
        return at[0] + point[0] * scale, at[1] - point[1] * scale

    hip, chest, head = place(stance.hip), place(stance.chest), place(stance.head)
    shoulder = (chest[0], chest[1] + 1 * scale)
    for side, color in ((1, SUIT_FAR), (0, SUIT)):
        foot, hand = place(stance.feet[side]), place(stance.hands[side])
        _limb(target, (hip, foot), 20 * scale, (9 * scale, color), 1)
        if side == 1:
            _limb(target, (shoulder, hand), 14 * scale, (6 * scale, color), -1)
            pygame.draw.circle(target, SKIN, hand, 3.4 * scale)
    _bone(target, hip, chest, 15 * scale, SUIT)
    _limb(target, (shoulder, place(stance.hands[0])), 14 * scale, (6.5 * scale, SUIT), -1)
    pygame.draw.circle(target, SKIN, place(stance.hands[0]), 3.6 * scale)
    pygame.draw.circle(target, SKIN, head, 6 * scale)
    pygame.draw.circle(target, CAP, (head[0], head[1] - 2 * scale), 6 * scale, draw_top_left=True, draw_top_right=True)
    pygame.draw.circle(target, RIM, head, 6 * scale, 1, draw_top_right=True)


def stance_of(action: str, phase: float) -> Stance:
    """Return the joints for an action by the beginning of its name; for an unknown one, standing and breathing."""
    table = {"run": _run, "sprint": _run, "step": _run, "lift": _run, "turn": _run}
    for name, build in table.items():
        if action.startswith(name):
            return build(phase)
    if action.startswith(("hop", "leap")):
        return _lifted(_run(0.86), 34 * sin(pi * clamp(phase)))
    if action.startswith(("duck", "stumble", "miss", "lace", "fold", "breath")):
        return _low(phase)
    if action.startswith(("press", "raise", "held", "up", "top")):
        return _reach((8.0, 84.0), (-8.0, 84.0), phase)
    if action.startswith(("strike_left", "jab", "straight_left", "hook_left", "body", "catch_left")):
        return _reach((38.0, 62.0), (12.0, 60.0), phase)
    if action.startswith(("strike_right", "cross", "straight_right", "hook_right", "uppercut", "catch_right", "off")):
        return _reach((12.0, 60.0), (38.0, 64.0), phase)
    return _reach((14.0, 60.0), (12.0, 58.0), 0.5 + 0.06 * sin(2 * pi * phase))


def _run(phase: float) -> Stance:
    hip_y = 42.0 + 2.0 * sin(4 * pi * phase + 2.4)
    chest, head = (9.0, hip_y + 25), (14.0, hip_y + 39)
    feet = tuple((_ankle(phase + side)[0], _ankle(phase + side)[1] - 4.5) for side in (0.0, 0.5))
    swing = [cos(2 * pi * (phase + side + 0.5)) for side in (0.0, 0.5)]
    hands = tuple((chest[0] + 4 + 15 * value, chest[1] - 12 + 6 * value) for value in swing)
    return Stance((0.0, hip_y), chest, head, (hands[0], hands[1]), (feet[0], feet[1]))


def _ankle(phase: float) -> Vec:
    at = phase % 1.0
    for (p0, x0, y0), (p1, x1, y1) in pairwise(RUN_ANKLES):
        if at <= p1:
            share = (at - p0) / (p1 - p0)
            return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
    return RUN_ANKLES[0][1:]


def _lifted(stance: Stance, up: float) -> Stance:
    def raised(point: Vec) -> Vec:
        return point[0], point[1] + up

    hands, feet = stance.hands, stance.feet
    return Stance(
        raised(stance.hip),
        raised(stance.chest),
        raised(stance.head),
        (raised(hands[0]), raised(hands[1])),
        (raised(feet[0]), raised(feet[1])),
    )


def _low(phase: float) -> Stance:
    dip = 0.5 + 0.5 * sin(pi * clamp(phase))
    hip = (-4.0, 40 - 14 * dip)
    chest = (12.0, hip[1] + 22 - 4 * dip)
    return Stance(
        hip,
        chest,
        (chest[0] + 9, chest[1] + 10),
        ((chest[0] + 12, chest[1] - 14), (chest[0] + 6, 22.0)),
        ((14, 0), (-16, 2)),
    )


def _reach(near: Vec, far: Vec, phase: float) -> Stance:
    share = clamp(phase)
    guard = ((16.0, 62.0), (13.0, 60.0))
    hands = tuple(
        (g[0] + (h[0] - g[0]) * share, g[1] + (h[1] - g[1]) * share) for g, h in zip(guard, (near, far), strict=True)
    )
    return Stance((0.0, 42.0), (3.0, 67.0), (6.0, 80.0), (hands[0], hands[1]), ((9.0, 0.0), (-11.0, 0.0)))


def _limb(target: pygame.Surface, ends: tuple[Vec, Vec], bone: float, flesh: tuple[float, Color], bend: int) -> None:
    width, color = flesh
    (ax, ay), (bx, by) = ends
    span = min(hypot(bx - ax, by - ay), 1.98 * bone)
    turn = atan2(by - ay, bx - ax)
    lift = (bone**2 - (span / 2) ** 2) ** 0.5
    joint = (
        ax + cos(turn) * span / 2 + bend * sin(turn) * lift,
        ay + sin(turn) * span / 2 - bend * cos(turn) * lift,
    )
    _bone(target, (ax, ay), joint, width, color)
    _bone(target, joint, (bx, by), width * 0.85, color)


def _bone(target: pygame.Surface, a: Vec, b: Vec, width: float, color: Color) -> None:
    turn, half = atan2(b[1] - a[1], b[0] - a[0]), width / 2
    off = (-sin(turn) * half, cos(turn) * half)
    corners = [(a[0] + off[0], a[1] + off[1]), (b[0] + off[0], b[1] + off[1]), (b[0] - off[0], b[1] - off[1])]
    pygame.draw.polygon(target, color, [*corners, (a[0] - off[0], a[1] - off[1])])
    pygame.draw.circle(target, color, a, half)
    pygame.draw.circle(target, color, b, half)

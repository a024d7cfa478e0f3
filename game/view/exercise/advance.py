"""Pictures that come ahead of a cue with its sound's lead: a glint that grows, and a trainer's stick that rises, stays
up for as long as a key is to be held, and is down at the release.
"""

from collections.abc import Sequence
from math import cos, pi, sin

import pygame

from game.sim.chart import Cue
from game.view.canvas.easing import clamp
from game.view.film.draw_context import DrawContext

GLINT = (255, 246, 214)
"""Color of a glint."""
GLINT_EDGE = (236, 184, 104)
"""Color of its outer pixels."""
GLINT_PX = 9
"""Length of a glint's rays on the beat, px."""
SPARK_PX = 6
"""Length of its rays as the cue is announced, px."""
ROUNDING = 0.001
"""A visual time in whole microseconds may lie so much before its beat."""
FALL_BEATS = 0.3
"""Beats in which the stick comes down, before the release."""
LIFTED = 0.12
"""Height to which the stick goes at once, as its cue is announced."""
LEAST_RISE_BEATS = 0.12
"""Shortest rise of the stick, in beats, where the last release has just been."""
LOW = -0.15
"""Angle of the lowered stick over the level, as a share of a right angle."""
STICK = (196, 140, 84)
"""Color of the stick."""
STICK_EDGE = (58, 34, 22)
"""Color of its shaded side."""
TIP = (255, 240, 206)
"""Color of its tip."""


def draw_glint(context: DrawContext, at: tuple[float, float], share: float) -> None:
    """Draw a star of four rays at a place's pixel: a spark at share 0, full on the beat at 1."""
    if not -ROUNDING <= share <= 1:
        return
    x, row = context.lens.column(at[0]), context.lens.row(at[1])
    reach = round(SPARK_PX + (GLINT_PX - SPARK_PX) * share**2)
    for length, half, tint in ((reach, 0, GLINT_EDGE), (reach * 2 // 3, 1, GLINT_EDGE), (reach // 2, 1, GLINT)):
        context.target.fill(tint, (x - length, row - half, 2 * length + 1, 2 * half + 1))
        context.target.fill(tint, (x - half, row - length, 2 * half + 1, 2 * length + 1))


def share_of_lead(context: DrawContext, cue: Cue) -> float:
    """Return how much of a cue's lead has passed: below 0.0 before it, 1.0 on the beat, above 1.0 after
    it."""
    return 1.0 - (float(cue.beat) - context.now.beat) / float(cue.kind.lead)


def raised(context: DrawContext, cues: Sequence[Cue]) -> float:
    """Return how high the stick is for some cues in order, 0.0 down to 1.0 up: it is up on the press of each, and down
    on its release."""
    beat, down_beat, height = context.now.beat, 0.0, 0.0
    for cue in cues:
        press = float(cue.beat)
        held = max(FALL_BEATS, (cue.end_us - cue.time_us) / context.now.us_per_beat)
        begins = min(max(press - float(cue.kind.lead), down_beat), press - LEAST_RISE_BEATS)
        risen = clamp((beat - begins) / (press - begins))
        fallen = clamp((beat - (press + held - FALL_BEATS)) / FALL_BEATS)
        up = LIFTED + (1.0 - LIFTED) * risen**2 if beat >= begins - ROUNDING else 0.0
        height = max(height, up * (1.0 - fallen**2))
        down_beat = press + held
    return height


def draw_stick(context: DrawContext, hand: tuple[float, float], cues: Sequence[Cue], length: int) -> None:
    """Draw the stick for some cues from a hand at a place's pixel: it points ahead where it is down and up where it is
    raised, and its tip glints ahead of each press."""
    height = raised(context, cues)
    angle = (LOW + (1.0 - LOW) * height) * pi / 2
    x, row = context.lens.column(hand[0]), context.lens.row(hand[1])
    tip = (x + round(length * cos(angle)), row - round(length * sin(angle)))
    pygame.draw.line(context.target, STICK_EDGE, (x + 1, row + 1), (tip[0] + 1, tip[1] + 1), 3)
    pygame.draw.line(context.target, STICK, (x, row), tip, 2)
    context.target.fill(TIP, (tip[0] - 1, tip[1] - 1, 4, 4))
    for cue in cues:
        draw_glint(context, (hand[0] + length * cos(angle), hand[1] - length * sin(angle)), share_of_lead(context, cue))

"""Wind: what a fast run is seen by besides his lean. Streaks of air rush by, and thin lines trail him.

Both follow from the beat and the speed alone; the air lies below all that stands on the road.
"""

from functools import lru_cache
from math import cos, floor, pi, radians, sin, tau

import pygame

from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.lens import WIDTH
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext
from game.view.stage.staged_section import StagedSection

PALE: Color = (206, 222, 240)
"""Color of the air over a dark ground."""
DEEP: Color = (22, 26, 48)
"""Its color over a light one."""
BRIGHT_KEY = 255
"""The factor of the fighter's light in a place that neither lightens nor darkens him."""
STREAKS = 18
"""Streaks of air in a picture's width at the fastest pace."""
STREAK_PX = 64
"""Length of a streak at the fastest pace, px."""
STREAK_ROWS = (56, 292)
"""Screen rows between which the air is seen."""
STREAK_OPACITY = 104
"""Opacity of a streak at the fastest pace, 0 to 255."""
RUSH_PX = 84.0
"""How far the air moves against the runner in a beat, px."""
INDOORS = 0.35
"""Share of it that is left in a room: a draught."""
RUSHES = 16
"""Streaks that rush out of the distance where he runs away from the camera."""
RUSH_CENTRE = (320, 168)
"""Where they come from, screen px."""
RUSH_REACH_PX = (110, 330)
"""How near to it they begin, and how far they come, px: what lies on the stairs before him stays clear."""
RUSH_TILT = 42
"""They leave it to either side, by up to so many degrees up or down."""
RUSH_LENGTH_PX = 56
"""Length of the nearest at the fastest pace, px."""
RUSH_OPACITY = 200
"""Opacity of a streak that rushes by at the fastest pace, 0 to 255."""
RUSHES_A_BEAT = 0.6
"""How often in a beat one of them passes by."""
TRAILS = 6
"""Lines that trail the runner."""
TRAIL_PX = 74
"""Their length at the fastest pace, px."""
LEAST_TRAIL_PX = 4
"""Shorter ones are not drawn, px."""
TRAIL_OPACITY = 150
"""Their opacity at his back, 0 to 255."""
TRAIL_FROM_PX = 10
"""They begin so far behind his middle, px."""
OPACITY_STEPS = 12
"""Steps of opacity, so that few lines are cached."""
SEEN_WITHIN = 0.2
"""A streak fades in while the strength grows by so much."""


def draw_wind(context: DrawContext, staged: StagedSection) -> None:
    """Draw the air of a section by the speed of the moment, below all that stands there; nothing up to the written
    tempo."""
    if _blows(context):
        _streaks(context, staged, context.road.speed * (1.0 if staged.view.leans else INDOORS))


def draw_trails(context: DrawContext, staged: StagedSection) -> None:
    """Draw lines behind a runner's back, between his shoulders and his knees."""
    speed = context.road.speed
    if not _blows(context) or not staged.view.leans:
        return
    (x, row), tone = staged.view.feet_at(context), tone_on(staged.place.color_grade.key)
    opacity = TRAIL_OPACITY * round(OPACITY_STEPS * speed) // OPACITY_STEPS
    for number in range(TRAILS):
        phase = chance(number, 3, 7)
        share = speed * (0.6 + 0.4 * sin(tau * (context.now.beat / (3 + number % 3) + phase)))
        length = round(TRAIL_PX * share)
        if length >= LEAST_TRAIL_PX:
            up = staged.view.height * (0.2 + 0.68 * (number + 0.4 * phase) / TRAILS)
            corner = (context.lens.column(x - TRAIL_FROM_PX - length), context.lens.row(row - up))
            context.target.blit(streak_of(length, opacity, tone), corner)


def _blows(context: DrawContext) -> bool:
    """Whether the air is seen: whoever wants little motion sees the speed by the lean alone."""
    return context.road.speed > 0 and not context.options.reduced_motion


def _streaks(context: DrawContext, staged: StagedSection, strength: float) -> None:
    """Draw streaks that hang in the air of the world, and drift against him. With the strength more of them are seen;
    none of them leaps when it changes."""
    left, tone = staged.place.left, tone_on(staged.place.color_grade.key)
    length, apart, drift = max(3, round(STREAK_PX * strength)), WIDTH / STREAKS, RUSH_PX * context.now.beat
    first = floor((context.lens.x + left + drift - length) / apart)
    for number in range(first, first + STREAKS + floor(length / apart) + 2):
        seen = clamp((strength - chance(number, 4, 7)) / SEEN_WITHIN)
        step = round(OPACITY_STEPS * strength * seen)
        if step > 0:
            column = (number + 0.7 * chance(number, 1, 7)) * apart - drift - left
            top, bottom = STREAK_ROWS
            row = round(top + (bottom - top) * chance(number, 2, 7) - context.lens.y)
            line = streak_of(length, STREAK_OPACITY * step // OPACITY_STEPS, tone)
            context.target.blit(line, (context.lens.column(column), row))


def draw_rush(context: DrawContext, key: Color) -> None:
    """Draw the air of a run away from the camera, on either side of him, on a ground of a place's `key`."""
    speed = context.road.speed
    if not _blows(context):
        return
    for number in range(RUSHES):
        phase = (context.now.beat * RUSHES_A_BEAT + chance(number, 6, 7)) % 1.0
        step = round(OPACITY_STEPS * speed * sin(pi * phase))
        length = 8 * round(RUSH_LENGTH_PX * speed * (0.3 + 0.7 * phase) / 8)
        if step <= 0 or length <= 0:
            continue
        tilt = round(RUSH_TILT * (2 * chance(number, 5, 7) - 1))
        angle = tilt if number % 2 else 180 - tilt
        line = rotated_streak(length, RUSH_OPACITY * step // OPACITY_STEPS, tone_on(key), angle)
        reach = RUSH_REACH_PX[0] + (RUSH_REACH_PX[1] - RUSH_REACH_PX[0]) * phase**2
        column = RUSH_CENTRE[0] + reach * cos(radians(angle))
        row = RUSH_CENTRE[1] - reach * sin(radians(angle))
        context.target.blit(line, line.get_rect(center=(round(column), round(row))))


@lru_cache(maxsize=512)
def rotated_streak(length: int, opacity: int, tone: Color, angle: int) -> pygame.Surface:
    """Return a line of air that points away from the distance, by an angle in degrees, counter-clockwise."""
    return pygame.transform.rotate(streak_of(length, opacity, tone), angle)


@lru_cache(maxsize=512)
def streak_of(length: int, opacity: int, tone: Color) -> pygame.Surface:
    """Return a line of air in a tone, 1 px high, that fades out to the left."""
    line = pygame.Surface((length, 1), pygame.SRCALPHA, 32)
    for column in range(length):
        line.set_at((column, 0), (*tone, round(opacity * (column + 1) / length)))
    return line


def tone_on(key: Color) -> Color:
    """Return the tone that is told from a ground: where the fighter's own light darkens him, the ground is light."""
    return PALE if key[1] > BRIGHT_KEY else DEEP

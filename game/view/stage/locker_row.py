"""The lockers that pass close before the lens: dented sheet metal, vents, a padlock, a towel, and a strip of the lamps'
light that runs over the doors as they pass.
"""

from functools import lru_cache

import pygame

from game.content.look import ColorGrade
from game.view.canvas.color import Color
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.particles import chance

LOCKERS_PX = 150
"""Width of the row, px."""
LOCKERS = 2
"""Lockers side by side."""
TONES = (0.0, 0.04, 0.08, 0.13, 0.20, 0.33, 0.54)
"""Tones of the metal from the darkest on: shares of the edge's color in the dark one."""
DOOR = pygame.Rect(5, 22, 65, 322)
"""A door in its locker."""
VENTS = ((44, 6), (284, 4))
"""First row and number of the louvres, top and bottom."""
LOUVRE_STEP = 7
"""Rows from one louvre to the next."""
DENTS = ((22, 132, 9), (40, 232, 14), (18, 258, 7), (47, 150, 6), (30, 206, 5), (14, 318, 8))
"""Dents of a door: column, row and radius, px; every other one for each locker."""
TOWEL = ((9, 14), (41, 14), (43, 60), (40, 104), (33, 110), (26, 106), (18, 116), (11, 112))
"""Outline of the towel that hangs over the second door."""
STRIP_PX = 64
"""Width of the strip of light, px."""
STRIP_SHARE = 0.24
"""Strength of its middle, as a share of the edge's color."""
STRIP_STEPS = 8
"""Steps of strength from its edge to its middle."""
STRIP_TRAVEL = 0.4
"""How far the strip moves over the row, px for each px that the row moves on the screen."""


def draw_lockers(target: pygame.Surface, column: int, color_grade: ColorGrade) -> None:
    """Draw the row with its middle at a screen column, and the light on it."""
    left = column - LOCKERS_PX // 2
    target.blit(row_of_lockers(color_grade.dark, color_grade.edge), (left, 0))
    lit = left + LOCKERS_PX // 2 + round((WIDTH / 2 - column) * STRIP_TRAVEL) - STRIP_PX // 2
    whole = pygame.Rect(left, 0, LOCKERS_PX, HEIGHT).clip(target.get_clip())
    shown = pygame.Rect(lit, DOOR.top, STRIP_PX, DOOR.height).clip(whole)
    if shown.width > 0:
        area = shown.move(-lit, -DOOR.top)
        target.blit(strip_of_light(color_grade.edge), shown, area, special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=8)
def strip_of_light(edge: Color) -> pygame.Surface:
    """Return the reflection of a lamp in sheet metal: soft to both sides, longer than any door."""
    strip = pygame.Surface((STRIP_PX, DOOR.height), 0, 32)
    for column in range(STRIP_PX):
        across = 1.0 - abs(column - (STRIP_PX - 1) / 2) / (STRIP_PX / 2)
        share = STRIP_SHARE * round(across**1.6 * STRIP_STEPS) / STRIP_STEPS
        strip.fill(mixed((0, 0, 0), edge, share), (column, 0, 1, DOOR.height))
    return strip


@lru_cache(maxsize=8)
def row_of_lockers(dark: Color, edge: Color) -> pygame.Surface:
    """Return the row against the light of a room."""
    row = pygame.Surface((LOCKERS_PX, HEIGHT), 0, 32)
    tones = [mixed(dark, edge, share) for share in TONES]
    wide = LOCKERS_PX // LOCKERS
    for number in range(LOCKERS):
        locker = row.subsurface((number * wide, 0, wide, HEIGHT))
        _body(locker, tones)
        for x, y, radius in DENTS[number::LOCKERS]:
            _dent(locker, tones, (DOOR.left + x, y), radius)
        _scratches(locker, tones, number)
        _handle(locker, tones)
    _padlock(row, tones, (DOOR.left + 53, 204))
    _towel(row.subsurface((wide, 0, wide, HEIGHT)), tones)
    row.fill(tones[6], (LOCKERS_PX - 2, 0, 2, HEIGHT))
    row.fill(tones[4], (0, 0, 1, HEIGHT))
    return row


def mixed(dark: Color, light: Color, share: float) -> Color:
    """Return a color between two: 0 the first, 1 the second."""
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(dark, light, strict=True))
    return red, green, blue


def _body(locker: pygame.Surface, tones: list[Color]) -> None:
    """Paint the carcass, and the door, which is a little bowed: darker toward its hinges."""
    wide = locker.get_width()
    locker.fill(tones[1])
    locker.fill(tones[2], (0, 4, wide, 12))
    locker.fill(tones[4], (0, 15, wide, 1))
    locker.fill(tones[0], (0, 16, wide, 3))
    for column in range(DOOR.width):
        tone = 1 + min(2, column * 4 // DOOR.width)
        locker.fill(tones[tone], (DOOR.left + column, DOOR.top, 1, DOOR.height))
    for crease in (8, 54):
        locker.fill(tones[0], (DOOR.left + crease, DOOR.top + 6, 1, DOOR.height - 12))
        locker.fill(tones[4], (DOOR.left + crease + 1, DOOR.top + 6, 1, DOOR.height - 12))
    locker.fill(tones[4], (DOOR.left, DOOR.top, DOOR.width, 1))
    locker.fill(tones[5], (DOOR.right - 1, DOOR.top, 1, DOOR.height))
    locker.fill(tones[0], (DOOR.left - 2, DOOR.top, 2, DOOR.height))
    locker.fill(tones[0], (DOOR.left, DOOR.bottom, DOOR.width, 3))
    for first, count in VENTS:
        for row in range(first, first + count * LOUVRE_STEP, LOUVRE_STEP):
            locker.fill(tones[0], (DOOR.left + 17, row, 30, 3))
            locker.fill(tones[5], (DOOR.left + 17, row + 3, 30, 1))
            locker.fill(tones[3], (DOOR.left + 16, row + 4, 32, 1))
    locker.fill(tones[4], (DOOR.left + 20, 96, 24, 11))
    locker.fill(tones[6], (DOOR.left + 22, 98, 20, 7))
    locker.fill(tones[2], (DOOR.left + 25, 101, 12, 1))


def _dent(locker: pygame.Surface, tones: list[Color], at: tuple[int, int], radius: int) -> None:
    """Paint a dent: under its upper rim the metal turns away from the light, its lower rim catches it."""
    for row in range(-radius, radius + 1):
        half = round(0.8 * (radius * radius - row * row) ** 0.5)
        deep = max(1, radius // 3)
        if row < 0:
            locker.fill(tones[1], (at[0] - half, at[1] + row, 2 * half, 1))
            locker.fill(tones[0], (at[0] - half, at[1] + row, min(2 * half, deep), 1))
        if row < deep - radius:
            locker.fill(tones[0], (at[0] - half, at[1] + row, 2 * half, 1))
        if row > 0:
            locker.fill(tones[4], (at[0] + half - 2, at[1] + row, 2, 1))
    locker.fill(tones[5], (at[0] - radius // 3, at[1] + radius, radius, 1))


def _scratches(locker: pygame.Surface, tones: list[Color], number: int) -> None:
    for scratch in range(9):
        x, y = DOOR.left + 10 + round(40 * chance(scratch, number, 41)), 112 + round(160 * chance(scratch, number, 42))
        for step in range(3 + scratch % 4):
            locker.fill(tones[3 + scratch % 2], (x + step, y + step // 2 * (1 if scratch % 3 else -1), 1, 1))


def _handle(locker: pygame.Surface, tones: list[Color]) -> None:
    """Paint the cup of the handle with its lever."""
    cup = pygame.Rect(DOOR.left + 51, 164, 9, 34)
    locker.fill(tones[0], cup)
    locker.fill(tones[4], (cup.left, cup.bottom, cup.width, 1))
    locker.fill(tones[3], (cup.left + 3, cup.top + 3, 4, 26))
    locker.fill(tones[6], (cup.left + 6, cup.top + 3, 1, 24))


def _padlock(row: pygame.Surface, tones: list[Color], at: tuple[int, int]) -> None:
    """Paint a padlock that hangs from the handle."""
    body = pygame.Rect(at[0] - 7, at[1], 14, 12)
    pygame.draw.arc(row, tones[5], (at[0] - 5, at[1] - 9, 10, 16), 0.0, 3.3, 2)
    row.fill(tones[2], body)
    row.fill(tones[4], (body.left + 1, body.top + 1, 11, 2))
    row.fill(tones[6], (body.right - 2, body.top, 2, body.height - 2))
    row.fill(tones[0], (at[0] - 1, at[1] + 5, 2, 4))
    row.fill(tones[0], (body.left, body.bottom, body.width, 2))


def _towel(locker: pygame.Surface, tones: list[Color]) -> None:
    """Paint a towel thrown over the door's corner: three folds, a hem that is not straight."""
    pygame.draw.polygon(locker, tones[5], TOWEL)
    for fold, (top, bottom) in enumerate((((17, 16), (14, 108)), ((27, 18), (25, 104)), ((35, 16), (36, 106)))):
        pygame.draw.line(locker, tones[3], top, bottom, 3)
        pygame.draw.line(locker, tones[6], (top[0] + 3, top[1]), (bottom[0] + 3, bottom[1] - 2 * fold), 2)
    pygame.draw.lines(locker, tones[6], False, TOWEL[1:5], 2)
    pygame.draw.lines(locker, tones[0], False, (TOWEL[0], TOWEL[-1]), 2)
    for row in (90, 94):
        pygame.draw.line(locker, tones[3], (12, row), (40, row - 4), 1)

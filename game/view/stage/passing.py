"""What passes close before the lens between two stations of a room: a row of lockers, a swinging bag, the trainer's
back. Nearly black, their edges in the light of the room.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

import pygame

from game.content.look import ColorGrade
from game.view.canvas.color import Color
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.particles import chance

PASSING_PX = 150
"""Width of what passes, px."""
LOCKERS = 2
"""Lockers side by side."""
Paint: TypeAlias = Callable[[pygame.Surface, Color, Color], None]


def draw_passing(target: pygame.Surface, column: int, number: int, color_grade: ColorGrade) -> None:
    """Draw the `number`-th thing of a room with its middle at `column`."""
    left = column - PASSING_PX // 2
    if -PASSING_PX < left < WIDTH:
        target.blit(thing(number % len(THINGS), color_grade.dark, color_grade.edge), (left, 0))


@lru_cache(maxsize=32)
def thing(number: int, dark: Color, edge: Color) -> pygame.Surface:
    """Return one of the things that pass."""
    picture = pygame.Surface((PASSING_PX, HEIGHT), pygame.SRCALPHA, 32)
    THINGS[number](picture, dark, edge)
    return picture


def shaded(color: Color, factor: float, lift: int = 0) -> Color:
    """Return a color times a factor, plus a lift."""
    red, green, blue = (max(0, min(255, round(part * factor) + lift)) for part in color)
    return red, green, blue


def _lockers(picture: pygame.Surface, dark: Color, edge: Color) -> None:
    """Sheet-metal doors with vents, handles and the labels of those who train here."""
    wide = PASSING_PX // LOCKERS
    for locker in range(LOCKERS):
        left = locker * wide
        picture.fill(shaded(dark, 1.1, 7), (left, 0, wide, HEIGHT))
        picture.fill(shaded(dark, 1.2, 15), (left + 5, 26, wide - 10, HEIGHT - 40))
        picture.fill(shaded(edge, 0.34), (left + wide - 6, 26, 1, HEIGHT - 40))
        picture.fill(shaded(edge, 0.20), (left + 5, 26, wide - 10, 1))
        for vent in range(5):
            picture.fill(shaded(dark, 0.6), (left + 18, 44 + 9 * vent, wide - 36, 4))
            picture.fill(shaded(edge, 0.24), (left + 18, 48 + 9 * vent, wide - 36, 1))
        picture.fill(shaded(edge, 0.42), (left + 24, 100, 26, 11))
        for dent in range(14):
            x, y = left + 10 + round(50 * chance(dent, locker, 41)), 120 + round(200 * chance(dent, locker, 42))
            picture.fill(shaded(dark, 0.8, 4), (x, y, 3 + dent % 5, 1))
        picture.fill(shaded(edge, 0.55), (left + wide - 18, 176, 4, 26))
        picture.fill(shaded(dark, 0.5), (left + wide - 14, 176, 2, 26))
    picture.fill(shaded(edge, 0.6), (PASSING_PX - 2, 0, 2, HEIGHT))
    picture.fill(shaded(edge, 0.3), (0, 0, 2, HEIGHT))


def _bag(picture: pygame.Surface, dark: Color, edge: Color) -> None:
    """A heavy bag on its chains: seams, a taped middle, scuffs."""
    middle = PASSING_PX // 2
    for side in (-1, 1):
        pygame.draw.line(picture, shaded(edge, 0.4), (middle, -8), (middle + side * 44, 44), 2)
    for column in range(-50, 50):
        across = column / 50
        light = 0.9 + 0.5 * max(0.0, across) - 0.3 * abs(across)
        top = 40 + round(7 * across * across)
        picture.fill(shaded(dark, light, 7), (middle + column, top, 1, HEIGHT - 12 - round(9 * across * across) - top))
    for row in range(171, 214, 11):
        picture.fill(shaded(dark, 1.1, 16), (middle - 50, row, 100, 9))
    for x, share in ((49, 0.7), (48, 0.45), (47, 0.2), (-50, 0.3)):
        picture.fill(shaded(edge, share), (middle + x, 47, 1, HEIGHT - 68))
    for row in (66, 68, 300, 302):
        picture.fill(shaded(edge, 0.22), (middle - 46, row, 92, 1))
    for scuff in range(26):
        x, y = middle - 30 + round(60 * chance(scuff, 1, 43)), 100 + round(180 * chance(scuff, 2, 43))
        picture.fill(shaded(edge, 0.18), (x, y, 2 + scuff % 6, 1))


def _back(picture: pygame.Surface, dark: Color, edge: Color) -> None:
    """The trainer from behind, over his shoulder: hat, neck, cardigan."""
    cloth, felt = shaded(dark, 1.2, 10), shaded(dark, 0.9, 4)
    shoulders = [(4, HEIGHT), (8, 214), (28, 186), (60, 176), (90, 176), (122, 186), (142, 214), (148, HEIGHT)]
    pygame.draw.polygon(picture, cloth, shoulders)
    pygame.draw.lines(picture, shaded(edge, 0.6), False, shoulders[3:], 2)
    pygame.draw.lines(picture, shaded(edge, 0.22), False, shoulders[:4], 1)
    for row in range(200, HEIGHT, 7):
        picture.fill(shaded(dark, 1.0, 5), (20, row, 110, 1))
    pygame.draw.rect(picture, shaded(dark, 1.5, 22), (60, 142, 30, 40))
    pygame.draw.ellipse(picture, shaded(dark, 1.5, 18), (50, 92, 50, 74))
    pygame.draw.line(picture, shaded(edge, 0.75), (98, 120), (92, 156), 2)
    pygame.draw.ellipse(picture, felt, (22, 98, 106, 22))
    pygame.draw.polygon(picture, felt, [(46, 106), (50, 62), (70, 54), (84, 60), (100, 62), (104, 106)])
    picture.fill(shaded(dark, 0.5), (47, 94, 57, 9))
    pygame.draw.lines(picture, shaded(edge, 0.7), False, [(84, 60), (100, 62), (104, 98), (126, 108)], 2)


THINGS: tuple[Paint, ...] = (_lockers, _bag, _back)
"""The things that pass, in order."""

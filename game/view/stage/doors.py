"""What passes close before the lens where two places have no common space: a wall, light that whites out the picture,
sides of beef on their rail, or the strips of a curtain. The look of the place behind the door says which.
"""

from functools import lru_cache
from math import floor

import numpy as np
import pygame

from game.content.look import ColorGrade, Doorway
from game.view.canvas.color import Color
from game.view.canvas.easing import smooth, smoother
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext
from game.view.stage.seams import DOOR_PX, draw_door

DOOR_BEATS = 0.95
"""Duration of its passage, centered on the seam, in beats."""
GLARE_BEATS = {Doorway.LIGHT: (0.55, 0.8), Doorway.STRIPS: (0.0, 0.7)}
"""Beats before and after the seam in which light floods the lens."""
GLARE = {Doorway.LIGHT: (222, 214, 198), Doorway.STRIPS: (96, 104, 108)}
"""Color that is added to the picture at the seam: what is bright whites out first, and comes back last."""
GLARE_STEPS = 24
"""Steps of its strength."""
SIDE_PX = 122
"""Distance between two sides of beef, px."""
SIDES = 8
"""Sides of beef on the rail."""
FLESH, FAT = (92, 46, 46), (148, 132, 118)
"""Colors of a side of beef in full light."""
STRIP_PX = 35
"""Width of a strip of the curtain, px."""


def draw_doorway(context: DrawContext, kind: Doorway, beats: float, before: ColorGrade, after: ColorGrade) -> None:
    """Draw what passes at so many beats from the seam; nothing away from it."""
    left = door_at(beats)
    if left is not None and kind is not Doorway.LIGHT:
        context.composite.hang(left, 0.0)
        column = floor(left + 0.5)
        if kind is Doorway.BEEF:
            context.target.blit(sides_of_beef(after.dark, after.edge), (column, 0))
        elif kind is Doorway.STRIPS:
            context.target.blit(curtain(before.edge, after.edge), (column, 0))
        else:
            draw_door(context.target, column, before, after)
        context.composite.seal()
    if kind in GLARE:
        _glare(context.target, kind, beats)


def door_at(beats_from_seam: float) -> float | None:
    """Return the screen column of the left edge of what passes; None away from the seam."""
    share = beats_from_seam / DOOR_BEATS + 0.5
    if not 0.0 < share < 1.0:
        return None
    return WIDTH - (WIDTH + DOOR_PX) * (0.35 * share + 0.65 * smoother(share))


def glare_at(kind: Doorway, beats: float) -> float:
    """Return the strength of the light, 0 to 1: it rises to the seam and falls behind it."""
    rise, fall = GLARE_BEATS[kind]
    span = rise if beats < 0 else fall
    return smooth(1.0 - abs(beats) / span) if abs(beats) < span else 0.0


def _glare(target: pygame.Surface, kind: Doorway, beats: float) -> None:
    step = round(GLARE_STEPS * glare_at(kind, beats))
    if step:
        red, green, blue = (part * step // GLARE_STEPS for part in GLARE[kind])
        target.fill((red, green, blue), special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=4)
def sides_of_beef(dark: Color, edge: Color) -> pygame.Surface:
    """Return a row of sides of beef close before the lens: in shadow, their fat and their rims catching the light."""
    picture = pygame.Surface((DOOR_PX, HEIGHT), pygame.SRCALPHA, 32)
    picture.fill((*dark, 255), (3 * SIDE_PX // 2, 0, DOOR_PX - 3 * SIDE_PX, HEIGHT))
    for number in range(SIDES - 1, -1, -1):
        side = side_of_beef(number, edge)
        picture.blit(side, (SIDE_PX * number + (SIDE_PX - side.get_width()) // 2, 0))
    return picture


def side_of_beef(number: int, edge: Color) -> pygame.Surface:
    """Return one side: shank, round, loin, ribs, neck; lit from the right, its flesh marbled by a seed."""
    rng = np.random.default_rng(number)
    bends, broad = 6 * rng.random(), 0.86 + 0.3 * rng.random()
    rows, columns = np.arange(HEIGHT)[None, :], np.arange(-SIDE_PX, SIDE_PX)[:, None]
    half = broad * np.interp(rows, (0, 26, 70, 120, 190, 250, 320, 360), (7, 10, 44, 70, 58, 66, 78, 70))
    across = columns / (half + 4 * np.sin(rows / 23 + bends))
    light = np.maximum(0.12, 0.42 + 0.4 * across - 0.25 * across**2)
    bone = (rows > 150) & (rows < 300) & ((rows + np.round(14 * across**2) + number * 5) % 19 < 3) & (abs(across) < 0.5)
    marbled = np.repeat(np.repeat(rng.random((SIDE_PX // 4, HEIGHT // 3)) > 0.955, 8, 0), 3, 1)
    fat = (across > 0.74 + 0.06 * np.sin(rows / 17 + bends)) | bone
    fat[: len(marbled), : marbled.shape[1]] |= marbled
    rim = 0.6 * (across > 0.96)[..., None]
    tone = np.where(fat[..., None], FAT, FLESH) * light[..., None] * (1 - rim) + np.array(edge) * rim
    side = pygame.Surface((2 * SIDE_PX, HEIGHT), pygame.SRCALPHA, 32)
    pygame.surfarray.blit_array(side, np.clip(tone, 0, 255).astype(np.uint8))
    pygame.surfarray.pixels_alpha(side)[:] = np.where(np.abs(across) < 1, 255, 0)
    return side


@lru_cache(maxsize=4)
def curtain(cold: Color, bright: Color) -> pygame.Surface:
    """Return hanging strips, the first in the light of the room behind, the last in the glare before him; the nearer
    to it, the wider they part.
    """
    picture = pygame.Surface((DOOR_PX, HEIGHT), pygame.SRCALPHA, 32)
    count = DOOR_PX // STRIP_PX
    for strip in range(count):
        share = (strip / (count - 1)) ** 1.4
        base = np.array(cold) * 0.34 * (1 - share) + np.array(bright) * 0.92 * share
        gap = round(9 * max(0.0, share - 0.55) / 0.45)
        left, wide = strip * STRIP_PX, STRIP_PX - gap
        for column in range(wide):
            across = column / wide
            shine = 0.86 + 0.14 * np.sin(np.pi * across) + 0.16 * (0.12 < across < 0.2) - 0.3 * (across < 0.05)
            color = np.clip(base * (shine + 0.05 * chance(strip, 1, 31)), 0, 255).astype(int)
            length = HEIGHT - round(10 * chance(strip, 2, 31))
            picture.fill((*(int(part) for part in color), 255), (left + column, 0, 1, length))
    return picture

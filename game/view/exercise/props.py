"""Draws props from their sprite sheet, or, without one, from simple shapes in the places' own colors.

A rotated prop (a bag, a side of beef) is computed once for each step of the angle and cached.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import cos, pi, radians, sin

import pygame

from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture
from game.view.film.draw_context import DrawContext

TURN_STEP = 4
"""Step of cached rotations, degrees."""
TWIST_STEP = 15.0
"""Step of a twist about the cord, degrees."""
NARROWED = (1.0, 0.94, 0.84, 0.72)
"""Visible share of the width at each step."""
Fallback = Callable[[], pygame.Surface]


@dataclass(frozen=True, slots=True)
class Prop:
    """A prop: its sheet (empty: drawn by code), its clip, and the beats since the clip began."""

    sheet: str
    clip: str = "idle"
    beats: float = 0.0
    turn: float = 0.0
    """Twist of a hanging prop about its own cord, degrees to either side."""


def draw_prop(context: DrawContext, prop: Prop, x: float, row: float, fallback: Fallback) -> None:
    """Draw a prop with its ground point at a place's pixel; the fallback's lower middle is put there."""
    at = (context.lens.column(x), context.lens.row(row))
    sheet = context.actors.sheets.get(prop.sheet) if prop.sheet else None
    clip = None if sheet is None else sheet.clip(prop.clip)
    if sheet is not None and clip is not None:
        sprite = sheet.frames[clip.frame_at(prop.beats)]
        context.target.blit(sprite.picture, (at[0] - sprite.origin[0], at[1] - sprite.origin[1]))
        return
    picture = fallback()
    context.target.blit(picture, (at[0] - picture.get_width() // 2, at[1] - picture.get_height()))


def draw_swinging(context: DrawContext, prop: Prop, at: tuple[int, int], degrees: float, fallback: Fallback) -> None:
    """Draw a prop that hangs by its ground point from a screen pixel; the fallback hangs by its upper middle."""
    sheet = context.actors.sheets.get(prop.sheet) if prop.sheet else None
    clip = None if sheet is None else sheet.clip(prop.clip)
    if sheet is None or clip is None:
        picture = fallback()
        draw_turned(context, picture, (picture.get_width() // 2, 0), at, degrees)
        return
    number = clip.frame_of(degrees) if clip.angles else clip.frame_at(prop.beats)
    sprite = sheet.frames[number]
    share = NARROWED[min(len(NARROWED) - 1, round(abs(prop.turn) / TWIST_STEP))]
    picture = sprite.picture if share == 1.0 else narrowed(sprite.picture, share)
    context.target.blit(picture, (at[0] - round(sprite.origin[0] * share), at[1] - sprite.origin[1]))


def draw_turned(
    context: DrawContext, picture: pygame.Surface, pivot: tuple[int, int], at: tuple[int, int], degrees: float
) -> None:
    """Draw a picture rotated about its pivot, which is put at a screen pixel; positive degrees move its foot to the
    right.
    """
    step = round(degrees / TURN_STEP) * TURN_STEP
    turned = picture if step == 0 else turned_of(picture, step)
    angle = radians(step)
    dx, dy = picture.get_width() / 2 - pivot[0], picture.get_height() / 2 - pivot[1]
    cx, cy = at[0] + dx * cos(angle) + dy * sin(angle), at[1] - dx * sin(angle) + dy * cos(angle)
    context.target.blit(turned, (round(cx - turned.get_width() / 2), round(cy - turned.get_height() / 2)))


@cached_by_picture(maxsize=256)
def turned_of(picture: pygame.Surface, degrees: int) -> pygame.Surface:
    """Return a picture rotated counter-clockwise, without new colors."""
    return pygame.transform.rotate(picture, degrees)


@cached_by_picture(maxsize=128)
def narrowed(picture: pygame.Surface, share: float) -> pygame.Surface:
    """Return a picture reduced to a share of its width, without new colors."""
    return pygame.transform.scale(picture, (max(1, round(picture.get_width() * share)), picture.get_height()))


class Ice(Enum):
    """States of a patch of ice; only a clean step breaks it."""

    DULL = "dull"
    GLINTING = "glinting"
    CRACKED_BEFORE = "cracked before"
    CRACKED_BEHIND = "cracked behind"
    BROKEN = "broken"


CRACKS = {
    Ice.CRACKED_BEFORE: ((5, 0), (6, 1), (5, 2), (7, 3), (3, 2), (2, 1), (8, 2)),
    Ice.CRACKED_BEHIND: ((18, 0), (17, 1), (18, 2), (16, 3), (20, 2), (21, 1), (15, 2)),
}
"""Cracks of the states, as points of the picture."""


@lru_cache(maxsize=8)
def ice_patch(state: Ice) -> pygame.Surface:
    """Return a patch of ice on the ground: whole, cracked at one end, or broken."""
    patch = pygame.Surface((24, 5), pygame.SRCALPHA, 32)
    deep, pale = (118, 138, 168, 150), (196, 212, 228, 210)
    if state is Ice.BROKEN:
        for x, row, wide in ((1, 1, 4), (8, 3, 3), (14, 1, 2), (18, 2, 5), (11, 0, 2)):
            patch.fill(deep, (x, row, wide, 1))
        return patch
    for row, (x, wide) in enumerate(((6, 11), (2, 19), (0, 23), (3, 18), (8, 9))):
        patch.fill(deep, (x, row, wide, 1))
    patch.fill(pale, (7, 0, 9, 1))
    patch.fill(pale, (3, 1, 5, 1))
    for x, row in CRACKS.get(state, ()):
        patch.fill((40, 46, 66, 255), (x, row, 2, 1))
    if state is Ice.GLINTING:
        patch.fill((255, 250, 236, 255), (10, 1, 6, 1))
        patch.fill((255, 250, 236, 255), (12, 0, 2, 3))
    return patch


@lru_cache(maxsize=1)
def crate() -> pygame.Surface:
    """Return a market crate."""
    box = pygame.Surface((34, 26), pygame.SRCALPHA, 32)
    for row, color in enumerate(((132, 96, 62), (112, 78, 52), (98, 66, 46))):
        box.fill(color, (0, row * 9, 34, 8))
        box.fill((168, 126, 82), (0, row * 9, 34, 1))
        box.fill((40, 28, 26), (0, row * 9 + 8, 34, 1))
    for x in (0, 30):
        box.fill((88, 60, 42), (x, 0, 4, 26))
    for x in (7, 14, 21):
        pygame.draw.circle(box, (206, 118, 48), (x, 2), 3)
    return box


@lru_cache(maxsize=1)
def rail() -> pygame.Surface:
    """Return a rail laid across two trestles: the obstacle that is hopped in the yard."""
    bar = pygame.Surface((46, 24), pygame.SRCALPHA, 32)
    for x in (4, 32):
        for row, tone in enumerate(((86, 58, 46), (70, 46, 40), (58, 38, 36))):
            bar.fill(tone, (x + row % 2, 9 + row * 5, 10 - row % 2, 4))
            bar.fill((150, 104, 70), (x + row % 2, 9 + row * 5, 10 - row % 2, 1))
    bar.fill((66, 44, 46), (0, 4, 46, 5))
    bar.fill((134, 76, 54), (0, 2, 46, 2))
    bar.fill((255, 214, 150), (0, 1, 46, 1))
    bar.fill((255, 240, 206), (34, 1, 12, 1))
    return bar


@lru_cache(maxsize=1)
def brick() -> pygame.Surface:
    """Return a brick."""
    block = pygame.Surface((13, 7), pygame.SRCALPHA, 32)
    block.fill((106, 42, 42))
    block.fill((204, 115, 80), (0, 0, 13, 1))
    block.fill((63, 23, 32), (0, 6, 13, 1))
    return block


@lru_cache(maxsize=4)
def ball(radius: int, color: Color, light: Color) -> pygame.Surface:
    """Return a ball in three tones."""
    disc = pygame.Surface((2 * radius + 1, 2 * radius + 1), pygame.SRCALPHA, 32)
    dark = tuple(part * 3 // 5 for part in color)
    pygame.draw.circle(disc, dark, (radius, radius), radius)
    pygame.draw.circle(disc, color, (radius, radius - radius // 6), radius * 5 // 6)
    pygame.draw.circle(disc, light, (radius + radius // 3, radius - radius // 3), max(1, radius // 4))
    return disc


@lru_cache(maxsize=2)
def leather_bag(width: int, height: int) -> pygame.Surface:
    """Return a speed bag: a dark leather pear hung by its narrow end, lit from the upper left."""
    bag = pygame.Surface((2 * width, height + 6), pygame.SRCALPHA, 32)
    for y in range(height + 4):
        share = y / (height + 3)
        half = width / 2 * (sin(pi * min(0.999, share**0.72 * 0.94 + 0.06)) ** 0.8) if y else 1.0
        left, right = round(width - half), round(width + half)
        bag.fill((92, 34, 26), (left, y, max(1, right - left), 1))
        bag.fill((58, 20, 20), (right - max(1, round(half * 0.55)), y, max(1, round(half * 0.55)), 1))
        bag.fill((150, 66, 40), (left + max(1, round(half * 0.3)), y, max(1, round(half * 0.4)), 1))
    bag.fill((220, 150, 96), (width - width // 5, height // 2, 2, height // 5))
    return bag


@lru_cache(maxsize=2)
def heavy_bag(width: int, height: int) -> pygame.Surface:
    """Return a heavy bag on its chain: worn canvas with a taped band, darker below."""
    chain = height // 4
    bag = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    for y in range(0, chain - 8, 4):
        bag.fill((96, 92, 96), (width // 2 - 1, y, 2, 3))
    for side in (0, width - 1):
        pygame.draw.line(bag, (84, 80, 84), (width // 2, chain - 10), (abs(side - 3), chain), 1)
    for x in range(width):
        lean = x / width
        tone = (
            (132, 82, 48)
            if lean < 0.22
            else (104, 60, 38)
            if lean < 0.5
            else (74, 42, 32)
            if lean < 0.8
            else (46, 28, 26)
        )
        bag.fill(tone, (x, chain, 1, height - chain))
    bag.fill((206, 158, 104), (1, chain + 2, 1, height - chain - 6))
    bag.fill((52, 34, 30), (0, chain + (height - chain) // 2 - 9, width, 18))
    bag.fill((82, 58, 46), (0, chain + (height - chain) // 2 - 9, width // 2, 18))
    bag.fill((30, 20, 22), (0, height - 6, width, 6))
    for x, y in ((0, chain), (width - 1, chain), (0, height - 1), (width - 1, height - 1)):
        bag.set_at((x, y), (0, 0, 0, 0))
    return bag


@lru_cache(maxsize=2)
def side_of_beef(width: int, height: int) -> pygame.Surface:
    """Return a side of beef on its hook: ribs, fat and lean."""
    beef = pygame.Surface((width + 8, height), pygame.SRCALPHA, 32)
    top = height // 5
    beef.fill((140, 156, 160), (width // 2 + 3, 0, 2, top))
    for y in range(top, height):
        share = (y - top) / (height - top)
        half = width / 2 * (0.34 + 0.62 * sin(pi * (0.12 + 0.8 * share)) ** 0.9)
        left = round(width / 2 + 4 - half)
        span = round(2 * half)
        beef.fill((176, 158, 142), (left, y, span, 1))
        beef.fill((138, 62, 58), (left + span // 5, y, span * 3 // 5, 1))
        beef.fill((94, 40, 46), (left + span * 3 // 5, y, span // 4, 1))
        if y % 9 < 2 and 0.3 < share < 0.75:
            beef.fill((206, 188, 168), (left + span // 4, y, span // 2, 1))
    return beef

"""The racks that are ducked under: two posts with a bar and a strip of awning, and what hangs from the bar by cords."""

from functools import lru_cache

import pygame

from game.minigames.market.lit_air import air_at, air_before
from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture
from game.view.exercise.section_view import shadow
from game.view.figure.tint import tinted
from game.view.film.draw_context import DrawContext

BAR_PX = 116
"""Height of the bar over the lane, px."""
BEHIND_PX = 10
"""Rows by which the posts stand beyond the lane."""
WIDE_PX = 72
"""Width of the bar, px."""
POST_PX = 4
"""Width of a post, px."""
INSET_PX = 4
"""Distance of the posts from the ends of the bar, px."""
CLOTH_PX = 15
"""Height of the strip of awning, px."""
STRIPE_PX = 9
"""Width of its stripes, px."""
BRACE_PX = 13
"""How far a brace reaches along the bar and down the post, px."""
CORD_PX = 10
"""Length of a cord, px."""
WOOD, WOOD_LIT, OUTLINE = (104, 74, 52), (226, 164, 98), (30, 20, 22)
"""Colors of posts and bar: wood, its edge in the light, and the outline of what hangs."""
CLOTHS: tuple[tuple[Color, Color], ...] = (
    ((58, 92, 128), (206, 200, 184)),
    ((150, 56, 46), (218, 204, 170)),
    ((46, 104, 82), (208, 200, 172)),
)
"""Stripes of the awnings, one rack after another."""
IN_SHADE: Color = (176, 180, 202)
"""Light factor of a rack and of what hangs from it in full shade (255: as painted)."""
GOODS: tuple[tuple[Color, Color, Color], ...] = (
    ((188, 82, 56), (220, 178, 122), (250, 218, 164)),
    ((112, 130, 142), (84, 106, 124), (196, 204, 200)),
)
"""What hangs, one rack after another, in two tones and their light: sausages, fish."""
HUNG = ((-21, 40), (-9, 52), (3, 46), (15, 56))
"""Distance of each piece from the middle of the bar, and how far it hangs below it, px."""


def draw_rack(context: DrawContext, number: int, x: float, row: float) -> None:
    """Draw the `number`-th rack of a street with its middle at a place's pixel, the lane at `row`."""
    picture, foot = lit(context, rack(number % len(CLOTHS)), x), row - BEHIND_PX
    for side in (-1, 1):
        shadow(context, x + side * (WIDE_PX / 2 - INSET_PX), foot, 14)
    at = (context.lens.column(x) - picture.get_width() // 2, context.lens.row(foot) - picture.get_height())
    context.target.blit(picture, at)


def draw_goods(context: DrawContext, number: int, at: tuple[float, float], swayed: float) -> None:
    """Draw what hangs from the `number`-th rack, its middle at a place's pixel on the lane, moved by `swayed` px."""
    middle, bar = context.lens.column(at[0]), context.lens.row(at[1]) - BAR_PX
    off = context.lens.column(at[0] + swayed) - middle
    for index, (across, long) in enumerate(HUNG):
        knot = (middle + across, bar + 4)
        pygame.draw.line(context.target, OUTLINE, knot, (knot[0] + off, bar + CORD_PX + 3))
        picture = lit(context, piece(number % len(GOODS), index % 2, long - CORD_PX), at[0])
        context.target.blit(picture, (knot[0] + off - picture.get_width() // 2, bar + CORD_PX + 1))


def lit(context: DrawContext, picture: pygame.Surface, x: float) -> pygame.Surface:
    """Return a picture in the light at a place's pixel: dim in the shade, behind lit air in the sun."""
    air = air_at(context, x)
    return tinted(in_air(picture, air) if air else picture, context.light_at(x, IN_SHADE))


@cached_by_picture(maxsize=48)
def in_air(picture: pygame.Surface, step: int) -> pygame.Surface:
    """Return a picture seen through lit air, `step` of its steps thick."""
    aired = picture.copy()
    aired.blit(air_before(picture, step), (0, 0))
    return aired


@lru_cache(maxsize=4)
def rack(number: int) -> pygame.Surface:
    """Return posts, bar and awning of a rack, from the ground to over the bar."""
    top = CLOTH_PX - 4
    whole = pygame.Surface((WIDE_PX + 8, BAR_PX - BEHIND_PX + top), pygame.SRCALPHA, 32)
    for left in (4 + INSET_PX, 4 + WIDE_PX - INSET_PX - POST_PX):
        whole.fill(WOOD, (left, top, POST_PX, whole.get_height() - top))
        whole.fill(WOOD_LIT, (left + POST_PX - 1, top, 1, whole.get_height() - top))
        whole.fill(OUTLINE, (left - 3, whole.get_height() - 3, POST_PX + 6, 3))
        inward = 1 if left < WIDE_PX / 2 else -1
        post = left + POST_PX // 2
        pygame.draw.line(whole, WOOD, (post, top + BRACE_PX + 4), (post + inward * BRACE_PX, top + 4), 2)
    whole.fill(OUTLINE, (4, top, WIDE_PX, 5))
    whole.fill(WOOD_LIT, (4, top + 1, WIDE_PX, 1))
    whole.fill(WOOD, (4, top + 2, WIDE_PX, 2))
    _awning(whole, CLOTHS[number])
    return whole


def _awning(whole: pygame.Surface, tones: tuple[Color, Color]) -> None:
    """Draw a strip of striped cloth over the bar, scalloped at its hem, in the light above and in shade below."""
    for column in range(WIDE_PX + 8):
        tone = tones[column // STRIPE_PX % 2]
        hem = CLOTH_PX - (3 if column % STRIPE_PX in (0, STRIPE_PX - 1) else 1 if column % STRIPE_PX in (1, 7) else 0)
        whole.fill(tone, (column, 0, 1, hem))
        whole.fill(tuple(part * 3 // 5 for part in tone), (column, hem - 5, 1, 5))
        whole.fill(tuple(min(255, part * 5 // 4 + 12) for part in tone), (column, 0, 1, 1))


@lru_cache(maxsize=16)
def piece(kind: int, tone: int, length: int) -> pygame.Surface:
    """Return one piece of goods, hung by its upper end."""
    picture = pygame.Surface((13, length), pygame.SRCALPHA, 32)
    color, light = GOODS[kind][tone], GOODS[kind][2]
    pygame.draw.ellipse(picture, OUTLINE, (1, 0, 11, length))
    pygame.draw.ellipse(picture, color, (2, 1, 9, length - 2))
    pygame.draw.line(picture, light, (8, 6), (8, length - 8))
    if kind == 1:
        pygame.draw.polygon(picture, OUTLINE, [(6, length - 9), (1, length - 1), (11, length - 1)])
        pygame.draw.polygon(picture, color, [(6, length - 7), (3, length - 2), (9, length - 2)])
    return picture

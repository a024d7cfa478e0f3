"""What passes close before the lens between two stations of a room: a row of lockers, a heavy bag that swings, the
trainer's back as he walks by. Nearly black, their edges in the light of the room.
"""

from collections.abc import Callable
from math import sin, tau
from typing import TypeAlias

import pygame

from game.content.look import ColorGrade
from game.view.canvas.color import Color
from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.sprite_sheet import Sheets, SpriteFrame
from game.view.film.draw_context import DrawContext
from game.view.stage.locker_row import draw_lockers, row_of_lockers, strip_of_light

PASSING_PX = 150
"""Width of what passes, px."""
SHEET = "passing"
"""Sheet of the trainer's walk and of the bag, drawn large."""
FEET_ROW = 514
"""Screen row of the trainer's feet: he is seen from the hat to the knees."""
STEPS_A_BEAT = 2.0
"""Steps of the trainer a beat."""
HOOK_ROW = -172
"""Screen row of the bag's hook."""
SWING_DEGREES, SWING_BEATS = 7.0, 1.6
"""How far the bag swings to either side, degrees, and the length of a swing there and back, in beats."""
RIM_LUMA = 226
"""Brightness from which a color of the sheet is its rim light, 0 to 255."""
AIR, LIT = 0.045, 0.15
"""Shares of a color that are left where it is no rim, whatever the room's light, and in the light of its edges."""
LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in brightness (ITU-R BT.601)."""
Thing: TypeAlias = Callable[[DrawContext, int, ColorGrade], None]
"""Draws a thing with its middle at a screen column, in a grade."""


def draw_passing(context: DrawContext, column: int, number: int, color_grade: ColorGrade) -> None:
    """Draw the `number`-th thing of a room with its middle at `column`."""
    if -PASSING_PX < column < WIDTH + PASSING_PX:
        THINGS[number % len(THINGS)](context, column, color_grade)


def prepare(sheets: Sheets, number: int, color_grade: ColorGrade) -> None:
    """Compute ahead all pictures of the `number`-th thing."""
    clip_name = CLIPS.get(THINGS[number % len(THINGS)])
    sheet = sheets.get(SHEET)
    clip = None if sheet is None or clip_name is None else sheet.clip(clip_name)
    if sheet is None or clip is None:
        row_of_lockers(color_grade.dark, color_grade.edge)
        strip_of_light(color_grade.edge)
        return
    for frame in clip.frames:
        dark_against(sheet.frames[frame].picture, color_grade.dark, color_grade.edge)


def _bag(context: DrawContext, column: int, color_grade: ColorGrade) -> None:
    """Draw the heavy bag on its chain, swinging."""
    sheet = context.actors.sheets.get(SHEET)
    clip = None if sheet is None else sheet.clip("swing")
    if sheet is None or clip is None:
        draw_lockers(context.target, column, color_grade)
        return
    number = clip.frame_of(SWING_DEGREES * sin(tau * context.now.beat / SWING_BEATS))
    _draw_dark(context.target, sheet.frames[number], (column, HOOK_ROW), color_grade)


def _back(context: DrawContext, column: int, color_grade: ColorGrade) -> None:
    """Draw the trainer from behind: hat, collar, a coat to the knees; he walks on the beat."""
    sheet = context.actors.sheets.get(SHEET)
    clip = None if sheet is None else sheet.clip("walk")
    if sheet is None or clip is None:
        draw_lockers(context.target, column, color_grade)
        return
    walked = context.now.beat * STEPS_A_BEAT / 2.0 * clip.length
    _draw_dark(context.target, sheet.frames[clip.frame_at(walked)], (column, FEET_ROW), color_grade)


def _lockers(context: DrawContext, column: int, color_grade: ColorGrade) -> None:
    draw_lockers(context.target, column, color_grade)


def _draw_dark(target: pygame.Surface, sprite: SpriteFrame, at: tuple[int, int], color_grade: ColorGrade) -> None:
    picture = dark_against(sprite.picture, color_grade.dark, color_grade.edge)
    target.blit(picture, (at[0] - sprite.origin[0], at[1] - sprite.origin[1]))


@cached_by_picture(maxsize=64)
def dark_against(picture: pygame.Surface, dark: Color, edge: Color) -> pygame.Surface:
    """Return an indexed picture against the light: nearly black, its rim in the color of the room's edges."""
    copied = picture.copy()
    if copied.get_bitsize() == 8:
        colors = copied.get_palette()
        copied.set_palette([darkened((red, green, blue), dark, edge) for red, green, blue, *_ in colors])
    return copied


def darkened(color: Color, dark: Color, edge: Color) -> Color:
    """Return the color against the light: the edge's for a rim, else a little of it over the dark, in that light."""
    if sum(part * weight for part, weight in zip(color, LUMA, strict=True)) >= RIM_LUMA:
        return edge
    lit = zip(color, dark, edge, strict=True)
    red, green, blue = (min(255, low + round(part * (AIR + LIT * high / 255))) for part, low, high in lit)
    return red, green, blue


THINGS: tuple[Thing, ...] = (_lockers, _bag, _bag, _back, _bag, _lockers, _lockers, _bag)
"""The things that pass, two a glide. From the heavy bag the trainer walks to the apron."""
CLIPS: dict[Thing, str] = {_bag: "swing", _back: "walk"}
"""Clips of the things that are drawn from the sheet."""


def is_walker(number: int) -> bool:
    """Return whether the `number`-th thing is the trainer himself."""
    return THINGS[number % len(THINGS)] is _back

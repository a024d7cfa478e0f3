"""What passes close before the lens where two places have no common space: a wall, light that whites out the picture,
sides of beef on their rail, or the strips of a curtain. The look of the place behind the door says which.
"""

from math import floor

import pygame

from game.content.look import ColorGrade, Doorway
from game.view.canvas.easing import smooth, smoother
from game.view.canvas.lens import WIDTH
from game.view.figure.sprite_sheet import Sheets
from game.view.film.draw_context import DrawContext
from game.view.stage.seams import DOOR_PX, draw_door

DOOR_BEATS = 0.95
"""Duration of its passage, centered on the seam, in beats."""
GLARE_BEATS = {Doorway.LIGHT: (0.55, 0.8), Doorway.STRIPS: (0.0, 0.7)}
"""Beats before and after the seam in which light floods the lens."""
GLARE = {Doorway.LIGHT: (222, 214, 198), Doorway.STRIPS: (36, 42, 46)}
"""Color that is added to the picture at the seam: what is bright whites out first, and comes back last."""
GLARE_STEPS = 24
"""Steps of its strength."""
PASSING = {Doorway.BEEF: "door_beef", Doorway.STRIPS: "door_strips"}
"""Sheets of what passes, DOOR_PX wide; without one a wall does."""
CLIP = "pass"
"""Their clip."""


def draw_doorway(context: DrawContext, kind: Doorway, beats: float, before: ColorGrade, after: ColorGrade) -> None:
    """Draw what passes at so many beats from the seam; nothing away from it."""
    left = door_at(beats)
    if left is not None and kind is not Doorway.LIGHT:
        context.composite.hang(left, 0.0)
        column, picture = floor(left + 0.5), passing_picture(context.actors.sheets, kind)
        if picture is None:
            draw_door(context.target, column, before, after)
        else:
            context.target.blit(picture, (column, 0))
        context.composite.seal()
    if kind in GLARE:
        _glare(context.target, kind, beats)


def passing_picture(sheets: Sheets, kind: Doorway) -> pygame.Surface | None:
    """Return the picture that passes at a kind of door, if it has one."""
    sheet = sheets.get(PASSING.get(kind, ""))
    clip = None if sheet is None else sheet.clip(CLIP)
    return None if sheet is None or clip is None else sheet.frames[clip.frame_at(0.0)].picture


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

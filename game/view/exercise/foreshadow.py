"""Draws a warning shadow: the fighter's shadow performs the next cue ahead of him, in a pool of light, on the side of
the wanted hand. Where a place has a wall to hang a lamp before, wall_lamp.py draws it.
"""

from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.view.canvas.color import Color
from game.view.canvas.light import haze_of
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

SHADOW = (20, 10, 12, 178)
"""Color and opacity of the shadow."""
LIGHT = (240, 172, 96)
"""Color of the lamp's light."""
LIGHT_RADIUS = 80
"""Radius of the light, px."""
LIGHT_OPACITY = 132
"""Opacity of the light, 0 to 255."""
LIGHT_UP_PX = 128
"""Height of the light's middle over the shadow's feet, px."""
LIGHT_STEPS = 6
"""Steps of the light's strength."""
AFTER_BEATS = 0.55
"""Beats before and after the shadow's strike within which the light fades in and out."""
ASIDE_PX = {Verb.LEFT: -84, Verb.RIGHT: 122}
"""Column of the shadow from the fighter, px, by hand: a left on the wall behind him, a right on the wall ahead."""


@dataclass(frozen=True, slots=True)
class Foreshadow:
    """The shadow of a sheet's pose at a place's pixel; `light_up_px` is the height of the light's middle over it."""

    sheet: str
    pose: Pose
    x: float
    row: float
    light_up_px: int = LIGHT_UP_PX
    light: Color = LIGHT


def draw_foreshadow(context: DrawContext, cast: Foreshadow, since: float) -> None:
    """Draw a shadow `since` beats after its strike; it fades in before and out after."""
    share = 1.0 - abs(since) / AFTER_BEATS
    sheet = context.actors.sheets.get(cast.sheet)
    clip = context.actors.clip(cast.sheet, cast.pose.action, cast.pose.form)
    if share <= 0:
        return
    opacity = LIGHT_OPACITY * min(LIGHT_STEPS, round(share * 2 * LIGHT_STEPS)) // LIGHT_STEPS
    light, at = haze_of(LIGHT_RADIUS, cast.light, opacity), (context.lens.column(cast.x), context.lens.row(cast.row))
    context.target.blit(light, (at[0] - LIGHT_RADIUS, at[1] - cast.light_up_px - light.get_height() // 2))
    if sheet is not None and clip is not None:
        sprite = sheet.frames[clip.frame_at(cast.pose.beats)]
        context.target.blit(cast_shadow(sprite.picture), (at[0] - sprite.origin[0], at[1] - sprite.origin[1]))


@cached_by_picture(maxsize=64)
def cast_shadow(picture: pygame.Surface) -> pygame.Surface:
    """Return the shadow of a picture on a wall: its outline, fading toward the floor."""
    cast = pygame.mask.from_surface(picture).to_surface(setcolor=SHADOW, unsetcolor=(0, 0, 0, 0))
    height = cast.get_height()
    for row in range(height):
        thin = min(255, round(255 * 1.6 * (1.0 - row / height)))
        cast.fill((255, 255, 255, thin), (0, row, cast.get_width(), 1), pygame.BLEND_RGBA_MULT)
    return cast

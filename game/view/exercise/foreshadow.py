"""A fighter's own shadow on a wall that does ahead of him what he is to do: in the pool of a bulb's light, on the side
of the hand that is asked for."""

from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.view.canvas.light import haze_of
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

SHADOW, LIGHT, LIGHT_RADIUS, LIGHT_OPACITY = (20, 10, 12, 178), (240, 172, 96), 92, 132
LIGHT_UP_PX, LIGHT_STEPS = 128, 6
AFTER_BEATS = 0.55
"""The light goes up and down so long about the moment at which the shadow strikes."""
ASIDE_PX = {Verb.LEFT: -112, Verb.RIGHT: 132}
"""A left falls on the wall behind him, a right on the wall before him, so many pixels away."""


@dataclass(frozen=True, slots=True)
class Foreshadow:
    """The shadow of a sheet's pose at a place's pixel; `light_up_px` is how high over it the light's middle lies."""

    sheet: str
    pose: Pose
    x: float
    row: float
    light_up_px: int = LIGHT_UP_PX


def draw_foreshadow(context: DrawContext, cast: Foreshadow, since: float) -> None:
    """Draw a shadow `since` beats after it struck; before and after that it fades."""
    share = 1.0 - abs(since) / AFTER_BEATS
    sheet = context.actors.sheets.get(cast.sheet)
    clip = context.actors.clip(cast.sheet, cast.pose.action, cast.pose.form)
    if share <= 0:
        return
    opacity = LIGHT_OPACITY * min(LIGHT_STEPS, round(share * 2 * LIGHT_STEPS)) // LIGHT_STEPS
    light, at = haze_of(LIGHT_RADIUS, LIGHT, opacity), (context.lens.column(cast.x), context.lens.row(cast.row))
    context.target.blit(light, (at[0] - LIGHT_RADIUS, at[1] - cast.light_up_px - light.get_height() // 2))
    if sheet is not None and clip is not None:
        sprite = sheet.frames[clip.frame_at(cast.pose.beats)]
        context.target.blit(cast_shadow(sprite.picture), (at[0] - sprite.origin[0], at[1] - sprite.origin[1]))


@cached_by_picture(maxsize=64)
def cast_shadow(picture: pygame.Surface) -> pygame.Surface:
    """Return the shadow that a body throws on a wall: its outline, thinning out towards the floor."""
    cast = pygame.mask.from_surface(picture).to_surface(setcolor=SHADOW, unsetcolor=(0, 0, 0, 0))
    height = cast.get_height()
    for row in range(height):
        thin = min(255, round(255 * 1.6 * (1.0 - row / height)))
        cast.fill((255, 255, 255, thin), (0, row, cast.get_width(), 1), pygame.BLEND_RGBA_MULT)
    return cast

"""The light of Road work ages with the clock: from a clear morning to a low sun, whatever the song has come to.

It only ever takes light away, in steps too small to be seen, so that it can neither flash nor hide a cue.
"""

import pygame

from game.view.canvas.color import Color
from game.view.canvas.road_moment import RoadMoment

OLD: tuple[Color, Color] = ((255, 240, 222), (255, 214, 162))
"""What the oldest light multiplies a room and a place under the sun by."""
STEPS = 64
"""Steps of its age."""


def draw_road_light(target: pygame.Surface, road: RoadMoment, has_sun: bool) -> None:
    """Let the light of a picture be as old as the moment. `has_sun`: whether the sun shines on the place."""
    step = round(STEPS * road.age)
    if step:
        light = tuple(255 - (255 - part) * step // STEPS for part in OLD[has_sun])
        target.fill(light, special_flags=pygame.BLEND_RGB_MULT)

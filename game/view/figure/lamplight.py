"""Light of lamps and fires on a body, from its sheet's normal map.

A normal map holds for each pixel one of 48 directions, as a color: red to the right, green up, blue toward the viewer,
-1 to 1 as 0 to 255. So light from one side is 48 colors: set as the map's palette, and added to the body. Lambert's law
in three flat tones, cached for sixteen sides and five strengths.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin, sqrt, tau

import pygame

from game.view.canvas.color import Color
from game.view.canvas.lens import Lens
from game.view.canvas.light import Lamp, strength_of, tuple_scaled
from game.view.canvas.pictures import cached_by_picture

DIRECTIONS = 49
"""Entries of a normal map's palette: transparent, and 48 directions."""
SIDES = 16
"""Number of cached directions."""
STRENGTHS = 5
"""Number of cached strengths."""
REACH = 2.4
"""Distance within which a lamp lights bodies, as a factor of its glow's radius."""
BEHIND = 0.45
"""Share by which a lamp beyond the lane counts as behind him: it lights his edge, not his chest."""
TONES = ((0.8, 1.0), (0.5, 0.62), (0.25, 0.3))
"""Thresholds of the light and the tone that is shown from each on."""
GAIN = 1.5
"""Share of the lamp's color that a pixel facing it takes at full strength."""


@dataclass(frozen=True, slots=True)
class Lamplight:
    """Light from a side (sixteenths of a turn from the right, upwards), a color, and a strength of one to five."""

    side: int
    strength: int
    color: Color
    behind: bool


def lamplight_at(
    lamps: Iterable[Lamp], lens: Lens, middle: tuple[float, float], beat: float, calm: float
) -> Lamplight | None:
    """Return the strongest lamp's light at the middle of a body (a place's pixel), None outside of every
    lamp's reach.
    """
    column, row = lens.column(middle[0]), lens.row(middle[1])
    most, strongest, toward = 0.0, None, (0.0, 0.0)
    for lamp in lamps:
        across, reach = lens.column(lamp.x, lamp.parallax) - column, REACH * lamp.radius
        if abs(across) >= reach:
            continue
        up = row - lens.row(lamp.row)
        near = max(0.0, 1.0 - hypot(across, up) / reach)
        share = sin(near * pi / 2) ** 2 * strength_of(lamp, beat, calm)
        if share > most:
            most, strongest, toward = share, lamp, (across, up)
    strength = round(most * STRENGTHS)
    if strongest is None or strength < 1:
        return None
    side = round(atan2(toward[1], toward[0]) / tau * SIDES) % SIDES
    return Lamplight(side, strength, strongest.color, strongest.parallax < 1.0)


@cached_by_picture(maxsize=384)
def relit(relief: pygame.Surface, light: Lamplight) -> pygame.Surface:
    """Return the light to add to the body whose normal map is `relief`."""
    lit = relief.copy()
    lit.set_colorkey(None)
    lit.set_palette(tones_of(tuple((entry.r, entry.g, entry.b) for entry in relief.get_palette()[1:DIRECTIONS]), light))
    added = pygame.Surface(relief.get_size(), 0, 32)
    added.blit(lit, (0, 0))
    return added


@lru_cache(maxsize=256)
def tones_of(directions: tuple[Color, ...], light: Lamplight) -> list[Color]:
    """Return the colors of a light for the palette's directions."""
    angle, depth = light.side / SIDES * tau, -BEHIND if light.behind else BEHIND
    flat = sqrt(1.0 - depth * depth)
    toward = (cos(angle) * flat, sin(angle) * flat, depth)
    return [(0, 0, 0), *(_tone(direction, toward, light) for direction in directions)]


def _tone(direction: Color, toward: tuple[float, float, float], light: Lamplight) -> Color:
    facing = sum((part / 127.5 - 1.0) * axis for part, axis in zip(direction, toward, strict=True))
    share = next((tone for least, tone in TONES if facing >= least), 0.0) * GAIN * light.strength / STRENGTHS
    return tuple_scaled(light.color, share)

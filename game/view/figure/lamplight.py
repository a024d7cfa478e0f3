"""A lamp's or a fire's light on a body that passes it, from its sheet's normal map.

A normal map holds for each pixel one of 48 directions, as a color: red to the right, green up, blue toward the
viewer, -1 to 1 as 0 to 255. So light from one side is 48 colors: set as the map's palette, and added to the body.
Lambert's law in three flat tones, as everything is painted; kept in sixteen sides and five strengths.
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
"""Entries of a normal map's palette: nothing, and 48 directions."""
SIDES, STRENGTHS = 16, 5
REACH = 2.4
"""A lamp lights bodies within so many of its glow's radii."""
BEHIND = 0.45
"""A lamp that hangs further off than the lane is behind him by this share: it lights his edge, not his chest."""
TONES = ((0.8, 1.0), (0.5, 0.62), (0.25, 0.3))
"""From so much of the light on, a pixel shows so much of it."""
GAIN = 1.5
"""What of the lamp's color a pixel that faces it takes at full strength."""


@dataclass(frozen=True, slots=True)
class Lamplight:
    """Light from a side (sixteenths of a turn from the right, upwards), in a color, one to five strong."""

    side: int
    strength: int
    color: Color
    behind: bool


def lamplight_at(
    lamps: Iterable[Lamp], lens: Lens, middle: tuple[float, float], beat: float, calm: float
) -> Lamplight | None:
    """Return the light of the lamp that is felt most at the middle of a body (a place's pixel), None in no lamp's
    reach."""
    felt = [(_felt(lamp, lens, middle) * strength_of(lamp, beat, calm), lamp) for lamp in lamps]
    share, lamp = max(felt, key=lambda pair: pair[0], default=(0.0, None))
    strength = round(share * STRENGTHS)
    if lamp is None or strength < 1:
        return None
    across, up = _toward(lamp, lens, middle)
    return Lamplight(round(atan2(up, across) / tau * SIDES) % SIDES, strength, lamp.color, lamp.parallax < 1.0)


@cached_by_picture(maxsize=384)
def relit(relief: pygame.Surface, light: Lamplight) -> pygame.Surface:
    """Return what a light adds to the body whose normal map `relief` is."""
    lit = relief.copy()
    lit.set_colorkey(None)
    lit.set_palette(tones_of(tuple((entry.r, entry.g, entry.b) for entry in relief.get_palette()[1:DIRECTIONS]), light))
    added = pygame.Surface(relief.get_size(), 0, 32)
    added.blit(lit, (0, 0))
    return added


@lru_cache(maxsize=256)
def tones_of(directions: tuple[Color, ...], light: Lamplight) -> list[Color]:
    """Return what a light adds to nothing and to surfaces that face these directions."""
    angle, depth = light.side / SIDES * tau, -BEHIND if light.behind else BEHIND
    flat = sqrt(1.0 - depth * depth)
    toward = (cos(angle) * flat, sin(angle) * flat, depth)
    return [(0, 0, 0), *(_tone(direction, toward, light) for direction in directions)]


def _tone(direction: Color, toward: tuple[float, float, float], light: Lamplight) -> Color:
    facing = sum((part / 127.5 - 1.0) * axis for part, axis in zip(direction, toward, strict=True))
    share = next((tone for least, tone in TONES if facing >= least), 0.0) * GAIN * light.strength / STRENGTHS
    return tuple_scaled(light.color, share)


def _felt(lamp: Lamp, lens: Lens, middle: tuple[float, float]) -> float:
    near = max(0.0, 1.0 - hypot(*_toward(lamp, lens, middle)) / (REACH * lamp.radius))
    return sin(near * pi / 2) ** 2


def _toward(lamp: Lamp, lens: Lens, middle: tuple[float, float]) -> tuple[float, float]:
    """Return how far to the right of a body and how far above it a lamp is seen, in pixels."""
    across = lens.column(lamp.x, lamp.parallax) - lens.column(middle[0])
    return across, lens.row(middle[1]) - lens.row(lamp.row)

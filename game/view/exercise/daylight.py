"""The day in a room: how light its windows are, and the sun that lies on its floor."""

from math import floor

import pygame

from game.view.canvas.color import Color
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer, hung_at

WALL = "wall"
"""Name of the layer that has the windows."""
FLOOR = "floor"
"""The names of the layers on which the sun lies begin so."""
SHAFTS = "dust"
"""Name of the layer that has the sun's shafts."""
SUNLESS: Color = (58, 42, 36)
"""The lightest that a floor is without sun: its own boards are no lighter."""


def dim_windows(context: DrawContext, layer: Layer, windows: Color) -> None:
    """Let what a room has of the day be no lighter than `windows`; then no sun lies on its floor."""
    if layer.facts.name == WALL:
        _let_be_no_lighter(context, layer, windows)
    take_sun_from_floor(context, layer, 1.0)


def take_sun_from_floor(context: DrawContext, layer: Layer, share: float) -> None:
    """Take a share (0 to 1) of the sun from a layer that was just drawn, if it is one of the floor's."""
    if layer.facts.name.startswith(FLOOR):
        red, green, blue = (255 - round((255 - part) * share) for part in SUNLESS)
        _let_be_no_lighter(context, layer, (red, green, blue))


def _let_be_no_lighter(context: DrawContext, layer: Layer, color: Color) -> None:
    """Darken to a color what is lighter, from a layer's upper edge down: what is drawn nearer comes later."""
    top = floor(hung_at(layer.facts, context.lens, 0.0, 0.0)[1] + 0.5)
    context.target.fill(color, (0, top, WIDTH, HEIGHT - top), pygame.BLEND_RGB_MIN)

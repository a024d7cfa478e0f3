"""The strings of bulbs over the street: on a poor run most of them are out."""

from math import floor

import pygame

from game.minigames.market.shutters import OPEN_FROM, SHUT_UP_TO
from game.view.canvas.easing import clamp
from game.view.canvas.lens import WIDTH
from game.view.canvas.particles import chance
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import ImageLayer, Layer, hung_at
from game.view.place.place import Place

OVERHEAD = "overhead"
"""Layer of wires and bulbs."""
LIT_WITHIN = 130
"""A pixel of that layer of which no part is farther from white is a bulb that burns, 0 to 255."""
STILL_LIT = 0.1
"""Share of the bulbs that burn on the poorest run."""
GLASS, GLINT = (44, 44, 54), (92, 90, 96)
"""Colors of a bulb that is out: its glass, and the sky's light on its top."""


class Bulbs:
    """The bulbs of a place's strings, in pixels of their layer."""

    def __init__(self, place: Place) -> None:
        found = [each for each in place.layers if isinstance(each, ImageLayer) and each.facts.name == OVERHEAD]
        picture = found[0].picture() if found else None
        self.boxes = [] if picture is None else sorted(burning(picture), key=lambda box: box.left)

    def draw(self, context: DrawContext, layer: Layer) -> None:
        """Put out over their layer as many bulbs as the run lets."""
        lit = lit_share(context.warmth) if layer.facts.name == OVERHEAD else 1.0
        if lit >= 1.0:
            return
        left, top = (floor(at + 0.5) for at in hung_at(layer.facts, context.lens, 0.0, 0.0))
        for number, box in enumerate(self.boxes):
            if -left <= box.right and box.left < WIDTH - left and chance(number, 0, 1) >= lit:
                context.target.fill(GLASS, box.move(left, top))
                context.target.fill(GLINT, (left + box.left, top + box.top, box.width, 1))


def lit_share(warmth: float) -> float:
    """Return the share of the bulbs that burn at a warmth of the run."""
    return STILL_LIT + (1.0 - STILL_LIT) * clamp((warmth - SHUT_UP_TO) / (OPEN_FROM - SHUT_UP_TO))


def burning(picture: pygame.Surface) -> list[pygame.Rect]:
    """Return the boxes of all bulbs that are painted lit in a picture of wires and bulbs."""
    on_black = pygame.Surface(picture.get_size(), 0, 32)
    on_black.blit(picture, (0, 0))
    bright = pygame.mask.from_threshold(on_black, (255, 255, 255), (LIT_WITHIN,) * 3)
    return bright.get_bounding_rects()

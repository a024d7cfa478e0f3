"""Closes the market on a poor run: shutters, blinds and curtains over every lit window, and canvas that is let down
before every stall until nobody is there.
"""

from math import floor

import pygame

from game.content.pack import held_in
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.pictures import Pictures
from game.view.exercise.children import NOBODY_UP_TO
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer, hung_at
from game.view.place.place import Place

FRONTS, STALLS, FOLK = "fronts", "stalls", "folk"
"""Layers: houses, stalls, and the people among them, who stay away on a poor run."""
SHUTTERS, COVERS = "shutters.png", "covers.png"
"""Pictures of the same size and place as fronts and stalls, empty but for what closes their windows and goods."""
OPEN_FROM, SHUT_UP_TO = 0.75, 0.15
"""Warmth from which on every shop is open, and up to which every one is shut."""
STEPS = 8
"""Steps between, by opacity."""


class Shutters:
    """The pictures of what closes a place's windows and stalls; a place whose backdrop has none stays open."""

    def __init__(self, place: Place, pictures: Pictures) -> None:
        self._shutters, self._covers = (_found(place, pictures, name) for name in (SHUTTERS, COVERS))
        self._stalls = next((layer for layer in place.layers if layer.facts.name == STALLS), None)
        self._canvas = pygame.Rect(0, 0, 0, 0) if self._covers is None else self._covers.get_bounding_rect()

    def draw(self, context: DrawContext, layer: Layer) -> None:
        """Draw what lies over a layer, as far as the run lets the market close."""
        name, warmth = layer.facts.name, context.warmth
        if name == FRONTS and self._shutters is not None and warmth < OPEN_FROM:
            step = round(STEPS * clamp((OPEN_FROM - warmth) / (OPEN_FROM - SHUT_UP_TO)))
            self._shutters.set_alpha(255 * step // STEPS)
            _lay(context, layer, self._shutters, HEIGHT)
        elif self._stalls is not None and self._covers is not None and name == last_before(warmth):
            share = clamp((OPEN_FROM - warmth) / (OPEN_FROM - NOBODY_UP_TO))
            _lay(context, self._stalls, self._covers, round(self._canvas.top + share * self._canvas.height))


def last_before(warmth: float) -> str:
    """Return after which layer the canvas is drawn at a warmth of the run: it hides the sellers while it comes down;
    empty: it is up.
    """
    if warmth >= OPEN_FROM:
        return ""
    return STALLS if warmth <= NOBODY_UP_TO else FOLK


def _found(place: Place, pictures: Pictures, name: str) -> pygame.Surface | None:
    path = held_in(place.folder, name)
    return pictures.get(path) if path.exists() else None


def _lay(context: DrawContext, layer: Layer, picture: pygame.Surface, rows: int) -> None:
    """Blit the upper `rows` of a picture: on the composite layer it lies over, what lies over it moves with it."""
    facts = layer.facts
    left, top = (floor(at + 0.5) for at in hung_at(facts, context.lens, 0.0, 0.0))
    context.target.blit(picture, (max(0, left), top), (max(0, -left), 0, WIDTH, rows))

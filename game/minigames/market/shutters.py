"""Closes the shops of the market on a poor run: shutters, blinds and curtains over every lit window."""

from math import floor

from game.content.pack import held_in
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.pictures import Pictures
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer, hung_at
from game.view.place.place import Place

FRONTS = "fronts"
"""Layer before whose windows they are."""
PICTURE = "shutters.png"
"""Picture of the same size and place as the fronts, empty but for what closes their windows."""
OPEN_FROM, SHUT_UP_TO = 0.75, 0.15
"""Warmth from which on every shop is open, and up to which every one is shut."""
STEPS = 8
"""Steps between, by opacity."""


class Shutters:
    """The picture of what closes a place's windows; a place whose backdrop has none stays open."""

    def __init__(self, place: Place, pictures: Pictures) -> None:
        path = held_in(place.folder, PICTURE)
        self._picture = pictures.get(path) if path.exists() else None

    def draw(self, context: DrawContext, layer: Layer) -> None:
        """Draw them over the fronts, as far as the run lets the shops close."""
        step = round(STEPS * clamp((OPEN_FROM - context.warmth) / (OPEN_FROM - SHUT_UP_TO)))
        if self._picture is None or layer.facts.name != FRONTS or step == 0:
            return
        left, top = (floor(at + 0.5) for at in hung_at(layer.facts, context.lens, 0.0, 0.0))
        self._picture.set_alpha(255 * step // STEPS)
        # On the composite layer of the fronts: what lies over them moves with them.
        context.target.blit(self._picture, (max(0, left), top), (max(0, -left), 0, WIDTH, HEIGHT))

"""Draws a room's blinds down on a poor run: a picture of their own over the layer that has the windows; the sun goes
from the floor with it.
"""

from math import floor

from game.content.pack import held_in
from game.view.canvas.easing import clamp
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.pictures import Pictures
from game.view.exercise.daylight import take_sun_from_floor
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer, hung_at
from game.view.place.place import Place

OPEN_FROM, SHUT_UP_TO = 0.75, 0.15
"""Warmth from which on every window is open, and up to which every one is shut."""
STEPS = 8
"""Steps between, by opacity."""


class Blinds:
    """The picture of what closes a place's windows; a place whose backdrop has none stays open."""

    def __init__(self, place: Place, pictures: Pictures, name: str, layer: str) -> None:
        """`name` is the picture's, of the same size and place as that of the `layer` whose windows it closes."""
        path = held_in(place.folder, name)
        self._layer = layer
        self._picture = pictures.get(path) if path.exists() else None

    def draw(self, context: DrawContext, layer: Layer) -> None:
        """Draw them over their layer, and take the sun from a layer of the floor, as far as the run lets the windows
        close.
        """
        step = round(STEPS * clamp((OPEN_FROM - context.warmth) / (OPEN_FROM - SHUT_UP_TO)))
        if self._picture is None or step == 0:
            return
        take_sun_from_floor(context, layer, step / STEPS)
        if layer.facts.name != self._layer:
            return
        left, top = (floor(at + 0.5) for at in hung_at(layer.facts, context.lens, 0.0, 0.0))
        self._picture.set_alpha(255 * step // STEPS)
        # On the composite layer of their wall: what lies over it moves with it.
        context.target.blit(self._picture, (max(0, left), top), (max(0, -left), 0, WIDTH, HEIGHT))

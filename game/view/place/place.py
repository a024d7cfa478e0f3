"""A place that can be drawn: its layers, lamps and sun, its length, and the stations in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.content.layers import Blend
from game.content.look import NEUTRAL, ColorGrade, Doorway, Mark
from game.view.canvas.composite_layers import WHOLE, CompositeLayers
from game.view.canvas.lens import Lens
from game.view.canvas.light import Lamp, Sun
from game.view.place.map_layers import ImageLayer, Layer
from game.view.place.prop_layer import PropLayer
from game.view.place.spawners import Source


@dataclass(slots=True)
class Place:
    """One map as the view knows it. `left` is the world column of its first beat, `length` its width, both in px."""

    name: str
    left: float
    length: float
    start_beat: float
    layers: Sequence[Layer]
    lamps: tuple[Lamp, ...] = ()
    sun: Sun | None = None
    sources: tuple[Source, ...] = ()
    stations: dict[str, tuple[float, float]] = field(default_factory=dict)
    scale: float = 50.0
    marks: dict[str, Mark] = field(default_factory=dict)
    walled: tuple[bool, bool] = (False, False)
    """Whether something painted hides its start and its end."""
    shades: tuple[tuple[float, float], ...] = ()
    """Spans of the lane that lie in the shade of a wall or an arch."""
    color_grade: ColorGrade = NEUTRAL
    door: Doorway = Doorway.WALL
    """What passes before the lens where he comes in through a door."""
    folder: Path = Path()
    """Folder of its backdrop."""

    def load(self) -> None:
        """Read every picture now."""
        for layer in self.layers:
            if isinstance(layer, ImageLayer | PropLayer):
                layer.load()

    def draw_layer(
        self, target: pygame.Surface, composite: CompositeLayers, layer: Layer, seen: tuple[Lens, float]
    ) -> None:
        """Draw one layer with a camera at a song beat, on composite layers of its own; translucent pixels belong to the
        composite layers behind.
        """
        (lens, beat), facts = seen, layer.facts
        into = beat - self.start_beat
        if not facts.from_beat <= into < facts.to_beat:
            return
        moved = lens.drifted(facts.drift * into) if facts.drift else lens
        if facts.blend is Blend.SOLID:
            layer.draw(target, composite, moved, into)
        else:
            composite.seal()
            layer.draw(target, WHOLE, moved, into)

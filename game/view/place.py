"""A place: its layers, lamps and sun, its length, and where each exercise stands in it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import pygame

from game.view.backdrop import Mark, PropStrip
from game.view.layers import Blend, ImageLayer, Layer
from game.view.lens import Lens
from game.view.light import Lamp, Sun
from game.view.prop_layer import PropLayer
from game.view.spawners import Source
from game.view.tones import Tone, tone_of

DEPTHS = (0.5, 0.95)
"""Parallaxes at which another plane begins: the distance, which hardly moves, then the houses, then the lane."""


def depth_of(layer: Layer) -> int:
    """Return how many of these planes lie behind a layer."""
    return bisect_right(DEPTHS, layer.facts.parallax)


@dataclass(slots=True)
class Place:
    """One map as the view knows it. `left` is where its first beat lies in the world's pixels, `length` how far it
    goes."""

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
    props: tuple[PropStrip, ...] = ()
    marks: dict[str, Mark] = field(default_factory=dict)
    walled: tuple[bool, bool] = (False, False)
    """Whether something painted stands at its start and at its end."""
    shades: tuple[tuple[float, float], ...] = ()
    """Stretches of the lane that lie under a wall or an arch."""

    def parallax_at(self, depth: int) -> float:
        """Return the parallax that a plane of this depth is laid by: that of its nearest layer, 1 in the lane."""
        if depth == len(DEPTHS):
            return 1.0
        solid = (layer.facts for layer in self.layers if layer.facts.blend is Blend.SOLID)
        return max((facts.parallax for facts in solid if facts.parallax < DEPTHS[depth]), default=DEPTHS[depth])

    @property
    def tone(self) -> Tone:
        """The light of its film print."""
        return tone_of(self.name)

    def load(self) -> None:
        """Read every picture now."""
        for strip in self.props:
            strip.load()
        for layer in self.layers:
            if isinstance(layer, ImageLayer | PropLayer):
                layer.load()

    def drop(self) -> None:
        """Let every picture go."""
        for layer in self.layers:
            if isinstance(layer, ImageLayer | PropLayer):
                layer.drop()

    def draw_layer(self, target: pygame.Surface, layer: Layer, lens: Lens, beat: float) -> None:
        """Draw one layer and the moving props that belong over it; `beat` is the song's."""
        facts, into = layer.facts, beat - self.start_beat
        if facts.from_beat <= into < facts.to_beat:
            layer.draw(target, lens.drifted(facts.drift * into) if facts.drift else lens, into)
        for strip in self.props:
            if strip.prop.after == facts.name:
                strip.draw(target, lens, into)

"""Things that a designer put down in a map: drawn from back to front, animated ones by the song."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

import pygame

from game.view.layers import LayerFacts
from game.view.lens import WIDTH, Lens

MS_PER_BEAT = 500
"""Tiled counts the frames of an animated tile in milliseconds; here 500 of them are one beat, at every tempo."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: its pictures (more than one: animated), the beats at which each ends, and its left top corner."""

    pictures: tuple[pygame.Surface, ...]
    ends: tuple[float, ...]
    x: float
    y: float

    def picture(self, beat: float) -> pygame.Surface:
        """Return what it looks like at a beat."""
        if len(self.pictures) == 1:
            return self.pictures[0]
        return self.pictures[bisect_right(self.ends[:-1], beat % self.ends[-1])]


def thing(pictures: tuple[pygame.Surface, ...], milliseconds: tuple[int, ...], at: tuple[float, float]) -> Thing:
    """Return a thing at its left top corner, its frames lasting so many of Tiled's milliseconds each."""
    return Thing(pictures, tuple(ms / MS_PER_BEAT for ms in accumulate(max(1, ms) for ms in milliseconds)), *at)


class PropLayer:
    """Things on one plane; only those in view are drawn."""

    def __init__(self, facts: LayerFacts, things: tuple[Thing, ...]) -> None:
        self.facts = facts
        self._things = things

    def draw(self, target: pygame.Surface, lens: Lens, beat: float) -> None:
        """Draw what the lens sees at a beat of the place, within the target's clip."""
        for item in self._things:
            x = lens.column(self.facts.x + item.x, self.facts.parallax)
            picture = item.picture(beat)
            if -picture.get_width() < x < WIDTH:
                target.blit(picture, (x, lens.row(self.facts.y + item.y, self.facts.parallax_y)))

"""Ambient particles of a map: frost, sparks, birds, drips. Drawn only, as functions of the beat."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sin, tau

import pygame

from game.view.canvas.lens import WIDTH, Lens
from game.view.canvas.particles import BREATH, FIBRE, SPLASH, Burst, Stuff, chance, draw_burst

US_PER_SECOND = 1e6
"""Microseconds in a second."""
FLOATING = Stuff(((255, 240, 214), (214, 206, 196)), 1, 7, 3, 0.6, 2, 3.4, (1, 1))
"""Frost or dust in the light."""
SPARKS = Stuff(((255, 196, 96), (255, 132, 48)), 1, 16, 52, 0.9, -12, 1.3, (1, 1))
"""Sparks of a fire."""
STEAM = Stuff(((206, 196, 186),), 1, 10, 34, 0.8, -16, 1.8, (4, 12), 40)
"""Steam."""
DROP = Stuff(((206, 218, 222),), 1, 0, 0, 1.0, 420, 0.62, (1, 2))
"""A falling drop."""
STUFFS = {
    "frost": FLOATING,
    "dust": FLOATING,
    "sparks": SPARKS,
    "steam": STEAM,
    "breath": BREATH,
    "drips": DROP,
    "spray": SPLASH,
    "leaves": FIBRE,
}
"""Particle kinds by spawner kind."""
BIRDS = ("pigeons", "gulls")
"""Spawner kinds drawn as birds."""
BIRD_TONES = {"pigeons": ((64, 62, 74), (150, 146, 150)), "gulls": ((236, 232, 224), (150, 150, 156))}
"""Dark and light color of birds, by kind."""
EDGE_PX = 8
"""Distance from the picture's sides within which particles are born that are drawn."""
FLIGHT_BEATS = 8.0
"""Duration of a bird's flight, in beats."""
BIRD_PX_PER_BEAT = 46.0
"""Speed of a bird, px a beat."""


@dataclass(frozen=True, slots=True)
class Source:
    """A spawner: position in the place's pixels, kind, and how many particles every how many song beats."""

    what: str
    x: float
    row: float
    width: float
    height: float
    count: int
    every: float
    parallax: float
    from_beat: float
    to_beat: float

    def births(self, beat: float, life_beats: float) -> range:
        """Return the numbers of the births whose particles may be visible at `beat`."""
        first = max(self.from_beat, beat - life_beats)
        return range(ceil(first / self.every), int(min(beat, self.to_beat) // self.every) + 1)

    def may_show(self, lens: Lens, beat: float, us_per_beat: int) -> bool:
        """Return whether any particle may be in the picture; its columns may be one off, as in a layer of its own."""
        if self.what in BIRDS:
            return any(_is_near(lens.column(across, self.parallax)) for across, _, _ in self.flights(beat))
        return any(
            _is_near(lens.column(self.x + self.width * born_at(seed)[1], self.parallax))
            for _, seed in self.living(beat, us_per_beat)
        )

    def living(self, beat: float, us_per_beat: int) -> Iterator[tuple[float, int]]:
        """Return age in seconds and seed of every living particle."""
        stuff = STUFFS.get(self.what)
        if stuff is None:
            return
        for birth in self.births(beat, stuff.life * US_PER_SECOND / us_per_beat):
            for number in range(self.count):
                seed = birth * 64 + number + round(self.x)
                age = (beat - birth * self.every - born_at(seed)[0] * self.every) * us_per_beat / US_PER_SECOND
                if 0 <= age < stuff.life:
                    yield age, seed

    def flights(self, beat: float) -> Iterator[tuple[float, float, int]]:
        """Return column in the place's pixels, beats since its start and seed of every flying bird."""
        for birth in self.births(beat, FLIGHT_BEATS):
            for number in range(self.count):
                seed = birth * 64 + number + round(self.x)
                into = beat - birth * self.every - chance(seed, 0, 1) * 0.6
                if 0 <= into < FLIGHT_BEATS:
                    flown = into * BIRD_PX_PER_BEAT * (0.6 + chance(seed, 3, 1))
                    yield self.x + self.width * chance(seed, 1, 1) + flown, into, seed


def _is_near(column: int) -> bool:
    """Return whether what begins at a screen column may be in the picture."""
    return -EDGE_PX <= column <= WIDTH + EDGE_PX


def draw_source(target: pygame.Surface, source: Source, lens: Lens, beat: float, us_per_beat: int) -> pygame.Rect:
    """Draw all living particles of a spawner; return a rectangle that holds them all, empty where none is drawn."""
    if source.what in BIRDS:
        return _draw_birds(target, source, lens, beat)
    drawn = []
    for age, seed in source.living(beat, us_per_beat):
        _, across, down = born_at(seed)
        x = lens.column(source.x + source.width * across, source.parallax)
        if -EDGE_PX < x < WIDTH + EDGE_PX:
            row = lens.row(source.row + source.height * down)
            drawn.append(draw_burst(target, STUFFS[source.what], Burst(age, (x, row), seed)))
    return around(drawn)


def around(areas: Iterable[pygame.Rect]) -> pygame.Rect:
    """Return the rectangle that holds all areas; an empty one does not count."""
    shown = [area for area in areas if area]
    return shown[0].unionall(shown[1:]) if shown else pygame.Rect(0, 0, 0, 0)


@lru_cache(maxsize=1024)
def born_at(seed: int) -> tuple[float, float, float]:
    """Return how late a particle is born and where, to the right and down, as shares of its source's interval and
    size.
    """
    return chance(seed, 0, 1), chance(seed, 1, 1), chance(seed, 2, 1)


def _draw_birds(target: pygame.Surface, source: Source, lens: Lens, beat: float) -> pygame.Rect:
    drawn = []
    dark, light = BIRD_TONES[source.what]
    for across, into, seed in source.flights(beat):
        rise = 60 * (1 - 1 / (1 + into)) * (0.5 + chance(seed, 4, 1)) + 4 * sin(tau * (into / 3 + chance(seed, 5, 1)))
        x = lens.column(across, source.parallax)
        y = lens.row(source.row + source.height * chance(seed, 2, 1) - rise)
        up = (beat * 3 + chance(seed, 6, 1)) % 1.0 < 0.5
        target.fill(dark, (x - 2, y - up, 2, 1))
        target.fill(light, (x, y, 2, 1))
        target.fill(dark, (x + 2, y - up, 2, 1))
        drawn.append(pygame.Rect(x - 2, y - 1, 6, 2))
    return around(drawn)

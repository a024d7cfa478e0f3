"""Films a replay: the pictures that the theatre shows and the sound that belongs to them, as fast as they are drawn."""

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pygame

from game.app.content import Content
from game.app.filming.cuts import ReelCut, reel, whole
from game.app.filming.film_writer import write_film
from game.app.filming.soundtrack import Soundtrack
from game.minigames.manifest import MINIGAMES
from game.minigames.views import open_stage
from game.replay.model import Replay
from game.replay.playback import Playback
from game.sim.chart import Chart
from game.sim.simulate import END_OF_TIME_US
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.stage.stage import Stage

Advance = Callable[[int, int], None]
"""Told how many pictures are drawn, and how many there are."""


class Filming:
    """A replay that is filmed over its chart, at the rate at which it was played."""

    def __init__(self, content: Content, chart: Chart, replay: Replay) -> None:
        self._content = content
        self.chart = chart
        self.replay = replay
        self.rate_permille = replay.header.options.rate_permille
        playback = Playback(replay, chart, MINIGAMES)
        playback.advance_to(END_OF_TIME_US)
        self.events = playback.events

    def whole(self) -> tuple[ReelCut, ...]:
        """Return the whole run."""
        return whole(self.chart)

    def reel(self) -> tuple[ReelCut, ...]:
        """Return its reel."""
        return reel(self.chart, self.events)

    def count(self, cuts: Sequence[ReelCut], fps: int) -> int:
        """Return how many pictures a film has: its last one may be shown beyond the end, by less than its length."""
        real_us = (cuts[-1].to_us - cuts[0].from_us) * 1000 / self.rate_permille
        return math.ceil(real_us * fps / US_PER_SECOND)

    def write(self, path: Path, cuts: Sequence[ReelCut], fps: int, advance: Advance) -> Path:
        """Write the film; return where it is."""
        roots = self._content.pack.roots
        sound = Soundtrack(self.chart, self._content.song, roots, self.rate_permille).mixed(cuts, self.events)
        return write_film(path, self.pictures(cuts, fps, advance), sound, fps)

    def pictures(self, cuts: Sequence[ReelCut], fps: int, advance: Advance) -> Iterator[pygame.Surface]:
        """Draw one picture after the other on the same surface."""
        content, count = self._content, self.count(cuts, fps)
        stage = open_stage(content.maps_of(self.chart), content.song, self.chart, content.pack.roots)
        playback = Playback(self.replay, self.chart, MINIGAMES)
        target, shown = pygame.Surface((WIDTH, HEIGHT), 0, 32), cuts[0]
        for number in range(count):
            music_us = cuts[0].from_us + number * US_PER_SECOND * self.rate_permille // (1000 * fps)
            cut = next((cut for cut in reversed(cuts) if cut.from_us <= music_us), cuts[0])
            song_us = cut.picture_at(music_us)
            if cut is not shown:
                _cut_to(stage, playback, song_us)
                shown = cut
            stage.on_events(playback.advance_to(song_us))
            stage.draw(target, song_us)
            advance(number + 1, count)
            yield target


def _cut_to(stage: Stage, playback: Playback, song_us: Micros) -> None:
    """Let the picture know what has happened up to a song time, and nothing else."""
    stage.reset()
    stage.on_events(playback.seek(song_us))

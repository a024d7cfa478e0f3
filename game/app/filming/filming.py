"""Films a replay: the pictures that the theatre shows and the sound that belongs to them, as fast as they are drawn.

A film runs as the run did: at its rate, in Road work at the pace of each bar.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pygame

from game.app.content import Content
from game.app.filming.cuts import ReelCut, reel, whole
from game.app.filming.film_writer import write_film
from game.app.filming.soundtrack import SongSpeed, Soundtrack
from game.errors import ReplayError
from game.minigames.manifest import MINIGAMES
from game.minigames.views import open_stage
from game.replay.clock_check import course_of, road_of
from game.replay.model import Replay
from game.replay.playback import Playback
from game.sim.chart import Chart
from game.sim.simulate import END_OF_TIME_US
from game.terminal import escaped
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.stage.stage import Stage

Advance = Callable[[int, int], None]
"""Told how many pictures are drawn, and how many there are."""


class Filming:
    """A replay that is filmed over its chart. Raises ReplayError where the content is another pack than its own."""

    def __init__(self, content: Content, chart: Chart, replay: Replay) -> None:
        if replay.header.pack != content.pack.id:
            raise ReplayError(f"it was played in the pack {escaped(replay.header.pack)}: name that pack with --pack")
        self._content = content
        self.chart = chart
        self.replay = replay
        self.course = course_of(replay, chart)
        playback = Playback(replay, chart, MINIGAMES)
        playback.advance_to(END_OF_TIME_US)
        self.events = playback.events

    def whole(self) -> tuple[ReelCut, ...]:
        """Return the whole run."""
        return whole(self.chart)

    def reel(self) -> tuple[ReelCut, ...]:
        """Return its reel."""
        return reel(self.chart, self.events, self.course)

    def count(self, cuts: Sequence[ReelCut], fps: int) -> int:
        """Return how many pictures a film has: its last one may be shown beyond the end, by less than its length."""
        real_us = self.course.real_at(cuts[-1].to_us) - self.course.real_at(cuts[0].from_us)
        return -(-real_us * fps // US_PER_SECOND)

    def write(self, path: Path, cuts: Sequence[ReelCut], fps: int, advance: Advance) -> Path:
        """Write the film; return where it is."""
        speed = SongSpeed(self.replay.header.options.rate_permille, road_of(self.replay, self.chart))
        sound = Soundtrack(self.chart, self._content.song, self._content.pack.roots, speed).mixed(cuts, self.events)
        return write_film(path, self.pictures(cuts, fps, advance), sound, fps)

    def pictures(self, cuts: Sequence[ReelCut], fps: int, advance: Advance) -> Iterator[pygame.Surface]:
        """Draw one picture after the other on the same surface."""
        content, count = self._content, self.count(cuts, fps)
        stage = open_stage(content.maps_of(self.chart), content.song, self.chart, content.pack.roots)
        road, playback = road_of(self.replay, self.chart), Playback(self.replay, self.chart, MINIGAMES)
        stage.course = None if road is None else road.course
        target, shown = pygame.Surface((WIDTH, HEIGHT), 0, 32), cuts[0]
        for number in range(count):
            music_us = self.course.later(cuts[0].from_us, number * US_PER_SECOND // fps)
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

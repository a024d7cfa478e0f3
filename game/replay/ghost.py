"""A ghost: another run, played out from its replay, that a run is raced against at equal road time.

Road time is real time since the first beat, pauses left out. The whole of the ghost's run is known before the race
begins, so that a race costs no simulation, and a run that is begun anew needs none either.
"""

from collections.abc import Iterable

from game.replay.model import Replay
from game.replay.playback import Playback
from game.sim.chart import Chart
from game.sim.events import Event, Judged, Strayed
from game.sim.rules import Registry
from game.sim.score import STRAY_COST
from game.sim.simulate import END_OF_TIME_US
from game.timing.course import Course
from game.timing.units import Micros


class Ghost:
    """A run that is over: its events, and the course that it took."""

    def __init__(self, replay: Replay, chart: Chart, registry: Registry) -> None:
        playback = Playback(replay, chart, registry)
        playback.advance_to(END_OF_TIME_US)
        self.chart = chart
        self.chart_hash = playback.session.chart_hash
        self.events: tuple[Event, ...] = tuple(playback.events)
        self._course = playback.session.course
        self._points = {(event.cue_id, event.part): event.points for event in _judged(self.events)}
        self._strays_us = [event.time_us for event in self.events if isinstance(event, Strayed)]

    def song_us_at(self, road_us: Micros) -> Micros:
        """Return how far into the song it was at a road time."""
        return self._course.song_at(self._course.real_at(self.chart.start_us) + road_us)

    def road_us_at(self, song_us: Micros) -> Micros:
        """Return the road time at which it was so far into the song."""
        return road_us(self._course, self.chart, song_us)

    def lead_us(self, runner: Course, song_us: Micros) -> Micros:
        """Return how much earlier the runner was at a song time than the ghost; negative: later."""
        return self.road_us_at(song_us) - road_us(runner, self.chart, song_us)

    def points_of(self, judged: Judged) -> int:
        """Return the points that the ghost had of what the runner was judged at."""
        return self._points.get((judged.cue_id, judged.part), 0)

    def lead_points(self, judged: Iterable[Judged], strays: int, song_us: Micros) -> int:
        """Return by how many points the runner leads over the cues that he was judged at, less what the stray presses
        of both cost up to a song time. For a ghost on the same chart alone."""
        ahead = sum(event.points - self.points_of(event) for event in judged)
        strays_of_ghost = sum(time_us <= song_us for time_us in self._strays_us)
        return ahead - STRAY_COST * (strays - strays_of_ghost)


def road_us(course: Course, chart: Chart, song_us: Micros) -> Micros:
    """Return the road time of a song time of a run: negative in the lead-in."""
    return course.real_at(song_us) - course.real_at(chart.start_us)


def _judged(events: Iterable[Event]) -> Iterable[Judged]:
    return (event for event in events if isinstance(event, Judged))

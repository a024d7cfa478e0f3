"""The pace of Road work: the tempo follows the runner, bar by bar, in ten-thousandths of the written tempo.

Decided on beat three of each bar over what was judged since the last decision; it holds from the next barline on, so
that the sound of a bar and the windows of its cues are known two beats before it begins.
"""

from collections.abc import Iterable

from game.sim.chart import Chart
from game.sim.events import Event, Judged, PaceSet, Strayed
from game.sim.judge import Grade
from game.sim.options import LEAST_PACE, MOST_PACE, START_PACE, RunMode, RunOptions
from game.sim.timeline import barlines_of
from game.timing.course import Course, KnownCourse, Leg
from game.timing.units import Micros

LEVEL_POINTS = 880
"""Mean points that leave the pace as it is: those of a spread of about 35 ms, less its misses."""
POINTS_A_STEP = 2
"""So many points of the mean are one step of pace."""
LARGEST_FALL = 150
"""The mean alone lowers the pace by no more than this at one decision."""
MISS_COST = 60
"""A miss lowers it by so much besides."""
STRAY_COST = 60
"""A stray press lowers it by so much."""


def first_course(options: RunOptions, chart: Chart) -> Course:
    """Return the course of a run as far as it is known before anything is played."""
    if options.mode is RunMode.MONTAGE:
        return Course.steady(options.rate_permille)
    return Course((Leg(chart.start_us, 0, options.start_pace),))


ENDLESS_US: Micros = 1 << 62
"""The end of the last bar: the run may wait there for its last windows."""


class Pace:
    """The pace of each bar that is decided, and the course that they make. Takes the events of one session."""

    def __init__(self, chart: Chart, start_pace: int = START_PACE) -> None:
        self._barlines = [*barlines_of(chart), ENDLESS_US]
        self.course = Course((Leg(chart.start_us, 0, start_pace),))
        self._points: list[int] = []
        self._misses = 0
        self._strays = 0

    @property
    def paces(self) -> tuple[int, ...]:
        """The pace of each bar that is decided, in order."""
        return tuple(leg.pace for leg in self.course.legs)

    def on_events(self, events: Iterable[Event]) -> None:
        """Note what was judged, and the presses that no cue wanted."""
        for event in events:
            match event:
                case Judged():
                    self._points.append(event.points)
                    self._misses += event.grade is Grade.MISS
                case Strayed():
                    self._strays += 1

    def decide(self, time_us: Micros) -> PaceSet:
        """Decide the pace of the next bar, at beat three of the present one."""
        bar = len(self.course.legs)
        pace = max(LEAST_PACE, min(MOST_PACE, self.course.legs[-1].pace + self._change()))
        self._points, self._misses, self._strays = [], 0, 0
        self.course = self.course.extended(self._barlines[bar], pace)
        return PaceSet(time_us, bar, self._barlines[bar], self._barlines[bar + 1], pace)

    @property
    def known(self) -> KnownCourse:
        """The course, and until where it is decided."""
        return KnownCourse(self.course, self._barlines[len(self.course.legs)])

    def _change(self) -> int:
        mean_change = 0
        if self._points:
            mean_points = sum(self._points) // len(self._points)
            mean_change = max(-LARGEST_FALL, (mean_points - LEVEL_POINTS) // POINTS_A_STEP)
        return mean_change - MISS_COST * self._misses - STRAY_COST * self._strays

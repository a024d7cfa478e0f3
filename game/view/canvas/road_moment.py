"""How fast and how late a moment of Road work is, as far as a picture shows it."""

from dataclasses import dataclass

from game.timing.course import PACE_ONE, Course
from game.timing.units import Micros
from game.view.canvas.easing import clamp

FASTEST_PACE = 15_000
"""Pace at which speed is shown at its most."""
LONGEST_SHARE = 1.25
"""The light is as old as it gets after so many times the song's written length: about what pace 0.8 takes."""


@dataclass(frozen=True, slots=True)
class RoadMoment:
    """A moment of Road work. The montage has neither speed nor age."""

    speed: float = 0.0
    """0.0 up to the written tempo, 1.0 at the fastest pace."""
    age: float = 0.0
    """How far the clock has run: 0.0 on the first beat, 1.0 at the end of a slow run."""


IN_MONTAGE = RoadMoment()
"""Every moment of the montage."""


def road_moment(course: Course, span_us: tuple[Micros, Micros], time_us: Micros) -> RoadMoment:
    """Return the moment of Road work at a song time; `span_us` are the chart's start and end."""
    start_us, end_us = span_us
    run_us = course.real_at(time_us) - course.real_at(start_us)
    return RoadMoment(
        speed=clamp((course.pace_at(time_us) - PACE_ONE) / (FASTEST_PACE - PACE_ONE)),
        age=clamp(run_us / (LONGEST_SHARE * (end_us - start_us))),
    )

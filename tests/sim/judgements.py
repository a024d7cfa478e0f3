"""Events of a run as the score and the form take them."""

from game.sim.actions import Verb
from game.sim.events import Judged, Part, Strayed
from game.sim.judge import Grade
from game.timing.units import Micros


def judged(grade: Grade, points: int = 0, *, dead_on: bool = False, time_us: Micros = 0) -> Judged:
    """Return a judged press of the first section."""
    offset_us = None if grade is Grade.MISS else 0
    return Judged(time_us, 0, 0, "crate", Part.PRESS, Verb.UP, grade, points, dead_on, offset_us)


STRAYED = Strayed(0, 0, Verb.UP)

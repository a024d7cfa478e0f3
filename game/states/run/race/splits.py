"""Splits of Road work: the road time at the end of each section, against what the settings name.

A segment is a section's own time, a gold the shortest one of its section over all attempts, also those begun anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from game.replay.ghost import Ghost
from game.sim.chart import Chart
from game.storage.settings import BEST_RUN, GHOST, GOLDS
from game.timing.course import Course
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class RoadStandings:
    """What splits can be measured against, as it stood when a run began. Times by section id are of segments."""

    best_us: tuple[Micros, ...] = ()
    """Road time at the end of each section of the player's fastest run."""
    golds_us: Mapping[str, Micros] = field(default_factory=dict)
    average_us: Mapping[str, Micros] = field(default_factory=dict)
    """Means of those of the last twenty attempts that came to the section's end."""


@dataclass(frozen=True, slots=True)
class RoadSegment:
    """A section of Road work that is over: how long it took, what its gold was before, and its end's road time."""

    section: str
    real_us: Micros
    gold_us: Micros | None
    end_us: Micros

    @property
    def is_gold(self) -> bool:
        """Whether it was faster than ever before."""
        return self.gold_us is not None and self.real_us < self.gold_us


def segments_so_far(chart: Chart, course: Course, standings: RoadStandings, ended: int) -> tuple[RoadSegment, ...]:
    """Return the sections that have ended."""
    zero_us = course.real_at(chart.start_us)
    return tuple(
        RoadSegment(
            section=part.id,
            real_us=course.real_at(part.end_us) - course.real_at(part.start_us),
            gold_us=standings.golds_us.get(part.id),
            end_us=course.real_at(part.end_us) - zero_us,
        )
        for part in chart.sections[:ended]
    )


def compared_us(against: str, chart: Chart, standings: RoadStandings, ghost: Ghost | None) -> tuple[Micros, ...]:
    """Return the road time at the end of each section of what splits are measured against but a medal: none where there
    is none, and only the first sections where the others are not known."""
    if against == BEST_RUN:
        return standings.best_us
    if against == GHOST:
        return () if ghost is None else tuple(ghost.road_us_at(part.end_us) for part in chart.sections)
    times_us = standings.golds_us if against == GOLDS else standings.average_us
    return tuple(accumulate(_first_known(times_us, [part.id for part in chart.sections])))


def _first_known(times_us: Mapping[str, Micros], sections: Sequence[str]) -> list[Micros]:
    known = []
    for section in sections:
        if section not in times_us:
            break
        known.append(times_us[section])
    return known

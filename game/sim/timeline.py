"""Milestones of a run that do not depend on inputs: section bounds, barlines, the end."""

from dataclasses import dataclass
from enum import IntEnum

from game.sim.chart import Chart
from game.sim.spec import Hold
from game.timing.units import Micros, ms

SEAM_US = ms(700)
"""Time that a single section waits at its end: longer than the widest release window at any rate and assist."""


class MarkKind(IntEnum):
    """Kinds of milestones, in the order in which those of one time pass."""

    SECTION_ENDS = 0
    SECTION_BEGINS = 1
    BARLINE = 2
    RUN_ENDS = 3
    PACE_SET = 4
    """Beat three of a bar that another follows. Only in Road work."""


@dataclass(frozen=True, slots=True, order=True)
class Milestone:
    """One milestone."""

    time_us: Micros
    kind: MarkKind
    section: int


def marks_of(chart: Chart) -> list[Milestone]:
    """Return all milestones of the chart in order of time."""
    marks: list[Milestone] = []
    for section in chart.sections:
        marks.append(Milestone(section.start_us, MarkKind.SECTION_BEGINS, section.index))
        marks.append(Milestone(section.end_us, MarkKind.SECTION_ENDS, section.index))
    marks += [Milestone(barline.time_us, MarkKind.BARLINE, barline.section) for barline in chart.barlines]
    marks.append(Milestone(_run_end(chart), MarkKind.RUN_ENDS, chart.sections[-1].index))
    return sorted(marks)


def barlines_of(chart: Chart) -> list[Micros]:
    """Return the song time of every barline of the chart, the last section's end left out."""
    return [barline.time_us for barline in chart.barlines]


def pace_marks_of(chart: Chart) -> list[Milestone]:
    """Return where the pace of the next bar is decided: on beat three of each bar but the last."""
    return [Milestone(bar.decision_us, MarkKind.PACE_SET, bar.section) for bar in chart.barlines[:-1]]


def _run_end(chart: Chart) -> Micros:
    """The whole run ends with its last section; a single section waits until the windows that cross its seam are
    over."""
    crossing = any(
        cue.end_us + SEAM_US > chart.end_us for cue in chart.sections[-1].cues if cue.kind.hold is not Hold.COMPLETES
    )
    return chart.end_us + SEAM_US if crossing else chart.end_us

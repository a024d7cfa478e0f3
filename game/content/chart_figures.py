"""Figures of a chart: presses and density, share of cues on the beat and on an onset of the song, rhythm cells, acts.

`levels chart --json` prints them. A cell is the rhythm of one beat, its parts of equal length: `x` a cue, `.` none.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from game.content.grid import REST, divisions_of
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Cue, SectionChart
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import US_PER_SECOND, Micros, ms

ONSET_REACH_US = ms(15)
"""A cue is on an onset of the song no further from it than this."""
DENSEST_US = 10 * US_PER_SECOND
"""Length of the stretch whose density is the chart's highest."""
STRUCK = "x"
"""A cue, in a cell."""

Figures = dict[str, object]


def chart_figures(chart: Chart, onsets_us: Sequence[Micros]) -> Figures:
    """Return the figures of a chart and of each section; `onsets_us` are the song's, in order of time."""
    cues = chart.cues
    return {
        "presses": len(cues),
        "presses_per_second": _rate(len(cues), chart.end_us - chart.start_us),
        "presses_per_second_in_the_densest_ten": _rate(_densest(cues), DENSEST_US),
        "on_the_beat_percent": on_the_beat_percent(cues),
        "on_an_onset_percent": on_an_onset_percent(cues, onsets_us),
        "acts": dict(acts_of(chart.sections)),
        "cells": _cells(chart.sections),
        "sections": {section.id: _section_figures(section, onsets_us) for section in chart.sections},
    }


def on_the_beat_percent(cues: Sequence[Cue]) -> float:
    """Return the share of cues that lie on a beat, in percent."""
    return _percent(sum(cue.beat.denominator == 1 for cue in cues), len(cues))


def on_an_onset_percent(cues: Sequence[Cue], onsets_us: Sequence[Micros]) -> float:
    """Return the share of cues within `ONSET_REACH_US` of an onset, in percent; of those that are to be heard."""
    heard = [cue for cue in cues if cue.kind.heard]
    return _percent(sum(_is_near(cue.time_us, onsets_us) for cue in heard), len(heard))


def acts_of(sections: Iterable[SectionChart]) -> Counter[str]:
    """Return how often each act comes: every kind of cue, and the calls that announce what never comes (feints)."""
    counted: Counter[str] = Counter()
    for section in sections:
        spec = MINIGAMES[section.minigame].spec
        counted.update(cue.name for cue in section.cues)
        feints = {kind.name for kind in spec.calls if kind.cancelled_by is not None}
        counted.update(call.kind for call in section.calls if call.kind in feints)
    return counted


def _section_figures(section: SectionChart, onsets_us: Sequence[Micros]) -> Figures:
    return {
        "presses": len(section.cues),
        "presses_per_second": _rate(len(section.cues), section.end_us - section.start_us),
        "reps": sum(cue.reps for cue in section.cues),
        "on_the_beat_percent": on_the_beat_percent(section.cues),
        "on_an_onset_percent": on_an_onset_percent(section.cues, onsets_us),
        "acts": dict(acts_of([section])),
        "cells": _cells([section]),
    }


def _cells(sections: Iterable[SectionChart]) -> dict[str, int]:
    """Return how often each rhythm cell comes, the most frequent first; empty beats are left out."""
    counted: Counter[str] = Counter()
    for section in sections:
        for beat in range(section.bars * BEATS_PER_BAR):
            first = section.start_beat + beat
            offsets = {cue.beat - first for cue in section.cues if first <= cue.beat < first + 1}
            parts = divisions_of(offsets)
            if offsets:
                counted["".join(STRUCK if Fraction(part, parts) in offsets else REST for part in range(parts))] += 1
    return dict(counted.most_common())


def _densest(cues: Sequence[Cue]) -> int:
    times = [cue.time_us for cue in cues]
    return max((bisect_left(times, first + DENSEST_US) - place for place, first in enumerate(times)), default=0)


def _is_near(time_us: Micros, onsets_us: Sequence[Micros]) -> bool:
    place = bisect_left(onsets_us, time_us - ONSET_REACH_US)
    return place < len(onsets_us) and onsets_us[place] <= time_us + ONSET_REACH_US


def _rate(count: int, length_us: Micros) -> float:
    return round(count * US_PER_SECOND / length_us, 2) if length_us else 0.0


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0

"""Formats charts as text, one line a bar, one group of letters a beat, and their densities."""

from collections.abc import Collection
from fractions import Fraction
from itertools import pairwise

from game.sim.chart import Chart, Cue, Difficulty, SectionChart
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import US_PER_SECOND

DIVISIONS = (1, 2, 4, 3, 6, 8, 12, 16, 24, 48)
"""Numbers of parts that a beat may be divided into; the first one that fits all its cues is used."""
BEAT_WIDTH = 6
"""Width of a beat, in characters."""
CHORD = "="
"""Shown for a chord."""
HELD = "-"
"""Shown while a cue is held."""
REST = "."
"""Shown where there is no cue."""


def section_grid(section: SectionChart) -> str:
    """Return the chart of a section, a line a bar: L R U D, `=` for a chord, `-` while something is held."""
    lines = []
    for bar in range(section.bars):
        first = section.start_beat + bar * BEATS_PER_BAR
        beats = (_beat(section.cues, first + beat, section) for beat in range(BEATS_PER_BAR))
        lines.append(f"{bar + 1:3}  " + "".join(f"{beat:<{BEAT_WIDTH}}" for beat in beats).rstrip())
    return "\n".join(lines)


def divisions_of(offsets: Collection[Fraction]) -> int:
    """Return into how many equal parts a beat is divided, so that all of its cues lie on one (offsets in beats)."""
    return next(n for n in DIVISIONS if all((offset * n).denominator == 1 for offset in offsets))


def _beat(cues: tuple[Cue, ...], beat: Fraction, section: SectionChart) -> str:
    offsets = [cue.beat - beat for cue in cues if beat <= cue.beat < beat + 1]
    parts = divisions_of(offsets)
    return "".join(_cell(cues, beat + Fraction(part, parts), section) for part in range(parts))


def _cell(cues: tuple[Cue, ...], beat: Fraction, section: SectionChart) -> str:
    here = [cue for cue in cues if cue.beat == beat]
    if here:
        return CHORD if len(here[0].verbs) > 1 else here[0].verbs[0].name[0]
    length_us = section.end_us - section.start_us
    time_us = section.start_us + int((beat - section.start_beat) * length_us / (section.end_beat - section.start_beat))
    return HELD if any(cue.time_us < time_us < cue.end_us for cue in cues) else REST


def density(section: SectionChart) -> str:
    """Return how many presses a section has, how many a second on average, and how many at its fastest."""
    times = [cue.time_us for cue in section.cues]
    seconds = (section.end_us - section.start_us) / US_PER_SECOND
    fastest = min((after - before for before, after in pairwise(times)), default=0)
    peak = US_PER_SECOND / fastest if fastest else 0.0
    return f"{len(times):3} presses {len(times) / seconds:4.1f}/s {peak:4.1f}/s at most"


def curve(charts: dict[Difficulty, Chart]) -> str:
    """Return the densities of all sections, a line each, easy to hard."""
    names = [section.id for section in next(iter(charts.values())).sections]
    width = max(map(len, names))
    rows = [f"{'':{width}}   " + "   ".join(f"{difficulty:<36}" for difficulty in charts).rstrip()]
    for place, name in enumerate(names):
        cells = "   ".join(f"{density(chart.sections[place]):<36}" for chart in charts.values())
        rows.append(f"{name:{width}}   {cells}".rstrip())
    totals = "   ".join(f"{f'{len(chart.cues):3} presses':<36}" for chart in charts.values())
    return "\n".join([*rows, f"{'all':{width}}   {totals}".rstrip()])

"""The first beats of a section are for arriving (`approach_beats`); on the next comes one easy cue, alone."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES

ALONE = Fraction(1)
"""The lone cue has so many beats to itself."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues in the approach, and sections that do not begin with a lone cue."""
    for section, difficulty, cues in charts_of(level):
        approach = MINIGAMES[section.minigame].spec.approach_beats
        if not cues or not approach:
            continue
        arrived = section.start_beat + approach
        for cue in cues:
            if cue.beat < arrived:
                mend = f"move it to x {level.x_at(arrived):g} or later"
                what = f"it falls into the first {approach} beats"
                yield Finding("approach", cue.location, what, mend, on=(difficulty,))
        opening = [cue for cue in cues if arrived <= cue.beat < arrived + 1]
        company = [cue for cue in cues if opening and opening[0].beat < cue.beat < opening[0].beat + ALONE]
        if len(opening) != 1 or company:
            place = (company or opening or cues)[0].location
            what = f'beat {approach + 1} of "{section.id}" is not a lone cue'
            mend = "put one easy cue on it and leave it a beat to itself"
            yield Finding("approach", place, what, mend, Severity.WARNING, on=(difficulty,))

"""The first two beats of a section are for arriving; on the third comes one easy cue, alone."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.checks.cues.selection import UNJUDGED_BEATS, WITHOUT_APPROACH, charts_of
from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song

ALONE = Fraction(1)
"""The lone cue has so many beats to itself."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues in the approach, and sections that do not begin with a lone cue."""
    for section, difficulty, cues in charts_of(level):
        if not cues or section.minigame in WITHOUT_APPROACH:
            continue
        arrived = section.start_beat + UNJUDGED_BEATS
        for cue in cues:
            if cue.beat < arrived:
                mend = f"move it to x {level.x_at(arrived):g} or later"
                yield Finding("approach", cue.place, "it falls into the first two beats", mend, on=(difficulty,))
        on_third = [cue for cue in cues if arrived <= cue.beat < arrived + 1]
        company = [cue for cue in cues if on_third and on_third[0].beat < cue.beat < on_third[0].beat + ALONE]
        if len(on_third) != 1 or company:
            place = (company or on_third or cues)[0].place
            what = f'the third beat of "{section.id}" is not a lone cue'
            mend = "put one easy cue on it and leave it a beat to itself"
            yield Finding("approach", place, what, mend, Severity.WARNING, on=(difficulty,))

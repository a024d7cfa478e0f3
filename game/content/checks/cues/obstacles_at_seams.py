"""Something to hop, duck or dodge near the end of a section, where the runner changes speed."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.checks.cues.selection import kind_of
from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song

EASE_BEATS = Fraction(2)
"""So many beats on either side of a seam his speed eases; those after it are the approach."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return obstacles in the last two beats of a section."""
    for cue in level.cues:
        section = level.section_at(cue.beat)
        kind = None if section is None else kind_of(cue, section)
        if section is not None and kind is not None and kind.obstacle and cue.beat > section.end_beat - EASE_BEATS:
            mend = f"move it to x {level.x_at(section.end_beat - EASE_BEATS):g} or before"
            what = f"this {cue.kind} lies less than two beats before the seam"
            yield Finding("obstacles_at_seams", cue.location, what, mend, Severity.WARNING)

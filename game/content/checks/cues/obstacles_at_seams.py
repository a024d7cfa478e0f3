"""Something to hop, duck or dodge while one place becomes the next: the runner is changing his speed there."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song

OBSTACLES = frozenset({"rail", "crate", "hanging", "slip_left", "slip_right", "gust"})
EASE_BEATS = Fraction(2)
"""So many beats on either side of a seam his speed eases; those after it are the approach."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return obstacles in the last two beats of a section."""
    for cue in level.cues:
        section = level.section_at(cue.beat)
        if section is not None and cue.kind in OBSTACLES and cue.beat > section.end_beat - EASE_BEATS:
            mend = f"move it to x {level.x_at(section.end_beat - EASE_BEATS):g} or before"
            what = f"this {cue.kind} lies less than two beats before the seam"
            yield Finding("obstacles_at_seams", cue.place, what, mend, Severity.WARNING)

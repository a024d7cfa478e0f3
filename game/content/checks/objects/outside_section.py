"""Checks that timed objects lie in a section and do not last beyond its end."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.charts import calls_of
from game.content.finding import Finding, Location
from game.content.level import Level
from game.content.song.song import Song
from game.sim.chart import Difficulty


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues, calls and laces outside every section, and those that cross a seam."""
    for cue in level.cues:
        yield from _placed(level, cue.location, cue.beat, cue.length, "cue")
    for lace in level.laces:
        yield from _placed(level, lace.location, lace.beat, lace.length, "lace")
    taken = {call.location for section in level.sections for d in Difficulty for call in calls_of(section, (level,), d)}
    for call in level.calls:
        if call.location not in taken and call.difficulties:
            mend = "move it into the section that it belongs to (up to a bar before it), or mend its kind"
            yield Finding("outside_section", call.location, f'no section here takes a call "{call.kind}"', mend)


def _placed(level: Level, location: Location, beat: Fraction, length: Fraction, word: str) -> Iterator[Finding]:
    section = level.section_at(beat)
    if section is None:
        yield Finding("outside_section", location, f"this {word} lies in no section", "move it, or widen a section")
    elif beat + length > section.end_beat:
        beyond = float(beat + length - section.end_beat)
        what = f'ends {beyond:g} beats after its section "{section.id}"'
        yield Finding("outside_section", location, what, "make it shorter: nothing is held over a seam")

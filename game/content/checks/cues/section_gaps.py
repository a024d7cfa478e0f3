"""Checks that sections cover their map in whole bars, and lie where the song has them."""

from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.level import Level, Section
from game.content.song.song import Song
from game.timing.tempo import BEATS_PER_BAR


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return gaps, overlaps, broken bars, and sections that the song has elsewhere."""
    if not level.sections:
        mend = "draw a rectangle of class Section on the layer sections"
        yield Finding("section_gaps", Location(str(level.path)), "has no section", mend)
        return
    without = [section for section in level.sections if section.end_beat == section.start_beat]
    for section in without:
        mend = f"make it a multiple of {BEATS_PER_BAR * level.px_per_beat} px wide"
        yield Finding("section_gaps", section.location, "has no length", mend)
    if not without:  # every other gap would follow from it
        yield from _gaps(level, song)


def _gaps(level: Level, song: Song) -> Iterator[Finding]:
    beat = level.start_beat
    for section in level.sections:
        if section.start_beat != beat:
            what = "leaves a gap after" if section.start_beat > beat else "overlaps"
            mend = f"begin it at x {level.x_at(beat):g}"
            yield Finding("section_gaps", section.location, f"{what} what comes before it", mend)
        beat = section.end_beat
        if section.end_beat <= section.start_beat or (section.end_beat - section.start_beat) % BEATS_PER_BAR:
            mend = f"make it a multiple of {BEATS_PER_BAR * level.px_per_beat} px wide"
            yield Finding("section_gaps", section.location, "is not a number of whole bars", mend)
        yield from _in_song(section, song)
    if beat != level.end_beat:
        what = f"the sections end on beat {float(beat):g}, the map on {float(level.end_beat):g}"
        yield Finding("section_gaps", Location(str(level.path)), what, "make the last section end with the map")


def _in_song(section: Section, song: Song) -> Iterator[Finding]:
    found = song.section(section.id)
    if found is not None and (found.start_beat, found.end_beat) != (section.start_beat, section.end_beat):
        what = f"lies on other beats than the song's, {float(found.start_beat):g} to {float(found.end_beat):g}"
        yield Finding("section_gaps", section.location, what, "move it there, or give it a name of its own")

"""Checks that each section has one lace, at a time when no cue wants its verb."""

from collections.abc import Iterator

from game.content.checks.cues.selection import cues_of, verb_word
from game.content.finding import Finding
from game.content.level import Level, MapLace, Section
from game.content.song.song import Song
from game.sim.chart import Difficulty
from game.sim.judge import SLOPPY_WINDOW_US


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return sections without a lace or with several, and laces that a cue of their verb covers."""
    for section in level.sections:
        laces = [lace for lace in level.laces if section.start_beat <= lace.beat < section.end_beat]
        if len(laces) != 1:
            mend = "put one object of class Lace into it" if not laces else "leave one and remove the others"
            yield Finding("laces", section.location, f"has {len(laces)} laces", mend)
        for lace in laces:
            yield from _covered(level, section, lace, song)


def _covered(level: Level, section: Section, lace: MapLace, song: Song) -> Iterator[Finding]:
    from_us, to_us = song.tempo.to_us(lace.beat), song.tempo.to_us(lace.beat + lace.length)
    if to_us == from_us:
        yield Finding("laces", lace.location, "has no length", "make it as wide as the beats in which it can be found")
    for difficulty in Difficulty:
        for cue in cues_of(level, section, difficulty):
            time_us = song.tempo.to_us(cue.beat)
            if lace.verb in cue.verbs and from_us - SLOPPY_WINDOW_US < time_us < to_us + SLOPPY_WINDOW_US:
                what = f"object {cue.location.object_id} wants {verb_word((lace.verb,))} at that time"
                yield Finding("laces", lace.location, what, "move it to where no cue wants its verb", on=(difficulty,))
                return

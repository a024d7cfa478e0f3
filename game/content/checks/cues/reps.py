"""Fifty push-ups and seventy-two stairs must come out on every difficulty."""

from collections.abc import Iterator

from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.push_ups.rules import REPS_BEFORE, REPS_WANTED
from game.minigames.steps.rules import STAIRS

WANTED = {"push_ups": REPS_WANTED - REPS_BEFORE, "steps": STAIRS}


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return sections whose cues carry another number of reps."""
    for section, difficulty, cues in charts_of(level):
        wanted, carried = WANTED.get(section.minigame, 0), sum(cue.reps for cue in cues)
        if carried != wanted:
            what = f"its cues carry {carried} reps"
            mend = f"make the reps of its cues add up to {wanted}" if wanted else "set reps to 0: nothing counts here"
            yield Finding("reps", section.place, what, mend, on=(difficulty,))

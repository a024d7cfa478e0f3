"""What an exercise counts (push-ups, stairs) must come out on every difficulty."""

from collections.abc import Iterator

from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return sections whose cues carry another number of reps."""
    for section, difficulty, cues in charts_of(level):
        wanted, carried = MINIGAMES[section.minigame].spec.reps, sum(cue.reps for cue in cues)
        if carried != wanted:
            what = f"its cues carry {carried} reps"
            mend = f"make the reps of its cues add up to {wanted}" if wanted else "set reps to 0: nothing counts here"
            yield Finding("reps", section.location, what, mend, on=(difficulty,))

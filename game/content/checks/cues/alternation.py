"""Checks that hands alternate in exercises whose rules demand it."""

from collections.abc import Iterator
from itertools import pairwise

from game.content.charts import LONG_REST
from game.content.checks.cues.selection import charts_of, kind_of, verb_word
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return each cue that repeats the hand before it, on every difficulty that has it; of several that follow each
    other the first, which is the one whose hand is wrong where it is one. A copy in one place is found as an overlap.
    """
    for section, difficulty, cues in charts_of(level):
        is_told = False
        for before, cue in pairwise(cues):
            kinds = (kind_of(before, section), kind_of(cue, section))
            strict = all(kind is not None and kind.alternates for kind in kinds)
            repeats = strict and before.verbs == cue.verbs and 0 < cue.beat - before.beat <= LONG_REST
            if repeats and not is_told:
                what = f"it repeats {verb_word(cue.verbs)}"
                yield Finding("alternation", cue.location, what, "move it to the other hand's row", on=(difficulty,))
            is_told = repeats

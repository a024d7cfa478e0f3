"""Checks that cues are no denser than their exercise allows."""

from collections.abc import Iterator
from itertools import pairwise

from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES
from game.timing.units import US_PER_SECOND


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return the first pair of each section and difficulty that follows too fast."""
    for section, difficulty, cues in charts_of(level):
        most = MINIGAMES[section.minigame].spec.max_presses_per_second
        for before, cue in pairwise(cues):
            gap_us = song.tempo.to_us(cue.beat) - song.tempo.to_us(before.beat)
            if 0 < gap_us < US_PER_SECOND / most:
                rate = US_PER_SECOND / gap_us
                what = f"it follows at {rate:.1f} presses a second, {section.minigame} allows {most:g}"
                yield Finding("too_dense", cue.location, what, "move it away from the cue before it", on=(difficulty,))
                break

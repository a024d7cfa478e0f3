"""Checks that no two cues want the same verb at once, or while it is still held."""

from collections.abc import Iterator

from game.content.checks.cues.selection import charts_of, verb_word
from game.content.finding import Finding
from game.content.level import Level, MapCue
from game.content.song.song import Song
from game.sim.actions import Verb


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return each cue that begins while its verb is wanted by another, once."""
    seen: set[MapCue] = set()
    for _, difficulty, cues in charts_of(level):
        last: dict[Verb, MapCue] = {}
        for cue in cues:
            for verb in cue.verbs:
                before = last.get(verb)
                if before is not None and cue not in seen and _clash(before, cue):
                    seen.add(cue)
                    how = "is still held for" if before.beat < cue.beat else "is also asked by"
                    what = f"{verb_word((verb,))} {how} object {before.location.object_id}"
                    yield Finding(
                        "overlaps", cue.location, what, "move one of them or shorten the hold", on=(difficulty,)
                    )
                last[verb] = cue


def _clash(before: MapCue, cue: MapCue) -> bool:
    return cue.beat == before.beat or cue.beat < before.beat + before.length

"""Checks that cues have a kind of their section's exercise, a verb, and a length exactly if they are held."""

from collections.abc import Iterator

from game.content.checks.cues.selection import kind_of, verb_word
from game.content.finding import Finding
from game.content.level import Level, MapCue, Section
from game.content.schema import MAP_ROWS, TILE, VERB_ROWS
from game.content.song.song import Song
from game.content.tiled.properties import nearest
from game.minigames.manifest import MINIGAMES
from game.sim.spec import Hold


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues of unknown kind, cues without a verb, and holds without and taps with a length."""
    for cue in level.cues:
        section = level.section_at(cue.beat)
        if section is not None:
            yield from _cue(cue, section)


def _cue(cue: MapCue, section: Section) -> Iterator[Finding]:
    kind = kind_of(cue, section)
    if kind is None:
        near = nearest(cue.kind, kinds_of(section.minigame))
        mend = f'did you mean "{near}"?' if near else f"choose one of {', '.join(kinds_of(section.minigame))}"
        yield Finding("unknown_kind", cue.location, f'{section.minigame} has no cue kind "{cue.kind}"', mend)
        return
    if not cue.verbs and 0 <= cue.y < MAP_ROWS * TILE:
        rows = ", ".join(f"{row} ({verb.name.lower()})" for row, verb in VERB_ROWS.items() if verb in kind.verbs)
        what = f'a "{cue.kind}" is {verb_word(kind.verbs).replace("+", "or")}, and its row says neither'
        yield Finding("unknown_kind", cue.location, what, f"move it to tile row {rows}, or set its verb")
    if kind.hold is Hold.NONE and cue.length:
        what = f'is {float(cue.length):g} beats long, but a "{cue.kind}" is not held'
        yield Finding("unknown_kind", cue.location, what, "make it a point")
    if kind.hold is not Hold.NONE and not cue.length:
        mend = "make it a rectangle as wide as it is held"
        yield Finding("unknown_kind", cue.location, f'a "{cue.kind}" is held, but this one has no length', mend)


def kinds_of(minigame: str) -> list[str]:
    """Return the cue kinds that an exercise's charts may write."""
    spec = MINIGAMES[minigame].spec
    if not spec.borrows:
        return [kind.name for kind in spec.cues]
    return [f"{lender}.{kind.name}" for lender, game in MINIGAMES.items() for kind in game.spec.cues]

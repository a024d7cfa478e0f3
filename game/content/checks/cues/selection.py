"""Queries shared by checks: the cues and calls of one section on one difficulty."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from game.content.level import Level, MapCue, Section
from game.minigames.manifest import cue_kind
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.spec import CueKind


def cues_of(level: Level, section: Section, difficulty: Difficulty) -> list[MapCue]:
    """Return the cues of a section on a difficulty, in order of time."""
    first = bisect_left(level.cues, section.start_beat, key=attrgetter("beat"))
    last = bisect_left(level.cues, section.end_beat, key=attrgetter("beat"))
    return [cue for cue in level.cues[first:last] if difficulty in cue.difficulties]


def charts_of(level: Level) -> Iterator[tuple[Section, Difficulty, list[MapCue]]]:
    """Walk over all sections and difficulties of a map."""
    for section in level.sections:
        for difficulty in Difficulty:
            yield section, difficulty, cues_of(level, section, difficulty)


def kind_of(cue: MapCue, section: Section) -> CueKind | None:
    """Return what kind of cue this is in its section, or None where the exercise has none such."""
    return cue_kind(section.minigame, cue.kind)


def verb_word(verbs: tuple[Verb, ...]) -> str:
    """Return verbs as words."""
    return " + ".join(verb.name.lower() for verb in verbs) or "no verb"

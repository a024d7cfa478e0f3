"""Checks that each cue is announced: by a call at a constant lead, and by a warning within the run."""

from collections.abc import Iterator

from game.content.charts import calls_of
from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level, MapCue, Section
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues without their call, calls without their answer, and cues too early in the run to be announced."""
    for section, difficulty, cues in charts_of(level):
        if MINIGAMES[section.minigame].spec.answer_beats:
            yield from _called(level, section, difficulty, cues)
        for cue in cues:
            kind = next((kind for kind in MINIGAMES[section.minigame].spec.cues if kind.name == cue.kind), None)
            if kind is not None and cue.beat - kind.lead < -song.lead_in_beats:
                mend = f"move it {float(kind.lead - cue.beat - song.lead_in_beats):g} beats to the right"
                yield Finding(
                    "missing_lead", cue.location, "its warning would come before the run begins", mend, on=(difficulty,)
                )


def _called(level: Level, section: Section, difficulty: Difficulty, cues: list[MapCue]) -> Iterator[Finding]:
    calls = {(call.beat, call.kind): call for call in calls_of(section, (level,), difficulty)}
    leads = MINIGAMES[section.minigame].spec.answer_beats
    wanted = {lead: {(cue.beat - lead, f"call_{cue.kind}"): cue for cue in cues} for lead in leads}
    lead = max(leads, key=lambda lead: len(wanted[lead].keys() & calls.keys()))
    for key in sorted(wanted[lead].keys() - calls.keys()):
        x = level.x_at(key[0])
        what = f"no {key[1]} announces it {lead} beats ahead"
        yield Finding("missing_lead", wanted[lead][key].location, what, f"put the call at x {x:g}", on=(difficulty,))
    for key in sorted(calls.keys() - wanted[lead].keys()):
        what = f"nothing answers this call {lead} beats later"
        yield Finding(
            "missing_lead",
            calls[key].location,
            what,
            f"put its answer at x {level.x_at(key[0] + lead):g}",
            on=(difficulty,),
        )

"""Checks that each cue is announced: by a call whose lead is constant within a bar, and by a warning within the run."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.charts import calls_of
from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level, MapCue, Section
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.timing.tempo import BEATS_PER_BAR


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
    usual = max(leads, key=lambda lead: len(_calls_of(cues, lead) & calls.keys()))
    wanted: dict[tuple[Fraction, str], tuple[Fraction, MapCue]] = {}
    for bar in {cue.beat // BEATS_PER_BAR for cue in cues}:
        inside = [cue for cue in cues if cue.beat // BEATS_PER_BAR == bar]
        lead = max(leads, key=lambda lead: (len(_calls_of(inside, lead) & calls.keys()), lead == usual))
        wanted |= {(cue.beat - lead, f"call_{cue.kind}"): (lead, cue) for cue in inside}
    for key in sorted(wanted.keys() - calls.keys()):
        lead, cue = wanted[key]
        x = level.x_at(key[0])
        what = f"no {key[1]} announces it {lead} beats ahead"
        yield Finding("missing_lead", cue.location, what, f"put the call at x {x:g}", on=(difficulty,))
    for key in sorted(calls.keys() - wanted.keys()):
        what = f"nothing answers this call {usual} beats later"
        yield Finding(
            "missing_lead",
            calls[key].location,
            what,
            f"put its answer at x {level.x_at(key[0] + usual):g}",
            on=(difficulty,),
        )


def _calls_of(cues: list[MapCue], lead: Fraction) -> set[tuple[Fraction, str]]:
    """Return beat and kind of the calls that announce some cues at a lead."""
    return {(cue.beat - lead, f"call_{cue.kind}") for cue in cues}

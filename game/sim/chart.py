"""Charts: frozen data of what is to be played. Progress is kept in the session."""

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import ceil

from game.sim.actions import Verb
from game.sim.form import FORM_MAX
from game.sim.spec import CueKind
from game.timing.tempo import BEATS_PER_BAR, TempoMap
from game.timing.units import Micros

RULES_VERSION = 3
"""Incremented whenever the same chart and inputs would give another score, hash or digest."""
DECISION_BEATS = 2
"""Beats from a barline to where Road work decides the next bar's pace."""
CHAMPION_WINDOW_PERCENT = 75
"""Width of the hit windows on champion, in percent."""


class Difficulty(StrEnum):
    """The difficulties, the easiest first. The only list: menus, maps, boards and benches iterate over it."""

    EASY = "easy"
    NORMAL = "normal"
    HARD = "hard"
    CHAMPION = "champion"

    @property
    def window_percent(self) -> int:
        """Width of its hit windows, in percent, before any assist."""
        return CHAMPION_WINDOW_PERCENT if self is Difficulty.CHAMPION else 100


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to do on time. `id` is its place in the whole chart, in order of time.

    `verbs`: one, or all verbs of a chord. `end_us` is the release of a hold, else equal to `time_us`. `reps` is how
    many push-ups or stairs it stands for. `either_hand`: an alternating cue after a rest or a chord takes either hand.
    """

    id: int
    section: int
    time_us: Micros
    end_us: Micros
    beat: Fraction
    kind: CueKind
    name: str
    verbs: tuple[Verb, ...]
    reps: int = 0
    either_hand: bool = False
    window_us: Micros = 0
    """Outer window in song time at rate 1, where a neighbour narrows it; 0: nothing narrows it."""

    @property
    def is_hold(self) -> bool:
        """Whether the cue ends in a release."""
        return self.end_us > self.time_us


@dataclass(frozen=True, slots=True)
class Call:
    """An unjudged object: a trainer's call, a feint, a zone of echo. `end_us` equals `time_us` for a point."""

    kind: str
    time_us: Micros
    end_us: Micros
    beat: Fraction
    verb: Verb | None = None


@dataclass(frozen=True, slots=True)
class Lace:
    """One hidden, uncued act: pressing `verb` between the two times, when no cue wants it, finds the lace."""

    verb: Verb
    from_us: Micros
    to_us: Micros


@dataclass(frozen=True, slots=True)
class SectionChart:
    """One section of a chart: an exercise from `start_beat` to `end_beat`."""

    index: int
    id: str
    minigame: str
    start_beat: Fraction
    end_beat: Fraction
    start_us: Micros
    end_us: Micros
    cues: tuple[Cue, ...]
    calls: tuple[Call, ...] = ()
    lace: Lace | None = None
    form_ceiling: int = FORM_MAX
    """Form that clean cues of this section cannot raise it above, in thousandths."""

    @property
    def bars(self) -> int:
        """Whole bars of the section."""
        return int((self.end_beat - self.start_beat) / BEATS_PER_BAR)


@dataclass(frozen=True, slots=True, order=True)
class Barline:
    """Where a bar begins: song time, and the index of its section; `decision_us` is its beat three, where the pace of
    the next bar is decided in Road work."""

    time_us: Micros
    section: int
    decision_us: Micros


PART_LEAD_IN_BEATS = 2
"""Beats of lead-in before a section, or neighbours, played without the others."""
BESIDE = "+"
"""Joins the ids of neighbouring sections that are played without the others."""


@dataclass(frozen=True)
class Chart:
    """A whole run, or one section of it: what a session plays. What follows from it alone is worked out once."""

    tempo: TempoMap
    difficulty: Difficulty
    sections: tuple[SectionChart, ...]
    lead_in_us: Micros = 0
    """How long before the first section the session begins."""

    @property
    def start_us(self) -> Micros:
        """Song time at which the first section begins."""
        return self.sections[0].start_us

    @property
    def end_us(self) -> Micros:
        """Song time at which the last section ends."""
        return self.sections[-1].end_us

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues in order of id."""
        return tuple(cue for section in self.sections for cue in section.cues)

    @cached_property
    def barlines(self) -> tuple[Barline, ...]:
        """Every barline in order of time, the last section's end left out."""
        beats = [
            (section.start_beat + bar * BEATS_PER_BAR, section.index)
            for section in self.sections
            for bar in range(ceil((section.end_beat - section.start_beat) / BEATS_PER_BAR))
        ]
        to_us = self.tempo.to_us
        return tuple(sorted(Barline(to_us(beat), index, to_us(beat + DECISION_BEATS)) for beat, index in beats))

    def only(self, section_id: str) -> "Chart":
        """Return a chart of one section alone, or of neighbours whose ids are joined by `BESIDE`, with two beats of its
        own tempo to lead in; raises KeyError."""
        ids = [section.id for section in self.sections]
        wanted = [section_id] if section_id in ids else section_id.split(BESIDE)
        place = ids.index(wanted[0]) if wanted[0] in ids else len(ids)
        if ids[place : place + len(wanted)] != wanted:
            raise KeyError(section_id)
        sections, first = list[SectionChart](), 0
        for index, section in enumerate(self.sections[place : place + len(wanted)]):
            cues = tuple(replace(cue, id=first + at, section=index) for at, cue in enumerate(section.cues))
            sections.append(replace(section, index=index, cues=cues))
            first += len(cues)
        part = replace(self, sections=tuple(sections))
        return replace(part, lead_in_us=part.part_lead_in_us)

    @property
    def part_lead_in_us(self) -> Micros:
        """The lead-in of a part: two beats of its own tempo."""
        return PART_LEAD_IN_BEATS * self.tempo.segment_at(self.start_us).us_per_beat

    def hash(self) -> str:
        """Return 64 hex digits of how the chart plays: cues, calls, laces, bars, ceilings, rules version; not of a
        file."""
        return self._hash

    @cached_property
    def _hash(self) -> str:
        digest = hashlib.sha256(f"lace-up {RULES_VERSION} {self.difficulty} {self.lead_in_us}\n".encode())
        for section in self.sections:
            row = (section.id, section.minigame, section.start_us, section.end_us, section.bars, section.form_ceiling)
            digest.update(f"{row}\n".encode())
            for cue in section.cues:
                verbs = "".join(str(int(verb)) for verb in cue.verbs)
                played = (cue.time_us, cue.end_us, cue.name, verbs, cue.reps, cue.either_hand, cue.window_us)
                digest.update(f"{played}\n".encode())
            for call in section.calls:
                digest.update(f"{call.kind} {call.time_us} {call.end_us}\n".encode())
            if section.lace is not None:
                digest.update(f"lace {section.lace.verb:d} {section.lace.from_us} {section.lace.to_us}\n".encode())
        for barline in self.barlines:
            digest.update(f"bar {barline.time_us} {barline.decision_us}\n".encode())
        return digest.hexdigest()

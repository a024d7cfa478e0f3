"""Turns the chosen moments of a section into cues, calls and a lace, by the facts of its exercise alone.

A kind that alternates is the run, other taps come in turn; what else the exercise does stands where `acts` has made
room. So an exercise that is new is charted too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

from game.content.importing.acts import AFTER_HOLD, AT_SEAM, Plan, plan_acts
from game.content.importing.arrangement import ArrangedSection
from game.content.importing.choosing import Heard, chosen, finest, skill
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.spec import CueKind, Hold, MinigameSpec
from game.timing.tempo import BEATS_PER_BAR

LONGEST_HOLD = Fraction(2)
"""Longest hold, in beats."""
SHORTEST_HOLD = Fraction(1, 2)
"""Shortest hold, in beats."""
INTO_HOLD = Fraction(1)
"""Beats into a hold at which something is pressed during it."""
LACE_BEAT, LACE_BEATS = Fraction(1, 4), Fraction(1)
"""Where the lace lies in the approach, and how long."""


@dataclass(frozen=True)
class NewCue:
    """A cue to be written: beats from the section's first. `verbs` are both of a chord."""

    kind: CueKind
    verbs: tuple[Verb, ...]
    beat: Fraction
    length: Fraction = Fraction(0)
    reps: int = 0


@dataclass(frozen=True)
class NewCall:
    """A call to be written. `map_class` is the class of its object; a length of 0 is a point."""

    kind: str
    beat: Fraction
    length: Fraction = Fraction(0)
    map_class: str = "Call"


@dataclass(frozen=True)
class NewLace:
    """A hidden act to be written."""

    verb: Verb
    beat: Fraction
    length: Fraction


@dataclass(frozen=True)
class Charted:
    """What a section holds on one difficulty."""

    cues: tuple[NewCue, ...]
    calls: tuple[NewCall, ...]


def charted(part: ArrangedSection, spec: MinigameSpec, difficulty: Difficulty, heard: Heard) -> Charted:
    """Return the cues and calls of a section on a difficulty."""
    beats = chosen(part, spec, difficulty, heard, _least_gap(spec, difficulty))
    answered = min(spec.answer_beats) if spec.answer_beats else Fraction(0)
    if answered:
        beats = [beat for beat in beats if beat // answered % 2 == 1]
    final = next((kind for kind in spec.cues if kind.hold is Hold.COMPLETES), None)
    end = Fraction(part.beats - (BEATS_PER_BAR if final is not None else 0))
    plan = plan_acts([beat for beat in beats if beat <= end - 1], spec, part, heard)
    cues = _Dresser(spec, part, difficulty, heard).dressed(plan, end)
    if final is not None:
        cues.append(NewCue(final, final.verbs, end, part.beats - end))
    cues = _with_reps(cues, spec.reps)
    calls = [NewCall(f"call_{cue.kind.name}", cue.beat - answered) for cue in cues if answered]
    for kind in spec.calls:
        calls += [
            NewCall(kind.name, beat, length, kind.map_class) for name, beat, length in plan.calls if name == kind.name
        ]
    return Charted(tuple(cues), tuple(calls))


def _least_gap(spec: MinigameSpec, difficulty: Difficulty) -> Fraction:
    """Return how near two presses may be, in beats: a beat where cues are held or need different warnings."""
    leads = {kind.lead for kind in _taps(spec)}
    if spec.cues[0].hold is not Hold.NONE or (len(leads) > 1 and not any(kind.alternates for kind in spec.cues)):
        return Fraction(1)
    return Fraction(1, max(3 if finest(difficulty) == 2 else 1, finest(difficulty)))


def _taps(spec: MinigameSpec) -> list[CueKind]:
    """Return the kinds that are pressed once, alone, and announced."""
    return [k for k in spec.cues if k.hold is Hold.NONE and not k.chord and not k.during_hold and k.heard]


class _Dresser:
    """Gives kinds, verbs and lengths to beats, from first to last."""

    def __init__(self, spec: MinigameSpec, part: ArrangedSection, difficulty: Difficulty, heard: Heard) -> None:
        self._spec = spec
        self._part = part
        self._skill = skill(difficulty)
        self._heard = heard
        self._taps = _taps(spec)
        self._runs = next((kind for kind in self._taps if kind.alternates), None)
        self._within = next((kind for kind in spec.cues if kind.during_hold), None)
        self._used: dict[str, int] = {}
        self._last_run: tuple[Verb, ...] = ()

    def dressed(self, plan: Plan, end: Fraction) -> list[NewCue]:
        """Return the cues of a plan; what comes after them begins on `end`."""
        cues: list[NewCue] = []
        previous = Fraction(-BEATS_PER_BAR)
        for beat, following in pairwise((*plan.beats, end)):
            kind = plan.acts.get(beat) or self._usual(beat, beat - previous)
            cues += self._as(kind, beat, following - beat)
            previous = beat
        return cues

    def _as(self, kind: CueKind, beat: Fraction, room: Fraction) -> Iterator[NewCue]:
        if kind.hold is not Hold.NONE:
            yield from self._held(kind, beat, room)
            return
        if kind.chord:
            yield NewCue(kind, kind.verbs, beat)
            return
        verb = self._verb(kind, beat)
        if kind.alternates:
            verb = next(v for v in kind.verbs if (v,) != self._last_run)
            self._last_run = (verb,)
        yield NewCue(kind, (verb,), beat)

    def _usual(self, beat: Fraction, since: Fraction) -> CueKind:
        """Return the kind of a press that is no act: the run, or what the exercise's taps are in turn."""
        if self._runs is not None:
            return self._runs
        if self._spec.cues[0].hold is not Hold.NONE:
            return self._spec.cues[0]
        late = beat > self._part.beats - AT_SEAM
        usable = [kind for kind in self._taps if not (late and kind.obstacle)] or self._taps[-1:]
        if self._spec.answer_beats:
            return usable[self._turn("tap") % len(usable)]
        in_time = [kind for kind in usable if kind.lead <= max(since, Fraction(1))]
        if len({kind.lead for kind in usable}) > 1:
            return sorted(in_time or usable[-1:], key=attrgetter("lead"))[-1]
        return usable[self._turn("tap") % len(usable)]

    def _held(self, kind: CueKind, beat: Fraction, room: Fraction) -> Iterator[NewCue]:
        asked = self._heard.held(self._part, beat) // SHORTEST_HOLD * SHORTEST_HOLD
        longest = LONGEST_HOLD if self._within is not None or asked > 1 else asked or Fraction(1)
        length = max(SHORTEST_HOLD, min(longest, (room - AFTER_HOLD) // SHORTEST_HOLD * SHORTEST_HOLD))
        yield NewCue(kind, (self._verb(kind, beat),), beat, length)
        if self._within is not None and self._skill > 0 and length > INTO_HOLD:
            yield NewCue(self._within, (self._verb(self._within, beat + INTO_HOLD),), beat + INTO_HOLD)

    def _verb(self, kind: CueKind, beat: Fraction) -> Verb:
        """Return the verb that a note of another game asks for, else the one that is next for a kind; where one kind is
        all there is, hands come in pairs."""
        asked = self._heard.verb(self._part, beat)
        if asked in kind.verbs and len(self._spec.cues) > 1:
            return asked
        turn = self._turn(kind.name)
        return kind.verbs[turn // (2 if len(self._spec.cues) == 1 else 1) % len(kind.verbs)]

    def _turn(self, name: str) -> int:
        self._used[name] = self._used.get(name, -1) + 1
        return self._used[name]


def _with_reps(cues: list[NewCue], reps: int) -> list[NewCue]:
    """Spread what the exercise counts evenly over the cues."""
    count = len(cues)
    return [
        replace(cue, reps=(place + 1) * reps // count - place * reps // count)
        for place, cue in enumerate(cues)
        if count
    ]


def lace_of(spec: MinigameSpec, every: Sequence[Charted], bars: int) -> NewLace:
    """Return a hidden act: a verb that no cue has, in the section's middle, or any in the approach."""
    wanted = {verb for chart in every for cue in chart.cues for verb in cue.verbs}
    free = next((verb for verb in (Verb.DOWN, Verb.UP, Verb.LEFT, Verb.RIGHT) if verb not in wanted), None)
    if free is None:
        return NewLace(Verb.DOWN, LACE_BEAT, LACE_BEATS)
    return NewLace(free, Fraction(bars // 2 * BEATS_PER_BAR + 1), LACE_BEATS)

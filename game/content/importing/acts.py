"""Makes room in a section for what gives its exercise a face: chords, holds, kinds beside the run, feints, echoes.

Every second half bar or two in three belong to such an act, in turn, on every difficulty; presses that would not leave
it room are taken out. Where a chart of another game is read, its own held notes and chords come first. All follows from
the facts of the exercise, so one that is new has its acts too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.content.importing.arrangement import ArrangedSection
from game.content.importing.choosing import Heard
from game.sim.spec import CallKind, CueKind, Hold, MinigameSpec
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import US_PER_SECOND

HALF_BAR = Fraction(BEATS_PER_BAR, 2)
"""Beats of a slot, which one act may have."""
AFTER_HOLD = Fraction(1, 2)
"""Beats between a release and the next press at least."""
SHORT_HOLD, LONG_HOLD = Fraction(1), Fraction(2)
"""Length of a hold, and of one during which something else is pressed, in beats."""
ECHO_BEATS = Fraction(2)
"""Length of an echo, and of what it repeats, in beats."""
BESIDE = Fraction(1)
"""Beats without a press before an act that is no part of the run."""
AT_SEAM = Fraction(2)
"""No obstacle in the last beats of a section: the runner changes speed there."""
PHRASE_BARS = 4
"""Bars of a phrase: where no warning is heard, it begins in the light and ends with the music's return."""
REACH_MARGIN = 1.05
"""Room around a call that wants quiet, as a share of what it wants."""


@dataclass(frozen=True)
class Act:
    """Something that a section does beside its run: a cue kind or a call, and the beats without a press around it."""

    kind: CueKind | CallKind
    before: Fraction
    after: Fraction

    def meets(self, beat: Fraction, first: Fraction, end: Fraction) -> bool:
        """Whether it would need, on a beat, some of what another one has taken."""
        return beat - self.before < end and first < beat + self.after


@dataclass(frozen=True)
class Plan:
    """The presses of a section, the acts that some of them are, and the calls that stand where none is."""

    beats: tuple[Fraction, ...]
    acts: dict[Fraction, CueKind]
    calls: tuple[tuple[str, Fraction, Fraction], ...]
    """Kind, beat and length of each."""


def plan_acts(beats: Sequence[Fraction], spec: MinigameSpec, part: ArrangedSection, heard: Heard) -> Plan:
    """Return the plan of a section: `beats` less what leaves an act no room."""
    acts = list(_acts(spec, part, heard))
    kept, placed = set(beats), dict[Fraction, CueKind]()
    calls: list[tuple[str, Fraction, Fraction]] = []
    taken: list[tuple[Fraction, Fraction]] = []
    for number, first in enumerate(_slots(spec, part, len(acts)) if acts else ()):
        act = acts[number % len(acts)]
        free = [beat for beat in sorted(kept) if not any(act.meets(beat, *span) for span in taken)]
        inside = [beat for beat in free if first <= beat < first + HALF_BAR]
        if isinstance(act.kind, CallKind):
            found = _call_place(act, first, kept, part)
        else:
            found = _place(act.kind, act.after, inside, part, heard)
        if found is None or any(act.meets(found, *span) for span in taken):
            continue
        taken.append((found - act.before, found + act.after))
        kept = {beat for beat in kept if not found - act.before < beat < found + act.after and beat != found}
        if isinstance(act.kind, CallKind):
            calls.append((act.kind.name, found, ECHO_BEATS if act.kind.has_length else Fraction(0)))
        else:
            kept.add(found)
            placed[found] = act.kind
    return Plan(tuple(sorted(kept)), placed | _silent(kept, spec), tuple(calls))


def _slots(spec: MinigameSpec, part: ArrangedSection, count: int) -> Iterator[Fraction]:
    """Yield the first beats of the half bars that belong to acts: every second one, two in three where acts share."""
    halves = part.beats // int(HALF_BAR)
    for half in range(2 if spec.approach_beats else 1, halves):
        if half % 2 == 0 if count == 1 else half % 3 != 1:
            yield half * HALF_BAR


def _acts(spec: MinigameSpec, part: ArrangedSection, heard: Heard) -> Iterator[Act]:
    base = _base(spec)
    within = next((kind for kind in spec.cues if kind.during_hold), None)
    for kind in spec.cues:
        if kind is base and within is not None:
            yield Act(kind, Fraction(1, 2), LONG_HOLD + AFTER_HOLD)
        elif kind is base or kind.during_hold or not kind.heard or kind.hold is Hold.COMPLETES or spec.answer_beats:
            continue
        elif kind.hold is not Hold.NONE:
            yield Act(kind, Fraction(1, 2), SHORT_HOLD + AFTER_HOLD)
        elif kind.chord:
            yield Act(kind, Fraction(1, 2), Fraction(1, 2))
        elif base.alternates or base.hold is not Hold.NONE or kind.lead != base.lead:
            before = BESIDE if base.alternates or base.hold is not Hold.NONE else max(BESIDE, kind.lead)
            yield Act(kind, before, Fraction(1, 2) if base.hold is Hold.NONE else BESIDE)
    for call in spec.calls:
        if call.quiet_length:
            yield Act(call, Fraction(0), ECHO_BEATS)
        elif call.quiet_reach_us is not None:
            room = Fraction(1, 4) * _quarters(part, heard, call.quiet_reach_us)
            yield Act(call, room, room)


def _base(spec: MinigameSpec) -> CueKind:
    """Return the kind that the run consists of: one that alternates, the shortest warning, or the exercise's first."""
    taps = [kind for kind in spec.cues if kind.hold is Hold.NONE and not kind.chord and not kind.during_hold]
    runs = [kind for kind in taps if kind.alternates and kind.heard]
    if runs or spec.cues[0].hold is not Hold.NONE:
        return runs[0] if runs else spec.cues[0]
    return min(taps, key=lambda kind: kind.lead)


def _quarters(part: ArrangedSection, heard: Heard, reach_us: int) -> int:
    """Return how many quarters of a beat a time lasts where the section's beats are shortest, rounded up."""
    shortest_s = min(heard.seconds(part, Fraction(beat), Fraction(beat + 1)) for beat in range(part.beats))
    return int(REACH_MARGIN * 4 * reach_us / US_PER_SECOND / shortest_s) + 1


def _place(
    kind: CueKind, after: Fraction, free: Sequence[Fraction], part: ArrangedSection, heard: Heard
) -> Fraction | None:
    """Return which of the presses of a half bar an act is: the one whose note asks for it, else the first on a beat."""
    late = AT_SEAM if kind.obstacle else max(Fraction(1), after)
    inside = [beat for beat in free if beat <= part.beats - late]
    asked = [beat for beat in inside if heard.asks_for(part, beat, kind)]
    return next(iter(asked or [beat for beat in inside if beat.denominator == 1] or inside), None)


def _call_place(act: Act, first: Fraction, beats: Iterable[Fraction], part: ArrangedSection) -> Fraction | None:
    """Return where a call stands: at the beginning of a half bar, if it has something to repeat."""
    assert isinstance(act.kind, CallKind)
    has_hits = any(first - ECHO_BEATS <= beat < first for beat in beats)
    return first if first + act.after <= part.beats and (has_hits or not act.kind.quiet_length) else None


def _silent(beats: set[Fraction], spec: MinigameSpec) -> dict[Fraction, CueKind]:
    """Return the kinds of presses without a warning: of each phrase the second and third bar, and where it ends."""
    kinds = [kind for kind in spec.cues if not kind.heard]
    if len(kinds) != 2:
        return {}
    found: dict[Fraction, CueKind] = {}
    for phrase in range(0, int(max(beats, default=Fraction(0))) + 1, PHRASE_BARS * BEATS_PER_BAR):
        dark, light = phrase + BEATS_PER_BAR, phrase + (PHRASE_BARS - 1) * BEATS_PER_BAR
        after = sorted(beat for beat in beats if light <= beat < light + BEATS_PER_BAR)
        if after:
            found |= {beat: kinds[0] for beat in beats if dark <= beat < after[0]}
            found[after[0]] = kinds[1]
    return found

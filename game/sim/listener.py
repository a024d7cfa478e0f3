"""A simulated player who does not know the chart: reacts to sounds or pictures with a reaction time and timing spread.

Its input are signs (what was audible or visible, when, on which side), the meaning of each sign, and the beat; never a
cue. Runs that are announced once are continued from the onsets played so far. Signs later than the reaction time are
ignored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.autoplay import SHORTEST_TAP_US, TAP_US
from game.sim.players import in_order
from game.sim.rng import Rng
from game.sim.spec import Rhythm
from game.timing.tempo import BEATS_PER_BAR, TempoMap
from game.timing.units import Micros, ms

DELAY_US = ms(250)
"""Reaction time: shortest time between a sign and the press it announces."""
SPREAD_US = ms(25)
"""Standard deviation of the presses."""
DROPPED_PERMILLE = 20
"""Presses left out at random, in thousandths."""
GRID = Fraction(1, 12)
"""Grid, in beats, on which runs are continued: it has both sixteenths and triplets."""
RUN_BEATS = Fraction(3, 2)
"""Longest step of a run, in beats."""
PHRASE_ONSETS = 3
"""Number of onsets from which the previous bar counts as a phrase that may repeat."""
BURST_BEATS = Fraction(1, 3)
"""Steps shorter than this are announced one by one and are never continued."""
CLEAR_BEATS = Fraction(1)
"""Distance that a continued run keeps from another announced movement, in beats."""
ROLL_BEATS = Fraction(1, 3)
"""Blows no further apart than this alternate hands."""
HOLD_BEATS = Fraction(1)
"""Length of a hold, in beats, unless the next movement comes first."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something audible or visible: song time, name and side (below 0 left, above 0 right, 0 center)."""

    time_us: Micros
    name: str
    side: float = 0.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """The meaning of a sign: a movement `lead` beats later, by one verb, by the hand of its side, or as a chord.

    `held`: for a beat, or half-way to the next movement if that comes sooner. `inside`: done during a hold, which it
    prolongs.
    """

    verbs: tuple[Verb, ...]
    lead: Fraction
    chord: bool = False
    held: bool = False
    alternates: bool = False
    inside: bool = False
    rhythm: Rhythm = Rhythm.ANNOUNCED


@dataclass(frozen=True, slots=True)
class SectionSigns:
    """What is known of one section: its beats, its lessons by sign, and the signs that cancel what was announced for a
    number of beats later."""

    start_beat: Fraction
    end_beat: Fraction
    lessons: Mapping[str, Lesson]
    halts: Mapping[str, Fraction]
    onsets: tuple[Fraction, ...] = ()
    """Beats of the onsets of the section's own part. Only those older than the reaction time are used."""
    whole_bar_lead: Fraction | None = None
    """The lead of a bar's signs that go on in its second half, where such a bar is answered later than others."""


@dataclass(frozen=True, slots=True)
class PlannedPress:
    """A planned movement: its beat, lesson and verbs, and the beat of its release."""

    beat: Fraction
    lesson: Lesson
    verbs: tuple[Verb, ...] = ()
    end_beat: Fraction | None = None


def answer(signs: Iterable[Sign], sections: Iterable[SectionSigns], tempo: TempoMap, rng: Rng) -> list[InputEvent]:
    """Return the listener's inputs in order of time."""
    signs = tuple(signs)
    events: list[InputEvent] = []
    for section in sections:
        for move in moves_of(signs, section, tempo):
            if rng.below(1000) >= DROPPED_PERMILLE:
                events += _taps(move, tempo, rng)
    return in_order(events)


def moves_of(signs: tuple[Sign, ...], section: SectionSigns, tempo: TempoMap) -> list[PlannedPress]:
    """Return the listener's planned presses in one section, in order of beats."""
    announced = _announced(signs, section, tempo)
    lessons = set(section.lessons.values())
    continued = [move for lesson in lessons for move in _continued(lesson, announced, section, tempo)]
    moves = sorted({move.beat: move for move in (*continued, *announced)}.values(), key=lambda move: move.beat)
    return _with_releases(_with_hands(moves))


# -- which presses


def _announced(signs: tuple[Sign, ...], section: SectionSigns, tempo: TempoMap) -> list[PlannedPress]:
    moves: dict[Fraction, PlannedPress] = {}
    goes_on_us = _second_halves(signs, section, tempo)
    for sign in signs:
        beat = _beat_of(sign, tempo)
        lesson = section.lessons.get(sign.name)
        if lesson is not None:
            for due in _dues(beat, lesson, section, goes_on_us, tempo):
                if _in_time(sign, due, tempo) and section.start_beat <= due < section.end_beat:
                    moves[due] = PlannedPress(due, lesson, _verbs(lesson, sign.side))
        lead = section.halts.get(sign.name)
        if lead is not None and _in_time(sign, beat + lead, tempo):
            moves.pop(beat + lead, None)
    return [moves[beat] for beat in sorted(moves)]


def _beat_of(sign: Sign, tempo: TempoMap) -> Fraction:
    return tempo.to_beat(sign.time_us).limit_denominator(96)


def _bar_of(beat: Fraction, section: SectionSigns) -> int:
    return int((beat - section.start_beat) // BEATS_PER_BAR)


def _second_halves(signs: tuple[Sign, ...], section: SectionSigns, tempo: TempoMap) -> dict[int, Micros]:
    """Return when it is heard, by bar, that its signs go on in its second half; none where that means nothing."""
    found: dict[int, Micros] = {}
    for sign in signs:
        beat = _beat_of(sign, tempo)
        into_bar = (beat - section.start_beat) % BEATS_PER_BAR
        if section.whole_bar_lead is not None and sign.name in section.lessons and 2 * into_bar >= BEATS_PER_BAR:
            found.setdefault(_bar_of(beat, section), sign.time_us)
    return found


def _dues(
    beat: Fraction, lesson: Lesson, section: SectionSigns, goes_on_us: Mapping[int, Micros], tempo: TempoMap
) -> list[Fraction]:
    """Return the beats at which a sign is answered: at its lead; in a bar whose signs go on, at the later one, and too
    early as well where the bar's second half is heard too late to know."""
    bar = _bar_of(beat, section)
    if section.whole_bar_lead is None or bar not in goes_on_us:
        return [beat + lesson.lead]
    known_us = goes_on_us[bar] + DELAY_US
    too_early = [beat + lesson.lead] if tempo.to_us(beat + lesson.lead) < known_us else []
    return [*too_early, beat + section.whole_bar_lead]


def _in_time(sign: Sign, due_beat: Fraction, tempo: TempoMap) -> bool:
    return tempo.to_us(due_beat) - sign.time_us >= DELAY_US


def _verbs(lesson: Lesson, side: float) -> tuple[Verb, ...]:
    """Return the verbs of a sign; none if it could be either hand and the sign has no side."""
    if lesson.chord or len(lesson.verbs) == 1:
        return lesson.verbs
    if side == 0.0:
        return ()
    return (Verb.LEFT if side < 0 else Verb.RIGHT,)


def _continued(
    lesson: Lesson, announced: list[PlannedPress], section: SectionSigns, tempo: TempoMap
) -> list[PlannedPress]:
    """Return the unannounced presses of runs, each predicted from onsets at least the reaction time before it."""
    if lesson.rhythm is Rhythm.ANNOUNCED:
        return []
    moves: list[PlannedPress] = []
    others = [move for move in announced if move.lesson is not lesson]
    first = (section.start_beat / GRID).__ceil__()
    for number in range(first, int(section.end_beat / GRID)):
        beat = number * GRID
        known_until = tempo.to_beat(tempo.to_us(beat) - DELAY_US)
        past = [onset for onset in section.onsets if onset <= known_until]
        expected = [move.beat for move in announced if move.lesson is lesson and known_until < move.beat < beat]
        if _predicted(beat, known_until, (past, expected), lesson.rhythm) and not _in_the_way(
            beat, known_until, others
        ):
            moves.append(PlannedPress(beat, lesson))
    return moves


def _predicted(
    beat: Fraction, known_until: Fraction, known_beats: tuple[list[Fraction], list[Fraction]], rhythm: Rhythm
) -> bool:
    """Whether a run has a press on this beat, predicted from its past onsets and announced presses."""
    past, expected = known_beats
    if rhythm is Rhythm.REPEATS:
        phrase = [onset for onset in past if onset // BEATS_PER_BAR == beat // BEATS_PER_BAR - 1]
        if len(phrase) >= PHRASE_ONSETS:
            return beat - BEATS_PER_BAR in phrase
    known = past + expected
    steps = [later - onset for onset, later in pairwise(known) if BURST_BEATS <= later - onset <= RUN_BEATS]
    if not steps:
        return False
    last = known[-1]
    is_missing = last + steps[-1] <= known_until
    return not is_missing and (beat - last) % steps[-1] == 0


def _in_the_way(beat: Fraction, known_until: Fraction, others: list[PlannedPress]) -> bool:
    """Whether another movement lies within `CLEAR_BEATS` and was announced in time."""
    return any(abs(move.beat - beat) < CLEAR_BEATS and move.beat - move.lesson.lead <= known_until for move in others)


# -- hands and releases


def _with_hands(moves: list[PlannedPress]) -> list[PlannedPress]:
    """Return the moves with their verbs: hands alternate where strict or in a roll, else the hand stays."""
    handed: list[PlannedPress] = []
    for move in moves:
        verbs = move.verbs or _next_hand(move, handed[-1] if handed else None)
        handed.append(replace(move, verbs=verbs))
    return handed


def _next_hand(move: PlannedPress, before: PlannedPress | None) -> tuple[Verb, ...]:
    if before is None or len(before.verbs) != 1 or before.verbs[0] not in HANDS:
        return (Verb.LEFT,)
    other = Verb.RIGHT if before.verbs[0] is Verb.LEFT else Verb.LEFT
    changes = move.lesson.alternates or move.beat - before.beat <= ROLL_BEATS
    return (other,) if changes else before.verbs


def _with_releases(moves: list[PlannedPress]) -> list[PlannedPress]:
    done: list[PlannedPress] = []
    for place, move in enumerate(moves):
        if not move.lesson.held:
            done.append(move)
            continue
        base, end = move.beat, move.beat + HOLD_BEATS
        for later in moves[place + 1 :]:
            if later.beat > end:
                break
            if later.lesson.inside:
                base, end = later.beat, later.beat + HOLD_BEATS
            else:
                end = (base + later.beat) / 2
                break
        done.append(replace(move, end_beat=end))
    return done


def _taps(move: PlannedPress, tempo: TempoMap, rng: Rng) -> list[InputEvent]:
    down_us = tempo.to_us(move.beat) + rng.normal_us(SPREAD_US)
    up_us = down_us + TAP_US if move.end_beat is None else tempo.to_us(move.end_beat) + rng.normal_us(SPREAD_US)
    up_us = max(up_us, down_us + SHORTEST_TAP_US)
    taps = ((InputEvent(down_us, verb, down=True), InputEvent(up_us, verb, down=False)) for verb in move.verbs)
    return [event for pair in taps for event in pair]

"""A player who knows the game but not the chart: acts on what is heard or seen, with a person's delay and spread.

It is given signs (what sounded or showed, when, on which side), what each sign means, and the beat; never a cue. Runs
that are announced once it goes on with by ear, from what has already been played. It refuses to answer what comes too
late.
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
"""A sign nearer than this to its moment cannot be answered any more."""
SPREAD_US = ms(25)
DROPPED_PERMILLE = 20
GRID = Fraction(1, 12)
"""Runs are gone on with on this grid of beats: it has both sixteenths and triplets."""
RUN_BEATS = Fraction(3, 2)
"""The longest step that is still a run."""
PHRASE_ONSETS = 3
"""From so many onsets on, the bar before is a phrase that may come again."""
BURST_BEATS = Fraction(1, 3)
"""Steps nearer than this are called one by one: nobody goes on with them by himself."""
CLEAR_BEATS = Fraction(1)
"""A run leaves so much room before another movement that has been announced."""
ROLL_BEATS = Fraction(1, 3)
"""Blows as near as this go from hand to hand."""
HOLD_BEATS = Fraction(1)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something heard or seen: when, what, and where from (below 0 left, above 0 right, 0 the middle)."""

    time_us: Micros
    name: str
    side: float = 0.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a sign announces: a movement `lead` beats later, by one verb, by the hand of its side, or by all at once.

    `held`: until a beat later, or half-way where the next follows within that. `inside`: done while another is held,
    which it prolongs.
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
    """One exercise of the run as it is known: its beats, its lessons by sign, and signs that take back what was
    announced for so many beats later."""

    start_beat: Fraction
    end_beat: Fraction
    lessons: Mapping[str, Lesson]
    halts: Mapping[str, Fraction]
    onsets: tuple[Fraction, ...] = ()
    """Beats of the exercise's own part. The listener uses only those that lie behind it by its delay."""


@dataclass(frozen=True, slots=True)
class PlannedPress:
    """A movement meant: at which beat, of which lesson, by which verbs, let go where."""

    beat: Fraction
    lesson: Lesson
    verbs: tuple[Verb, ...] = ()
    end_beat: Fraction | None = None


def answer(signs: Iterable[Sign], stretches: Iterable[SectionSigns], tempo: TempoMap, rng: Rng) -> list[InputEvent]:
    """Return what the listener presses, in order of time."""
    signs = tuple(signs)
    events: list[InputEvent] = []
    for stretch in stretches:
        for move in moves_of(signs, stretch, tempo):
            if rng.below(1000) >= DROPPED_PERMILLE:
                events += _taps(move, tempo, rng)
    return in_order(events)


def moves_of(signs: tuple[Sign, ...], stretch: SectionSigns, tempo: TempoMap) -> list[PlannedPress]:
    """Return what the listener means to do in one exercise, in order of beats."""
    announced = _announced(signs, stretch, tempo)
    gone_on = [move for lesson in set(stretch.lessons.values()) for move in _gone_on(lesson, announced, stretch, tempo)]
    moves = sorted({move.beat: move for move in (*gone_on, *announced)}.values(), key=lambda move: move.beat)
    return _let_go(_handed(moves))


# -- what to do when


def _announced(signs: tuple[Sign, ...], stretch: SectionSigns, tempo: TempoMap) -> list[PlannedPress]:
    moves: dict[Fraction, PlannedPress] = {}
    for sign in signs:
        beat = tempo.to_beat(sign.time_us).limit_denominator(96)
        lesson = stretch.lessons.get(sign.name)
        if lesson is not None and _in_time(sign, beat + lesson.lead, tempo):
            due = beat + lesson.lead
            if stretch.start_beat <= due < stretch.end_beat:
                moves[due] = PlannedPress(due, lesson, _verbs(lesson, sign.side))
        lead = stretch.halts.get(sign.name)
        if lead is not None and _in_time(sign, beat + lead, tempo):
            moves.pop(beat + lead, None)
    return [moves[beat] for beat in sorted(moves)]


def _in_time(sign: Sign, due_beat: Fraction, tempo: TempoMap) -> bool:
    return tempo.to_us(due_beat) - sign.time_us >= DELAY_US


def _verbs(lesson: Lesson, side: float) -> tuple[Verb, ...]:
    """Return the verbs of a sign; nothing where two hands could be meant and no side says which."""
    if lesson.chord or len(lesson.verbs) == 1:
        return lesson.verbs
    if side == 0.0:
        return ()
    return (Verb.LEFT if side < 0 else Verb.RIGHT,)


def _gone_on(
    lesson: Lesson, announced: list[PlannedPress], stretch: SectionSigns, tempo: TempoMap
) -> list[PlannedPress]:
    """Return the moves of runs that nothing announces, each foreseen from onsets heard a delay before it."""
    if lesson.rhythm is Rhythm.ANNOUNCED:
        return []
    moves: list[PlannedPress] = []
    others = [move for move in announced if move.lesson is not lesson]
    first = (stretch.start_beat / GRID).__ceil__()
    for number in range(first, int(stretch.end_beat / GRID)):
        beat = number * GRID
        known_until = tempo.to_beat(tempo.to_us(beat) - DELAY_US)
        heard = [onset for onset in stretch.onsets if onset <= known_until]
        expected = [move.beat for move in announced if move.lesson is lesson and known_until < move.beat < beat]
        if _foreseen(beat, known_until, (heard, expected), lesson.rhythm) and not _in_the_way(
            beat, known_until, others
        ):
            moves.append(PlannedPress(beat, lesson))
    return moves


def _foreseen(
    beat: Fraction, known_until: Fraction, sensed: tuple[list[Fraction], list[Fraction]], rhythm: Rhythm
) -> bool:
    """Whether a run brings a movement here, by what has been heard of it and what of it has been announced."""
    heard, expected = sensed
    if rhythm is Rhythm.REPEATS:
        phrase = [onset for onset in heard if onset // BEATS_PER_BAR == beat // BEATS_PER_BAR - 1]
        if len(phrase) >= PHRASE_ONSETS:
            return beat - BEATS_PER_BAR in phrase
    known = heard + expected
    steps = [later - onset for onset, later in pairwise(known) if BURST_BEATS <= later - onset <= RUN_BEATS]
    if not steps:
        return False
    last = known[-1]
    stayed_away = last + steps[-1] <= known_until
    return not stayed_away and (beat - last) % steps[-1] == 0


def _in_the_way(beat: Fraction, known_until: Fraction, others: list[PlannedPress]) -> bool:
    """Whether another movement lies so near this beat, and was announced in time to leave it room."""
    return any(abs(move.beat - beat) < CLEAR_BEATS and move.beat - move.lesson.lead <= known_until for move in others)


# -- with which hand, and until when


def _handed(moves: list[PlannedPress]) -> list[PlannedPress]:
    """Return the moves with their hands: strict alternation, rolls from hand to hand, else the hand stays."""
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


def _let_go(moves: list[PlannedPress]) -> list[PlannedPress]:
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

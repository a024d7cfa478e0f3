"""Chooses the moments of a section's cues: on the song's onsets, as dense as the difficulty asks, never too near.

Moments lie on the grid that charts are written in. Whether a song is felt in halves or in thirds of a beat is decided
for each section from where its onsets are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter

import numpy as np

from game.content.importing.arrangement import ArrangedSection
from game.content.importing.features import Onsets
from game.content.importing.notes import NO_NOTES, Notes
from game.content.schema import BEAT_GRID
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.spec import CueKind, Hold, MinigameSpec
from game.timing.tempo import BEATS_PER_BAR, TempoMap
from game.timing.units import US_PER_SECOND

NEAR_S = 0.012
"""An onset so near to a moment of the grid is on it, in seconds."""
HALVES = tuple(Fraction(n, 4) for n in range(4))
"""Moments of a beat in straight time."""
THIRDS = tuple(Fraction(n, 3) for n in range(3))
"""Moments of a beat in swung time."""
DENSEST_SHARE = 0.85
"""Charts stay below this share of what an exercise allows."""
EASIEST_A_SECOND, HARDEST_A_SECOND = 0.9, 3.2
"""Presses a second of the easiest and of the hardest difficulty."""
ON_BEAT, ON_HALF, ON_DOWNBEAT = 0.5, 0.15, 0.2
"""What a moment's place in the bar adds to the strength of its onset."""
LEAST_BETWEEN = 0.3
"""Least strength of an onset between the halves of a beat, where 1 is the song's usual strong one."""
SHORTEST_ASKED = Fraction(1, 2)
"""A note that is held for so many beats asks for a hold."""
CLEARER = 2.0
"""A place between the beats is used in a section where its onsets are so many times as strong as chance would put
there: bowed and blown notes swell, and are heard as many onsets anywhere."""
ALONE = Fraction(1)
"""The first cue after the approach has so many beats to itself."""


@dataclass(frozen=True)
class Moment:
    """A moment that sounds: beats from the section's first, and how much it asks for a cue."""

    beat: Fraction
    weight: float


@dataclass(frozen=True)
class Heard:
    """What is heard of the song: its onsets in seconds of song time, its tempo map, and the notes of another game's
    chart where there is one."""

    onsets: Onsets
    tempo: TempoMap
    notes: Notes = NO_NOTES

    def moments(self, part: ArrangedSection) -> list[Moment]:
        """Return the moments of a section that lie on an onset, in order."""
        straight, swung = (self._on(part, offsets) for offsets in (HALVES, THIRDS))
        off_beat = [sum(m.weight for m in found if m.beat.denominator > 1) for found in (straight, swung)]
        return swung if off_beat[1] > 1.5 * off_beat[0] else straight

    def _on(self, part: ArrangedSection, offsets: Iterable[Fraction]) -> list[Moment]:
        by_chance = self._by_chance(part)
        found: list[Moment] = []
        for offset in offsets:
            struck = [Moment(beat + offset, self.strength(part, beat + offset)) for beat in range(part.beats)]
            if offset == 0 or sum(m.weight for m in struck) > CLEARER * by_chance * len(struck):
                found += [Moment(m.beat, m.weight + _metre(m.beat)) for m in struck if m.weight > _least(m.beat)]
        return sorted(found, key=attrgetter("beat"))

    def _by_chance(self, part: ArrangedSection) -> float:
        """Return the mean strength that any moment of a section had if its onsets lay at random."""
        first_s, end_s = (
            self.tempo.to_us(Fraction(part.first_beat + beat)) / US_PER_SECOND for beat in (0, part.beats)
        )
        first, end = np.searchsorted(self.onsets.times, (first_s, end_s))
        return float(self.onsets.strengths[first:end].sum()) * 2 * NEAR_S / max(end_s - first_s, NEAR_S)

    def strength(self, part: ArrangedSection, beat: Fraction) -> float:
        """Return the strength of the onset on a beat of a section, 0 where there is none."""
        return self.onsets.near(self.tempo.to_us(part.first_beat + beat) / US_PER_SECOND, NEAR_S)

    def held(self, part: ArrangedSection, beat: Fraction) -> Fraction:
        """Return how many beats the note on a beat is held for, to a 48th; 0 where it is struck, or there is none."""
        start_us = self.tempo.to_us(part.first_beat + beat)
        length_s = self.notes.length_s(start_us / US_PER_SECOND, NEAR_S)
        end = self.tempo.beat_at(start_us + round(length_s * US_PER_SECOND))
        return Fraction(round((end - float(part.first_beat + beat)) * BEAT_GRID), BEAT_GRID)

    def verb(self, part: ArrangedSection, beat: Fraction) -> Verb | None:
        """Return the verb whose side the note on a beat has, None where it has none."""
        return self.notes.verb(self.tempo.to_us(part.first_beat + beat) / US_PER_SECOND, NEAR_S)

    def asks_for(self, part: ArrangedSection, beat: Fraction, kind: CueKind) -> bool:
        """Whether the note on a beat asks for a kind of cue: held, or of several at once."""
        if kind.hold is not Hold.NONE:
            return self.held(part, beat) >= SHORTEST_ASKED
        return kind.chord and self.notes.count(self.tempo.to_us(part.first_beat + beat) / US_PER_SECOND, NEAR_S) > 1

    def seconds(self, part: ArrangedSection, beat: Fraction, other: Fraction) -> float:
        """Return the time between two beats of a section, in seconds."""
        return (self.tempo.to_us(part.first_beat + other) - self.tempo.to_us(part.first_beat + beat)) / US_PER_SECOND


def _least(beat: Fraction) -> float:
    """Return how strong an onset must be: between the halves of a beat noise is easily taken for one."""
    return 0.0 if beat.denominator <= 2 else LEAST_BETWEEN


def _metre(beat: Fraction) -> float:
    if beat % BEATS_PER_BAR == 0:
        return ON_BEAT + ON_DOWNBEAT
    return ON_BEAT if beat.denominator == 1 else ON_HALF if beat.denominator <= 2 else 0.0


def skill(difficulty: Difficulty) -> float:
    """Return where a difficulty stands among all of them, 0 for the easiest and 1 for the hardest."""
    every = list(Difficulty)
    return every.index(difficulty) / max(1, len(every) - 1)


def finest(difficulty: Difficulty) -> int:
    """Return into how many parts a beat is divided at most: beats alone, halves, then quarters."""
    return 1 if skill(difficulty) == 0 else 2 if skill(difficulty) < 0.6 else 4


def chosen(
    part: ArrangedSection, spec: MinigameSpec, difficulty: Difficulty, heard: Heard, least_gap: Fraction
) -> list[Fraction]:
    """Return the beats of a section's presses on a difficulty, in order.

    No two are nearer than `least_gap` beats, nor than the exercise allows. After the approach the first stands alone.
    """
    parts = finest(difficulty)
    moments = [m for m in heard.moments(part) if m.beat.denominator <= max(parts, 3 if parts > 1 else 1)]
    first = _opening(part, spec, heard, moments)
    taken = [first]
    wanted = EASIEST_A_SECOND + (HARDEST_A_SECOND - EASIEST_A_SECOND) * skill(difficulty)
    wanted = min(wanted, DENSEST_SHARE * spec.max_presses_per_second)
    after = first + (ALONE if spec.approach_beats else 0)
    open_ = [m for m in moments if m.beat >= max(after, first + least_gap) and m.beat <= part.beats - 1]
    apart_s = 1.02 / spec.max_presses_per_second
    owed = 0.0
    for bar in range(part.bars):
        owed += wanted * heard.seconds(part, Fraction(bar * BEATS_PER_BAR), Fraction((bar + 1) * BEATS_PER_BAR))
        owed -= sum(beat // BEATS_PER_BAR == bar for beat in taken)
        inside = sorted((m for m in open_ if m.beat // BEATS_PER_BAR == bar), key=lambda m: (-m.weight, m.beat))
        for moment in inside:
            if owed < 0.5:
                break
            if all(_apart(part, heard, moment.beat, beat, (least_gap, apart_s)) for beat in taken):
                taken.append(moment.beat)
                owed -= 1
        owed = min(owed, 2.0)
    return sorted(taken)


def _opening(part: ArrangedSection, spec: MinigameSpec, heard: Heard, moments: Sequence[Moment]) -> Fraction:
    """Return the first press: the first beat that may have one, or the strongest onset within a beat of it."""
    arrived = spec.approach_beats
    if heard.strength(part, arrived) > 0:
        return arrived
    near = [m for m in moments if arrived <= m.beat < arrived + 1]
    return max(near, key=lambda m: m.weight).beat if near else arrived


def _apart(part: ArrangedSection, heard: Heard, one: Fraction, other: Fraction, least: tuple[Fraction, float]) -> bool:
    low, high = sorted((one, other))
    beats, seconds = least
    return high - low >= beats and heard.seconds(part, low, high) >= seconds

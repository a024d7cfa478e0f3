"""The score: one million for a perfect run of any chart, in integers, additive over sections.

900,000 by points and 100,000 by streak. The points are shared among sections by the square root of bars times
judgements, so that neither a long section nor a lone judgement swamps another. Every amount is a difference of
cumulative floors, so that the sections of a perfect run add up to exactly 1,000,000 on every difficulty.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, pairwise
from math import isqrt

from game.sim.chart import Chart
from game.sim.events import Event, Judged, Strayed
from game.sim.judge import MAX_POINTS, Grade
from game.sim.streak import Streak

POINTS_SCORE = 900_000
"""Score of full points in the whole run."""
STREAK_SCORE = 100_000
"""Score of an unbroken streak over the whole run."""
WEIGHT_SCALE = 1_000_000
"""Factor under the square root of a section's weight: its integer root then has three decimals."""
STREAK_CAP_PERCENT = 12
"""Longest streak that still adds weight to a judgement, in percent of the run's judgements."""
STRAY_COST = MAX_POINTS
"""Points that a stray press costs."""
OK_PERCENT = 60
"""Share of the points from which a section is OK."""
SUPERB_PERCENT = 90
"""Share of the points from which a section is Superb."""


class SectionGrade(StrEnum):
    """Grade of a section."""

    TRY_AGAIN = "Try again"
    OK = "OK"
    SUPERB = "Superb"
    PERFECT = "Perfect"


class Rank(StrEnum):
    """Rank of a run."""

    CLUB_FIGHTER = "Club fighter"
    PROSPECT = "Prospect"
    CONTENDER = "Contender"
    CHAMPION = "Champion"


RANK_FLOORS = ((950_000, Rank.CHAMPION), (850_000, Rank.CONTENDER), (700_000, Rank.PROSPECT))
"""Least score of each rank; below the last is the lowest rank."""


@dataclass(slots=True)
class SectionTally:
    """What one section has earned so far. `judgements` is how many presses and releases it judges in all."""

    id: str
    bars: int
    judgements: int
    points: int = 0
    strays: int = 0
    dead_on: int = 0
    counts: dict[Grade, int] = field(default_factory=lambda: dict.fromkeys(Grade, 0))
    streak_weight: int = 0

    @property
    def max_points(self) -> int:
        """Points of a flawless section."""
        return self.judgements * MAX_POINTS

    @property
    def net_points(self) -> int:
        """Points after strays, never below 0."""
        return max(0, self.points - self.strays * STRAY_COST)

    @property
    def grade(self) -> SectionGrade:
        """The section's grade; Perfect is all great or better and no stray press."""
        worse = self.counts[Grade.GOOD] + self.counts[Grade.SLOPPY] + self.counts[Grade.MISS]
        if self.strays == 0 and worse == 0 and sum(self.counts.values()) == self.judgements:
            return SectionGrade.PERFECT
        if self.net_points * 100 >= SUPERB_PERCENT * self.max_points:
            return SectionGrade.SUPERB
        if self.net_points * 100 >= OK_PERCENT * self.max_points:
            return SectionGrade.OK
        return SectionGrade.TRY_AGAIN


class Score:
    """Adds up judgements and strays. `judgements` per section comes from the rules, which know what is judged."""

    def __init__(self, chart: Chart, judgements: tuple[int, ...]) -> None:
        self.sections = tuple(
            SectionTally(section.id, section.bars, count)
            for section, count in zip(chart.sections, judgements, strict=True)
        )
        self._streak = Streak()
        self.best_streak = 0
        self._shares = _shares(self.sections)
        total = sum(judgements)
        self._streak_cap = max(1, total * STREAK_CAP_PERCENT // 100)
        self._max_weight = sum(min(place, self._streak_cap) for place in range(1, total + 1))

    def on_events(self, events: Iterable[Event]) -> None:
        """Add judgements and stray presses; other events change nothing."""
        for event in events:
            longer = self._streak.add(event)
            if isinstance(event, Judged):
                self._judge(event)
                if longer:
                    self.best_streak = max(self.best_streak, self.streak)
                    self.sections[event.section].streak_weight += min(self.streak, self._streak_cap)
            elif isinstance(event, Strayed):
                self.sections[event.section].strays += 1

    @property
    def streak(self) -> int:
        """The streak so far."""
        return self._streak.length

    def _judge(self, event: Judged) -> None:
        tally = self.sections[event.section]
        tally.counts[event.grade] += 1
        tally.points += event.points
        tally.dead_on += int(event.dead_on)

    def points_share(self, section: int) -> int:
        """Return the score of full points in `section`."""
        return self._shares[section]

    def section_score(self, section: int) -> int:
        """Return what `section` has earned: its share of the points and of the streak score."""
        tally = self.sections[section]
        if tally.judgements == 0:
            return 0
        by_points = self._shares[section] * tally.net_points // tally.max_points
        before = sum(other.streak_weight for other in self.sections[:section])
        return by_points + self._streak_score(before + tally.streak_weight) - self._streak_score(before)

    @property
    def total(self) -> int:
        """The score of the run so far."""
        return sum(self.section_score(index) for index in range(len(self.sections)))

    @property
    def accuracy_permyriad(self) -> int:
        """Points by maximum, in ten-thousandths, rounded down."""
        best = sum(tally.max_points for tally in self.sections)
        return 10_000 * sum(tally.net_points for tally in self.sections) // best if best else 0

    @property
    def dead_on(self) -> int:
        """Stars of the run: the tie-break."""
        return sum(tally.dead_on for tally in self.sections)

    @property
    def rank(self) -> Rank:
        """The rank the score earns; a single section is a run of its own."""
        return next((rank for floor, rank in RANK_FLOORS if self.total >= floor), Rank.CLUB_FIGHTER)

    def _streak_score(self, weight: int) -> int:
        return STREAK_SCORE * weight // self._max_weight if self._max_weight else 0


def _shares(sections: tuple[SectionTally, ...]) -> tuple[int, ...]:
    """Return what full points of each section are worth: differences of the floors of cumulative weights."""
    weights = [isqrt(WEIGHT_SCALE * section.bars * section.judgements) for section in sections]
    whole = sum(weights)
    bounds = [POINTS_SCORE * weight // whole if whole else 0 for weight in accumulate(weights, initial=0)]
    return tuple(after - before for before, after in pairwise(bounds))

"""What a player has collected over all attempts: the best grade of each section, laces, totals, kinds of cue hit.

Only attempts at full speed or faster, with usual or narrower windows and without assists earn grades; laces and totals
count in every attempt. Values from the database are distrusted: rows that this game cannot have written are left out.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.sim.judge import MAX_POINTS
from game.sim.score import SectionGrade
from game.storage.board_rows import are_texts, is_whole
from game.storage.database import Database, SqlRow
from game.storage.history.tallies import Tallies
from game.timing.units import Micros

STARRED_PERMILLE = 750
"""Share of a section's judgements that are dead-on, in thousandths, from which a Perfect has a star."""
EARNING = "attempt.rate_permille >= 1000 AND attempt.window_percent <= 100 AND attempt.assists = ''"
"""Condition: attempts that earn grades."""
GRADES = tuple(SectionGrade)
"""All grades of a section, the lowest first."""
MONTAGE = "montage"
"""The mode whose grades are medals."""
PRACTICE = "practice"
"""The mode of sections that are played alone."""


@dataclass(frozen=True, slots=True)
class BestGrade:
    """The best grade of a section on one difficulty. `starred`: a Perfect with at least three in four dead-on."""

    grade: SectionGrade
    starred: bool = False

    @property
    def is_medal(self) -> bool:
        """Whether it is good enough for a medal."""
        return self.grade is not SectionGrade.TRY_AGAIN


@dataclass(frozen=True, slots=True)
class Totals:
    """All attempts together: how many, how many were finished, the time played without pauses, and the hits."""

    attempts: int = 0
    finished: int = 0
    played_us: Micros = 0
    hits: int = 0


class Collection:
    """Reads what was collected from a database of attempts; one for each open file, as it remembers what it counted.
    Writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tallies = Tallies(database)

    def best_grades(
        self, world: str, modes: Iterable[str] = (MONTAGE,), since: int = 0
    ) -> dict[tuple[str, str], BestGrade]:
        """Return the best grade by section and difficulty over attempts of a world in some modes that began at `since`
        (seconds since 1970) or later."""
        names = tuple(modes)
        marks = ", ".join("?" * len(names))
        rows = self._database.rows(
            "SELECT segment.section, attempt.difficulty, segment.grade, "
            f"MAX(segment.dead_on * {1000 * MAX_POINTS} / segment.max_points) "
            "FROM segment JOIN attempt ON attempt.id = segment.attempt "
            f"WHERE attempt.world = ? AND attempt.mode IN ({marks}) AND attempt.began_at >= ? AND {EARNING} "
            "AND segment.max_points > 0 "
            "GROUP BY segment.section, attempt.difficulty, segment.grade",
            (world, *names, since),
        )
        best: dict[tuple[str, str], BestGrade] = {}
        for section, difficulty, grade, dead_on_permille in filter(_is_sound, rows):
            found = BestGrade(SectionGrade(grade), _is_starred(grade, dead_on_permille))
            known = best.get((section, difficulty))
            if known is None or GRADES.index(found.grade) > GRADES.index(known.grade):
                best[section, difficulty] = found
        return best

    def laces(self, world: str) -> frozenset[tuple[str, str]]:
        """Return the section and difficulty of every lace of a world that was ever found."""
        rows = self._database.rows(
            "SELECT DISTINCT lace.section, attempt.difficulty FROM lace JOIN attempt ON attempt.id = lace.attempt "
            "WHERE attempt.world = ?",
            (world,),
        )
        return frozenset((section, difficulty) for section, difficulty in filter(are_texts, rows))

    def totals(self) -> Totals:
        """Return the figures of all attempts together."""
        attempts, finished, played_us = self._database.rows(
            "SELECT COUNT(*), TOTAL(ended = 'finished'), TOTAL(real_us) FROM attempt"
        )[0]
        return Totals(attempts, int(finished), int(played_us), self._tallies.hits().total())

    def was_hit(self, world: str, section: str, kind: str) -> bool:
        """Whether a cue of this kind was ever hit in a section of a world."""
        return self._tallies.hits()[world, section, kind] > 0

    def clean_cues(self) -> dict[tuple[str, str], int]:
        """Return how many cues of each section and kind were hit clean at all their judged ends, over all attempts."""
        found: Counter[tuple[str, str]] = Counter()
        for (_, section, kind), count in self._tallies.clean().items():
            found[section, kind] += count
        return dict(+found)

    def read_ahead(self, goes_on: Callable[[], bool]) -> None:
        """Read now, on a thread, what would later keep a frame waiting, while it is wanted. Raises StorageError."""
        self._tallies.read_ahead(goes_on)


def _is_sound(row: SqlRow) -> bool:
    return are_texts(row[:3]) and row[2] in GRADES and is_whole(row[3])


def _is_starred(grade: str, dead_on_permille: int) -> bool:
    return grade == SectionGrade.PERFECT and dead_on_permille >= STARRED_PERMILLE

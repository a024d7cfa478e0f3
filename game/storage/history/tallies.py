"""Counts over every hit there ever was: each attempt is read once, and new ones are added to what is known.

A thousand runs hold 400,000 hits: counting them all takes 0.3 s, which no frame has. So it is begun on a thread at the
launch (`read_ahead`), some attempts at a time, as readers wait for each other.
"""

import threading
from collections import Counter
from collections.abc import Callable

from game.sim.judge import GREAT_WINDOW_US, POINT_KNOTS
from game.storage.board_rows import are_texts
from game.storage.database import Database

LEAST_CLEAN_POINTS = dict(POINT_KNOTS)[GREAT_WINDOW_US]
"""Points of the worst hit that is clean."""
AT_A_TIME = 40
"""Attempts that are read while other readers wait: 13 ms where all are whole runs."""

KindCount = Counter[tuple[str, str, str]]
"""Something counted by world, section and kind of cue."""


class Tallies:
    """Hits and clean cues of each world, section and kind, over all attempts of a database. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._last = 0
        """The number of the last attempt that is counted."""
        self._hits: KindCount = Counter()
        self._clean: KindCount = Counter()

    def hits(self) -> KindCount:
        """Return how many presses and releases hit. Raises StorageError."""
        self.read_ahead(lambda: True)
        return self._hits

    def clean(self) -> KindCount:
        """Return how many cues were hit clean at all their judged ends. Raises StorageError."""
        self.read_ahead(lambda: True)
        return self._clean

    def read_ahead(self, goes_on: Callable[[], bool]) -> None:
        """Count all attempts that are not counted yet, while it is wanted. Raises StorageError."""
        while goes_on():
            with self._lock:
                if not self._count_some():
                    return

    def _count_some(self) -> bool:
        """Count the next attempts; return whether there were any."""
        numbers = self._database.rows(
            "SELECT MAX(id) FROM (SELECT id FROM attempt WHERE id > ? ORDER BY id LIMIT ?)", (self._last, AT_A_TIME)
        )
        last = numbers[0][0]
        if last is None:
            return False
        rows = self._database.rows(
            "SELECT world, cues.section, kind, SUM(hits), SUM(clean) FROM (SELECT attempt, section, kind, "
            "COUNT(offset_us) AS hits, MIN(points) >= ? AS clean FROM hit WHERE attempt > ? AND attempt <= ? "
            "GROUP BY attempt, cue, section, kind) AS cues JOIN attempt ON attempt.id = cues.attempt "
            "GROUP BY world, cues.section, kind",
            (LEAST_CLEAN_POINTS, self._last, last),
        )
        for world, section, kind, hits, clean in rows:
            if are_texts((world, section, kind)):
                self._hits[world, section, kind] += hits
                self._clean[world, section, kind] += clean
        self._last = last
        return True

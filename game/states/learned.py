"""Which kinds of cue this player has learned: how often each was hit clean, over all runs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from game.errors import StorageError
from game.sim.chart import Chart
from game.sim.events import Judged
from game.sim.judge import CLEAN


class CleanCues(Protocol):
    """Knows what was hit clean in earlier runs."""

    def clean_cues(self) -> Mapping[tuple[str, str], int]:
        """Return how many cues of each section and kind were hit clean. Raises StorageError."""
        ...


class LearnedKinds:
    """How often each kind of cue was hit clean: read from the history once, and kept up to date after that.

    Of a history that cannot be read nothing is known.
    """

    def __init__(self, history: CleanCues) -> None:
        self._history = history
        self._counts: Counter[tuple[str, str]] | None = None

    def known(self, chart: Chart) -> dict[str, int]:
        """Return how often each kind was hit clean, by `exercise.kind`."""
        exercises = {section.id: section.minigame for section in chart.sections}
        known: Counter[str] = Counter()
        for (section, kind), count in self._read().items():
            known[kind if "." in kind else f"{exercises.get(section, section)}.{kind}"] += count
        return dict(known)

    def add(self, chart: Chart, judged: Iterable[Judged]) -> None:
        """Add the cues of a run that were hit clean at all their judged ends."""
        ends: dict[tuple[int, str, int], list[bool]] = defaultdict(list)
        for event in judged:
            ends[event.section, event.kind, event.cue_id].append(event.grade in CLEAN)
        counts = self._read()
        for (section, kind, _), clean in ends.items():
            counts[chart.sections[section].id, kind] += all(clean)

    def _read(self) -> Counter[tuple[str, str]]:
        if self._counts is None:
            try:
                self._counts = Counter(dict(self._history.clean_cues()))
            except StorageError:  # the board, which is read beside it, says so
                self._counts = Counter()
        return self._counts

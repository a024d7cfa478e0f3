"""The notes of another game's chart: when they are struck, how long they are held, how many at once, on which side."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np

from game.content.importing.features import Floats, Onsets
from game.sim.actions import Verb

MOST_NOTES = 100_000
"""Most notes of a chart."""
CHORD_STRENGTH = 0.3
"""What every further note at the same time adds to the first one's strength."""
PLACES = 4
"""Notes whose times agree in so many digits of a second are struck at once."""


@dataclass(frozen=True)
class Note:
    """One note: its time and how long it is held, in seconds, and the verb whose side it has, if any."""

    time_s: float
    held_s: float = 0.0
    verb: Verb | None = None


class Notes:
    """Notes in order of time; those struck at once are one, held for the longest of them."""

    def __init__(self, notes: Iterable[Note]) -> None:
        ordered = sorted(notes, key=attrgetter("time_s"))[:MOST_NOTES]
        self._groups = [tuple(group) for _, group in groupby(ordered, key=lambda note: round(note.time_s, PLACES))]
        self.times: Floats = np.array([round(group[0].time_s, PLACES) for group in self._groups])

    def __len__(self) -> int:
        """Return at how many moments something is struck."""
        return len(self._groups)

    @property
    def onsets(self) -> Onsets:
        """The notes as onsets: several at once are stronger."""
        counts = np.array([len(group) for group in self._groups], dtype=np.float64)
        return Onsets(self.times, 1 + CHORD_STRENGTH * (counts - 1))

    def later(self, seconds: float) -> "Notes":
        """Return the notes with their times later by so many seconds."""
        moved = (Note(note.time_s + seconds, note.held_s, note.verb) for group in self._groups for note in group)
        return Notes(moved)

    def length_s(self, time_s: float, within_s: float) -> float:
        """Return how long the note near a time is held, in seconds; 0 where it is struck, or there is none."""
        return max((note.held_s for note in self._near(time_s, within_s)), default=0.0)

    def count(self, time_s: float, within_s: float) -> int:
        """Return how many notes are struck at once near a time."""
        return len(self._near(time_s, within_s))

    def verb(self, time_s: float, within_s: float) -> Verb | None:
        """Return the verb of the note near a time, None of several at once."""
        near = self._near(time_s, within_s)
        return near[0].verb if len(near) == 1 else None

    def _near(self, time_s: float, within_s: float) -> tuple[Note, ...]:
        if not self._groups:
            return ()
        place = int(np.abs(self.times - time_s).argmin())
        return self._groups[place] if abs(self.times[place] - time_s) <= within_s else ()


NO_NOTES = Notes(())
"""Of a song without a chart."""

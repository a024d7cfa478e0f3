"""The choice of a day: three neighbouring sections, a difficulty and a starting pace, from the hash of its date.

The same on every machine, as it needs nothing but the date and the sections of the pack.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from game.sim.chart import Difficulty

NEIGHBOURS = 3
"""How many sections of a day lie side by side."""
PACES = (8_000, 8_500, 9_000, 9_500, 10_000)
"""Starting paces of Road work, in ten-thousandths of the written tempo."""


@dataclass(frozen=True, slots=True)
class Daily:
    """What a day offers. `pace` is in ten-thousandths of the written tempo, for Road work."""

    sections: tuple[str, ...]
    difficulty: Difficulty
    pace: int

    @property
    def section(self) -> str:
        """The day's section of the montage."""
        return self.sections[0]


def daily_of(day: date, sections: Sequence[str], difficulties: Sequence[Difficulty]) -> Daily:
    """Return what a day offers from the sections and difficulties of a pack, in their order; each has at least one.
    The date is that of UTC, so that players everywhere have the same day."""
    digest = hashlib.sha256(f"lace-up {day.isoformat()}".encode()).digest()
    count = min(NEIGHBOURS, len(sections))
    first = int.from_bytes(digest[:8]) % (len(sections) - count + 1)
    return Daily(
        sections=tuple(sections[first : first + count]),
        difficulty=difficulties[digest[8] % len(difficulties)],
        pace=PACES[digest[9] % len(PACES)],
    )

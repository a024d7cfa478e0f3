"""Medals of Road work on the shipped montage, by in-game time.

A medal is the time that a timing spread gives: bronze 35 ms, silver 20, gold 12; the author's is what 8 ms give, the
model's time as long as no person has recorded a run. Means of twenty sessions each of the simulated player, whose taps
have no other fault; `bench road` gives them anew when charts change.
"""

from dataclasses import dataclass

from game.sim.chart import Difficulty
from game.timing.units import Micros, ms

AUTHOR = "author"
"""The best medal, which is hidden until gold."""
SHIPPED_PACK = "montage"
"""Only its charts have medals."""


@dataclass(frozen=True, slots=True)
class Medal:
    """A medal and the in-game time up to which it is given."""

    name: str
    time_us: Micros
    spread_ms: int = 0
    """The spread of taps that takes so long."""

    @property
    def words(self) -> str:
        """Its name, and whose time it is where no person has recorded one."""
        return f"{self.name} (the model's time)" if self.name == AUTHOR else self.name


def medals_of(author_ms: int, gold_ms: int, silver_ms: int, bronze_ms: int) -> tuple[Medal, ...]:
    """Return the medals of a difficulty, best first."""
    return (
        Medal(AUTHOR, ms(author_ms), 8),
        Medal("gold", ms(gold_ms), 12),
        Medal("silver", ms(silver_ms), 20),
        Medal("bronze", ms(bronze_ms), 35),
    )


MEDALS = {
    Difficulty.EASY: medals_of(174_200, 176_700, 184_900, 211_900),
    Difficulty.NORMAL: medals_of(172_800, 175_200, 182_900, 209_200),
    Difficulty.HARD: medals_of(172_800, 175_200, 183_500, 211_900),
    Difficulty.CHAMPION: medals_of(174_300, 178_700, 193_500, 243_900),
}
"""The medals by difficulty."""


def medal_of(pack: str, difficulty: Difficulty, time_us: Micros) -> Medal | None:
    """Return the best medal that an in-game time earns, or None."""
    return next((medal for medal in _medals(pack, difficulty) if time_us <= medal.time_us), None)


def next_medal(pack: str, difficulty: Difficulty, best_us: Micros | None) -> Medal | None:
    """Return the medal that is to be earned next, the worst first; None where all are. The author's is hidden until
    gold: it is next only to who has that."""
    open_ones = (medal for medal in reversed(_medals(pack, difficulty)) if best_us is None or best_us > medal.time_us)
    return next(open_ones, None)


def _medals(pack: str, difficulty: Difficulty) -> tuple[Medal, ...]:
    return MEDALS[difficulty] if pack == SHIPPED_PACK else ()

"""Figures of a player: how early, late and widely each hand and each section is hit, and the trend over attempts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, pstdev

from game.storage.board import Board
from game.storage.history.attempt import Attempt, Hit
from game.storage.history.history import History
from game.timing.units import US_PER_MS

HISTOGRAM_STEP_MS = 5
"""Width of a column of the histogram, in milliseconds."""
HISTOGRAM_REACH_MS = 135
"""The histogram ends here on both sides: the outer window."""
VERBS = ("left", "right", "up", "down")
"""Names of the verbs, by their numbers."""
LAST_ATTEMPTS = 20
"""How many attempts the figures are of, unless asked otherwise."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Some hits: how many, how many cues were missed, the mean offset (negative: early) and the spread, in ms."""

    hits: int
    misses: int
    bias_ms: float
    spread_ms: float


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One attempt of the trend, oldest first. `accuracy` is by the sections that were played to their end, 0 to 1."""

    began_at: int
    ended: str
    score: int
    sections: int
    accuracy: float


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of the last attempts of a board, or of all boards."""

    attempts: int
    whole: Timing
    by_hand: dict[str, Timing]
    histogram: dict[str, dict[int, int]]
    """For each verb, how many hits lie in each column; the key is the column's lower edge in ms."""
    by_section: dict[str, Timing]
    trend: tuple[TrendPoint, ...]


def stats_of(
    history: History, board: Board | None = None, last_attempts: int = LAST_ATTEMPTS, world: str | None = None
) -> Stats:
    """Return the figures of the last attempts, of all boards and worlds unless narrowed. Raises StorageError."""
    attempts = history.attempts(board, last_attempts, world)
    hits = history.hits(board, last_attempts, world)
    return Stats(
        attempts=len(attempts),
        whole=timing_of(hits),
        by_hand={name: timing_of(hit for hit in hits if hit.verb == verb) for verb, name in enumerate(VERBS)},
        histogram={name: histogram_of(hit for hit in hits if hit.verb == verb) for verb, name in enumerate(VERBS)},
        by_section=_by_section(hits),
        trend=tuple(map(_trend_point, attempts)),
    )


def _by_section(hits: Sequence[Hit]) -> dict[str, Timing]:
    """Return the timing of each section by its id; where there are several worlds, with the world's before it."""
    several = len({hit.world for hit in hits}) > 1
    named = [(f"{hit.world} {hit.section}" if several else hit.section, hit) for hit in hits]
    return {name: timing_of(hit for of, hit in named if of == name) for name in dict.fromkeys(of for of, _ in named)}


def timing_of(hits: Iterable[Hit]) -> Timing:
    """Return bias and spread of some hits; 0 where there are none."""
    known = list(hits)
    offsets = [hit.offset_us / US_PER_MS for hit in known if hit.offset_us is not None]
    if not offsets:
        return Timing(0, len(known), 0.0, 0.0)
    return Timing(len(offsets), len(known) - len(offsets), round(mean(offsets), 2), round(pstdev(offsets), 2))


def histogram_of(hits: Iterable[Hit]) -> dict[int, int]:
    """Return how many hits lie in each column that has any, by the column's lower edge in ms; the outermost columns
    take what lies beyond."""
    edges: Sequence[int] = range(-HISTOGRAM_REACH_MS, HISTOGRAM_REACH_MS, HISTOGRAM_STEP_MS)
    columns = Counter(
        max(edges[0], min(edges[-1], hit.offset_us // US_PER_MS // HISTOGRAM_STEP_MS * HISTOGRAM_STEP_MS))
        for hit in hits
        if hit.offset_us is not None
    )
    return dict(sorted(columns.items()))


def _trend_point(attempt: Attempt) -> TrendPoint:
    most = sum(segment.max_points for segment in attempt.segments)
    points = sum(segment.points for segment in attempt.segments)
    return TrendPoint(
        began_at=attempt.began_at,
        ended=str(attempt.ended),
        score=attempt.score,
        sections=len(attempt.segments),
        accuracy=round(points / most, 4) if most else 0.0,
    )

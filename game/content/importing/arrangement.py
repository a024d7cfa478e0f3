"""Which exercises a song is run through: sections laid over it by its loudness.

Quiet bars are for running out of doors, what lifts is for the gym, the loudest stretch of the second half is the climb.
An exercise's place is the shipped map that plays it, so its picture is there whatever the song.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.content.importing.beat_grid import BeatGrid
from game.content.importing.features import FRAMES_A_SECOND, Floats
from game.timing.tempo import BEATS_PER_BAR

QUIET = ("yard", "bridge", "market")
"""Exercises of quiet stretches, in turn."""
LIFTED = ("speed_bag", "heavy_bag", "push_ups", "sit_ups", "medicine_ball", "meat")
"""Exercises of stretches that are louder than the one before, in turn."""
FULL = ("river", "market", "speed_bag", "river", "meat", "yard")
"""Exercises of loud stretches that go on, in turn."""
ONCE = frozenset({"push_ups", "bridge"})
"""Exercises that a song has once at most: what they count, or their silence, is told once."""
CLIMB, TOP = "steps", "summit"
"""The climb and what follows it at once."""
CLIMB_BARS, TOP_BARS = 12, 4
"""Their lengths."""
PART_BARS = 8
"""Bars of every other section."""
SHORT_BARS = 4
"""Fewest bars of a section: what is left over."""
QUIET_SHARE = 0.33
"""The quietest third of the stretches is quiet."""


@dataclass(frozen=True)
class ArrangedSection:
    """One section: its id in the song, its exercise, its first bar and its bars."""

    id: str
    minigame: str
    first_bar: int
    bars: int

    @property
    def first_beat(self) -> int:
        """Its first beat."""
        return self.first_bar * BEATS_PER_BAR

    @property
    def beats(self) -> int:
        """How many beats it has."""
        return self.bars * BEATS_PER_BAR


def loudness_of_bars(grid: BeatGrid, levels: Floats) -> Floats:
    """Return the mean loudness of each bar; `levels` are band levels at 100 frames a second."""
    loud = levels.mean(axis=1)
    edges = np.clip((grid.beats[::BEATS_PER_BAR] * FRAMES_A_SECOND).astype(np.int64), 0, len(loud) - 1)
    means = [loud[a : max(a + 1, b)].mean() for a, b in pairwise(edges)]
    return np.array(means)


def arranged(loudness: Floats) -> list[ArrangedSection]:
    """Return the sections of a song whose bars are so loud, in order; together they have all its bars."""
    stretches = list(_stretches(loudness))
    chosen = _exercises([float(loudness[first : first + bars].mean()) for first, bars, _ in stretches], stretches)
    parts: list[ArrangedSection] = []
    for (first, bars, _), minigame in zip(stretches, chosen, strict=True):
        number = sum(part.minigame == minigame for part in parts) + 1
        parts.append(ArrangedSection(minigame if number == 1 else f"{minigame}-{number}", minigame, first, bars))
    return parts


Stretch = tuple[int, int, str]
"""First bar, bars, and the exercise where it is settled."""


def _stretches(loudness: Floats) -> Iterator[Stretch]:
    bars = len(loudness)
    climb = _climb(loudness)
    if climb is None:
        yield from _filled(0, bars)
        return
    yield from _filled(0, climb)
    yield climb, CLIMB_BARS, CLIMB
    yield climb + CLIMB_BARS, TOP_BARS, TOP
    yield from _filled(climb + CLIMB_BARS + TOP_BARS, bars)


def _filled(first: int, end: int) -> Iterator[Stretch]:
    """Cut bars into sections of eight, the last of them longer or shorter; never a section under four bars."""
    while first < end:
        left = end - first
        bars = left if left < PART_BARS + SHORT_BARS else PART_BARS
        yield first, bars, ""
        first += bars


def _climb(loudness: Floats) -> int | None:
    """Return the bar on which the climb begins: the loudest stretch of the second half, leaving whole sections."""
    length, bars = CLIMB_BARS + TOP_BARS, len(loudness)
    earliest = max(PART_BARS, bars // 2 // SHORT_BARS * SHORT_BARS - length // 2)
    last = bars - length
    starts = [start for start in range(earliest, last + 1) if start == last or _fits(start, last)]
    return max(starts, key=lambda start: float(loudness[start : start + length].mean()), default=None)


def _fits(start: int, last: int) -> bool:
    """Whether whole sections lie before and behind a climb that begins on this bar."""
    return start % SHORT_BARS == 0 and last - start >= SHORT_BARS


def _exercises(loud: list[float], stretches: list[Stretch]) -> list[str]:
    """Return the exercise of each stretch: quiet, lifted or full, each list taken in turn."""
    quiet = float(np.quantile(loud, QUIET_SHARE))
    turns = dict.fromkeys(("quiet", "lifted", "full"), 0)
    lists = {"quiet": QUIET, "lifted": LIFTED, "full": FULL}
    found: list[str] = []
    for place, (_, bars, settled) in enumerate(stretches):
        if settled:
            found.append(settled)
            continue
        lifts = (place > 0 and loud[place] > loud[place - 1]) or turns["full"] > turns["lifted"]
        kind = "quiet" if loud[place] <= quiet else "lifted" if lifts else "full"
        while True:
            name = lists[kind][turns[kind] % len(lists[kind])]
            turns[kind] += 1
            if not (name in ONCE and (name in found or bars != PART_BARS)) and found[-1:] != [name]:
                break
        found.append(name)
    return found

"""Sections over a song by its loudness: they cover it, and quiet, lifting and loud bars have exercises of their own."""

from itertools import pairwise

import numpy as np
import pytest

from game.content.importing.arrangement import CLIMB, CLIMB_BARS, QUIET, TOP, arranged


@pytest.mark.parametrize("bars", [8, 11, 12, 17, 24, 33, 40, 64, 97, 250])
def test_sections_cover_every_bar_and_none_is_short(bars: int) -> None:
    parts = arranged(np.random.default_rng(bars).uniform(0.5, 1.0, bars))

    assert [part.first_bar for part in parts] == list(np.cumsum([0, *(part.bars for part in parts)])[:-1])
    assert sum(part.bars for part in parts) == bars and min(part.bars for part in parts) >= 4
    assert len({part.id for part in parts}) == len(parts)


def test_the_climb_lies_on_the_loudest_bars_of_the_second_half_and_the_top_follows() -> None:
    loudness = np.full(96, 0.5)
    loudness[60:76] = 1.0
    parts = arranged(loudness)
    climb = next(number for number, part in enumerate(parts) if part.minigame == CLIMB)

    assert (parts[climb].first_bar, parts[climb].bars) == (60, CLIMB_BARS)
    assert parts[climb + 1].minigame == TOP


def test_quiet_bars_are_run_out_of_doors() -> None:
    loudness = np.ones(64)
    loudness[:8] = 0.2

    assert arranged(loudness)[0].minigame in QUIET


def test_no_exercise_follows_itself() -> None:
    names = [part.minigame for part in arranged(np.random.default_rng(5).uniform(0.2, 1.0, 200))]

    assert all(one != other for one, other in pairwise(names))

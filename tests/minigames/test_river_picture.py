"""What is seen on the quay: the haze behind him, and what the plant's wall keeps off."""

from typing import TypeAlias

import numpy as np
import pygame
import pytest

from game.minigames.river.view import RiverView
from game.sim.chart import Difficulty
from tests import shipped
from tests.view.conftest import Screening

Pixels: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
WALL_COLUMNS = {0.8: 270, 0.9: 250, 1.2: 184}
"""Columns of the picture that the plant's wall takes from the left, by beat."""


def seen(beat: float) -> Pixels:
    screening = Screening(shipped.chart(Difficulty.NORMAL))
    section = next(section for section in screening.chart.sections if section.id == "river")
    begin, next_beat = (screening.chart.tempo.to_us(section.start_beat + whole) for whole in (0, 1))
    picture = screening.look(begin + round(beat * (next_beat - begin)))
    return pygame.surfarray.array3d(picture).astype(np.int64)


def of_the_haze(monkeypatch: pytest.MonkeyPatch, beat: float) -> Pixels:
    """Return by how much the haze behind him lightens each pixel."""
    with_it = seen(beat)
    with monkeypatch.context() as patched:
        patched.setattr(RiverView, "haze_share", 0.0)
        without = seen(beat)
    lighter: Pixels = np.abs(with_it - without).max(axis=2)
    return lighter


@pytest.mark.parametrize("beat", WALL_COLUMNS)
def test_no_haze_lies_on_the_wall_of_the_plant(monkeypatch: pytest.MonkeyPatch, beat: float) -> None:
    haze, wall = of_the_haze(monkeypatch, beat), WALL_COLUMNS[beat]
    assert haze[:wall].max() == 0
    assert haze[wall : wall + 60].max() > 4


def test_over_the_river_the_haze_is_behind_him(monkeypatch: pytest.MonkeyPatch) -> None:
    assert of_the_haze(monkeypatch, 6.0).max() > 10

"""What is seen on the quay: the haze behind him, and what the plant's wall keeps off."""

from typing import TypeAlias

import numpy as np
import pygame
import pytest

from game.minigames.river import folk
from game.minigames.river.view import RiverView
from game.sim.chart import Difficulty
from tests import shipped
from tests.view.conftest import Screening

Pixels: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
LUMA = np.array((0.299, 0.587, 0.114))
"""Weights of red, green and blue in luma (ITU-R BT.601)."""
PX_A_BEAT = 192
"""Way along the river in a beat, px."""
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


def tone_of(monkeypatch: pytest.MonkeyPatch, who: folk.Bystander, beat: float) -> float:
    """Return the mean luma of one of the quay's people at a beat, 0 to 255."""
    with monkeypatch.context() as patched:
        patched.setattr(folk, "FOLK", (who,))
        with_him = seen(beat)
        patched.setattr(folk, "FOLK", ())
        without = seen(beat)
    body = np.abs(with_him - without).max(axis=2) > 12
    return float((with_him[body] @ LUMA).mean())


@pytest.mark.parametrize("number", [folk.PILOT, folk.ANGLER, folk.DOCKER])
def test_nobody_on_the_quay_turns_to_mist_as_he_passes(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    who = next(who for who in folk.FOLK if who.number == number and who.x > 1000)
    far, near = (tone_of(monkeypatch, who, (who.x - ahead) / PX_A_BEAT) for ahead in (160, 50))
    assert abs(far - near) < 12, "below the haze behind him they would be lighter by 30"

"""The lamps under the bridge, the glare at its end, and the far bank: lit on a good run, poorer on a poor one."""

from typing import TypeAlias

import numpy as np
import pygame
import pytest

from game.minigames.bridge import cage_lamps, exit_light, view
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.view.exercise.pigeons import COATS, LIGHT_STEPS, coat_in
from tests import shipped
from tests.view.conftest import Screening

Pixels: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


def seen(screening: Screening, beat: float) -> Pixels:
    section = next(section for section in screening.chart.sections if section.id == "bridge")
    us = screening.chart.tempo.to_us(section.start_beat) + round(
        beat * (screening.chart.tempo.to_us(section.start_beat + 1) - screening.chart.tempo.to_us(section.start_beat))
    )
    return pygame.surfarray.array3d(screening.look(us)).astype(np.int64)


def missed(chart: Chart) -> Screening:
    screening = Screening(chart)
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    return screening


def test_no_beat_of_the_silence_is_without_a_light(chart: Chart) -> None:
    for beat in range(6, 15):
        picture = seen(Screening(chart), beat)
        around = np.ones(picture.shape[:2], bool)
        around[206:306, 200:330] = False  # the runner himself
        assert (picture.max(axis=2)[around] > 60).sum() > 250, beat


def test_the_lamps_light_the_wall(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    lit = seen(Screening(chart), 11)
    monkeypatch.setattr(cage_lamps.CageLamps, "draw", lambda lamps, context, feet: None)

    assert (lit - seen(Screening(chart), 11)).max(axis=2).clip(0).sum() > 20_000


def test_the_glare_grows_towards_the_great_arch(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    beats = (12.0, 13.5, 15.0)
    glaring = [seen(Screening(chart), beat) for beat in beats]
    monkeypatch.setattr(view, "draw_exit_light", lambda context, place, layer: None)
    added = [
        int((with_it - seen(Screening(chart), at)).clip(0).sum()) for with_it, at in zip(glaring, beats, strict=True)
    ]

    assert added[0] < added[1] < added[2], added
    assert exit_light.glare().get_size() == exit_light.dimmed_glare().get_size()


def test_the_far_bank_is_dark_and_the_quay_empty_on_a_run_in_which_everything_is_missed(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = seen(missed(chart), 4)
    monkeypatch.setattr(view.BridgeView, "lively", ())

    assert (np.abs(empty - seen(missed(chart), 4)).max(axis=2) > 8).sum() > 150


def test_a_bird_in_the_dark_is_darker_than_one_in_the_light() -> None:
    for number, coat in enumerate(COATS):
        assert coat_in(number, LIGHT_STEPS) == coat
        assert sum(coat_in(number, 3)[1]) < sum(coat[1]) / 3

"""The lamps under the bridge, the glare at its end, and the far bank: lit on a good run, poorer on a poor one."""

from pathlib import Path
from typing import TypeAlias

import numpy as np
import pygame
import pytest

from game.minigames.bridge import cage_lamps, exit_light, view
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.options import ViewOptions
from game.view.exercise.pigeons import COATS, LIGHT_STEPS, coat_in
from game.view.figure.actor import Actors
from game.view.figure.performer import Now
from game.view.figure.sprite_sheet import Sheets
from game.view.film.draw_context import DrawContext
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


def test_the_glare_grows_towards_the_great_arch(tmp_path: Path) -> None:
    place = next(place for place in shipped.art().places if place.name == "bridge")
    behind = next(layer for layer in place.layers if layer.facts.name == exit_light.BEHIND)
    light = []
    for camera in (1300.0, 1650.0, 1800.0, 1950.0):
        target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        now, actors = Now(0, 15.0, 600_000, "loose"), Actors(Sheets((tmp_path,)))
        context = DrawContext(target, Lens(camera), now, EventLog(), actors, ViewOptions())
        exit_light.draw_exit_light(context, place, behind)
        light.append(int(pygame.surfarray.array3d(target).max()))

    assert light[0] == 0 and light[1] < light[2] < light[3] > 40, light


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


def test_cold_light_falls_through_gratings_in_the_dark_and_not_by_day(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    dark, day = seen(Screening(chart), 11), seen(Screening(chart), 3)
    monkeypatch.setattr(view, "draw_gratings", lambda context, place, row, dark: None)
    added = dark - seen(Screening(chart), 11)

    assert (added.max(axis=2) > 4).sum() > 2_000
    assert added[..., 2].sum() > 1.2 * added[..., 0].sum(), "it is not cold"
    assert np.array_equal(day, seen(Screening(chart), 3))


def test_the_light_of_a_lamp_has_no_edge() -> None:
    share = cage_lamps.falloff()

    assert max(share[0].max(), share[-1].max(), share[:, 0].max(), share[:, -1].max()) < 0.01

"""The last chord: the arms that were raised stay up while it rings out, and its picture is the clearest of the run."""

from fractions import Fraction

import numpy as np
import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.view.canvas.lens import Lens
from game.view.film.draw_context import DrawContext
from tests import shipped
from tests.view.conftest import Screening

RINGS_OUT_BEATS = 5
WEIGHTS = np.array([0.299, 0.587, 0.114])


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


def beat_us(chart: Chart, beat: float) -> int:
    """Return the time of a beat of the summit."""
    return chart.tempo.to_us(chart.sections[-1].start_beat + Fraction(beat))


def action_at(screening: Screening, beat: float) -> str:
    """Return what he does at a beat of the summit."""
    stage, us = screening.stage, beat_us(screening.chart, beat)
    stage.on_events(screening.session.advance_to(us))
    target = pygame.Surface((640, 360), 0, 32)
    context = DrawContext(target, Lens(0.0), stage.now(us), stage.log.cut(), stage._actors, stage.options)
    return stage.shots[-1].sections[-1].view.pose(context).action


def test_the_arms_stay_up_until_the_last_chord_has_rung_out(chart: Chart) -> None:
    screening = Screening(chart)
    for beat in (6.0, 15.5, 16.5, 18.0, 16.0 + RINGS_OUT_BEATS):
        assert action_at(screening, beat) == "held"


def test_arms_that_went_up_late_come_down_with_a_breath_when_the_chord_is_over(chart: Chart) -> None:
    missed = Screening(chart)
    missed.session = Session(chart, RunOptions(), MINIGAMES)
    assert [action_at(missed, beat) for beat in (12.0, 16.2, 16.0 + RINGS_OUT_BEATS)] == [
        "held",
        "lower_breath",
        "idle",
    ]


def test_the_last_chord_is_the_brightest_and_most_saturated_picture_of_the_summit(chart: Chart) -> None:
    screening = Screening(chart)
    luma, saturation = zip(*(_measured(screening, beat) for beat in (3.0, 4.6, 9.6, 13.6, 15.6)), strict=True)

    assert luma[-1] == max(luma) and saturation[-1] == max(saturation)
    assert luma[-1] > 180 and saturation[-1] > 0.38


def _measured(screening: Screening, beat: float) -> tuple[float, float]:
    """Return the median luma and the mean saturation (HSV) of the picture at a beat of the summit."""
    pixels = pygame.surfarray.array3d(screening.look(beat_us(screening.chart, beat))).astype(float)
    most, least = pixels.max(axis=2), pixels.min(axis=2)
    return float(np.median(pixels @ WEIGHTS)), float(((most - least) / np.maximum(most, 1.0)).mean())

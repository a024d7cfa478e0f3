"""What is seen on the steps: cool shade and warm sun, the wet patch of a cue, and a press."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.minigames.steps.meltwater import GLEAM, RUNNING, WATER
from game.sim.chart import Chart, Cue, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import ms
from tests import shipped
from tests.view.conftest import Screening

FRAME_US = 16_667
LEAST_CHANGED_PX = 500
LEAST_APART = 40
"""Difference of luma, of 255, by which a patch stands off stone that it lies on."""
LUMA = np.array([0.299, 0.587, 0.114])
BESIDE_HIM = (slice(430, 560), slice(286, 350))
"""Stairs in the foreground, to the right of the lane."""
IN_THE_SHADE, IN_THE_SUN = 10, 40


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


def cues_of(chart: Chart) -> tuple[Cue, ...]:
    return next(section for section in chart.sections if section.minigame == "steps").cues


def seen(chart: Chart, time_us: int, without: Cue | None = None) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """Return the picture of a moment, of a run in which everything but the presses of one cue is hit."""
    screening = Screening(chart)
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    for event in autoplay_inputs(chart, RunOptions(), 0.0):
        if without is None or abs(event.time_us - without.time_us) > ms(60):
            screening.session.queue(replace(event))
    return pygame.surfarray.array3d(screening.look(time_us)).astype(np.int64)


@pytest.mark.parametrize("number", [IN_THE_SHADE, IN_THE_SUN])
def test_a_press_changes_the_very_next_frame(chart: Chart, number: int) -> None:
    cue = cues_of(chart)[number]
    pressed, not_pressed = (seen(chart, cue.time_us + FRAME_US, without) for without in (None, cue))

    assert (np.abs(pressed - not_pressed).max(axis=2) > 16).sum() >= LEAST_CHANGED_PX


def test_the_shade_is_cool_and_the_sun_is_warm_and_the_wet_patch_is_told_by_light_alone_in_both(chart: Chart) -> None:
    moments = (cues_of(chart)[number].time_us for number in (IN_THE_SHADE, IN_THE_SUN))
    shade, sun = (seen(chart, time_us)[BESIDE_HIM].mean(axis=(0, 1)) for time_us in moments)

    assert shade[2] > shade[0] + 15 and sun[0] > sun[2] + 30
    dark, bright, water = (float(np.array(color) @ LUMA) for color in (shade, sun, RUNNING))
    assert bright - water > LEAST_APART and water - dark > LEAST_APART / 2, (dark, water, bright)
    assert min(float(np.array(color) @ LUMA) for color in (WATER, GLEAM)) - dark > LEAST_APART

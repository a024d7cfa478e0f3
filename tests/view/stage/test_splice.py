"""In the cuts the film tells what was hit: it burns, slips up, slips down or goes grey, each for a moment."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Cue
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import ms
from game.view.canvas.options import ViewOptions
from tests.view.conftest import Screening, pixels

Picture = npt.NDArray[np.int64]


def at_the_cue(chart: Chart) -> Cue:
    """Return a cue of the cuts whose picture stays long enough to see."""
    return next(section for section in chart.sections if section.minigame == "cuts").cues[1]


def shown(chart: Chart, offset_ms: int | None, after_ms: int, options: ViewOptions | None = None) -> pygame.Surface:
    """Return the picture so long after the judgement of a cue that was hit beside its moment, or missed (None)."""
    cue = at_the_cue(chart)
    screening = Screening(chart, options=options)
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    for event in autoplay_inputs(chart, RunOptions(), 0.0):
        if not _is_of(event, cue):
            screening.session.queue(event)
        elif offset_ms is not None:
            screening.session.queue(InputEvent(event.time_us + ms(offset_ms), event.verb, event.down))
    return screening.look(cue.time_us + ms(135 if offset_ms is None else offset_ms) + ms(after_ms))


def _is_of(event: InputEvent, cue: Cue) -> bool:
    return event.verb in cue.verbs and 0 <= event.time_us - cue.time_us < ms(150)


def colorfulness(picture: pygame.Surface) -> float:
    """Return the mean distance of the channels."""
    colors = pygame.surfarray.array3d(picture).astype(int)
    return float(np.ptp(colors, axis=2).mean())


def test_early_late_and_missed_are_three_films(chart: Chart) -> None:
    pictures = [pixels(shown(chart, offset, 40)) for offset in (0, -70, 70, None)]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_a_missed_cue_takes_the_color_out_of_the_film(chart: Chart) -> None:
    assert colorfulness(shown(chart, None, 20)) < 0.4 * colorfulness(shown(chart, 0, 155))


@pytest.mark.parametrize(("offset_ms", "side"), [(-70, -1), (70, 1)])
def test_the_film_slips_up_early_and_down_late(chart: Chart, offset_ms: int, side: int) -> None:
    slipped = pygame.surfarray.array3d(shown(chart, offset_ms, 30)).astype(int)
    still = pygame.surfarray.array3d(shown(chart, offset_ms, 30, ViewOptions(reduced_motion=True))).astype(int)
    by = {shift: _apart(slipped, still, shift) for shift in (-22, 22)}
    assert min(by, key=lambda shift: by[shift]) == side * 22


def _apart(one: Picture, other: Picture, shift: int) -> float:
    """Return how far two pictures differ when one is moved down by `shift`."""
    rows = slice(60, 300)
    moved = other[:, 60 - shift : 300 - shift]
    return float(np.abs(one[:, rows] - moved).mean())

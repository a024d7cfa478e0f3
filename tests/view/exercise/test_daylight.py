"""At a station after sundown the room's windows are dim, no sun lies on its floor, and no shaft of it comes in."""

import numpy as np
import pygame
import pytest

from game.sim.chart import Chart, Difficulty
from game.timing.units import Micros
from game.view.canvas.event_log import EventLog
from game.view.exercise.daylight import SHAFTS
from game.view.exercise.standing import StandingView
from tests import shipped
from tests.view.conftest import Screening

FLOOR_ROWS = slice(290, 345)
WINDOW_ROWS = slice(60, 170)


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


class Great(EventLog):
    """The log of a great run."""

    def warmth(self, now_us: Micros, ease_us: Micros) -> float:
        """Return the highest warmth."""
        return 3.0


def at_the_ball(chart: Chart) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    section = next(section for section in chart.sections if section.id == "medicine_ball")
    picture = Screening(chart).look(chart.tempo.to_us(section.start_beat + 6))
    return pygame.surfarray.array3d(picture).astype(np.int64)


def test_the_day_is_gone_from_the_windows_and_the_floor_at_the_ball(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    dusk = at_the_ball(chart)
    monkeypatch.setattr("game.view.exercise.standing.dim_windows", lambda *given: None)
    day = at_the_ball(chart)

    for rows in (WINDOW_ROWS, FLOOR_ROWS):
        assert ((day - dusk)[:, rows].max(axis=2) > 40).sum() > 400
    assert (dusk - day).max() <= 8, "nothing is lighter for it"


def test_no_shaft_of_sun_comes_in_after_sundown_and_one_does_before(chart: Chart) -> None:
    screening, missing = Screening(chart), {}
    context = screening.stage._draw(pygame.Surface((640, 360), 0, 32), chart.sections[0].start_us)
    great = context.derive(log=Great())
    for shot in screening.stage.shots:
        for staged in shot.sections:
            if isinstance(staged.view, StandingView):
                missing[staged.view.setting.section.id] = SHAFTS in staged.view.empty_layers(great)

    assert missing["medicine_ball"] and not missing["heavy_bag"]

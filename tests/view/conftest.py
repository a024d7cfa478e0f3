"""The stage that tests look at: the shipped world, its chart, and a run by the player that never errs."""

import pygame
import pytest

from game.app.content import Content
from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import Micros
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.options import ViewOptions
from game.view.stage.stage import Stage
from tests import shipped


class Screening:
    """A run that can be looked at: each look is drawn on a picture of its own."""

    def __init__(self, chart: Chart, spread_ms: float = 0.0, options: ViewOptions | None = None) -> None:
        self.chart = chart
        self.stage: Stage = shipped.new_stage(chart, options)
        self.session = Session(chart, RunOptions(), MINIGAMES)
        for event in autoplay_inputs(chart, RunOptions(), spread_ms):
            self.session.queue(event)

    def look(self, time_us: Micros) -> pygame.Surface:
        """Let the run go on to `time_us` if it has not yet, and draw that moment."""
        self.stage.on_events(self.session.advance_to(time_us))
        picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        self.stage.draw(picture, time_us)
        return picture


@pytest.fixture(scope="session")
def content() -> Content:
    """Return the shipped song and world."""
    return shipped.content()


@pytest.fixture(scope="session")
def chart() -> Chart:
    """Return the chart on normal."""
    return shipped.chart(Difficulty.NORMAL)


@pytest.fixture
def screening(chart: Chart) -> Screening:
    """Return a fresh run on normal, to be looked at."""
    return Screening(chart)


def pixels(picture: pygame.Surface) -> bytes:
    """Return a picture's pixels, to compare."""
    return pygame.image.tobytes(picture, "RGB")

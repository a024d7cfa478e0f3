"""Memories are drawn once each, when their sections are over: the summit does not have to wait for them."""

import pygame

from game.sim.chart import Chart
from game.timing.units import Micros
from game.view.stage.exposure import Exposure, Shot
from game.view.film.draw_context import Frame
from game.view.canvas.event_log import Heard
from game.view.canvas.lens import Lens
from game.view.stage.memories import LOOK_BACK_BEATS, Memories, Remembered
from tests.view.conftest import Screening


class Counted:
    """A take that only counts how often it is drawn."""

    start_us, end_us = 0, 1
    shots: tuple[Shot, ...] = ()

    def __init__(self) -> None:
        self.drawn = 0

    def draw(self, exposure: Exposure) -> None:
        """Count."""
        self.drawn += 1

    def camera_x(self, time_us: Micros) -> float:
        """Return 0."""
        return 0.0


def frame_at(screening: Screening, time_us: Micros, heard: Heard) -> Frame:
    stage = screening.stage
    target = pygame.Surface((640, 360), 0, 32)
    return Frame(target, Lens(0.0), stage.now(time_us), screening.session.state, heard, stage._actors, stage.options)


def test_a_section_is_looked_back_on_once_and_only_when_it_is_over(screening: Screening, chart: Chart) -> None:
    memories, take, heard, first = Memories(chart.tempo), Counted(), Heard(), chart.sections[0]
    memories.remembered.append(Remembered(first, take))
    over_us = first.end_us + round(LOOK_BACK_BEATS * chart.tempo.segment_at(first.end_us).us_per_beat)
    memories.look_back(frame_at(screening, over_us - 1000, heard))
    assert take.drawn == 0
    for later_us in (1000, 20_000):
        memories.look_back(frame_at(screening, over_us + later_us, heard))
    assert take.drawn == 1
    assert memories(0, frame_at(screening, over_us + 30_000, heard)) is not None
    assert take.drawn == 1
    memories.look_back(frame_at(screening, over_us + 40_000, Heard()))
    assert take.drawn == 2, "another run has other memories"


def test_no_picture_draws_more_than_one_memory(screening: Screening, chart: Chart) -> None:
    memories, heard = Memories(chart.tempo), Heard()
    takes = [Counted() for _ in range(3)]
    memories.remembered += [Remembered(chart.sections[number], take) for number, take in enumerate(takes)]
    memories.look_back(frame_at(screening, chart.end_us, heard))
    assert sum(take.drawn for take in takes) == 1

"""Memories are drawn once each, when their sections are over: the summit does not have to wait for them."""

from collections.abc import Iterator

import pygame

from game.content.look import NEUTRAL, ColorGrade
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, SectionChart
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import Lens
from game.view.film.draw_context import DrawContext
from game.view.stage.memories import LOOK_BACK_BEATS, PARTS_A_PICTURE, Memories, Remembered
from game.view.stage.shots import RunShot
from game.view.stage.staged_section import StagedSection
from tests.view.conftest import Screening

PARTS = 2 * PARTS_A_PICTURE + 1


class Counted:
    """A shot of a few parts that only counts how many are drawn."""

    start_us, end_us = 0, 1
    sections: tuple[StagedSection, ...] = ()

    def __init__(self) -> None:
        self.drawn = 0

    def parts(self, context: DrawContext) -> Iterator[None]:
        """Count."""
        for _ in range(PARTS):
            self.drawn += 1
            yield

    def camera_x(self, time_us: Micros) -> float:
        """Return 0."""
        return 0.0

    def fighter_column(self, context: DrawContext) -> float:
        """Return the middle column."""
        return 320.0

    def grade_at(self, time_us: Micros) -> tuple[ColorGrade, float]:
        """Return the neutral grade."""
        return NEUTRAL, 1.0


def context_at(screening: Screening, time_us: Micros, log: EventLog) -> DrawContext:
    stage = screening.stage
    target = pygame.Surface((640, 360), 0, 32)
    return DrawContext(target, Lens(0.0), stage.now(time_us), log, stage._actors, stage.options)


def over_us(section: SectionChart, chart: Chart) -> Micros:
    """Return when a section may be looked back on."""
    return section.end_us + round(LOOK_BACK_BEATS * chart.tempo.segment_at(section.end_us).us_per_beat)


def test_a_section_is_looked_back_on_once_and_only_when_it_is_over(screening: Screening, chart: Chart) -> None:
    memories, shot, log, first = Memories(chart.tempo), Counted(), EventLog(), chart.sections[0]
    memories.remembered.append(Remembered(first, shot))
    memories.look_back(context_at(screening, over_us(first, chart) - 1000, log))
    assert shot.drawn == 0
    for picture in range(PARTS):
        memories.look_back(context_at(screening, over_us(first, chart) + 1000 * picture, log))
    assert shot.drawn == PARTS
    assert memories(0, context_at(screening, over_us(first, chart) + 30_000, log)) is not None
    assert shot.drawn == PARTS
    memories.look_back(context_at(screening, over_us(first, chart) + 40_000, EventLog()))
    assert shot.drawn > PARTS, "another run has other memories"


def test_no_picture_draws_more_than_a_few_parts_of_one_memory(screening: Screening, chart: Chart) -> None:
    memories, log = Memories(chart.tempo), EventLog()
    shots = [Counted() for _ in range(3)]
    memories.remembered += [Remembered(chart.sections[number], shot) for number, shot in enumerate(shots)]
    memories.look_back(context_at(screening, chart.end_us, log))
    assert [shot.drawn for shot in shots] == [PARTS_A_PICTURE, 0, 0]


def test_a_memory_that_is_asked_for_half_drawn_is_finished_and_not_begun_again(
    screening: Screening, chart: Chart
) -> None:
    memories, shot, log, first = Memories(chart.tempo), Counted(), EventLog(), chart.sections[0]
    memories.remembered.append(Remembered(first, shot))
    memories.look_back(context_at(screening, over_us(first, chart), log))
    assert memories(0, context_at(screening, over_us(first, chart) + 1000, log)) is not None
    assert shot.drawn == PARTS


def test_a_memory_drawn_part_by_part_is_the_picture_that_is_drawn_at_once(screening: Screening, chart: Chart) -> None:
    remembered = next(what for what in screening.stage._memories.remembered if isinstance(what.shot, RunShot))
    pictures, log = [], EventLog()
    for looks in (0, 200):
        memories = Memories(chart.tempo)
        memories.remembered.append(remembered)
        for _ in range(looks):
            memories.look_back(context_at(screening, chart.end_us, log))
        memory = memories(0, context_at(screening, chart.end_us, log))
        assert memory is not None
        pictures.append(memory.picture.get_buffer().raw)
    assert pictures[0] == pictures[1]


def test_a_memory_knows_its_fighter_band_by_band(screening: Screening, chart: Chart) -> None:
    memories, log = Memories(chart.tempo), EventLog()
    memories.remembered += screening.stage._memories.remembered[:1]
    memory = memories(0, context_at(screening, chart.end_us, log))
    assert memory is not None and len(memory.outline) > 4
    assert memory.outline[0].unionall(list(memory.outline[1:])) == memory.figure
    assert sum(band.w * band.h for band in memory.outline) < 0.8 * memory.figure.w * memory.figure.h


def test_where_the_summit_turns_from_the_museum_a_missed_run_is_darkened_once(
    screening: Screening, chart: Chart
) -> None:
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    seam_us = next(section.start_us for section in chart.sections if section.minigame == "summit")
    before, after = (
        sum(pygame.transform.average_color(screening.look(seam_us + aside_us))[:3]) for aside_us in (-60_000, 20_000)
    )
    assert before * 0.85 < after < before * 1.15

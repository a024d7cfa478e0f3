"""A found lace is answered in the picture, in every section that hides one."""

import pygame
import pytest

from game.content import schema
from game.sim.chart import Chart
from game.sim.events import LaceFound
from game.timing.units import ms
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.stage.laces import ANSWERS, DOG_ACT
from game.view.stage.stage import Stage
from tests.shipped import new_stage
from tests.view.conftest import pixels

LOOK_AFTER_US = ms(300)


@pytest.fixture(scope="module")
def stage(chart: Chart) -> Stage:
    """Return a stage that nothing has happened on."""
    return new_stage(chart)


def test_every_section_with_a_lace_answers_it(stage: Stage, chart: Chart) -> None:
    hidden = [(section.index, section.lace) for section in chart.sections if section.lace is not None]
    unanswered = []
    for index, lace in hidden:
        look_us = lace.from_us + LOOK_AFTER_US
        stage.reset()
        before = looked_at(stage, look_us)
        stage.on_events([LaceFound(lace.from_us, index)])
        if looked_at(stage, look_us) == before:
            unanswered.append(chart.sections[index].minigame)
    assert hidden
    assert not unanswered


def test_the_bow_is_gone_when_it_has_risen(stage: Stage, chart: Chart) -> None:
    index, lace = next((section.index, section.lace) for section in chart.sections if section.lace is not None)
    look_us = lace.from_us + ms(2100)
    stage.reset()
    before = looked_at(stage, look_us)
    stage.on_events([LaceFound(lace.from_us, index)])
    assert looked_at(stage, look_us) == before


def looked_at(stage: Stage, time_us: int) -> bytes:
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    stage.draw(picture, time_us)
    return pixels(picture)


def test_every_act_that_a_map_may_name_has_an_answer() -> None:
    named = set(schema.LACE_ACT.values) - {"none"}
    assert named == {*ANSWERS, DOG_ACT}

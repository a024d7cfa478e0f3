"""In practice only one section has cues: each can be loaded, and every place is drawn without any."""

from dataclasses import replace

import pytest

from game.sim.chart import Chart
from tests.levels.montage import SECTIONS
from tests.view.conftest import Screening


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_alone_is_loaded_and_drawn(chart: Chart, section: str) -> None:
    alone = chart.only(section)
    screening = Screening(alone)
    first, last = alone.start_us, alone.sections[-1].end_us
    for step in range(5):
        picture = screening.look(first + (last - first) * step // 5)
    assert picture.get_bounding_rect().size != (0, 0)


def test_no_place_needs_cues_to_be_drawn(chart: Chart) -> None:
    bare = replace(chart, sections=tuple(replace(section, cues=(), calls=()) for section in chart.sections))
    screening = Screening(bare)
    for section in bare.sections:
        middle_us = (section.start_us + section.end_us) // 2
        assert screening.look(middle_us).get_bounding_rect().size != (0, 0), section.id

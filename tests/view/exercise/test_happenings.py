"""What the maps' triggers let happen at the summit is seen, and only from its beat on."""

from dataclasses import replace
from fractions import Fraction

import pytest

from game.minigames.summit.measures import BELL, CHEER
from game.sim.chart import Chart
from game.view.exercise.section_view import SectionView
from tests.shipped import new_stage
from tests.view.stage.test_laces import looked_at


@pytest.mark.parametrize(("action", "after_beats"), [(BELL, 0.1), (CHEER, 1.5)])
def test_a_trigger_is_seen_from_its_beat_on(chart: Chart, action: str, after_beats: float) -> None:
    stage = new_stage(chart)
    view: SectionView = stage.shots[-1].sections[0].view
    told = next(happening for happening in view.setting.happenings if happening.action == action)
    times = [chart.tempo.to_us(Fraction(told.beat + beats).limit_denominator(100)) for beats in (-0.05, after_beats)]
    seen = [looked_at(stage, time_us) for time_us in times]
    others = tuple(happening for happening in view.setting.happenings if happening is not told)
    view.setting = replace(view.setting, happenings=others)
    unseen = [looked_at(stage, time_us) for time_us in times]
    assert seen[0] == unseen[0]
    assert seen[1] != unseen[1]

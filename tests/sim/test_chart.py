"""A chart of one section alone."""

from dataclasses import replace

import pytest

from game.timing.tempo import TempoMap
from tests.charts import BEAT_US, At, L, chart_of

MONTAGE = replace(chart_of("yard", At(4, "lift", L)), lead_in_us=4 * BEAT_US)


def test_a_section_alone_is_led_in_by_two_beats_of_its_own_tempo() -> None:
    faster = replace(MONTAGE, tempo=TempoMap.from_runs(((16, BEAT_US // 2),)))
    assert MONTAGE.only("yard").lead_in_us == 2 * BEAT_US
    assert faster.only("yard").lead_in_us == BEAT_US


def test_a_section_alone_numbers_itself_and_its_cues_from_zero() -> None:
    alone = MONTAGE.only("yard")
    assert [section.index for section in alone.sections] == [0]
    assert [(cue.id, cue.section) for cue in alone.cues] == [(0, 0)]


def test_a_section_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        MONTAGE.only("nowhere")

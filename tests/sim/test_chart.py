"""A chart of one section alone, the hash of a chart, and its bars."""

from dataclasses import replace

import pytest

from game.sim.chart import Difficulty
from game.timing.tempo import TempoMap
from tests.charts import BEAT_US, At, L, chart_of
from tests.golden.frozen import frozen_chart

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


def test_a_chart_of_other_bars_has_another_hash() -> None:
    section = MONTAGE.sections[0]
    twice_as_many = replace(section, start_beat=section.start_beat * 2, end_beat=section.end_beat * 2)
    halved = TempoMap.from_runs(((int(twice_as_many.end_beat), BEAT_US // 2),))
    other = replace(MONTAGE, tempo=halved, sections=(twice_as_many,))
    assert (other.start_us, other.end_us, other.cues) == (MONTAGE.start_us, MONTAGE.end_us, MONTAGE.cues)
    assert len(other.barlines) == 2 * len(MONTAGE.barlines)
    assert other.hash() != MONTAGE.hash()


def test_a_bar_whose_third_beat_lies_elsewhere_gives_another_hash() -> None:
    slower_first = TempoMap.from_runs(((2, BEAT_US + 1_000), (2, BEAT_US - 1_000), (100, BEAT_US)))
    other = replace(MONTAGE, tempo=slower_first)
    assert [bar.time_us for bar in other.barlines] == [bar.time_us for bar in MONTAGE.barlines]
    assert other.hash() != MONTAGE.hash()


def test_neighbours_are_a_chart_of_their_own_with_numbers_from_0() -> None:
    whole = frozen_chart(Difficulty.NORMAL)
    names = [section.id for section in whole.sections]
    part = whole.only("+".join(names[3:6]))
    assert [section.id for section in part.sections] == names[3:6]
    assert [section.index for section in part.sections] == [0, 1, 2]
    assert [cue.id for cue in part.cues] == list(range(len(part.cues)))
    assert [cue.time_us for cue in part.cues] == [
        cue.time_us for section in whole.sections[3:6] for cue in section.cues
    ]
    assert {cue.section for cue in part.cues} == {0, 1, 2}


@pytest.mark.parametrize("wrong", ["market+yard", "yard+bridge", "yard+", "", "yard+market+nowhere"])
def test_only_neighbours_in_their_order_are_a_part(wrong: str) -> None:
    with pytest.raises(KeyError):
        frozen_chart(Difficulty.NORMAL).only(wrong)

"""What a film shows: the whole run, or twenty seconds of it on the beat."""

from fractions import Fraction
from itertools import pairwise

import pytest

from game.app.filming.cuts import AFTER_RAISE_US, HIT_BEATS, REEL_US, in_order_of_cuts, reel, whole
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.events import Event, Judged, Part
from game.sim.simulate import simulate
from game.timing.course import Course
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CHART, person_run

MONTAGE = frozen_chart(Difficulty.NORMAL)
STEADY = Course.steady(1000)


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """Return the events of a decent run."""
    replay = person_run(MONTAGE, 25)
    return simulate(MONTAGE, replay.header.options, MINIGAMES, (row.event for row in replay.trace.inputs))[1]


def test_a_whole_film_runs_from_the_lead_in_to_behind_the_last_chord() -> None:
    (cut,) = whole(MONTAGE)
    assert cut.from_us == cut.picture_us == MONTAGE.start_us - MONTAGE.lead_in_us
    assert cut.to_us > MONTAGE.end_us


def test_a_reel_lasts_twenty_seconds_without_a_gap(events: list[Event]) -> None:
    cuts = reel(MONTAGE, events, STEADY)
    assert all(one.to_us == other.from_us for one, other in pairwise(cuts))
    assert cuts[-1].to_us - cuts[0].from_us == pytest.approx(REEL_US, abs=600_000)


def test_a_reel_cuts_on_the_beat(events: list[Event]) -> None:
    for cut in reel(MONTAGE, events, STEADY):
        assert MONTAGE.tempo.beat_at(cut.from_us) == pytest.approx(round(MONTAGE.tempo.beat_at(cut.from_us)), abs=1e-4)


def test_each_cut_has_the_best_hit_of_its_section_on_a_beat(events: list[Event]) -> None:
    sections = [section for section in in_order_of_cuts(MONTAGE) if section is not MONTAGE.sections[-1]]
    for section, cut in zip(sections, reel(MONTAGE, events, STEADY), strict=False):
        own = [e for e in events if isinstance(e, Judged) and e.section == section.index and e.part is Part.PRESS]
        beat = Fraction(round(MONTAGE.tempo.beat_at(cut.from_us)) + HIT_BEATS)
        on_beat = [event for event in own if event.time_us == cut.picture_at(MONTAGE.tempo.to_us(beat))]
        assert max(event.points for event in own) in [event.points for event in on_beat]


def test_a_reel_ends_on_the_raise_where_picture_and_music_are_one(events: list[Event]) -> None:
    last = reel(MONTAGE, events, STEADY)[-1]
    raise_us = MONTAGE.cues[-1].time_us
    assert last.picture_us == last.from_us < raise_us
    assert last.to_us == raise_us + AFTER_RAISE_US


def test_every_exercise_but_the_borrowing_one_is_in_a_reel(events: list[Event]) -> None:
    shown = len(reel(MONTAGE, events, STEADY))
    assert shown == len(in_order_of_cuts(MONTAGE)) >= 12


def test_a_single_section_has_a_reel_too() -> None:
    (cut,) = reel(CHART, [], STEADY)
    assert cut.to_us > cut.from_us

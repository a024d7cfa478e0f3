"""Counts over all hits: as the attempts have them, new ones added, read ahead while it is wanted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.storage.history.attempt import Hit
from game.storage.history.history import History
from game.storage.history.tallies import AT_A_TIME, Tallies
from game.storage.scores import Scores
from tests.storage.history.test_history import HITS, QUIT

HITS_OF_ONE = sum(hit.offset_us is not None for hit in HITS)


@pytest.fixture
def scores(tmp_path: Path) -> Iterator[Scores]:
    with Scores(tmp_path / "scores.sqlite") as scores:
        yield scores


def test_clean_cues_are_counted_by_section_and_kind_over_all_attempts(scores: Scores) -> None:
    history = History(scores.database)
    hold = Hit("meat", 7, "hook", "press", 0, 4_000, 1000), Hit("meat", 7, "hook", "release", 0, 90_000, 500)
    history.add(replace(QUIT, hits=(*HITS, *hold)))
    history.add(replace(QUIT, began_at=2_000))
    clean = +Tallies(scores.database).clean()
    assert clean == {("", "yard", "lift"): 2, ("", "market", "crate"): 2}, "the hook's release was not clean"


def test_an_attempt_that_is_kept_later_is_added(scores: Scores) -> None:
    tallies = Tallies(scores.database)
    assert tallies.hits().total() == 0
    History(scores.database).add(QUIT)
    assert tallies.hits().total() == HITS_OF_ONE
    assert tallies.hits().total() == HITS_OF_ONE, "once"


def test_more_attempts_than_are_read_at_a_time_are_all_counted(scores: Scores) -> None:
    for number in range(AT_A_TIME + 3):
        History(scores.database).add(replace(QUIT, began_at=number))
    assert Tallies(scores.database).hits().total() == HITS_OF_ONE * (AT_A_TIME + 3)


def test_reading_ahead_stops_where_it_is_not_wanted_any_more(scores: Scores) -> None:
    for number in range(AT_A_TIME + 3):
        History(scores.database).add(replace(QUIT, began_at=number))
    tallies, wanted = Tallies(scores.database), iter([True, False])
    tallies.read_ahead(lambda: next(wanted))
    assert tallies._last == AT_A_TIME

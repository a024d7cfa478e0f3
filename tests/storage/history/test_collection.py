"""Grades, laces and totals are collected over all attempts; what was made easier earns no grade."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.sim.score import SectionGrade
from game.storage.board import Board
from game.storage.history.attempt import Attempt, Ended, Segment
from game.storage.history.collection import BestGrade, Collection, Totals
from game.storage.history.history import History
from game.storage.scores import Scores
from tests.storage.history.test_history import HITS

BOARD = Board("montage", "", "normal", 1000, 100, "", "ab" * 32)
YARD = Segment("yard", 70_000, "OK", 15_000, 20_000, 7, 1, 24_000_000)
PERFECT = replace(YARD, grade="Perfect", dead_on=14)
RUN = Attempt(BOARD, 1_000, Ended.QUIT, 0, 40_000_000, 40_000_000, 160_000, segments=(YARD,), laces=("yard",))


@pytest.fixture
def scores(tmp_path: Path) -> Iterator[Scores]:
    with Scores(tmp_path / "scores.sqlite") as scores:
        yield scores


def keep(scores: Scores, *attempts: Attempt) -> Collection:
    for attempt in attempts:
        History(scores.database).add(attempt)
    return Collection(scores.database)


def test_the_best_grade_of_a_section_is_kept_for_each_difficulty(scores: Scores) -> None:
    hard = replace(RUN, board=replace(BOARD, difficulty="hard"), segments=(replace(YARD, grade="Try again"),))
    collection = keep(scores, RUN, replace(RUN, segments=(PERFECT,)), RUN, hard)
    assert collection.best_grades("") == {
        ("yard", "normal"): BestGrade(SectionGrade.PERFECT),
        ("yard", "hard"): BestGrade(SectionGrade.TRY_AGAIN),
    }


@pytest.mark.parametrize(("dead_on", "starred"), [(14, False), (15, True), (20, True)])
def test_a_perfect_has_a_star_from_three_in_four_dead_on(scores: Scores, dead_on: int, starred: bool) -> None:
    collection = keep(scores, replace(RUN, segments=(replace(PERFECT, dead_on=dead_on),)))
    assert collection.best_grades("")["yard", "normal"].starred is starred


def test_no_other_grade_has_a_star(scores: Scores) -> None:
    collection = keep(scores, replace(RUN, segments=(replace(YARD, grade="Superb", dead_on=20),)))
    assert not collection.best_grades("")["yard", "normal"].starred


@pytest.mark.parametrize(
    "easier", [{"rate_permille": 900}, {"window_percent": 150}, {"assists": "one_button"}, {"mode": "practice"}]
)
def test_what_was_made_easier_or_practised_is_no_medal(scores: Scores, easier: dict[str, object]) -> None:
    assert keep(scores, replace(RUN, board=replace(BOARD, **easier))).best_grades("") == {}  # type: ignore[arg-type]


def test_practice_counts_where_it_is_asked_for(scores: Scores) -> None:
    collection = keep(scores, replace(RUN, board=replace(BOARD, mode="practice", section="yard")))
    assert ("yard", "normal") in collection.best_grades("", ("montage", "practice"))


def test_only_what_began_since_a_moment_counts(scores: Scores) -> None:
    collection = keep(scores, RUN)
    assert collection.best_grades("", since=1_000)
    assert not collection.best_grades("", since=1_001)


def test_a_lace_is_kept_for_good_whatever_made_the_run_easier(scores: Scores) -> None:
    eased = replace(RUN, board=replace(BOARD, assists="one_button"))
    assert keep(scores, eased, replace(RUN, laces=())).laces("") == {("yard", "normal")}


def test_totals_are_of_all_attempts(scores: Scores) -> None:
    assert Collection(scores.database).totals() == Totals()
    finished = replace(RUN, ended=Ended.FINISHED, hits=HITS)
    hits = sum(hit.offset_us is not None for hit in HITS)
    assert keep(scores, RUN, finished).totals() == Totals(2, 1, 80_000_000, hits)


def test_a_kind_counts_as_hit_once_it_was_hit_and_not_when_it_was_missed(scores: Scores) -> None:
    missed = replace(HITS[0], kind="rail", offset_us=None)
    collection = keep(scores, replace(RUN, hits=(*HITS, missed)))
    assert collection.was_hit("", "yard", "lift")
    assert not collection.was_hit("", "market", "lift")
    assert not collection.was_hit("", "yard", "rail")


def test_a_grade_that_there_is_not_is_left_out(scores: Scores) -> None:
    assert keep(scores, replace(RUN, segments=(replace(YARD, grade="Divine"),))).best_grades("") == {}


def test_a_section_of_another_world_earns_nothing_in_this_one(scores: Scores) -> None:
    other = replace(RUN, world="stranger", hits=HITS)
    collection = keep(scores, other)
    assert collection.best_grades("") == {}
    assert collection.laces("") == frozenset()
    assert not collection.was_hit("", "yard", "lift")
    assert ("yard", "normal") in collection.best_grades("stranger")
    assert collection.was_hit("stranger", "yard", "lift")

"""The purse: exactly a million for a perfect run, and additive over its sections."""

import pytest

from game.sim.judge import Grade
from game.sim.score import Rank, Score, SectionGrade
from tests.charts import BEAT_US, At, Run, U, chart_of
from tests.sim.judgements import STRAYED, judged

CHART = chart_of("market", *(At(beat, "crate", U) for beat in range(2, 12)))


def all_perfect() -> Run:
    run = Run(CHART)
    for beat in range(2, 12):
        run.tap(U, beat * BEAT_US)
    return run.to_the_end()


def test_a_perfect_section_earns_ten_thousand_a_bar_and_its_part_of_the_streak_score() -> None:
    score = all_perfect().session.score
    assert score.total == 4 * 10_000 + 100_000 * 4 // 90
    assert score.accuracy_permyriad == 10_000
    assert score.sections[0].grade is SectionGrade.PERFECT
    assert score.rank is Rank.CHAMPION


def test_one_stray_takes_the_perfect_and_one_cue_of_points() -> None:
    score = Score(CHART, (10,))
    for _ in range(10):
        score.on_events([judged(Grade.PERFECT, 1000, dead_on=True)])
    score.on_events([STRAYED])
    assert score.sections[0].net_points == 9_000
    assert score.sections[0].grade is SectionGrade.SUPERB


def test_sections_are_superb_from_ninety_and_ok_from_sixty_percent() -> None:
    grades = []
    for points in (900, 899, 600, 599):
        score = Score(CHART, (10,))
        for _ in range(10):
            score.on_events([judged(Grade.GOOD, points)])
        grades.append(score.sections[0].grade)
    assert grades == [SectionGrade.SUPERB, SectionGrade.OK, SectionGrade.OK, SectionGrade.TRY_AGAIN]


def test_strays_never_push_a_section_below_zero() -> None:
    score = Score(CHART, (10,))
    for _ in range(20):
        score.on_events([STRAYED])
    assert score.total == 0


def test_a_miss_in_the_middle_costs_more_streak_than_one_at_the_end() -> None:
    def streak_score(missed: int) -> int:
        score = Score(CHART, (10,))
        for place in range(10):
            grade, points = (Grade.MISS, 0) if place == missed else (Grade.PERFECT, 1000)
            score.on_events([judged(grade, points)])
        return score.total

    assert streak_score(5) < streak_score(9)


@pytest.mark.parametrize(
    ("points", "score", "rank"),
    [
        (17_000, 950_000, Rank.CHAMPION),
        (16_999, 949_950, Rank.CONTENDER),
        (15_000, 850_000, Rank.CONTENDER),
        (14_999, 849_950, Rank.PROSPECT),
        (12_000, 700_000, Rank.PROSPECT),
        (11_999, 699_950, Rank.CLUB_FIGHTER),
    ],
)
def test_each_rank_begins_exactly_at_its_floor(points: int, score: int, rank: Rank) -> None:
    whole_run = Score(chart_of("market", bars=90), (18,))
    for place in range(18):
        whole_run.on_events([judged(Grade.GOOD, points // 18 + (place < points % 18))])
    assert (whole_run.total, whole_run.rank) == (score, rank)

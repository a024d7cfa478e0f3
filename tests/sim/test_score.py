"""The score: exactly a million for a perfect run, and additive over its sections."""

from dataclasses import replace

import pytest

from game.sim.chart import Chart
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


def test_a_perfect_chart_of_any_length_is_a_million() -> None:
    score = all_perfect().session.score
    assert score.total == 1_000_000
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
        score = Score(chart_of("market"), (100,))
        for place in range(100):
            grade, points = (Grade.MISS, 0) if place == missed else (Grade.PERFECT, 1000)
            score.on_events([judged(grade, points)])
        return score.total

    assert streak_score(50) < streak_score(99)


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


def chart_of_sections(*cues: int) -> Chart:
    """Return a chart of sections of four bars with so many crates each."""
    section = chart_of("market", *(At(2 + place, "crate", U) for place in range(max(cues)))).sections[0]
    sections = tuple(replace(section, index=index, cues=section.cues[:count]) for index, count in enumerate(cues))
    return replace(chart_of("market"), sections=sections)


def test_sections_share_the_points_by_the_square_root_of_their_judgements() -> None:
    score = Score(chart_of_sections(1, 4, 9), (1, 4, 9))
    for index, count in enumerate((1, 4, 9)):
        score.on_events([replace(judged(Grade.GOOD, 1000), section=index)] * count)
        score.on_events([judged(Grade.MISS)])
    points = [score.section_score(index) for index in range(3)]
    assert points[0] < points[1] < points[2]
    assert all(150_000 * (1, 2, 3)[index] <= points[index] for index in range(3))


def test_a_section_without_judgements_is_worth_nothing_and_the_others_all() -> None:
    score = Score(chart_of_sections(0, 3), (0, 3))
    score.on_events([replace(judged(Grade.PERFECT, 1000), section=1)] * 3)
    assert (score.section_score(0), score.total) == (0, 1_000_000)


def test_a_sloppy_hit_keeps_the_streak_and_adds_nothing() -> None:
    score = Score(CHART, (10,))
    score.on_events([judged(Grade.PERFECT, 1000)] * 3)
    before = score.sections[0].streak_weight
    score.on_events([judged(Grade.SLOPPY, 100)])
    assert (score.streak, score.sections[0].streak_weight) == (3, before)
    score.on_events([judged(Grade.PERFECT, 1000)])
    assert score.streak == 4


def test_a_streak_weighs_up_to_twelve_percent_of_the_judgements() -> None:
    score = Score(chart_of("market", bars=90), (100,))
    for _ in range(100):
        score.on_events([judged(Grade.PERFECT, 1000)])
    assert score.sections[0].streak_weight == sum(min(place, 12) for place in range(1, 101))


def test_in_a_run_of_a_few_cues_each_weighs_alike_in_the_streak() -> None:
    score = Score(CHART, (8,))
    for place in range(8):
        score.on_events([judged(Grade.MISS) if place == 3 else judged(Grade.PERFECT)])
    assert score.sections[0].streak_weight == 7
    assert score.total == 100_000 * 7 // 8


def test_a_streak_counts_clean_and_good_hits_and_remembers_its_best() -> None:
    score = Score(CHART, (10,))
    score.on_events([judged(Grade.PERFECT), judged(Grade.GREAT), judged(Grade.GOOD), judged(Grade.MISS)])
    score.on_events([judged(Grade.PERFECT), judged(Grade.PERFECT), STRAYED, judged(Grade.PERFECT)])
    assert (score.streak, score.best_streak) == (1, 3)


def test_accuracy_is_in_ten_thousandths_of_all_points_and_strays_lower_it() -> None:
    score = Score(CHART, (3,))
    score.on_events([judged(Grade.PERFECT, 1000), judged(Grade.PERFECT, 1000)])
    assert score.accuracy_permyriad == 6_666
    score.on_events([STRAYED])
    assert score.accuracy_permyriad == 3_333
    assert Score(CHART, (0,)).accuracy_permyriad == 0


def test_each_hit_dead_on_is_a_star() -> None:
    score = Score(chart_of_sections(3, 3), (3, 3))
    score.on_events([judged(Grade.PERFECT, 1000, dead_on=True)] * 2)
    score.on_events([replace(judged(Grade.PERFECT, 1000, dead_on=True), section=1), judged(Grade.PERFECT, 990)])
    assert score.dead_on == 3

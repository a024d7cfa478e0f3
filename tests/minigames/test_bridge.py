"""Under the bridge: an honest drift is forgiven, the join is not."""

from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, R, Run, chart_of

STEPS = (
    *(At(beat, "step", (L, R)[beat % 2]) for beat in range(2, 6)),
    *(At(beat, "silent", (L, R)[beat % 2]) for beat in range(6, 13)),
    At(13, "join", R),
)


def walk(pace_us: int, join_us: int) -> Run:
    run = Run(chart_of("bridge", *STEPS))
    for beat in range(2, 6):
        run.tap((L, R)[beat % 2], beat * BEAT_US)
    for n, beat in enumerate(range(6, 13)):
        run.tap((L, R)[beat % 2], 5 * BEAT_US + (n + 1) * pace_us)
    return run.tap(R, join_us).to_the_end()


def test_a_pace_that_is_steady_but_slow_is_perfect_in_the_silence() -> None:
    run = walk(BEAT_US + 10_000, 13 * BEAT_US)
    assert [event.points for event in run.judged[4:11]] == [992] * 7


def test_the_join_is_judged_by_the_true_beat() -> None:
    assert walk(BEAT_US + 10_000, 13 * BEAT_US).judged[-1].points == 1000
    assert walk(BEAT_US + 10_000, 13 * BEAT_US + 70_000).judged[-1].grade is Grade.GOOD


def test_an_uneven_pace_is_not_forgiven() -> None:
    run = Run(chart_of("bridge", *STEPS))
    for beat in range(2, 6):
        run.tap((L, R)[beat % 2], beat * BEAT_US)
    run.tap(L, 6 * BEAT_US + 60_000)
    run.tap(R, 7 * BEAT_US)
    assert [event.grade for event in run.judged[4:]] == [Grade.GOOD, Grade.GOOD]


def test_a_missed_step_finds_the_true_beat_again() -> None:
    chart = chart_of("bridge", At(2, "step", L), At(3, "step", R), At(4, "silent", L))
    run = Run(chart).tap(L, 2 * BEAT_US + 80_000).until(7 * BEAT_US // 2).tap(L, 4 * BEAT_US)
    assert run.judged[1].grade is Grade.MISS
    assert run.judged[-1].offset_us == 0


def test_a_silent_step_is_judged_by_how_far_the_runner_has_drifted() -> None:
    run = Run(chart_of("bridge", At(2, "step", L), At(3, "silent", R))).tap(L, 2 * BEAT_US + 30_000)
    assert run.tap(L, 3 * BEAT_US).strays == 1, "the other foot is next"
    assert run.tap(R, 3 * BEAT_US + 60_000).judged[-1].offset_us == 30_000


def test_a_drift_is_followed_up_to_a_hundred_and_eighty_milliseconds() -> None:
    run = walk(BEAT_US + 45_000, 13 * BEAT_US)
    assert [event.offset_us for event in run.judged[4:10]] == [45_000] * 5 + [90_000]

"""The session: what a press, a chord, a hold, a stray and a seam mean."""

from dataclasses import replace

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Difficulty, Lace
from game.sim.events import Judged, LaceFound, Part, RunEnded
from game.sim.judge import Grade
from game.sim.options import Assist, RunOptions
from game.sim.session import Session
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of

CRATE = chart_of("market", At(4, "crate", U))
AT = 4 * BEAT_US


@pytest.mark.parametrize(
    ("offset_us", "grade"),
    [
        (-135_001, None),
        (-135_000, Grade.SLOPPY),
        (0, Grade.PERFECT),
        (135_000, Grade.SLOPPY),
        (135_001, Grade.MISS),
    ],
)
def test_a_press_counts_up_to_the_last_microsecond_of_the_outer_window(offset_us: int, grade: Grade | None) -> None:
    run = Run(CRATE).tap(U, AT + offset_us)
    if grade is None:
        assert run.strays == 1
    else:
        assert run.judged[0].grade is grade


def test_an_input_and_the_deadline_at_the_same_moment_go_to_the_input() -> None:
    run = Run(CRATE).press(U, AT + 135_000)
    assert run.judged[0].grade is Grade.SLOPPY


def test_a_cue_that_nobody_pressed_is_missed_when_its_window_ends() -> None:
    run = Run(CRATE).to_the_end()
    assert [(event.grade, event.time_us, event.offset_us) for event in run.judged] == [(Grade.MISS, AT + 135_000, None)]


def test_the_wrong_verb_is_a_stray_and_costs_points_and_streak() -> None:
    run = Run(chart_of("market", At(2, "crate", U), At(4, "crate", U))).tap(U, 2 * BEAT_US).tap(D, 3 * BEAT_US)
    assert run.strays == 1
    assert run.session.score.streak == 0
    assert run.session.score.sections[0].net_points == 0


def test_a_late_press_for_a_cue_just_missed_is_excused_once() -> None:
    run = Run(CRATE).tap(U, AT + 190_000)
    assert (run.strays, run.judged[0].grade) == (0, Grade.MISS)
    run.tap(U, AT + 199_000 + 50_000)
    assert run.strays == 1


def test_both_late_presses_for_a_missed_chord_are_excused() -> None:
    chord = chart_of("yard", At(4, "press", (L, R)))
    run = Run(chord).press(L, AT + 150_000).press(R, AT + 190_000)
    assert (run.strays, run.judged[0].grade) == (0, Grade.MISS)
    assert run.release(L, AT + 191_000).press(L, AT + 195_000).strays == 1


def test_a_press_half_way_between_two_cues_belongs_to_the_first() -> None:
    pair = chart_of("market", At(4, "crate", U), At(4.5, "crate", U))
    run = Run(pair, RunOptions(window_percent=150)).tap(U, AT + BEAT_US // 4)
    assert [event.cue_id for event in run.judged] == [0]


@pytest.mark.parametrize(("late_us", "strays"), [(200_000, 0), (200_001, 1)])
def test_a_press_is_excused_up_to_two_hundred_milliseconds_after_the_cue(late_us: int, strays: int) -> None:
    assert Run(CRATE).tap(U, AT + late_us).strays == strays


@pytest.mark.parametrize(("after_us", "strays"), [(39_999, 0), (40_000, 1)])
def test_the_same_verb_again_is_a_bounce_for_less_than_forty_milliseconds(after_us: int, strays: int) -> None:
    run = Run(CRATE).press(U, AT).release(U, AT + 5_000).press(U, AT + after_us)
    assert run.strays == strays


def test_a_bouncing_switch_is_no_stray() -> None:
    run = Run(CRATE).press(U, AT).release(U, AT + 5_000).press(U, AT + 39_000)
    assert (run.strays, len(run.judged)) == (0, 1)


def test_a_press_goes_to_the_nearest_open_cue() -> None:
    chart = chart_of("market", At(4, "crate", U), At(4.5, "crate", U))
    run = Run(chart).tap(U, AT + BEAT_US // 2 - 100_000)
    assert run.judged[-1].cue_id == 1


def test_a_narrowed_window_closes_sooner() -> None:
    chart = chart_of("market", At(4, "crate", U, window_us=50_000))
    run = Run(chart).until(AT + 50_000)
    assert run.judged[0].grade is Grade.MISS


class TestChords:
    CHART = chart_of("yard", At(4, "press", (L, R)))

    def test_are_judged_on_the_later_press(self) -> None:
        run = Run(self.CHART).press(L, AT - 20_000).press(R, AT + 15_000)
        assert [event.offset_us for event in run.judged] == [15_000]

    def test_count_when_the_presses_are_fifty_milliseconds_apart(self) -> None:
        run = Run(self.CHART).press(L, AT - 50_000).press(R, AT)
        assert run.judged[0].grade is Grade.PERFECT

    @pytest.mark.parametrize("apart_us", [50_001, 70_000])
    def test_are_sloppy_when_the_presses_are_up_to_seventy_milliseconds_apart(self, apart_us: int) -> None:
        run = Run(self.CHART).press(L, AT - apart_us).press(R, AT).to_the_end()
        assert [(event.grade, event.points, event.dead_on) for event in run.judged] == [(Grade.SLOPPY, 400, False)]
        assert run.strays == 0

    def test_fall_apart_at_one_microsecond_more_without_a_stray(self) -> None:
        run = Run(self.CHART).press(L, AT - 70_001).press(R, AT).to_the_end()
        assert [event.grade for event in run.judged] == [Grade.MISS]
        assert run.strays == 0

    @pytest.mark.parametrize(("first_us", "grades", "strays"), [(-205_000, [Grade.SLOPPY], 0), (-205_001, [], 1)])
    def test_may_begin_seventy_milliseconds_before_their_window(
        self, first_us: int, grades: list[Grade], strays: int
    ) -> None:
        run = Run(self.CHART).press(L, AT + first_us).press(R, AT + first_us + 70_000)
        assert ([event.grade for event in run.judged], run.strays) == (grades, strays)

    @pytest.mark.parametrize("rate_permille", [500, 1500])
    def test_are_as_loose_in_real_time_at_any_rate(self, rate_permille: int) -> None:
        apart_us = 50_000 * rate_permille // 1000
        options = RunOptions(rate_permille=rate_permille)
        grades = [
            Run(self.CHART, options).press(L, AT - us).press(R, AT).judged[0].grade for us in (apart_us, apart_us + 1)
        ]
        assert grades == [Grade.PERFECT, Grade.SLOPPY]

    def test_take_two_presses_and_no_third(self) -> None:
        run = Run(self.CHART).press(L, AT - 15_000).press(R, AT).release(L, AT + 10_000).press(L, AT + 40_000)
        assert (len(run.judged), run.strays) == (1, 1)

    def test_that_ask_for_one_verb_take_one_press(self) -> None:
        run = Run(chart_of("yard", At(4, "press", L))).press(L, AT)
        assert [event.grade for event in run.judged] == [Grade.PERFECT]

    def test_take_one_press_with_one_button(self) -> None:
        run = Run(self.CHART, RunOptions(assists=frozenset({Assist.ONE_BUTTON}))).press(D, AT)
        assert run.judged[0].grade is Grade.PERFECT

    @pytest.mark.parametrize("assist", [Assist.ONE_BUTTON, Assist.ONE_HAND])
    @pytest.mark.parametrize(("apart_us", "strays"), [(0, 0), (70_000, 0), (70_001, 1)])
    def test_take_the_second_press_too_where_one_is_enough(self, assist: Assist, apart_us: int, strays: int) -> None:
        run = Run(self.CHART, RunOptions(assists=frozenset({assist}))).press(L, AT).press(R, AT + apart_us).to_the_end()
        assert ([event.grade for event in run.judged], run.strays) == ([Grade.PERFECT], strays)

    def test_leave_the_next_cue_alone_with_their_second_press(self) -> None:
        chart = chart_of("yard", At(4, "press", (L, R)), At(4.2, "rail", U))
        run = Run(chart, RunOptions(assists=frozenset({Assist.ONE_BUTTON}))).press(L, AT).press(R, AT)
        assert [event.cue_id for event in run.judged] == [0]


class TestOneHand:
    OPTIONS = RunOptions(assists=frozenset({Assist.ONE_HAND}))

    @pytest.mark.parametrize(("wanted", "pressed", "strays"), [(L, R, 0), (R, L, 0), (L, U, 1), (L, D, 1)])
    def test_takes_either_hand_for_a_hand_and_nothing_else(self, wanted: Verb, pressed: Verb, strays: int) -> None:
        run = Run(chart_of("speed_bag", At(4, "strike", wanted)), self.OPTIONS).press(pressed, AT)
        assert (run.strays, len(run.judged)) == (strays, 1 - strays)

    @pytest.mark.parametrize(("pressed", "strays"), [(U, 0), (L, 1), (D, 1)])
    def test_leaves_what_is_no_hand_to_its_own_verb(self, pressed: Verb, strays: int) -> None:
        assert Run(CRATE, self.OPTIONS).press(pressed, AT).strays == strays

    def test_steps_with_the_same_foot_again_and_again(self) -> None:
        chart = chart_of("river", At(4, "stride", L), At(5, "stride", R))
        run = Run(chart, self.OPTIONS).tap(R, AT).tap(R, AT + BEAT_US)
        assert [event.grade for event in run.judged] == [Grade.PERFECT] * 2


class TestHolds:
    CHART = chart_of("sit_ups", At(4, "sit_up", U, length=1))
    END = 5 * BEAT_US

    def test_are_two_judgements(self) -> None:
        run = Run(self.CHART).press(U, AT).release(U, self.END)
        assert [(event.part, event.grade) for event in run.judged] == [
            (Part.PRESS, Grade.PERFECT),
            (Part.RELEASE, Grade.PERFECT),
        ]

    @pytest.mark.parametrize(
        ("offset_us", "grade"),
        [(-202_501, Grade.MISS), (-202_500, Grade.SLOPPY), (33_000, Grade.PERFECT), (202_500, Grade.SLOPPY)],
    )
    def test_have_releases_with_wider_windows(self, offset_us: int, grade: Grade) -> None:
        run = Run(self.CHART).press(U, AT).release(U, self.END + offset_us)
        assert run.judged[1].grade is grade

    def test_go_on_when_another_key_is_let_go(self) -> None:
        assert len(Run(self.CHART).press(U, AT).release(L, self.END).judged) == 1

    def test_that_are_never_let_go_miss_their_release(self) -> None:
        run = Run(self.CHART).press(U, AT).to_the_end()
        assert [(event.grade, event.time_us) for event in run.judged[1:]] == [(Grade.MISS, self.END + 202_500)]

    def test_that_are_never_pressed_are_two_misses(self) -> None:
        run = Run(self.CHART).to_the_end()
        assert [event.part for event in run.judged] == [Part.PRESS, Part.RELEASE]
        assert {event.grade for event in run.judged} == {Grade.MISS}

    def test_are_not_judged_on_release_on_easy(self) -> None:
        chart = chart_of("sit_ups", At(4, "sit_up", U, length=1), difficulty=Difficulty.EASY)
        run = Run(chart).press(U, AT).release(U, AT + 80_000).to_the_end()
        assert [event.part for event in run.judged] == [Part.PRESS]

    def test_complete_themselves_when_holds_are_taps(self) -> None:
        run = Run(self.CHART, RunOptions(assists=frozenset({Assist.HOLD_TAP}))).press(U, AT).to_the_end()
        assert [event.grade for event in run.judged] == [Grade.PERFECT]

    def test_are_taps_with_one_button(self) -> None:
        run = Run(self.CHART, RunOptions(assists=frozenset({Assist.ONE_BUTTON}))).tap(D, AT).to_the_end()
        assert [event.part for event in run.judged] == [Part.PRESS]

    @pytest.mark.parametrize(("after_us", "judgements"), [(39_999, 1), (40_000, 2)])
    def test_take_a_release_from_forty_milliseconds_after_the_press_on(self, after_us: int, judgements: int) -> None:
        run = Run(self.CHART).press(U, AT).release(U, AT + after_us)
        assert len(run.judged) == judgements

    def test_survive_a_bouncing_switch(self) -> None:
        run = Run(self.CHART).press(U, AT).release(U, AT + 6_000).press(U, AT + 9_000).release(U, self.END)
        assert [event.grade for event in run.judged] == [Grade.PERFECT, Grade.PERFECT]
        assert run.strays == 0


class TestAlternation:
    def steps(self) -> Run:
        return Run(chart_of("river", *(At(4 + n, "stride", (L, R)[n % 2]) for n in range(4))))

    def test_begins_with_either_foot(self) -> None:
        run = self.steps()
        for n, foot in enumerate((R, L, R, L)):
            run.tap(foot, AT + n * BEAT_US)
        assert [event.grade for event in run.judged] == [Grade.PERFECT] * 4

    def test_refuses_the_same_foot_twice(self) -> None:
        run = self.steps().tap(L, AT).tap(L, AT + BEAT_US).to_the_end()
        assert run.strays == 1
        assert run.judged[1].grade is Grade.MISS

    def test_takes_either_foot_after_a_miss(self) -> None:
        run = self.steps().tap(L, AT).until(AT + BEAT_US + 135_000).tap(L, AT + 2 * BEAT_US)
        assert [event.grade for event in run.judged] == [Grade.PERFECT, Grade.MISS, Grade.PERFECT]

    def test_still_refuses_the_same_hand_twice_while_another_movement_is_open(self) -> None:
        chart = chart_of("yard", At(4, "lift", L), At(4.25, "rail", U), At(4.5, "lift", R))
        run = Run(chart).tap(L, AT).press(L, AT + BEAT_US // 2)
        assert (run.strays, len(run.judged)) == (1, 1)

    def test_still_refuses_the_same_hand_twice_when_the_step_between_was_done(self) -> None:
        chart = chart_of("yard", At(3.95, "rail", U), At(4, "lift", L), At(4.2, "lift", R))
        run = Run(chart).tap(L, AT).press(L, AT + BEAT_US // 5)
        assert (run.strays, len(run.judged)) == (1, 1)

    def test_lets_a_dropped_step_go_when_the_next_one_comes_first(self) -> None:
        fast = chart_of("steps", *(At(4 + n / 4, "step", (L, R)[n % 2]) for n in range(3)))
        run = Run(fast).tap(L, AT).tap(L, AT + BEAT_US // 2)
        assert [(event.cue_id, event.grade) for event in run.judged] == [
            (0, Grade.PERFECT),
            (1, Grade.MISS),
            (2, Grade.PERFECT),
        ]


def test_a_late_poll_counts_as_now() -> None:
    session = Session(CRATE, RunOptions(), MINIGAMES)
    session.advance_to(AT)
    assert session.queue(InputEvent(AT - 5_000, Verb.UP, down=True)).time_us == AT


def test_the_session_ends_once_and_stays_ended() -> None:
    run = Run(CRATE).to_the_end()
    assert isinstance(run.events[-1], RunEnded)
    assert run.until(1 << 61).events[-1] is run.events[-1]
    assert run.session.ended


def test_pressing_nothing_scores_nothing() -> None:
    assert Run(CRATE).to_the_end().session.score.total == 0


def test_events_come_in_order_of_time() -> None:
    run = Run(chart_of("market", *(At(beat, "crate", U) for beat in range(2, 12)))).tap(U, AT).to_the_end()
    times = [event.time_us for event in run.events if isinstance(event, Judged)]
    assert times == sorted(times)


LACE = Lace(D, 3 * BEAT_US, 3 * BEAT_US + 100_000)
LACED = replace(CRATE, sections=(replace(CRATE.sections[0], lace=LACE),))


@pytest.mark.parametrize(
    ("at_us", "found"),
    [(LACE.from_us - 1, False), (LACE.from_us, True), (LACE.to_us, True), (LACE.to_us + 1, False)],
)
def test_a_lace_is_found_from_its_first_to_its_last_microsecond(at_us: int, found: bool) -> None:
    run = Run(LACED).press(D, at_us)
    assert any(isinstance(event, LaceFound) for event in run.events) is found
    assert run.strays == (not found)


def test_a_lace_is_found_by_its_own_verb_and_once() -> None:
    run = Run(LACED).tap(L, LACE.from_us).press(D, LACE.from_us + 70_000)
    run.release(D, LACE.from_us + 71_000).press(D, LACE.to_us + 20_000)
    assert (sum(isinstance(event, LaceFound) for event in run.events), run.strays) == (1, 2)


def test_a_press_before_the_run_begins_is_no_stray() -> None:
    lead = replace(CRATE, lead_in_us=BEAT_US)
    assert [Run(lead).press(L, at_us).strays for at_us in (-BEAT_US, -1, 0)] == [0, 0, 1]

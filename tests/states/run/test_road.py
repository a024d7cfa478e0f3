"""Road work from the menu: two presses, a run whose tempo follows it, its time and medal, and where they stand."""

from dataclasses import replace

import pytest

from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.menus.records.results import road_standing
from game.states.menus.road_record import RoadRecord
from game.states.run.medals import MEDALS, medal_of
from game.states.run.readouts import readout_of
from game.states.run.run_plan import Mode, RoadTime
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
from game.timing.units import Micros, ms
from game.view.ui.hud import RoadReadout, SplitReadout
from tests.states.rig import Rig


def finished(app: AppContext, real_us: Micros, ended: Ended = Ended.FINISHED, identity: str = "a" * 64) -> Attempt:
    library = app.loaded.wait().library
    plan = app.road_plan()
    board = plan.board(library.chart(plan.difficulty).hash(), library.map_name)
    return Attempt(board, 0, ended, 0, 0, real_us, 0, identity=identity)


def test_two_presses_run_it_and_the_tempo_follows_the_runner(rig: Rig) -> None:
    rig.go(Transition("menu")).press("DOWN", "RETURN")
    assert rig.name == "Running"
    run = rig.state.run  # type: ignore[attr-defined]
    assert run.plan.mode is Mode.ROAD
    began_us = run.player.song_time_at(rig.app.clock.now_us())
    rig.wait(ms(500))
    assert run.player.song_time_at(rig.app.clock.now_us()) - began_us == pytest.approx(ms(450), abs=2)


def test_a_whole_run_is_timed(rig: Rig) -> None:
    rig.go(Transition("menu")).press("DOWN", "RETURN").wait(ms(8_000))
    assert rig.name == "Results"
    outcome = rig.state._outcome  # type: ignore[attr-defined]
    assert outcome.road == RoadTime(4_444_444, None, None), "two bars of two seconds at 9,000"


def test_a_rate_of_the_montage_does_not_reach_it(rig: Rig) -> None:
    rig.app.change("play", rate_permille=500)
    assert rig.app.road_plan().options.rate_permille == 1000
    assert rig.app.montage_plan().options.rate_permille == 500


def test_the_menu_shows_the_best_time_of_a_finished_run_that_is_proven(rig: Rig) -> None:
    for attempt in (
        finished(rig.app, ms(175_161), identity="b" * 64),
        finished(rig.app, ms(180_000)),
        finished(rig.app, ms(9_000), Ended.RESTARTED, ""),
        finished(rig.app, ms(8_000), Ended.FINISHED, ""),
    ):
        rig.app.history.add(attempt)
    assert RoadRecord(rig.app).words() == "2:55.161"


def test_before_the_first_run_the_menu_shows_no_time(rig: Rig) -> None:
    assert RoadRecord(rig.app).words() == ""


@pytest.mark.parametrize("difficulty", list(MEDALS))
def test_each_medal_is_earned_up_to_its_time(difficulty: Difficulty) -> None:
    times = [medal.time_us for medal in MEDALS[difficulty]]
    assert times == sorted(times)
    assert medal_of("montage", difficulty, times[1]) == "gold"
    assert medal_of("montage", difficulty, times[1] + 1) == "silver"
    assert medal_of("montage", difficulty, times[-1] + 1) is None
    assert medal_of("another pack", difficulty, times[0]) is None


def test_the_results_say_the_time_its_medal_and_the_lead() -> None:
    road = RoadTime(ms(175_000), "gold", ms(176_250))
    assert road_standing(road) == "In 2:55.000, gold, 0:01.250 faster than the best."
    assert road_standing(replace(road, medal=None, best_us=ms(174_999))) == "In 2:55.000, 0:00.001 behind the best."
    assert road_standing(RoadTime(999, None, None)) == "In 0:00.000."


def test_the_overlay_shows_in_game_time_and_the_split_against_the_fastest_run(rig: Rig) -> None:
    segment = Segment("yard", 0, "OK", 0, 1, 0, 0, ms(4_500))
    slower = replace(segment, real_us=ms(5_000))
    rig.app.history.add(replace(finished(rig.app, ms(4_500)), segments=(segment,)))
    rig.app.history.add(replace(finished(rig.app, ms(5_000), identity="c" * 64), segments=(slower,)))
    rig.go(Transition("menu")).press("DOWN", "RETURN").wait(ms(3_000))
    run = rig.state.run  # type: ignore[attr-defined]
    assert readout_of(run).road == RoadReadout(run.session.course.real_at(run.session.now_us), None)
    run.advance_to(run.chart.end_us)
    assert readout_of(run).road == RoadReadout(4_444_444, SplitReadout(4_444_444 - ms(4_500), "best run", gold=True))

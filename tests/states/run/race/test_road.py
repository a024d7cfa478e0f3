"""Road work from the menu: two presses, a run whose tempo follows it, its time and medal, and where they stand."""

from dataclasses import replace

import pytest

from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.menus.records.results import Results, medal_ahead, road_standing
from game.states.menus.road_record import RoadRecord
from game.states.run.race.medals import MEDALS, Medal, medal_of, next_medal
from game.states.run.race.readouts import readout_of
from game.states.run.race.splits import RoadSegment
from game.states.run.run_plan import Mode, RoadTime
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
from game.timing.units import Micros, ms
from game.view.ui.hud import RoadReadout, SplitReadout
from tests.states.rig import Rig
from tests.states.run.test_running import play_all


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
    assert (outcome.road.time_us, outcome.road.medal, outcome.road.best_us) == (4_444_444, None, None), "two bars"
    assert [segment.real_us for segment in outcome.road.segments] == [4_444_444]


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


def medal_named(difficulty: Difficulty, time_us: Micros) -> str | None:
    medal = medal_of("montage", difficulty, time_us)
    return None if medal is None else medal.name


@pytest.mark.parametrize("difficulty", list(MEDALS))
def test_each_medal_is_earned_up_to_its_time(difficulty: Difficulty) -> None:
    times = [medal.time_us for medal in MEDALS[difficulty]]
    assert times == sorted(times)
    assert medal_named(difficulty, times[1]) == "gold"
    assert medal_named(difficulty, times[1] + 1) == "silver"
    assert medal_of("montage", difficulty, times[-1] + 1) is None
    assert medal_of("another pack", difficulty, times[0]) is None


def test_the_authors_time_is_hidden_until_gold_and_is_said_to_be_the_models() -> None:
    author, gold, silver, bronze = MEDALS[Difficulty.NORMAL]
    targets = [
        next_medal("montage", Difficulty.NORMAL, best_us)
        for best_us in (None, bronze.time_us, silver.time_us, gold.time_us + 1, gold.time_us, author.time_us)
    ]
    assert targets == [bronze, silver, gold, gold, author, None]
    road = RoadTime(gold.time_us, gold, None, author)
    assert medal_ahead(road) == "The author's medal is at 2:52.800, the model's time."
    assert medal_ahead(replace(road, target=None)) == ""
    assert next_medal("another pack", Difficulty.NORMAL, None) is None


def test_the_results_count_the_golds() -> None:
    gold, usual, first = (
        RoadSegment("yard", ms(real), best, 0) for real, best in ((9, ms(10)), (10, ms(10)), (9, None))
    )
    road = RoadTime(ms(175_000), None, None, None, (gold, usual, first, gold))
    assert road_standing(road) == "In 2:55.000, 2 golds."


def test_the_results_say_the_time_its_medal_and_the_lead() -> None:
    road = RoadTime(ms(175_000), Medal("gold", ms(175_200)), ms(176_250))
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


def test_the_results_of_the_first_montage_mention_it_once_and_lead_there(rig: Rig) -> None:
    play_all(rig)
    rig.press("RETURN", "RETURN", "RETURN")
    assert "Road work" in labels(rig)
    rig.choose("Road work").press("RETURN")
    assert rig.state.run.plan.mode is Mode.ROAD  # type: ignore[attr-defined]
    play_all(rig)
    rig.press("RETURN", "RETURN", "RETURN")
    assert "Road work" not in labels(rig)


def test_after_a_best_run_the_results_offer_to_race_it_now(rig: Rig) -> None:
    play_all(rig, late_us=ms(30))
    rig.press("RETURN", "RETURN", "RETURN")
    rig.choose("Race it now").press("RETURN")
    run = rig.state.run  # type: ignore[attr-defined]
    assert run.ghost is not None
    assert run.plan.ghost.endswith(".laceup")
    play_all(rig, late_us=ms(60))
    rig.press("RETURN", "RETURN", "RETURN")
    assert "Race it now" not in labels(rig), "it was worse"


def labels(rig: Rig) -> list[str]:
    assert isinstance(rig.state, Results), rig.name
    return [row.label for row in rig.state.rows()]

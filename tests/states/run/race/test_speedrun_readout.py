"""The speedrun switch: a moderator sees which run it is and how it goes, assists are locked, nothing covers times."""

from dataclasses import replace

from game.sim.actions import Verb
from game.sim.options import Assist
from game.states.run.race.speedrun_readout import speedrun_figures
from game.states.run.run import Run
from game.states.run.run_plan import options_from
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Segment
from game.storage.settings import PlaySettings
from game.timing.units import Micros, ms
from tests.states.rig import Rig


def begun(rig: Rig, *keys: str) -> Run:
    rig.app.change("play", speedrun=True)
    rig.go(Transition("menu")).press(*keys, "RETURN")
    assert rig.name == "Running"
    run: Run = rig.state.run  # type: ignore[attr-defined]
    return run


def kept(rig: Rig, ended: Ended, real_us: Micros, identity: str = "") -> None:
    library, plan = rig.app.loaded.wait().library, rig.app.road_plan()
    board = plan.board(library.chart(plan.difficulty).hash(), library.map_name)
    segments = (Segment("yard", 0, "OK", 0, 0, 0, 0, real_us),)
    rig.app.history.add(Attempt(board, 0, ended, 0, 0, real_us, 0, identity=identity, segments=segments))


def test_a_run_of_road_work_shows_both_times_and_the_attempt(rig: Rig) -> None:
    rig.app.change("play", speedrun=True)
    kept(rig, Ended.FINISHED, ms(4_000), "a" * 64)
    kept(rig, Ended.RESTARTED, ms(3_900))
    run = begun(rig, "DOWN")
    rig.wait(ms(1_000))
    figures = speedrun_figures(run, rig.app.clock.now_us())
    assert figures.attempt == "attempt 3"
    assert figures.best == "best 0:04.000"
    assert figures.sum_of_best == "sum of best 0:03.900", "golds count in runs that were restarted"
    assert figures.real_time == "0:01.000"
    assert figures.first < figures.real_time, "the song begins a moment after the key"
    assert f"chart {run.chart.hash()[:8]}" in figures.identity
    assert f"seed {run.plan.options.seed}" in figures.identity
    assert figures.split == "-", "no section has ended"


def test_the_split_is_against_the_best_run(rig: Rig) -> None:
    rig.app.change("play", speedrun=True)
    kept(rig, Ended.FINISHED, ms(4_000), "a" * 64)
    run = begun(rig, "DOWN")
    run.session.advance_to(run.chart.end_us)
    figures = speedrun_figures(run, rig.app.clock.now_us())
    assert (figures.split, figures.ahead) == ("+0:00.444", False)


def test_keys_are_lit_while_they_are_down_and_hits_are_marked(rig: Rig) -> None:
    run = begun(rig, "DOWN")
    run.press(Verb.LEFT, rig.app.clock.now_us(), down=True)
    run.errors_ms += [-12.0, 8.5]
    figures = speedrun_figures(run, rig.app.clock.now_us())
    assert figures.held == {Verb.LEFT}
    assert [(mark.offset_us, mark.fresh) for mark in figures.marks] == [(-12_000, 0.5), (8_500, 1.0)]


def test_the_montage_shows_points(rig: Rig) -> None:
    run = begun(rig)
    figures = speedrun_figures(run, rig.app.clock.now_us())
    assert (figures.first, figures.best, figures.sum_of_best, figures.attempt) == (
        "0",
        "best -",
        "sum of best -",
        "attempt 1",
    )


def test_assists_and_wider_windows_are_locked() -> None:
    helped = PlaySettings(one_button=True, one_hand=True, hold_tap=True, see_silence=True, window_percent=200)
    assert options_from(helped).assists == frozenset(Assist)
    locked = options_from(replace(helped, speedrun=True))
    assert (locked.assists, locked.window_percent) == (frozenset(), 100)
    assert options_from(PlaySettings(window_percent=75, speedrun=True)).window_percent == 75


def test_a_replay_says_that_figures_were_shown(rig: Rig) -> None:
    run = begun(rig, "DOWN")
    rig.wait(ms(500))
    assert run.replay().conditions.overlay_ever


def test_notices_stand_below_the_figures(rig: Rig) -> None:
    run = begun(rig)
    assert rig.state.notice_top > 50
    rig.app.change("play", speedrun=False)
    assert rig.state.notice_top < 10
    assert run.plan.counts

"""The demo is the best run kept, where there is one that can be read, and a perfect one elsewhere."""

from game.sim.options import RunOptions
from game.states.run.preparing import prepare
from game.states.run.race.readouts import readout_of
from game.states.run.run_plan import Mode, RunPlan
from tests.states.rig import CUE_BEATS, Rig
from tests.states.run.test_running import play_all

DEMO = RunPlan(Mode.DEMO, options=RunOptions())


def presses(rig: Rig) -> list[int]:
    """Return the song times of the presses of a demo."""
    run = prepare(rig.app, DEMO)
    run.start(run.chart.start_us, rig.clock.now_us())
    run.advance_to(1 << 60)
    return [judged.time_us for judged in run.judged]


def test_without_a_run_the_demo_is_perfect(rig: Rig) -> None:
    assert len(presses(rig)) == len(CUE_BEATS)
    assert {time_us % 500_000 for time_us in presses(rig)} == {0}


def test_the_best_run_kept_is_shown(rig: Rig) -> None:
    play_all(rig, late_us=17_000)
    rig.press("RETURN", "RETURN", "RETURN")
    assert {time_us % 500_000 for time_us in presses(rig)} == {17_000}


def test_a_replay_that_cannot_be_read_is_passed_over(rig: Rig) -> None:
    play_all(rig, late_us=17_000)
    rig.press("RETURN", "RETURN", "RETURN")
    for file in rig.app.paths.replays.glob("*.laceup"):
        file.write_bytes(b"junk")
    assert {time_us % 500_000 for time_us in presses(rig)} == {0}
    for file in rig.app.paths.replays.glob("*.laceup"):
        file.unlink()
    assert {time_us % 500_000 for time_us in presses(rig)} == {0}


def test_the_overlay_tells_the_lead_over_the_best_run(rig: Rig) -> None:
    play_all(rig, late_us=17_000)
    rig.press("RETURN", "RETURN", "RETURN")
    run = prepare(rig.app, RunPlan(autoplay_ms=0.0))
    run.start(run.chart.start_us, rig.clock.now_us())
    assert readout_of(run).pace is None
    run.session.advance_to(1 << 60)
    (best,) = rig.app.scores.best(rig.app.scores.boards()[0], 1)
    assert readout_of(run).pace == run.session.score.total - best.score
    assert readout_of(run).points_lost == 0

"""A run is raced against the player's own best by default, against a file by name, or against nobody."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.sim.events import Judged
from game.sim.judge import Grade
from game.states.run.race import ghosts
from game.states.run.race.readouts import readout_of
from game.states.run.run import Run
from game.states.run.run_plan import Mode, RunPlan
from game.storage.settings import NO_GHOST
from game.timing.units import Micros, ms
from tests.charts import BEAT_US
from tests.states.rig import CUE_BEATS, Rig
from tests.states.run.test_running import play_all, running, tap


@pytest.fixture
def rig(rig: Rig) -> Rig:
    """Return a game whose chart has a third bar: its pace is the first that depends on what was pressed."""
    rig.app.loaded.wait().library.bars = 3  # type: ignore[attr-defined]
    return rig


def play_road(rig: Rig, late_us: Micros = 0, plan: RunPlan | None = None) -> Run:
    """Play all cues of Road work so late (song time), up to the end of the run."""
    run = running(rig, plan or rig.app.road_plan())
    begin_us, from_us = rig.clock.now_us(), run.chart.start_us - run.chart.lead_in_us
    for place, beat in enumerate(CUE_BEATS):
        course = run.session.course
        tap(rig, "FJ"[place % 2], begin_us + course.real_at(beat * BEAT_US + late_us) - course.real_at(from_us))
    rig.wait(6_000_000)
    return run


def kept(rig: Rig) -> list[Path]:
    rig.app.writer.wait()
    return sorted(rig.app.paths.replays.glob("*.laceup"))


def test_the_first_run_has_no_ghost_and_the_next_one_races_the_best(rig: Rig) -> None:
    assert play_road(rig, ms(30)).ghost is None
    second = running(rig, rig.app.road_plan())
    assert second.ghost is not None
    assert rig.picture.ghost is second.ghost
    assert second.ghost.road_us_at(second.chart.end_us) == rig.app.history.attempts()[0].real_us


def test_of_several_runs_the_fastest_is_the_ghost(rig: Rig) -> None:
    for late_us in (ms(40), ms(4), ms(60)):
        play_road(rig, late_us)
    ghost = running(rig, rig.app.road_plan()).ghost
    assert ghost is not None
    times_us = [attempt.real_us for attempt in rig.app.history.attempts()]
    assert ghost.road_us_at(ghost.chart.end_us) == min(times_us)
    assert len(set(times_us)) > 1


def test_none_by_the_setting(rig: Rig) -> None:
    play_road(rig)
    rig.app.change("play", ghost=NO_GHOST)
    assert running(rig, rig.app.road_plan()).ghost is None
    assert rig.picture.ghost is None


def test_a_file_takes_the_place_of_the_own_best(rig: Rig) -> None:
    for late_us in (ms(4), ms(70)):
        play_road(rig, late_us)
    worse = max(kept(rig), key=lambda file: ghosts.read_replay_file(file).result.duration_us)
    named = replace(rig.app.road_plan(), ghost=str(worse))
    ghost = running(rig, named).ghost
    assert ghost is not None
    assert ghost.road_us_at(ghost.chart.end_us) == max(attempt.real_us for attempt in rig.app.history.attempts())


def test_a_file_that_is_none_is_said_and_the_run_begins_without(rig: Rig, tmp_path: Path) -> None:
    broken = tmp_path / "broken.laceup"
    broken.write_bytes(b"{}")
    for name, said in (("missing.laceup", "cannot be read"), ("broken.laceup", "damaged")):
        run = running(rig, replace(rig.app.road_plan(), ghost=str(tmp_path / name)))
        assert run.ghost is None
        shown = list(rig.app.notices)
        assert any(name in notice and said in notice for notice in shown), shown


def test_a_run_that_is_begun_anew_reads_no_file_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    play_road(rig, ms(20))
    run = running(rig, rig.app.road_plan())
    ghost = run.ghost

    def refused(file: Path) -> None:
        raise AssertionError(f"{file} is read again")

    monkeypatch.setattr(ghosts, "read_replay_file", refused)
    rig.wait(ms(500)).press("R")
    assert rig.state.run is run  # type: ignore[attr-defined]
    assert run.ghost is ghost is not None


def test_racing_the_run_just_played_in_the_same_way_is_a_lead_of_zero_throughout(rig: Rig) -> None:
    play_road(rig, ms(20))
    leads = set[Micros | None]()
    run = running(rig, rig.app.road_plan())
    begin_us, from_us = rig.clock.now_us(), run.chart.start_us - run.chart.lead_in_us
    for place, beat in enumerate(CUE_BEATS):
        course = run.session.course
        tap(rig, "FJ"[place % 2], begin_us + course.real_at(beat * BEAT_US + ms(20)) - course.real_at(from_us))
        road = readout_of(run).road
        leads.add(None if road is None else road.lead_us)
    assert leads == {0}


def test_in_the_montage_the_ghost_is_the_lead_per_hit_and_no_figure(rig: Rig) -> None:
    play_all(rig, late_us=ms(40))
    rig.wait(ms(3_000))
    run = running(rig)
    assert run.ghost is not None
    assert rig.picture.ghost is None
    assert readout_of(run).ghost_points == 0
    begin_us = rig.clock.now_us()
    leads = []
    for place, beat in enumerate(CUE_BEATS[:3]):
        tap(rig, "FJ"[place % 2], begin_us + 2 * BEAT_US + beat * BEAT_US)
        leads.append(readout_of(run).ghost_points or 0)
    step = 1000 - run.ghost.points_of(run.judged[0])
    assert step > 0
    assert leads == [step, 2 * step, 3 * step]


def test_a_ghost_is_silent(rig: Rig) -> None:
    play_road(rig, ms(20))
    run = running(rig, rig.app.road_plan())
    rig.wait(ms(3_500))
    assert run.ghost is not None
    judged = [event for event in rig.picture.log if isinstance(event, Judged)]
    assert judged == run.judged
    assert judged, "what nobody pressed is missed"
    assert {event.grade for event in judged} == {Grade.MISS}, "no hit of the ghost is seen or heard as the runner's"


def test_practice_races_nobody(rig: Rig) -> None:
    play_all(rig)
    assert running(rig, RunPlan(Mode.PRACTICE, section="yard")).ghost is None

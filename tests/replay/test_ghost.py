"""A ghost is where its replay was at the same road time, and whoever races himself leads by nothing."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.ghost import Ghost, road_us
from game.replay.headless import play_headless
from game.replay.model import Replay
from game.replay.playback import Playback
from game.sim.chart import Difficulty
from game.sim.events import Judged, Strayed
from game.sim.options import RunMode, RunOptions
from game.timing.units import Micros, ms
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CLOCK, header_of, person_inputs

CHART = frozen_chart(Difficulty.NORMAL)
ROAD, MONTAGE = RunOptions(mode=RunMode.ROAD), RunOptions()


def run_of(spread_ms: int, options: RunOptions) -> Replay:
    inputs = person_inputs(CHART, spread_ms, options=options)
    return play_headless(header_of(CHART, options), CHART, MINIGAMES, inputs, CLOCK)[1]


def moments(step_us: Micros = 777_000) -> range:
    return range(CHART.start_us - CHART.lead_in_us, CHART.end_us, step_us)


@pytest.mark.parametrize("options", [ROAD, MONTAGE])
def test_racing_oneself_is_a_lead_of_zero_throughout(options: RunOptions) -> None:
    replay = run_of(30, options)
    ghost, runner = Ghost(replay, CHART, MINIGAMES), Playback(replay, CHART, MINIGAMES)
    for song_us in moments():
        runner.advance_to(song_us)
        judged = [event for event in runner.events if isinstance(event, Judged)]
        strays = sum(isinstance(event, Strayed) for event in runner.events)
        assert ghost.lead_us(runner.session.course, song_us) == 0
        assert ghost.lead_points(judged, strays, song_us) == 0
        assert abs(ghost.song_us_at(road_us(runner.session.course, CHART, song_us)) - song_us) <= 1


def test_the_lead_over_a_worse_run_grows_to_the_difference_of_their_times() -> None:
    better, worse = run_of(8, ROAD), run_of(35, ROAD)
    ghost, runner = Ghost(worse, CHART, MINIGAMES), Playback(better, CHART, MINIGAMES)
    runner.advance_to(CHART.end_us)
    leads = [ghost.lead_us(runner.session.course, song_us) for song_us in moments(ms(20_000))]
    assert leads[0] == 0
    assert leads == sorted(leads)
    whole_us = ghost.lead_us(runner.session.course, CHART.end_us)
    assert whole_us == worse.result.duration_us - better.result.duration_us


def test_a_ghost_is_where_it_was_at_the_same_road_time() -> None:
    ghost, own = Ghost(run_of(20, ROAD), CHART, MINIGAMES), Playback(run_of(20, ROAD), CHART, MINIGAMES)
    own.advance_to(CHART.end_us)
    for song_us in moments(ms(9_000)):
        at_us = road_us(own.session.course, CHART, song_us)
        assert abs(ghost.song_us_at(at_us) - song_us) <= 1
        assert ghost.road_us_at(song_us) == at_us


def test_the_lead_per_hit_is_of_the_cues_that_the_runner_was_judged_at() -> None:
    ghost, runner = Ghost(run_of(60, MONTAGE), CHART, MINIGAMES), Playback(run_of(8, MONTAGE), CHART, MINIGAMES)
    runner.advance_to(CHART.end_us // 2)
    judged = [event for event in runner.events if isinstance(event, Judged)]
    his = {(event.cue_id, event.part): event.points for event in ghost.events if isinstance(event, Judged)}
    expected = sum(event.points - his[event.cue_id, event.part] for event in judged)
    assert expected > 0
    stray_us = [event.time_us for event in ghost.events if isinstance(event, Strayed)]
    before = sum(time_us <= CHART.end_us // 2 for time_us in stray_us)
    assert ghost.lead_points(judged, 0, CHART.end_us // 2) == expected + 1000 * before
    assert ghost.lead_points(judged, 2, CHART.end_us // 2) == expected + 1000 * (before - 2)

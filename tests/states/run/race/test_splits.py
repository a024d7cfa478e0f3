"""Splits of Road work: shown for two seconds, against what the settings name; golds count in runs that were reset."""

from dataclasses import replace

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.states.run.race.medal_splits import splits_of_medal
from game.states.run.race.medals import MEDALS
from game.states.run.race.readouts import readout_of
from game.states.run.race.splits import RoadStandings, compared_us
from game.states.run.run import Run
from game.storage.history.attempt import Attempt, Ended, Segment
from game.storage.settings import AVERAGE, BEST_RUN, GHOST, GOLDS
from game.timing.units import Micros, ms
from game.view.ui.hud import SplitReadout
from tests import shipped
from tests.states.rig import Rig
from tests.states.run.race.test_ghosts import play_road
from tests.states.run.test_running import running

PLAYED_US = 4_444_444
"""Two bars at 9,000: how long each run here takes."""


def attempt(rig: Rig, yard_us: Micros, ended: Ended = Ended.FINISHED, identity: str = "") -> Attempt:
    plan, library = rig.app.road_plan(), rig.app.loaded.wait().library
    board = plan.board(library.chart(plan.difficulty).hash(), library.map_name)
    segment = Segment("yard", 0, "OK", 0, 1, 0, 0, yard_us)
    return Attempt(board, 0, ended, 0, 0, yard_us, 0, identity=identity, segments=(segment,))


def at_the_end_of_the_section(rig: Rig, against: str) -> Run:
    rig.app.change("picture", splits=against)
    run = running(rig, rig.app.road_plan())
    run.advance_to(run.chart.end_us)
    return run


def split_of(run: Run) -> SplitReadout | None:
    road = readout_of(run).road
    assert road is not None
    return road.split


def test_a_gold_of_a_run_that_was_reset_counts(rig: Rig) -> None:
    rig.app.history.add(attempt(rig, ms(5_000), identity="a" * 64))
    rig.app.history.add(attempt(rig, ms(4_400), Ended.RESTARTED))
    behind = split_of(at_the_end_of_the_section(rig, GOLDS))
    assert behind == SplitReadout(PLAYED_US - ms(4_400), GOLDS)


def test_a_section_faster_than_ever_is_gold_whatever_splits_are_against(rig: Rig) -> None:
    rig.app.history.add(attempt(rig, ms(4_500), Ended.RESTARTED))
    assert split_of(at_the_end_of_the_section(rig, BEST_RUN)) == SplitReadout(None, BEST_RUN, gold=True)


def test_the_first_time_of_a_section_is_no_gold_and_no_split(rig: Rig) -> None:
    assert split_of(at_the_end_of_the_section(rig, BEST_RUN)) is None


def test_the_average_is_of_the_last_twenty(rig: Rig) -> None:
    for number in range(25):
        rig.app.history.add(attempt(rig, ms(9_000) if number < 5 else ms(4_000 + number), Ended.QUIT))
    mean_us = sum(ms(4_000 + number) for number in range(5, 25)) // 20
    assert split_of(at_the_end_of_the_section(rig, AVERAGE)) == SplitReadout(PLAYED_US - mean_us, AVERAGE)


def test_against_the_ghost(rig: Rig) -> None:
    play_road(rig)
    run = at_the_end_of_the_section(rig, GHOST)
    assert run.ghost is not None
    behind_us = run.session.duration_us - run.ghost.road_us_at(run.chart.end_us)
    assert split_of(run) == SplitReadout(behind_us, GHOST)
    assert behind_us > 0, "nobody pressed"


def test_a_split_is_shown_for_two_seconds(rig: Rig) -> None:
    play_road(rig)
    run = at_the_end_of_the_section(rig, BEST_RUN)
    assert split_of(run) is not None
    later_us = run.session.course.later(run.chart.end_us, ms(2_000))
    for now_us, shown in ((later_us - 2, True), (later_us + 2, False)):
        run.session.now_us = now_us
        assert (split_of(run) is not None) is shown


def test_no_sum_of_golds_goes_beyond_the_first_section_that_was_never_played_out() -> None:
    chart = shipped.chart(Difficulty.NORMAL)
    names = [section.id for section in chart.sections]
    standings = RoadStandings(golds_us={names[0]: 10, names[1]: 20, names[3]: 40})
    assert compared_us(GOLDS, chart, standings, None) == (10, 30)
    assert compared_us(AVERAGE, chart, standings, None) == ()
    assert compared_us(GHOST, chart, standings, None) == ()


@pytest.mark.parametrize("place", [1, 3])
def test_the_splits_of_a_medal_end_at_its_time(place: int) -> None:
    chart, medal = shipped.chart(Difficulty.NORMAL), MEDALS[Difficulty.NORMAL][place]
    splits = splits_of_medal(chart, MINIGAMES, medal)
    assert len(splits) == len(chart.sections)
    assert list(splits) == sorted(set(splits))
    assert splits[-1] == medal.time_us
    assert splits_of_medal(chart, MINIGAMES, replace(medal, time_us=medal.time_us + 1_000)) > splits

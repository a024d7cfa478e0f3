"""A split timer follows Road work: thirteen splits, to the microsecond of the replay."""

import itertools

from game.minigames.manifest import MINIGAMES
from game.platform.split_timer.commands import ResetTimer, ShowGameTime, SplitTimer, StartTimer, TimerCommand
from game.sim.chart import Difficulty
from game.sim.options import RunMode, RunOptions
from game.sim.session import Session
from game.sim.simulate import autoplay_inputs
from game.states.run.race.split_feed import SplitFeed
from game.states.transitions import Transition
from game.timing.units import ms
from tests import shipped
from tests.states.rig import Rig

ROAD = RunOptions(seed=7, mode=RunMode.ROAD)


def test_the_splits_of_the_whole_run_are_the_replays_to_the_microsecond() -> None:
    chart = shipped.chart(Difficulty.EASY)
    session, told = Session(chart, ROAD, MINIGAMES), list[TimerCommand]()
    feed = SplitFeed(told.append)
    feed.start(session)
    for event in autoplay_inputs(chart, ROAD, MINIGAMES, 12.0):
        session.queue(event)
    for song_us in range(chart.start_us, chart.end_us + ms(1_000), ms(100)):
        feed.follow(session.advance_to(song_us))
    splits = [command.time_us for command in told if isinstance(command, SplitTimer)]
    assert splits == [session.course.real_at(section.end_us) for section in chart.sections]
    assert len(splits) == 13
    assert splits[-1] == session.duration_us
    assert told[0] == StartTimer()
    shown = [command.time_us for command in told if isinstance(command, ShowGameTime)]
    assert all(later - earlier >= ms(50) for earlier, later in itertools.pairwise(shown))
    feed.stop()
    assert told[-1] != ResetTimer(), "a run that has ended is not reset"


def told_by(rig: Rig) -> list[TimerCommand]:
    told: list[TimerCommand] = []
    rig.app.timer_link.send = told.append  # type: ignore[method-assign, assignment]
    return told


def test_a_run_that_is_left_resets_the_timer_and_a_restart_starts_it_again(rig: Rig) -> None:
    told = told_by(rig)
    rig.go(Transition("menu")).press("DOWN", "RETURN").wait(ms(500)).press("R").wait(ms(200))
    starts = [command for command in told if not isinstance(command, ShowGameTime)]
    assert starts == [StartTimer(), ResetTimer(), StartTimer()]


def test_the_montage_has_no_time_of_its_own_and_tells_nothing(rig: Rig) -> None:
    told = told_by(rig)
    rig.go(Transition("menu")).press("RETURN").wait(ms(500))
    assert told == []

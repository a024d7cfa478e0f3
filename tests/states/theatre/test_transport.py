"""The theatre's transport: at each speed song time follows the player, and the player is told what to play."""

from collections.abc import Sequence
from dataclasses import replace

import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.platform.audio.silent_player import SilentPlayer
from game.replay.playback import Playback
from game.sim.chart import Chart, Difficulty
from game.sim.events import Event
from game.sim.options import RunMode, RunOptions
from game.sim.pace import ENDLESS_US
from game.states.theatre.seat import Lock, Seat
from game.states.theatre.stalls import deck_at
from game.states.theatre.transport import SPEEDS_PERMILLE, Transport
from game.timing.clock import ManualClock
from game.timing.course import Course, KnownCourse
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, At, L, chart_of
from tests.golden.frozen import frozen_chart
from tests.replay.recording import person_run
from tests.states.rig import BlankPicture

CHART = chart_of("yard", At(4, "lift", L), bars=4)
BAR_US = 4 * BEAT_US
ROAD = KnownCourse(Course.of_bars((0, BAR_US, 2 * BAR_US, 3 * BAR_US), (8_000, 12_500, 10_000, 10_000)), ENDLESS_US)


class NotingPlayer(SilentPlayer):
    """Notes what it is asked to play."""

    def __init__(self, wall: ManualClock) -> None:
        super().__init__(wall, "no sound")
        self.started: list[tuple[Micros, int, KnownCourse | None, int]] = []

    def start(
        self,
        chart: Chart,
        from_us: Micros,
        rate_permille: int,
        road: KnownCourse | None = None,
        heard: Sequence[Event] = (),
    ) -> None:
        """Note it."""
        self.started.append((from_us, rate_permille, road, len(heard)))
        super().start(chart, from_us, rate_permille, road, heard)


def seat_of(options: RunOptions, road: KnownCourse | None = None) -> Seat:
    """Return the seat of a run of the chart above; `road` takes the place of its own."""
    replay = person_run(CHART, 12, options=options)
    seat = Seat.of("one", Playback(replay, CHART, MINIGAMES), BlankPicture(), pygame.Surface((1, 1)))
    return seat if road is None else replace(seat, road=road, course=road.course)


def transport_of(wall: ManualClock, seat: Seat) -> tuple[Transport, NotingPlayer]:
    """Return a transport that stands, and its player."""
    player = NotingPlayer(wall)
    return Transport(player, seat, lambda: seat.playback.events), player


@pytest.mark.parametrize(("steps", "real_ms"), [(0, 3_300), (1, 2_640), (-1, 4_400)])
def test_a_run_of_road_work_goes_along_its_own_course_at_any_speed(steps: int, real_ms: int) -> None:
    """2.5 s at 8,000 and 0.8 s at 12,500, at the run's own speed, 1.25 times and 0.75 times."""
    wall = ManualClock(0)
    transport, _ = transport_of(wall, seat_of(RunOptions(mode=RunMode.ROAD), ROAD))
    transport.seek(0)
    transport.change_speed(steps, 0)
    transport.toggle(0)
    wall.advance(ms(real_ms))
    assert transport.song_us(wall.now_us()) == pytest.approx(BAR_US + ms(1_000), abs=200)


def test_at_its_own_speed_a_run_is_heard_as_it_was_played() -> None:
    wall = ManualClock(0)
    for options, rate_permille, road in (
        (RunOptions(), 1000, None),
        (RunOptions(rate_permille=750), 750, None),
        (RunOptions(mode=RunMode.ROAD), 1000, ROAD),
    ):
        transport, player = transport_of(wall, seat_of(options, road))
        transport.toggle(0)
        assert player.started[-1][1:3] == (rate_permille, road)


@pytest.mark.parametrize("place", range(len(SPEEDS_PERMILLE)))
def test_at_any_other_speed_the_song_is_stretched_and_keeps_its_pitch(place: int) -> None:
    wall = ManualClock(0)
    transport, player = transport_of(wall, seat_of(RunOptions()))
    transport.change_speed(place - transport.speed, 0)
    transport.toggle(0)
    _, rate_permille, road, _ = player.started[-1]
    paces = {10 * SPEEDS_PERMILLE[place]} if road is None else {leg.pace for leg in road.course.legs}
    assert rate_permille == 1000
    assert paces == {10 * SPEEDS_PERMILLE[place]}
    assert (road is None) == (SPEEDS_PERMILLE[place] == 1000)


def test_the_player_is_told_what_was_heard_before_so_that_the_band_plays_on() -> None:
    wall = ManualClock(0)
    seat = seat_of(RunOptions())
    transport, player = transport_of(wall, seat)
    transport.toggle(0)
    assert player.started[-1][3] == 0
    seat.playback.seek(3 * BAR_US)
    transport.seek(3 * BAR_US)
    assert player.started[-1][0] == 3 * BAR_US
    assert player.started[-1][3] == len(seat.playback.events) > 0


def test_while_the_bar_is_held_it_stands_and_then_goes_on() -> None:
    wall = ManualClock(0)
    transport, player = transport_of(wall, seat_of(RunOptions()))
    transport.toggle(0)
    transport.hold(0)
    wall.advance(ms(500))
    transport.seek(BAR_US)
    assert transport.song_us(wall.now_us()) == BAR_US
    assert len(player.started) == 1
    transport.let_go()
    wall.advance(ms(500))
    assert transport.song_us(wall.now_us()) == BAR_US + ms(500)


def test_by_road_time_two_stand_as_long_after_their_beginning() -> None:
    one, other = seat_of(RunOptions(mode=RunMode.ROAD), ROAD), seat_of(RunOptions())
    assert other.beside(one, BAR_US, Lock.SONG) == BAR_US
    assert other.beside(one, BAR_US, Lock.ROAD) == pytest.approx(ms(2_500), abs=2)
    assert one.beside(other, ms(2_500), Lock.ROAD) == pytest.approx(BAR_US, abs=2)


def test_runs_of_other_sections_have_no_bar_in_common() -> None:
    whole = frozen_chart(Difficulty.NORMAL)

    def part(section: str) -> Seat:
        chart = whole.only(section)
        playback = Playback(person_run(chart, 12), chart, MINIGAMES)
        return Seat.of(section, playback, BlankPicture(), pygame.Surface((1, 1)))

    yard, steps = part("yard"), part("steps")
    assert yard.shares_a_bar(yard)
    assert not yard.shares_a_bar(steps)
    assert not steps.shares_a_bar(yard)


def test_by_road_time_the_bar_counts_road_time() -> None:
    seat = seat_of(RunOptions(mode=RunMode.ROAD), ROAD)
    transport, _ = transport_of(ManualClock(0), seat)
    assert deck_at((seat,), transport, BAR_US, Lock.SONG).time_us == BAR_US
    assert deck_at((seat,), transport, BAR_US, Lock.ROAD).time_us == ms(2_500)

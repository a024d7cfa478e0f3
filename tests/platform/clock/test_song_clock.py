"""The song clock under drift, jitter, stalls, backward steps and loss, at 30 to 240 frames a second."""

import pytest

from game.platform.clock.fitness import Fitness
from game.platform.clock.song_clock import SongClock
from game.sim.rng import Rng
from game.timing.clock import ManualClock
from game.timing.units import ms
from tests.platform.audio.devices import SimulatedDevice

WALL_START_US = 7_000_000
WARM_UP_US = 2_000_000


class Play:
    """A run on simulated clocks: collects the error of the song clock against what is played, in microseconds."""

    def __init__(self, device: SimulatedDevice, fps: int, rate_permille: int = 1000) -> None:
        self.device = device
        self.wall = ManualClock(WALL_START_US)
        self.clock = SongClock(self.wall)
        self.frame_us = 1_000_000 / fps
        self.rate = rate_permille
        self.real_us = 0.0
        self.song_times: list[int] = []
        self.errors: list[float] = []
        self.for_seconds(WARM_UP_US / 1e6)
        self.anchor_us = self.clock.playback_at(self.wall.now_us())
        self.clock.start(0, self.anchor_us, rate_permille)
        self.song_times.clear()
        self.errors.clear()

    def for_seconds(self, seconds: float) -> "Play":
        end_us = self.real_us + seconds * 1e6
        while self.real_us < end_us:
            self.real_us += self.frame_us
            self.wall.advance(WALL_START_US + int(self.real_us) - self.wall.now_us())
            now_us = self.wall.now_us()
            self.clock.feed(now_us, self.device.position_us(self.real_us))
            self.song_times.append(self.clock.song_time_at(now_us))
            heard = self.device.heard_us(self.real_us)
            self.errors.append(self.song_times[-1] * 1000 / self.rate - heard)
        return self

    def spread_us(self, percent: float) -> float:
        """Return the spread of the error about its own middle: what is constant is the way to the ear."""
        middle = sorted(self.errors)[len(self.errors) // 2]
        spread = sorted(abs(error - middle) for error in self.errors)
        return spread[min(len(spread) - 1, int(len(spread) * percent / 100))]

    def never_went_back(self) -> bool:
        return all(before <= after for before, after in zip(self.song_times, self.song_times[1:], strict=False))


@pytest.mark.parametrize("fps", [30, 60, 144, 240])
@pytest.mark.parametrize("ppm", [0.0, 100.0, -100.0])
def test_follows_a_jittery_device_within_two_milliseconds(ppm: float, fps: int) -> None:
    play = Play(SimulatedDevice(ppm=ppm, jitter_us=3000), fps).for_seconds(25)
    assert play.spread_us(99) < 2000
    assert play.never_went_back()
    assert play.clock.unfit is None


@pytest.mark.parametrize("server_us", [3_500.0, 10_750.0, 10_600.0, 16_000.0])
def test_a_server_that_takes_buffers_in_a_saw_bends_it_by_no_more_than_two_milliseconds(server_us: float) -> None:
    play = Play(SimulatedDevice(ppm=40, jitter_us=300, server_us=server_us), 240).for_seconds(60)
    assert play.spread_us(99) < 2000
    assert play.never_went_back()


@pytest.mark.parametrize("rate_permille", [500, 1500])
def test_follows_at_practice_rates(rate_permille: int) -> None:
    play = Play(SimulatedDevice(ppm=40, jitter_us=1000), 60, rate_permille).for_seconds(20)
    assert play.spread_us(99) < 2000
    assert play.never_went_back()


def test_finds_a_stalled_device_again_within_a_second_and_a_half() -> None:
    play = Play(SimulatedDevice(jitter_us=500), 60).for_seconds(10)
    before = play.errors[-1]
    play.device.stall(ms(40))
    play.for_seconds(1.5).errors.clear()
    play.for_seconds(5)
    assert all(abs(error - before) < 2500 for error in play.errors)
    assert play.never_went_back()


def test_waits_for_a_device_that_was_set_far_back() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(5)
    before = play.errors[-1]
    play.device.stall(ms(250))
    play.for_seconds(2).errors.clear()
    play.for_seconds(3)
    assert all(abs(error - before) < 2500 for error in play.errors)
    assert play.never_went_back()
    assert play.clock.unfit is None


def test_one_odd_reading_moves_nothing() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(5)
    play.clock.feed(play.wall.now_us(), play.device.position_us(play.real_us) - ms(400))
    play.for_seconds(2)
    assert play.spread_us(100) < 1500


def test_song_time_stands_at_its_start_until_its_moment_comes() -> None:
    wall = ManualClock(0)
    clock = SongClock(wall)
    clock.start(ms(-2552), ms(90), 1000)
    assert clock.song_time_at(ms(0)) == ms(-2552)
    assert clock.song_time_at(ms(90)) == ms(-2552)
    assert clock.song_time_at(ms(100)) == ms(-2542)


def test_the_lead_in_runs_into_the_song_on_the_monotonic_clock_alone() -> None:
    wall = ManualClock(0)
    clock = SongClock(wall)
    clock.start(ms(-1000), 0, 1000)
    assert [clock.song_time_at(ms(at)) for at in (0, 500, 1000, 1500)] == [ms(-1000), ms(-500), 0, ms(500)]


def test_a_pause_freezes_and_a_count_in_waits() -> None:
    wall = ManualClock(0)
    clock = SongClock(wall)
    clock.start(0, 0, 1000)
    wall.advance(ms(700))
    assert clock.freeze() == ms(700)
    wall.advance(ms(60_000))
    assert clock.song_time_at(wall.now_us()) == ms(700)
    clock.thaw(clock.playback_at(wall.now_us()) + ms(1276))
    wall.advance(ms(1276))
    assert clock.song_time_at(wall.now_us()) == ms(700)
    wall.advance(ms(10))
    assert clock.song_time_at(wall.now_us()) == ms(710)


def test_an_input_a_moment_ago_has_its_own_time_and_later_ones_none_earlier() -> None:
    wall = ManualClock(0)
    clock = SongClock(wall)
    clock.start(0, 0, 1000)
    wall.advance(ms(500))
    assert clock.song_time_at(ms(500)) == ms(500)
    assert clock.song_time_at(ms(499)) == ms(499)
    assert clock.song_time_at(ms(501)) == ms(501)


def test_while_it_waits_for_a_device_a_moment_ago_has_no_earlier_time_either() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(5)
    play.device.stall(ms(400))
    while play.song_times[-1] != play.song_times[-3]:
        play.for_seconds(1 / 60)
    standing_us = play.song_times[-1]
    now_us = play.wall.now_us()
    assert play.clock.song_time_at(now_us - ms(12)) == standing_us
    assert play.clock.song_time_at(now_us) == standing_us
    play.for_seconds(3)
    assert play.song_times[-1] > standing_us
    assert play.clock.song_time_at(play.wall.now_us() - ms(12)) < play.song_times[-1], "it moves again"


def test_a_lost_device_leaves_the_monotonic_clock_without_a_jump() -> None:
    play = Play(SimulatedDevice(ppm=100, jitter_us=500), 60).for_seconds(5)
    last = play.song_times[-1]
    now_us = play.wall.now_us()
    play.clock.lose_device(now_us)
    assert play.clock.song_time_at(now_us) - last < ms(1)
    play.wall.advance(ms(10_000))
    assert abs(play.clock.song_time_at(play.wall.now_us()) - last - ms(10_000)) < ms(1)


def test_a_device_that_runs_two_percent_fast_is_unfit() -> None:
    play = Play(SimulatedDevice(ppm=20_000), 60).for_seconds(44)
    assert play.clock.unfit is not None
    assert play.clock.unfit.startswith(("the sound ran at 1.019", "the sound ran at 1.02"))


@pytest.mark.parametrize("ppm", [-10_000, -30_000])
def test_a_slow_device_that_jitters_is_unfit(ppm: float) -> None:
    assert Play(SimulatedDevice(ppm=ppm, jitter_us=3000), 60).for_seconds(44).clock.unfit is not None


def test_a_device_at_half_speed_is_unfit_within_seven_seconds() -> None:
    play = Play(SimulatedDevice(ppm=-500_000), 60).for_seconds(7)
    assert play.clock.unfit is not None


def test_a_device_that_is_stopped_again_and_again_is_unfit() -> None:
    play = Play(SimulatedDevice(), 60)
    for _ in range(44):
        play.device.stall(ms(70))
        play.for_seconds(1)
    assert play.clock.unfit is not None


@pytest.mark.parametrize("seed", range(5))
def test_stutters_of_a_busy_machine_that_add_up_to_more_than_a_second_stay_fit(seed: int) -> None:
    lots = Rng(seed)
    play = Play(SimulatedDevice(ppm=40, jitter_us=3000, seed=seed), 60)
    for _ in range(60):
        play.device.stall(ms(21 * (1 + lots.below(3))))
        play.for_seconds(0.1 + lots.below(11) / 10)
    assert play.clock.unfit is None
    assert play.device.heard_us(play.real_us) < play.real_us - 60 * 1_000 * 21


def test_stutters_change_no_judgement_and_stay_fit() -> None:
    play = Play(SimulatedDevice(ppm=40, jitter_us=3000), 60)
    for _ in range(20):
        play.device.stall(ms(30))
        play.for_seconds(9.65)
    assert play.clock.unfit is None


@pytest.mark.parametrize("seed", range(5))
def test_a_stutter_in_most_seconds_is_no_other_speed(seed: int) -> None:
    lots = Rng(seed)
    play = Play(SimulatedDevice(jitter_us=3000, seed=seed), 44)
    for _ in range(60):
        play.device.stall(ms(15 + lots.below(40)))
        play.for_seconds(0.3 + lots.below(25) / 10)
    assert play.clock.unfit is None


def test_what_the_smoothing_catches_up_with_at_the_start_does_not_count() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(3)
    play.clock.start(0, play.clock.playback_at(play.wall.now_us()), 1000)
    play.device.stall(ms(1200))
    assert play.for_seconds(22).clock.unfit is None


def test_a_device_that_is_lost_and_back_again_and_again_stays_fit() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(3)
    for _ in range(4):
        play.device.stall(ms(490))
        play.for_seconds(0.5).clock.lose_device(play.wall.now_us())
        play.for_seconds(4)
    assert play.clock.unfit is None


def test_a_single_stall_stays_fit_but_not_standing_still_for_a_tenth_of_the_time() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(3)
    play.device.stall(ms(900))
    assert play.for_seconds(4).clock.unfit is None
    play.device.stall(ms(1200))
    play.for_seconds(4)
    assert play.clock.unfit is not None
    assert "stuttered" in play.clock.unfit


def test_sound_that_lies_beside_the_judged_time_for_five_seconds_is_unfit() -> None:
    fitness = Fitness()
    for frame in range(361):
        fitness.check(frame * 16_667, 0, ms(25))
    assert fitness.unfit is None
    for frame in range(361, 520):
        fitness.check(frame * 16_667, 0, ms(25))
    assert fitness.unfit is not None


def test_a_new_start_forgets_what_was_unfit() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(3)
    play.device.stall(ms(2200))
    play.for_seconds(4)
    assert play.clock.unfit is not None
    play.clock.start(0, play.clock.playback_at(play.wall.now_us()), 1000)
    play.for_seconds(4)
    assert play.clock.unfit is None


def test_a_stopped_process_goes_on_where_it_was_and_stays_fit() -> None:
    play = Play(SimulatedDevice(), 60).for_seconds(3)
    played_us = play.song_times[-1]
    play.device.stall(ms(12_000))
    play.wall.advance(ms(12_000))
    play.real_us += ms(12_000)
    play.for_seconds(1)  # the keep-alive thread feeds the clock before the frame loop pauses
    assert play.clock.freeze(played_us) == played_us
    play.for_seconds(2)
    play.clock.thaw(play.clock.playback_at(play.wall.now_us()) + ms(1000))
    assert play.clock.song_time_at(play.wall.now_us()) == played_us
    play.for_seconds(4)
    assert abs(play.song_times[-1] - played_us - ms(3000)) < ms(20)
    assert play.clock.unfit is None

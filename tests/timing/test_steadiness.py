"""What is refused could change a score: another speed, standing still for a tenth, standing still at the presses."""

import pytest

from game.sim.rng import Rng
from game.timing.steadiness import changes_by_second, ever_unsteady, stood_at_presses, why_unsteady
from game.timing.units import US_PER_SECOND, Micros, ms

RUN_S = 193
STUTTER_US = ms(21)


def stutters(seed: int, in_20_s: int) -> list[tuple[Micros, Micros]]:
    """Return the steps of a machine whose sound stutters at random, one to three buffers at a time."""
    lots = Rng(seed)
    times = sorted(lots.below(RUN_S * US_PER_SECOND) for _ in range(in_20_s * RUN_S // 20))
    return [(wall_us, -STUTTER_US * (1 + lots.below(3))) for wall_us in times]


def by_second(steps: list[tuple[Micros, Micros]]) -> list[Micros]:
    return changes_by_second(steps, 0, RUN_S * US_PER_SECOND)


@pytest.mark.parametrize("seed", range(20))
def test_a_busy_machine_that_loses_more_than_a_second_in_twenty_is_steady(seed: int) -> None:
    changes = by_second(stutters(seed, in_20_s=26))
    assert sum(changes) < -RUN_S // 20 * ms(1000)
    assert ever_unsteady(changes) is None


@pytest.mark.parametrize("percent", [-50, -10, -6, -3, -1, 1, 3, 6, 100])
def test_another_speed_is_refused(percent: int) -> None:
    assert ever_unsteady([percent * US_PER_SECOND // 100] * RUN_S) is not None


@pytest.mark.parametrize("every_s", [0.25, 0.5, 1, 2])
@pytest.mark.parametrize("percent", [1, 3, 6, 9])
def test_another_speed_in_steps_is_refused(percent: int, every_s: float) -> None:
    step_us = round(every_s * percent * US_PER_SECOND / 100)
    steps = [(round(number * every_s * US_PER_SECOND), -step_us) for number in range(int(RUN_S / every_s))]
    assert ever_unsteady(by_second(steps)) is not None


@pytest.mark.parametrize("seed", range(5))
def test_another_speed_is_refused_on_a_machine_that_stutters_now_and_then_too(seed: int) -> None:
    slow = [(second * US_PER_SECOND, -ms(30)) for second in range(RUN_S)]
    assert ever_unsteady(by_second(sorted([*slow, *stutters(seed, in_20_s=2)]))) is not None


def test_another_speed_is_refused_wherever_it_lies_in_a_run() -> None:
    changes = [0] * 70 + [-ms(20)] * 45 + [0] * 70
    assert why_unsteady(changes) is None
    assert ever_unsteady(changes) == "the sound ran at 0.980 of its speed, and so parted from the clock"


@pytest.mark.parametrize("seconds", [12, 20, 39])
def test_another_speed_of_a_short_run_is_refused(seconds: int) -> None:
    assert ever_unsteady([-ms(10)] * seconds) is not None
    assert ever_unsteady([-ms(4)] * seconds) is None
    assert ever_unsteady([-ms(40), *[0] * (seconds - 1)]) is None


def test_standing_still_for_a_tenth_of_the_time_is_refused() -> None:
    assert ever_unsteady([0] * 30 + [-ms(1999)] + [0] * 30) is None
    assert ever_unsteady([0] * 30 + [-ms(2001)] + [0] * 30) is not None


def test_a_song_that_stands_still_at_its_presses_is_refused() -> None:
    presses = [number * ms(450) for number in range(1, 41)]
    stopped = [(press_us - ms(40), -ms(60)) for press_us in presses[::2]]
    assert stood_at_presses(presses, stopped) is None
    stopped = [(press_us - ms(40), -ms(60)) for press_us in presses[:21]]
    assert stood_at_presses(presses, stopped) == "the song stood still just before 21 of 40 presses"
    assert stood_at_presses(presses[:19], stopped) is None
    assert stood_at_presses(presses, [(wall_us, -ms(20)) for wall_us, _ in stopped]) is None
    assert stood_at_presses(presses, [(wall_us + ms(50), step_us) for wall_us, step_us in stopped]) is None


@pytest.mark.parametrize("seed", range(20))
def test_stutters_know_nothing_of_the_presses(seed: int) -> None:
    presses = [number * ms(450) for number in range(1, RUN_S * 2)]
    assert stood_at_presses(presses, stutters(seed, in_20_s=26)) is None


def test_differences_count_up_to_exactly_two_seconds_in_twenty() -> None:
    assert why_unsteady([0] * 30 + [-ms(2000)] + [0] * 8) is None
    assert why_unsteady([0] * 30 + [-ms(2000) - 1] + [0] * 8) is not None


def test_another_speed_is_looked_for_from_exactly_forty_seconds_on() -> None:
    assert why_unsteady([-ms(20)] * 39) is None
    assert why_unsteady([-ms(20)] * 40) is not None


def test_a_run_of_less_than_twelve_seconds_says_nothing_about_another_speed() -> None:
    assert ever_unsteady([-ms(20)] * 11) is None
    assert ever_unsteady([-ms(20)] * 12) is not None


def test_a_clock_that_differs_by_exactly_half_a_percent_is_no_other_speed() -> None:
    assert ever_unsteady([-ms(5)] * 40) is None
    assert ever_unsteady([-ms(5) - 1] * 40) is not None
    assert ever_unsteady([ms(5)] * 40) is None
    assert ever_unsteady([ms(5) + 1] * 40) is not None


def test_a_speed_counts_as_even_up_to_a_third_of_its_mean() -> None:
    calm, fast = [-ms(25)] * 20, [-ms(35)] * 20
    assert ever_unsteady(calm + fast) is not None
    assert ever_unsteady(calm + [-ms(35) - 4] * 20) is None


def test_a_step_belongs_to_the_second_in_which_it_falls() -> None:
    steps = [(ms(999), 1), (ms(1000), 2), (ms(1999), 4), (ms(2000), 8), (-1, 16)]
    assert changes_by_second(steps, 0, ms(2999)) == [1, 6]


def test_standing_still_counts_from_just_beyond_a_perfect_window_on() -> None:
    presses = [number * ms(450) for number in range(1, 21)]
    for stood_us, refused in ((ms(22), False), (ms(22) + 1, True)):
        steps = [(press_us - ms(40), -stood_us) for press_us in presses]
        assert (stood_at_presses(presses, steps) is not None) == refused


def test_standing_still_is_looked_for_in_the_150_ms_before_a_press() -> None:
    presses = [number * ms(450) for number in range(1, 21)]
    for before_us, refused in ((ms(150), False), (ms(150) - 1, True), (0, True), (-1, False)):
        steps = [(press_us - before_us, -ms(60)) for press_us in presses]
        assert (stood_at_presses(presses, steps) is not None) == refused


def test_twenty_presses_are_enough_to_tell_and_more_than_half_of_them_must_agree() -> None:
    presses = [number * ms(450) for number in range(1, 21)]
    stopped = [(press_us - ms(40), -ms(60)) for press_us in presses]
    assert stood_at_presses(presses, stopped[:10]) is None
    assert stood_at_presses(presses, stopped[:11]) is not None
    assert stood_at_presses(presses[:19], stopped[:19]) is None

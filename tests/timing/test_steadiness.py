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

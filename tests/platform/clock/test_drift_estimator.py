"""The drift estimator: finds offset and drift, ignores the sawtooth of an uneven server and late buffers."""

import random

from game.platform.clock.drift_estimator import DriftEstimator
from game.timing.units import Micros, ms

FRAME_US = 16_667
LONG_US = 30_000_000
OFFSET = -5_000_000.0


def fed(until_us: Micros, ahead_us: "dict[str, float]", seed: int = 3) -> DriftEstimator:
    """Feed a device that drifts, whose readings run ahead in a sawtooth and whose buffers now and then come late."""
    line, draw = DriftEstimator(), random.Random(seed)
    for wall_us in range(0, until_us, FRAME_US):
        sawtooth = ahead_us.get("sawtooth", 0.0) * (wall_us % ms(5000)) / ms(5000)
        late = ahead_us.get("late", 0.0) if draw.random() < 0.05 else 0.0
        line.feed(
            wall_us, OFFSET + ahead_us.get("ppm", 0.0) * wall_us / 1e6 + sawtooth - late + draw.uniform(-500, 500)
        )
    return line


def error_us(line: DriftEstimator, wall_us: Micros, ppm: float = 0.0) -> float:
    assert line.line is not None
    return line.line.at(wall_us) - OFFSET - ppm * wall_us / 1e6


def test_a_steady_device_is_found_to_half_a_millisecond() -> None:
    assert abs(error_us(fed(LONG_US, {}), LONG_US)) < 500


def test_drift_is_found_and_foreseen() -> None:
    line = fed(LONG_US, {"ppm": 240.0})
    assert line.line is not None
    assert abs(line.line.slope * 1e6 - 240) <= 50
    assert abs(error_us(line, LONG_US + ms(1000), 240.0)) < 500


def test_a_sawtooth_of_four_milliseconds_moves_it_by_little_more_than_one() -> None:
    errors = [
        error_us(fed(until_us, {"sawtooth": 4000.0}), until_us) for until_us in range(12_000_000, LONG_US, 1_100_000)
    ]
    assert max(errors) - min(errors) < 1500


def test_late_buffers_lie_below_it() -> None:
    assert abs(error_us(fed(LONG_US, {"late": 20_000.0}), LONG_US)) < 500


def test_a_step_is_seen_in_the_present_half_second_and_the_old_line_can_be_forgotten() -> None:
    line = fed(LONG_US, {})
    for wall_us in range(LONG_US, LONG_US + ms(450), FRAME_US):
        line.feed(wall_us, OFFSET - 40_000)
    assert line.recent() is not None
    line.forget()
    assert abs(error_us(line, LONG_US + ms(450)) + 40_000) < 300


def test_the_first_tenth_of_a_second_is_no_ground_to_forget_the_rest() -> None:
    line = fed(LONG_US, {})
    for wall_us in range(LONG_US, LONG_US + ms(100), ms(5)):
        line.feed(wall_us, OFFSET + 10_000)
    assert line.recent() is None


def test_nothing_is_known_before_the_first_reading_and_after_all_are_dropped() -> None:
    line = DriftEstimator()
    assert line.line is None
    line.feed(0, OFFSET)
    assert line.line is not None
    line.clear()
    assert line.line is None

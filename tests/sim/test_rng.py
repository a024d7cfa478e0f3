"""The session's own random stream is the same everywhere."""

import statistics

from game.sim.rng import Rng


def test_the_stream_is_that_of_splitmix64() -> None:
    rng = Rng(1234567)
    assert [rng.next_u64() for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_normal_taps_have_the_spread_that_was_asked_for() -> None:
    rng = Rng(7)
    taps = [rng.normal_us(25_000) for _ in range(4000)]
    assert abs(statistics.mean(taps)) < 1_500
    assert abs(statistics.pstdev(taps) - 25_000) < 1_000

"""Verification is quick enough for boards of many replays."""

import pytest

from game.commands.bench.verify import bench_verify


@pytest.mark.slow
def test_fifty_replays_of_the_whole_run_are_verified_in_a_second_of_a_core() -> None:
    speeds = {name: value for name, value in bench_verify().items() if name.endswith("per_cpu_second")}
    assert len(speeds) == 5
    assert all(float(speed) >= 50 for speed in speeds.values()), speeds

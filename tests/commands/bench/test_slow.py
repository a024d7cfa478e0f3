"""A machine is slowed down for as long as a block lasts, and whole again after it."""

import os
import time
from pathlib import Path

import numpy as np
import pytest

from game.commands.bench.slow import stamp_errors_us
from game.commands.bench.slow_machine import means, neighbours, own_group, slowed


def shares(seconds: float) -> float:
    """Return which part of a core this process gets when it computes."""
    wall, cpu = time.perf_counter(), time.process_time()
    while time.perf_counter() - wall < seconds:
        pass
    return (time.process_time() - cpu) / (time.perf_counter() - wall)


@pytest.mark.skipif(own_group() is None, reason="no group with a cpu quota can be had")
def test_a_quota_leaves_a_third_of_a_core_until_the_block_ends() -> None:
    group = own_group()
    assert group is not None
    with slowed(group):
        assert shares(0.5) < 0.5
    assert own_group() == group
    assert not list(group.glob(f"lace-up-{os.getpid()}"))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted in /proc")
def test_neighbours_are_gone_after_the_block_even_if_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)

    def children() -> str:
        return Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii")

    before = children()
    with pytest.raises(KeyError), slowed(None):
        assert len(children().split()) == len(before.split()) + neighbours() == len(before.split()) + 2
        raise KeyError
    assert children() == before


def test_what_slows_the_machine_is_said(tmp_path: Path) -> None:
    assert means(tmp_path) == "cpu quota, 1/3 of a core"
    assert means(None).endswith("busy neighbour processes")
    assert own_group(tmp_path, tmp_path / "missing") is None


def test_a_stamp_lies_at_most_half_its_gap_beside_its_input() -> None:
    errors_us = stamp_errors_us(np.array([1000.0, 9000.0]))
    assert errors_us.max() == pytest.approx(4500, abs=1)
    assert float(np.median(errors_us)) == pytest.approx(2000, abs=2)

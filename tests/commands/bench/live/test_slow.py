"""Neighbours slow the machine down for as long as a block lasts, and are gone after it."""

import os
from pathlib import Path

import numpy as np
import pytest

from game.commands.bench.live.key_sender import SentKey, surely_wrong_us
from game.commands.bench.live.slow import stamp_errors_us
from game.commands.bench.live.slow_machine import busy_cores, pace, three_times_slower


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted in /proc")
@pytest.mark.parametrize("load", [three_times_slower, busy_cores])
def test_neighbours_stay_until_the_block_ends_even_if_it_fails(load: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)

    def children() -> list[str]:
        return Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()

    before = children()
    assert callable(load)
    with pytest.raises(KeyError), load():
        assert len(children()) == len(before) + 1
        raise KeyError
    assert children() == before


def test_a_busy_loop_counts_its_turns_and_its_standstills(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 0.0001, 0.0002, 0.0302, 0.0303, 1.1])
    monkeypatch.setattr("time.perf_counter", lambda: next(moments))
    seen = pace()
    assert seen.turns == 5
    assert seen.still_max_ms == pytest.approx(1069.7)


def test_a_stamp_lies_at_most_half_its_gap_beside_its_input() -> None:
    errors_us = stamp_errors_us(np.array([1000.0, 9000.0]))
    assert errors_us.max() == pytest.approx(4500, abs=1)
    assert float(np.median(errors_us)) == pytest.approx(2000, abs=2)


def test_a_keys_stamp_is_surely_wrong_by_what_lies_outside_the_span_in_which_it_was_taken() -> None:
    sent = [SentKey(1_000, 1_200), SentKey(5_000, 9_000), SentKey(20_000, 20_100), SentKey(30_000, 30_100)]
    assert surely_wrong_us(sent, [1_100, 9_400, 19_300]).tolist() == [0.0, 400.0, 700.0]

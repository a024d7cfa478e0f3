"""Makes the machine three times slower, by a neighbour on each core that computes two thirds of every half millisecond,
or busy, by a neighbour on each core that never rests.

A cpu quota would be simpler, and is no slow machine: a thread that computes under a quota of a third runs for some
milliseconds and then stands still, for 8 ms in the median and up to 90 (measured with a busy loop, Linux 6.18), and
with it the sound threads, however high their priority. Under these neighbours the same loop loses 0.4 ms at a time.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

PULSES = """
import os, sys, time
parent = os.getppid()
os.sched_setaffinity(0, {int(sys.argv[1])}) if hasattr(os, "sched_setaffinity") else None
try:
    os.setpriority(os.PRIO_PROCESS, 0, -20)
except (OSError, AttributeError):
    pass
while os.getppid() == parent:
    end = time.perf_counter() + 0.0004
    while time.perf_counter() < end:
        pass
    time.sleep(0.00014)
"""
"""A neighbour that takes two thirds of a core in pulses: it computes 400 us, and wakes up about 200 us later."""
BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    pass"
"""A neighbour that computes until whoever started it is gone."""
PROBE_S = 1.0
"""How long a busy loop is looked at, in seconds."""
STARTING_S = 0.3
"""How long neighbours take to start, in seconds."""


@dataclass(frozen=True, slots=True)
class LoopFigures:
    """What a busy loop saw: its turns a second, and how long it stood still at most, in ms, in 99 of 100 turns that
    were late and in all."""

    turns: float
    still_p99_ms: float
    still_max_ms: float


def pace() -> LoopFigures:
    """Run a busy loop once neighbours have started, and return what it saw."""
    time.sleep(STARTING_S)
    late_ms, turns = [0.0], 0
    begin_s = last_s = time.perf_counter()
    while last_s - begin_s < PROBE_S:
        now_s = time.perf_counter()
        if now_s - last_s > 0.0002:
            late_ms.append((now_s - last_s) * 1000)
        turns, last_s = turns + 1, now_s
    late_ms.sort()
    return LoopFigures(turns / PROBE_S, late_ms[len(late_ms) * 99 // 100], late_ms[-1])


def three_times_slower() -> AbstractContextManager[None]:
    """Return the load of a machine that is three times slower: a third of each core is left."""
    return neighbours(PULSES)


def busy_cores() -> AbstractContextManager[None]:
    """Return the load of a busy neighbour on each core."""
    return neighbours(BUSY)


@contextmanager
def neighbours(program: str) -> Iterator[None]:
    """Run a program on each core until the block ends."""
    cores = os.cpu_count() or 1
    processes = [subprocess.Popen([sys.executable, "-c", program, str(core)]) for core in range(cores)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()

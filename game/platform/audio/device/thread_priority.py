"""Raises the priority of the threads between the mixer and a sound server, where the system lets one.

SDL raises its own audio thread. What it wrote is passed on by a thread of libpulse that stays at the usual priority:
behind busy neighbours the server runs dry although the mixer is in time.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

TASKS = Path("/proc/self/task")
"""The threads of this process, on Linux."""
NAMES = ("PulseMainloop",)
"""Names of the threads that pass sound on."""
NICE = -15
"""Their nice value: behind SDL's audio thread (-20) and before everything usual (0)."""


def raise_sound_threads(tasks: Path = TASKS) -> None:
    """Raise them; nothing happens where that is not allowed, on other systems, or without a server."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for task in tasks.iterdir():
            if (task / "comm").read_text("utf-8").strip() in NAMES:
                os.setpriority(os.PRIO_PROCESS, int(task.name), NICE)

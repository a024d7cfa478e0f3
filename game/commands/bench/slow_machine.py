"""Makes this process three times slower: by a cpu quota, or, where none can be had, by busy neighbours on all cores.

The quota is of Linux's control groups, version 1, which only root may set. Its scheduler looks at its clock tick only,
so a thread that computes runs for a few milliseconds and then stands still for up to 20: coarser than a slow machine.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SLOWNESS = 3
"""How many times slower."""
PERIOD_US = 3000
"""The period of the quota, in microseconds; the shortest quota that Linux grants is 1000."""
GROUPS = Path("/sys/fs/cgroup/cpu")
"""Where control groups with a cpu quota are made."""
OWN_GROUPS = Path("/proc/self/cgroup")
"""Lists the groups of this process."""
BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    pass"
"""A neighbour: it computes until whoever started it is gone."""


def own_group(groups: Path = GROUPS, listed: Path = OWN_GROUPS) -> Path | None:
    """Return the folder of this process's group, in which a quota can be set, or None."""
    try:
        lines = listed.read_text("utf-8").splitlines()
    except OSError:
        return None
    for _, controllers, path in (line.split(":", 2) for line in lines):
        folder = groups / path.lstrip("/")
        if "cpu" in controllers.split(",") and (folder / "cpu.cfs_quota_us").exists() and os.access(folder, os.W_OK):
            return folder
    return None


def neighbours() -> int:
    """Return how many busy processes leave a third of each core."""
    return (SLOWNESS - 1) * (os.cpu_count() or 1)


def means(group: Path | None) -> str:
    """Return what `slowed` does, in words."""
    return f"cpu quota, 1/{SLOWNESS} of a core" if group is not None else f"{neighbours()} busy neighbour processes"


@contextmanager
def slowed(group: Path | None) -> Iterator[None]:
    """Slow this process down until the block ends; its group or its neighbours are gone then."""
    with _quota(group) if group is not None else _neighbours():
        yield


@contextmanager
def _quota(parent: Path) -> Iterator[None]:
    group = parent / f"lace-up-{os.getpid()}"
    group.mkdir()
    try:
        (group / "cpu.cfs_period_us").write_text(str(PERIOD_US), "ascii")
        (group / "cpu.cfs_quota_us").write_text(str(PERIOD_US // SLOWNESS), "ascii")
        (group / "cgroup.procs").write_text(str(os.getpid()), "ascii")
        yield
    finally:
        for process in (group / "cgroup.procs").read_text("ascii").split():
            (parent / "cgroup.procs").write_text(process, "ascii")
        group.rmdir()


@contextmanager
def _neighbours() -> Iterator[None]:
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(neighbours())]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()

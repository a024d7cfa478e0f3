"""How tests are shared among worker processes: a file at a time, and what waits for real time one after the other.

A file is never split, so that its module fixtures are made once. Imported only when pytest-xdist has workers.
"""

from xdist.scheduler import LoadScopeScheduling

REAL_TIME = (
    "tests/app/",
    "tests/end_to_end/",
    "tests/platform/",
    "tests/states/run/",
)
"""Tests with windows, sound devices, threads or limits of time."""


class FileScheduling(LoadScopeScheduling):  # type: ignore[misc] # pytest-xdist ships no types
    """Gives a worker one file at a time, the files with the most tests first; real time counts as one file."""

    def _split_scope(self, nodeid: str) -> str:
        return "real time" if nodeid.startswith(REAL_TIME) else nodeid.partition("::")[0]

"""`python3 -m tests`: makes the environment when it is missing, then runs pytest with the arguments given.

A worker process a core and one more, for the tests in real time wait more than they compute; four at most, for each
holds the game's pictures. `-n 0` runs all in this process.
"""

import os
import sys

from game import bootstrap

MOST_WORKERS = 4
"""Greatest number of worker processes."""


def with_workers(words: "list[str]", cores: int) -> "list[str]":
    """Return pytest's arguments, which ask for workers unless they name a file, say how many, or switch them off."""
    file_named = any(word.partition("::")[0].endswith(".py") for word in words)
    said = any(word.startswith(("-n", "--numprocesses")) or word.endswith("no:xdist") for word in words)
    # By file: what a module sets up once is set up once, and tests that share a sound server do not starve another.
    return words if file_named or said else ["-n", str(min(cores + 1, MOST_WORKERS)), "--dist", "loadfile", *words]


if __name__ == "__main__":
    bootstrap.ensure_environment(["-m", "tests"], extra="test")

    import pytest

    os.chdir(bootstrap.ROOT)
    raise SystemExit(pytest.main(with_workers(sys.argv[1:], os.cpu_count() or 1)))

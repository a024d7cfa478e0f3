"""Examines many replay files on all cores, in their order."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain
from pathlib import Path

from game.errors import StorageError
from game.storage.sharing.checked_file import CheckedFile, OpenChecks, find

CHUNK = 25
"""How many files a process is given at a time."""
FEW = 50
"""So few files are examined at once here: a process takes a second to begin."""


def findings(
    paths: Sequence[Path], open_checks: OpenChecks, known: frozenset[str] = frozenset(), processes: int | None = None
) -> Iterator[CheckedFile]:
    """Yield what each file is, in their order. Raises StorageError where a process that examines is ended."""
    processes = processes or os.cpu_count() or 1
    if processes == 1 or len(paths) <= FEW:
        yield from (find(path, open_checks(), known) for path in paths)
        return
    chunks = [paths[first : first + CHUNK] for first in range(0, len(paths), CHUNK)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        try:
            yield from chain.from_iterable(pool.map(partial(_found, open_checks, known), chunks))
        except BrokenProcessPool:
            raise StorageError("the examination of the replays was ended from outside: run the command again") from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _found(open_checks: OpenChecks, known: frozenset[str], paths: Sequence[Path]) -> list[CheckedFile]:
    checks = open_checks()
    return [find(path, checks, known) for path in paths]

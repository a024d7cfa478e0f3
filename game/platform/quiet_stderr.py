"""Keeps what C libraries write to the standard error stream off the terminal (ALSA: ten lines for no device)."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Send the process's standard error stream nowhere, on the level of file descriptors; nothing without one."""
    try:
        stream = sys.__stderr__.fileno() if sys.__stderr__ is not None else None
        kept = None if stream is None else os.dup(stream)
    except (OSError, ValueError):
        stream = kept = None
    if stream is None or kept is None:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, stream)
        os.close(kept)

"""The files of a run that goes on: what the next launch completes, or counts as quit, if the program is killed.

A file holds the run as far as it was recorded, again and again, each after its length: the last whole one counts. The
program that writes it holds a lock on it, so another one takes only the files of programs that are gone.
"""

import os
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from game.storage.file_lock import try_lock
from game.storage.paths import make_folder

ENDING = ".ending-"
"""Begins the name of the file of a run that is about to end; the number of the process follows."""
BEGUN = ".begun-"
"""Begins the name of the file of an attempt that goes on."""
LENGTH = struct.Struct("<I")
"""Stands before each replay: its length in bytes."""
LARGEST_BYTES = 64_000_000
"""A larger file is none of ours."""


class RunFile:
    """A file of this program's run. Everything belongs on the writing thread; what cannot be written is left out."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._path = folder / f"{prefix}{os.getpid()}"
        self._file: BinaryIO | None = None

    def write(self, content: bytes) -> None:
        """Add how far the run has come now."""
        with suppress(OSError):
            if self._file is None:
                make_folder(self._path.parent)
                self._file = self._path.open("wb", buffering=0)
                try_lock(self._file)
            self._file.write(LENGTH.pack(len(content)) + content)

    def discard(self) -> None:
        """The run has been kept, or is not about to end: nothing is left to do for another launch."""
        if self._file is not None:
            self.let_go()
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def let_go(self) -> None:
        """Leave what is there to the next launch."""
        if self._file is not None:
            self._file.close()
            self._file = None


def take_run_files(folder: Path, prefix: str, take: Callable[[bytes], bool]) -> None:
    """Pass on the last content of each file whose program is gone; where `take` is done with it, delete the file."""
    for path in sorted(folder.glob(f"{prefix}*")):
        with suppress(OSError):
            with path.open("rb") as file:
                if not try_lock(file):
                    continue
                content = _last_whole(file.read(LARGEST_BYTES))
                done = content is None or take(content)
            if done:
                path.unlink(missing_ok=True)


def _last_whole(content: bytes) -> bytes | None:
    last, begin = None, LENGTH.size
    while begin <= len(content):
        (length,) = LENGTH.unpack_from(content, begin - LENGTH.size)
        if begin + length > len(content):
            break
        last = content[begin : begin + length]
        begin += length + LENGTH.size
    return last

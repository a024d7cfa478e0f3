"""The file of a run that is about to end, from which the next launch completes the run if the program is killed.

It holds the replay as far as it was recorded, again and again, each after its length: the last whole one counts. The
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

PREFIX = ".ending-"
"""Begins the name; the number of the process follows."""
LENGTH = struct.Struct("<I")
"""Stands before each replay: its length in bytes."""
LARGEST_BYTES = 64_000_000
"""A larger file is none of ours."""


class EndingFile:
    """The file of this program's run. Everything belongs on the writing thread; what cannot be written is left out."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{PREFIX}{os.getpid()}"
        self._file: BinaryIO | None = None

    def write(self, content: bytes) -> None:
        """Add a newer replay."""
        with suppress(OSError):
            if self._file is None:
                make_folder(self._path.parent)
                self._file = self._path.open("wb", buffering=0)
                try_lock(self._file)
            self._file.write(LENGTH.pack(len(content)) + content)

    def discard(self) -> None:
        """The run has been kept, or goes on: nothing is left to complete."""
        if self._file is not None:
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def take_endings(folder: Path, take: Callable[[bytes], bool]) -> None:
    """Pass on the last replay of each file whose program is gone; where `take` is done with it, delete the file."""
    for path in sorted(folder.glob(f"{PREFIX}*")):
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

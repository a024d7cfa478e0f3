"""The player's folder of replays: a run that is to enter the board waits in `pending` until it has.

Its file is written before the board is, so that it survives a crash, a locked board or a full disk: for the last,
room is set aside when the run begins.
"""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path, PurePath

from game.errors import StorageError
from game.replay.codec import MAX_FILE_BYTES, identity_of
from game.storage.files import write_atomically
from game.storage.paths import make_folder
from game.storage.run_file import BEGUN, ENDING, RunFile, take_run_files
from game.storage.stamps import replay_name

PENDING = "pending"
"""The folder of runs that are not on the board yet, in the folder of replays."""
SUFFIX = ".laceup"
"""Ending of a replay's file name."""
RESERVED_BYTES = 262_144
"""Room set aside for a replay; a long run of a player who mashes takes half of it."""
LEFT_OVER_S = 24 * 3600
"""Room set aside by a program that crashed is given back after so many seconds."""


def published_name(identity: str) -> str:
    """Return the file name of a replay that was published, or came from a published board."""
    return f"{identity}{SUFFIX}"


def is_published(name: str) -> bool:
    """Whether a replay came from elsewhere: it stands on boards, and counts in no figures of the player's own."""
    return re.fullmatch(r"[0-9a-f]{64}", name.removesuffix(SUFFIX)) is not None


class ReplayFolder:
    """Writes replays. One object for each program; everything that writes belongs on the writing thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._room = folder / PENDING / f".room-{os.getpid()}"
        self.ending = RunFile(folder / PENDING, ENDING)
        """Where a run that is about to end is kept."""
        self.begun = RunFile(folder / PENDING, BEGUN)
        """Where an attempt that goes on is kept."""

    def free_name(self, played_at: int, score: int) -> str:
        """Return a file name that no replay has yet."""
        name, number = replay_name(played_at, score), 1
        while self.path_of(name).exists() or self.pending_path_of(name).exists():
            number += 1
            name = replay_name(played_at, score).replace(SUFFIX, f"-{number}{SUFFIX}")
        return name

    def path_of(self, name: str) -> Path:
        """Return where a replay is; a name that leads elsewhere, as a row may have, is none of a file there is."""
        return self.folder / (name if PurePath(name).name == name else "-")

    def identity_of(self, name: str) -> str:
        """Return the identity of a replay, empty where its file cannot be read."""
        try:
            with self.path_of(name).open("rb") as file:
                return identity_of(file.read(MAX_FILE_BYTES + 1))
        except OSError:
            return ""

    def pending_path_of(self, name: str) -> Path:
        """Return where a replay is as long as its run is not on the board."""
        return self.folder / PENDING / name

    def pending(self) -> list[Path]:
        """Return the replays whose runs are not on the board yet, oldest first."""
        return sorted((self.folder / PENDING).glob(f"*{SUFFIX}"))

    def recent(self, count: int) -> list[Path]:
        """Return the newest replays by name, those whose runs are not on the board yet among them."""
        return sorted([*self.folder.glob(f"*{SUFFIX}"), *self.pending()], key=lambda path: path.name)[-count:]

    @property
    def has_interrupted(self) -> bool:
        """Whether a program was killed in a run, or is in one now."""
        return any(any((self.folder / PENDING).glob(f"{prefix}*")) for prefix in (ENDING, BEGUN))

    def take_endings(self, take: Callable[[bytes], bool]) -> None:
        """Pass on the replays of runs that were about to end when their program was killed; each that `take` is done
        with is passed on once."""
        take_run_files(self.folder / PENDING, ENDING, take)

    def take_begun(self, take: Callable[[bytes], bool]) -> None:
        """Pass on the attempts whose program was killed, likewise."""
        take_run_files(self.folder / PENDING, BEGUN, take)

    def close(self) -> None:
        """Let go of the files of a run that goes on: another launch may take them."""
        self.ending.let_go()
        self.begun.let_go()

    def set_room_aside(self) -> None:
        """Take disk space for the replay of the run that begins. Raises StorageError where there is none."""
        make_folder(self._room.parent)
        for other in self._room.parent.glob(".room-*"):
            if other != self._room and time.time() - other.stat().st_mtime > LEFT_OVER_S:
                other.unlink(missing_ok=True)
        if not self._room.exists():
            write_atomically(self._room, os.urandom(RESERVED_BYTES))

    def give_room_back(self) -> None:
        """Return the space."""
        self._room.unlink(missing_ok=True)

    def write_pending(self, name: str, content: bytes) -> None:
        """Write a replay atomically, into the room that was set aside where there is some. Raises StorageError."""
        path = self.pending_path_of(name)
        if len(content) > RESERVED_BYTES or not self._room.exists():
            write_atomically(path, content)
            return
        try:
            with self._room.open("r+b") as file:
                file.write(content)
                file.truncate()
                file.flush()
                os.fsync(file.fileno())
            self._room.replace(path)
        except OSError as error:
            raise StorageError(f"{path}: cannot be written ({error.strerror})") from error

    def entered(self, name: str) -> None:
        """Move the replay of a run that is on the board now to the others. Raises StorageError."""
        try:
            self.pending_path_of(name).replace(self.path_of(name))
        except OSError as error:
            raise StorageError(f"{self.path_of(name)}: cannot be moved there ({error.strerror})") from error

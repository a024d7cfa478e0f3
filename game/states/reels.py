"""Cuts "Your montage" while the game goes on: `replay film --reel` in a program of its own, which yields to everything.

One is cut at a time. It goes on when the game is closed; the film stands under its name only when it is whole.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from game.storage.paths import PACKAGE

PROGRESS = re.compile(r"(\d+) of (\d+) pictures")
"""How the command tells how far it is."""
MOST_SAID = 20_000
"""So much of the end of what it says is read, in bytes."""
LEAST_NICE = 19
"""The lowest priority that there is."""
DONE = "saved"
"""What is said of a reel that is cut."""

ReelCommand = Callable[[Path, Path, Sequence[str]], list[str]]
"""The command that cuts a replay into a film, with words about the content that it was played in."""


class Reels:
    """Starts the program, and tells what has become of it."""

    def __init__(self, folder: Path, words: ReelCommand | None = None) -> None:
        self.folder = folder
        self._words = words or reel_words
        self._process: subprocess.Popen[bytes] | None = None
        self._said: Path | None = None
        self._name = ""
        self._states: dict[str, str] = {}

    @property
    def is_cutting(self) -> bool:
        """Whether one is being cut."""
        return self._process is not None

    def start(self, replay: Path, content_words: Sequence[str] = ()) -> None:
        """Begin to cut a replay's reel. Raises OSError where no program can be started."""
        handle, said = tempfile.mkstemp(prefix="lace-up-reel-", suffix=".log")
        self._said, self._name = Path(said), replay.name
        words = self._words(replay, self.folder / f"{replay.stem}.mp4", content_words)
        with open(handle, "wb") as log:
            self._process = _started(words, log)
        _yield_to_everything(self._process.pid)
        self._states[self._name] = "0 %"

    def state_of(self, name: str) -> str:
        """Return how far the reel of a replay is: in percent, saved, or nothing where none was asked for."""
        if self._process is not None and name == self._name:
            steps = PROGRESS.findall(self._tail())
            done, pictures = map(int, steps[-1]) if steps else (0, 1)
            self._states[name] = f"{100 * done // pictures} %"
        return self._states.get(name, "")

    def reports(self) -> Sequence[str]:
        """Return what became of a reel that has ended since the last call, as a sentence."""
        if self._process is None or self._process.poll() is None:
            return ()
        lines = [line for line in self._tail().splitlines() if line.strip()] or ["it said nothing"]
        was_cut, self._process = self._process.returncode == 0, None
        self._states[self._name] = DONE if was_cut else ""
        if self._said is not None:
            self._said.unlink(missing_ok=True)
        return (f"Your montage: {lines[-1]}" if was_cut else f"Your montage was not cut: {lines[-1]}",)

    def _tail(self) -> str:
        try:
            data = b"" if self._said is None else self._said.read_bytes()
        except OSError:
            return ""
        return data[-MOST_SAID:].decode(errors="replace")


def reel_words(replay: Path, film: Path, content_words: Sequence[str]) -> list[str]:
    """Return the command that cuts a reel."""
    return [sys.executable, "-m", "game", "replay", "film", str(replay), "--reel", "-o", str(film), *content_words]


def _started(words: Sequence[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a program apart from the terminal, on Windows with a low priority, that says all it says in a file."""
    if sys.platform == "win32":
        flags = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=PACKAGE.parent, creationflags=flags
        )
    return subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=PACKAGE.parent, start_new_session=True
    )


def _yield_to_everything(pid: int) -> None:
    """Let a program that has just begun compute only when nothing else wants to."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, LEAST_NICE)
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))

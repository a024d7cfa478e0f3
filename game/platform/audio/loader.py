"""Decodes the song and the sounds on a thread, while the title is up."""

import threading
from collections.abc import Callable, Sequence

from game.platform.audio.pcm import Trouble

Job = Callable[[], Trouble | None]


class AudioLoader:
    """Runs jobs one after another, once; collects why some of it cannot be heard."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._done = 0
        self._troubles: list[Trouble] = []
        self._given_up = False
        self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Return when everything is decoded."""
        self._thread.join()

    def give_up(self) -> None:
        """Leave out the jobs that are not begun; return when the present one is done."""
        self._given_up = True
        if self._thread.is_alive():
            self._thread.join()

    @property
    def progress(self) -> float:
        """How much is decoded, 0 to 1."""
        return self._done / len(self._jobs) if self._jobs else 1.0

    @property
    def troubles(self) -> tuple[str, ...]:
        """One sentence for each file that cannot be heard."""
        return tuple(trouble.sentence for trouble in self._troubles)

    def _work(self) -> None:
        for job in self._jobs:
            if self._given_up:
                return
            trouble = job()
            if trouble is not None:
                self._troubles.append(trouble)
            self._done += 1

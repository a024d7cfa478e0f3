"""Writes on a thread of its own, one job after another, so that no frame waits for a disk or a lock."""

import threading
from collections.abc import Callable, Sequence
from queue import Queue, SimpleQueue

from game.errors import GameError

THREAD_NAME = "writing"
"""Name of the thread."""


class BackgroundWriter:
    """Runs jobs in order. `close` finishes all of them, so nothing is lost when the program ends."""

    def __init__(self) -> None:
        self._jobs: Queue[Callable[[], str | None] | None] = Queue()
        self._reports: SimpleQueue[str | BaseException] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def submit(self, job: Callable[[], str | None]) -> None:
        """Run a job after those before it. What it returns, or the sentence of its GameError, is reported."""
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=THREAD_NAME, daemon=True)
            self._thread.start()

    def reports(self) -> Sequence[str]:
        """Return the sentences of the jobs that ended since the last call; raises what a job was not expected to."""
        sentences: list[str] = []
        while not self._reports.empty():
            report = self._reports.get()
            if isinstance(report, BaseException):
                raise report
            sentences.append(report)
        return sentences

    def wait(self) -> None:
        """Wait until every job has ended."""
        self._jobs.join()

    def close(self) -> None:
        """Finish all jobs and end the thread."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                if job is None:
                    return
                self._report(job)
            finally:
                self._jobs.task_done()

    def _report(self, job: Callable[[], str | None]) -> None:
        try:
            sentence = job()
        except GameError as error:
            sentence = str(error)
        except BaseException as error:  # raised again on the main thread by `reports`
            self._reports.put(error)
            return
        if sentence is not None:
            self._reports.put(sentence)

"""Keep-alive thread: updates the audio player while the frame loop does not (a dragged window, a long load)."""

import threading
from collections.abc import Callable

PERIOD_S = 0.02
"""Time between two calls, in seconds."""


class KeepAlive:
    """Calls `step` every 20 ms on a daemon thread, until stopped."""

    def __init__(self, step: Callable[[], None]) -> None:
        self._step = step
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, name="audio keep-alive", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop for good; block until the last step is done."""
        self._stopping.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._stopping.wait(PERIOD_S):
            self._step()

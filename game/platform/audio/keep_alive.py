"""Keeps the sound written ahead while the frame loop does not: under menus, in a dragged window, in a long load."""

import threading
from collections.abc import Callable

EVERY_S = 0.02


class KeepAlive:
    """Calls a step every 20 ms on a thread of its own, until the program ends."""

    def __init__(self, step: Callable[[], None]) -> None:
        self._step = step
        self._resting = threading.Event()
        self._thread = threading.Thread(target=self._work, name="sound pump", daemon=True)
        self._thread.start()

    def rest(self) -> None:
        """Stop for good; return when the last step is done."""
        self._resting.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._resting.wait(EVERY_S):
            self._step()

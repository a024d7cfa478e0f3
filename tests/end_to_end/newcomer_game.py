"""The game with a newcomer at it, from the first launch to the results of the second run, in a real window.

He looks at every picture the game draws, and presses what stands on the keys in it: real keys, which an X server hands
to the window (XTEST), after a person's delay. Prints a line of JSON about each run.
"""

import ctypes
import json
import queue
import sys
import threading
import time
from collections.abc import Callable
from heapq import heappop, heappush

import pygame

from game.cli import main
from game.commands.bench.newcomer import Onlooker
from game.platform.clock.monotonic import MonotonicClock
from game.sim.rng import Rng
from game.states.machine import Machine
from game.states.menus.records.results import Results
from game.states.run.run import Run
from game.states.run.running import Running
from game.timing.units import US_PER_SECOND, Micros, ms
from game.view.hints.key_face import KeyFace, KeyPicture
from game.view.stage.stage import Stage

RUNS = 2
SEED = 0
THINKS_US = ms(900)
"""How long he looks at a menu before he presses its key."""
MENU_KEYS = {"title": "Return", "offer": "Return", "initials": "Return", "results": "Return", "pause": "Return"}
"""The keys that the screens on the way to a run name themselves; a machine that stands still pauses the run."""
SPACE_BAR = "space"
NEAR_S = 0.002

KeyMove = tuple[Micros, bool, str]
"""When a key goes down or up, and its name in X."""


class Fingers:
    """A thread that moves real keys when their time has come."""

    def __init__(self) -> None:
        self._x11, self._xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XFlush.argtypes = [ctypes.c_void_p]
        self._xtest.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x11.XOpenDisplay(None)
        self._clock = MonotonicClock()
        self._planned: queue.SimpleQueue[KeyMove] = queue.SimpleQueue()
        threading.Thread(target=self._work, daemon=True).start()

    def move(self, wall_us: Micros, down: bool, name: str) -> None:
        """Press or let go a key at a moment of wall time."""
        self._planned.put((wall_us, down, name))

    def tap(self, wall_us: Micros, name: str) -> None:
        """Press a key and let it go."""
        self.move(wall_us, True, name)
        self.move(wall_us + ms(70), False, name)

    def _work(self) -> None:
        coming: list[KeyMove] = []
        while True:
            while not self._planned.empty():
                heappush(coming, self._planned.get())
            while coming and coming[0][0] <= self._clock.now_us():
                _, down, name = heappop(coming)
                keycode = self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name.encode()))
                self._xtest.XTestFakeKeyEvent(self._display, keycode, int(down), 0)
                self._x11.XFlush(self._display)
            time.sleep(NEAR_S / 4)


class NewcomersMachine(Machine):
    """Shows every picture to the newcomer once it is drawn."""

    fingers: Fingers | None = None
    rng = Rng(SEED)
    watched: Run | None = None
    onlooker: Onlooker | None = None
    looked_at: object = None
    pressed_us: Micros = 0
    runs = 0
    pauses = 0

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Draw the state, and let him look at it."""
        super().draw(canvas, wall_us, poll)
        if self.fingers is None:
            self.fingers = Fingers()
        if isinstance(self.state, Running):
            self._look(self.state.run, self.fingers, wall_us)
        else:
            self._read_menu(self.fingers, wall_us)

    def _look(self, run: Run, fingers: Fingers, wall_us: Micros) -> None:
        picture, now_us = self._app.loaded.wait().picture, run.judged_time(wall_us)
        assert isinstance(picture, Stage)
        hints = picture.hints
        assert hints is not None, "a first launch shows keys"
        if self.watched is not run:
            self.watched = run
            self.onlooker = Onlooker(run.chart, dict(hints.known or {}), self.rng)
        assert self.onlooker is not None
        for move in self.onlooker.look(now_us, picture.hints_at(now_us), picture.log):
            name = key_on(hints.faces[move.verb])
            fingers.move(wall_us + move.time_us - now_us, move.down, name)

    def _read_menu(self, fingers: Fingers, wall_us: Micros) -> None:
        """Press the key of a screen after a look at it; count the runs at their results."""
        if self.looked_at is not self.state:
            self.looked_at, self.pressed_us = self.state, wall_us + US_PER_SECOND
            self.pauses += self.screen == "pause"
            if isinstance(self.state, Results):
                self._tell(self.state)
        if self.screen in MENU_KEYS and wall_us >= self.pressed_us and self._app.loaded.done:
            self.pressed_us = wall_us + THINKS_US
            fingers.tap(wall_us, MENU_KEYS[self.screen])

    def _tell(self, results: Results) -> None:
        assert self.watched is not None
        score = self.watched.session.score
        sections = {tally.id: round(100 * tally.net_points / tally.max_points) for tally in score.sections}
        told = {
            "score": score.total,
            "rank": str(score.rank),
            "difficulty": str(self.watched.plan.difficulty),
            "hints": self.watched.replay().conditions.hints_ever,
            "pauses": self.pauses,
            "sections": sections,
        }
        print(json.dumps(told), flush=True)
        self.runs += 1
        self.finished = self.runs == RUNS


def key_on(face: KeyFace) -> str:
    """Return X's name of the key that a face stands for."""
    return SPACE_BAR if face.picture is KeyPicture.SPACE else face.label.lower()


if __name__ == "__main__":
    from game.app import application

    setattr(application, "Machine", NewcomersMachine)  # noqa: B010
    sys.exit(main())

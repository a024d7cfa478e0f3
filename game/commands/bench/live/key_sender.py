"""Presses a key through the X server and from a process of its own, as a keyboard would.

The server takes the key at some moment between two times that the process notes: before it asks, and when the server
has answered. Needs X11 with its XTEST extension; elsewhere nothing is pressed.
"""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from game.platform.clock.monotonic import NS_PER_US
from game.platform.input.input_events import ButtonEvent, DeviceEvent
from game.timing.units import Micros

Times = npt.NDArray[np.float64]
"""Durations in microseconds."""
PROGRAM = """
import ctypes, os, select, sys, time
x, test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
code = x.XKeysymToKeycode(display, ctypes.c_ulong(int(sys.argv[1])))
try:
    os.setpriority(os.PRIO_PROCESS, 0, -20)
except OSError:
    pass
moves = []
def move(down):
    before = time.perf_counter_ns()
    test.XTestFakeKeyEvent(display, code, down, ctypes.c_ulong(0))
    x.XSync(display, 0)
    moves.append((before, time.perf_counter_ns()))
while not select.select([sys.stdin], [], [], float(sys.argv[2]))[0]:
    move(len(moves) % 2 == 0)
if len(moves) % 2:
    move(False)
for before, after in moves:
    print(before, after)
"""
"""Presses the key, lets it go, and so on, until something is written to it or its end is closed; then prints the
two times of each move, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class KeyRhythm:
    """A key by its name in the game and its number in X11, pressed or let go every so many seconds."""

    key: str
    keysym: int
    every_s: float


UNKNOWN_KEY = KeyRhythm("F8", 0xFFC5, 0.0317)
"""A key that the game has no use for, often and out of step with frames."""


@dataclass(frozen=True, slots=True)
class SentKey:
    """A key that the server took between two times."""

    from_us: Micros
    to_us: Micros


class KeySender:
    """Sends from its making until `stop`; `stamps` are the times that the game gave the keys."""

    def __init__(self, rhythm: KeyRhythm = UNKNOWN_KEY) -> None:
        self._rhythm = rhythm
        self.stamps: list[Micros] = []
        self._process: subprocess.Popen[str] | None = None
        if pygame.display.get_driver() == "x11":
            self._process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, str(rhythm.keysym), str(rhythm.every_s)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )

    def look(self, device_events: Sequence[DeviceEvent]) -> None:
        """Note the key's stamps among the game's events."""
        key = self._rhythm.key
        self.stamps += [event.wall_us for event in device_events if isinstance(event, ButtonEvent) and event.key == key]

    def stop(self) -> list[SentKey]:
        """Stop; return what was sent."""
        if self._process is None:
            return []
        printed, _ = self._process.communicate()
        times = [tuple(map(int, line.split())) for line in printed.splitlines()]
        return [SentKey(before // NS_PER_US, after // NS_PER_US) for before, after in times]


def surely_wrong_us(sent: Sequence[SentKey], stamps: Sequence[Micros]) -> Times:
    """Return how far each stamp lies outside the span in which the server took its key; keys sent after the last
    stamp were not seen any more."""
    return np.array(
        [max(0, key.from_us - stamp, stamp - key.to_us) for key, stamp in zip(sent, stamps, strict=False)], np.float64
    )

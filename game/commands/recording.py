"""Records what a sound server really plays (`parec` on the monitor of the default sink), with the wall time of each
sample.

For measurements only. A chunk arrives after it was played, sometimes much later, never before: so the line through
the earliest arrivals is the truth.
"""

import os
import shutil
import subprocess
import threading

import numpy as np
import numpy.typing as npt

from game.errors import DeviceError
from game.timing.clock import Clock
from game.timing.units import Micros

RATE = 48_000
BYTES_PER_FRAME = 4
COMMAND = ("parec", "--device=@DEFAULT_MONITOR@", "--raw", "--latency-msec=10")
FORMAT = ("--format=s16le", f"--rate={RATE}", "--channels=2")
WINDOW_US = 2_000_000


class Recording:
    """Runs from construction to `stop`; raises DeviceError where there is no `parec`."""

    def __init__(self, wall: Clock) -> None:
        if shutil.which(COMMAND[0]) is None:
            raise DeviceError("Nothing can be recorded here: install PulseAudio's parec and start a sound server.")
        self._wall = wall
        self._chunks: list[bytes] = []
        self._arrivals: list[tuple[Micros, int]] = []
        self._process = subprocess.Popen((*COMMAND, *FORMAT), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._thread = threading.Thread(target=self._read, name="recording", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the recording."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()

    @property
    def frames(self) -> int:
        """How many frames have arrived."""
        return self._arrivals[-1][1] if self._arrivals else 0

    def sides(self) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int16]]:
        """Return all that was recorded on the left and on the right, shape (frames,) each."""
        data = b"".join(list(self._chunks))
        both = np.frombuffer(data[: len(data) // BYTES_PER_FRAME * BYTES_PER_FRAME], np.int16).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def line(self) -> tuple[float, float]:
        """Return (slope, intercept): the frame that was played at wall time w is slope * w + intercept."""
        walls, frames = np.array(list(self._arrivals), np.float64).T
        late = walls - frames * 1e6 / RATE
        windows = ((walls - walls[0]) // WINDOW_US).astype(int)
        earliest = [int(np.flatnonzero(windows == k)[late[windows == k].argmin()]) for k in np.unique(windows)]
        slope, intercept = np.polyfit(walls[earliest], frames[earliest], 1)
        return float(slope), float(intercept)

    def _read(self) -> None:
        pipe = self._process.stdout
        if pipe is None:
            return
        total = 0
        while chunk := os.read(pipe.fileno(), 1 << 16):
            total += len(chunk)
            self._chunks.append(chunk)
            self._arrivals.append((self._wall.now_us(), total // BYTES_PER_FRAME))

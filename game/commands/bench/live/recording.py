"""Records a sound server's output (`parec` on the monitor of the default sink) with the wall time of each sample.

For measurements only. A chunk arrives after it was played, sometimes much later, never before: so only the earliest
arrivals are used for timing.
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
"""Sample rate, Hz."""
BYTES_PER_FRAME = 4
"""Bytes in a stereo frame of 16-bit samples."""
COMMAND = ("parec", "--device=@DEFAULT_MONITOR@", "--raw", "--latency-msec=10")
"""Recording program and its options."""
FORMAT = ("--format=s16le", f"--rate={RATE}", "--channels=2")
"""Sample format options."""
WINDOW_US = 2_000_000
"""Window in which the earliest arrival is taken, in microseconds."""
US_PER_FRAME = 1e6 / RATE
"""Duration of a sample frame, in microseconds."""


class SoundCapture:
    """Records from construction to `stop`; raises DeviceError where there is no `parec`."""

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
        """Stop recording."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    @property
    def frames(self) -> int:
        """Number of frames that have arrived."""
        return self._arrivals[-1][1] if self._arrivals else 0

    def sides(self) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int16]]:
        """Return the left and right channel of the recording, shape (frames,) each."""
        data = b"".join(list(self._chunks))
        both = np.frombuffer(data[: len(data) // BYTES_PER_FRAME * BYTES_PER_FRAME], np.int16).reshape(-1, 2)
        return both[:, 0], both[:, 1]

    def frames_at(self, walls: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the (fractional) frames that were played at these wall times.

        Interpolates linearly between the earliest arrivals of every two seconds: a server's sample rate drifts (60
        parts in a million measured), so that a single line would be off by up to 1.4 ms.
        """
        arrived, frames = np.array(list(self._arrivals), np.float64).T
        late = arrived - frames * US_PER_FRAME
        windows = ((arrived - arrived[0]) // WINDOW_US).astype(int)
        earliest = [int(np.flatnonzero(windows == k)[late[windows == k].argmin()]) for k in np.unique(windows)]
        # Across the ends of the recording the lateness stays as it last was.
        lateness: npt.NDArray[np.float64] = np.interp(walls, arrived[earliest], late[earliest])
        return (walls - lateness) / US_PER_FRAME

    def _read(self) -> None:
        pipe = self._process.stdout
        if pipe is None:
            return
        total = 0
        while chunk := os.read(pipe.fileno(), 1 << 16):
            total += len(chunk)
            self._chunks.append(chunk)
            self._arrivals.append((self._wall.now_us(), total // BYTES_PER_FRAME))

"""A gain that moves in straight lines over frames of the song."""

import numpy as np
import numpy.typing as npt

Gain = float | npt.NDArray[np.float32]
"""One gain for a whole block, or one a frame, shape (frames,)."""


class Envelope:
    """Starts level; each `ramp` replaces what was planned behind its beginning."""

    def __init__(self, gain: float) -> None:
        self._frames: list[int] = [0]
        self._gains: list[float] = [gain]

    def at(self, frame: int) -> float:
        """Return the gain at a frame."""
        return float(np.interp(frame, self._frames, self._gains))

    def ramp(self, begin: int, end: int, gain: float) -> None:
        """Move from what the gain is at frame `begin` to `gain` at frame `end`, and stay there."""
        here = self.at(begin)
        kept = [(frame, value) for frame, value in zip(self._frames, self._gains, strict=True) if frame < begin]
        points = [*kept, (begin, here), (max(end, begin + 1), gain)]
        self._frames = [frame for frame, _ in points]
        self._gains = [value for _, value in points]

    def over(self, first: int, count: int) -> Gain:
        """Return the gain over `count` frames from `first`."""
        last = first + count
        here = self.at(first)
        inside = any(first < frame < last for frame in self._frames)
        if not inside and here == self.at(last):
            return here
        return np.interp(np.arange(first, last), self._frames, self._gains).astype(np.float32)

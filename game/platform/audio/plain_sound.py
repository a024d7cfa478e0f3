"""Plays samples once, from their beginning, outside of a run: no clock is made of it."""

import numpy as np
import numpy.typing as npt

from game.errors import DeviceError
from game.platform.audio.device.mixer import FixedChannel, Mixer

LOUDEST = 32_767
"""Largest sample of 16 bits."""


class PlainSound:
    """Stereo samples from -1 to 1 at 48 kHz, shape (frames, 2). Raises DeviceError where nothing can be heard."""

    def __init__(self, samples: npt.NDArray[np.float32]) -> None:
        self._mixer = Mixer()
        try:
            self._mixer.open()
        except DeviceError as error:
            raise DeviceError(f"no sound device opens ({error.__cause__}): plug in what you hear with") from error
        self._sound = self._mixer.sound((np.clip(samples, -1, 1) * LOUDEST).astype(np.int16).tobytes())

    @property
    def plays(self) -> bool:
        """Whether it is being played."""
        return self._mixer.busy(FixedChannel.PLACE)

    def play(self) -> None:
        """Begin at its beginning."""
        if self._sound is not None:
            self._mixer.play_on(FixedChannel.PLACE, self._sound)

    def stop(self) -> None:
        """Fall silent."""
        self._mixer.fade_out(FixedChannel.PLACE, 0)

    def close(self) -> None:
        """Give the device back."""
        self._mixer.close()

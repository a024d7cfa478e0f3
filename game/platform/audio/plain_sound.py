"""Plays samples once, from their beginning, outside of a run: no clock is made of it."""

import numpy as np
import numpy.typing as npt
import pygame

from game.errors import DeviceError
from game.platform.quiet_stderr import quiet_stderr

SAMPLE_RATE = 48_000
"""Frames a second."""
BUFFER_FRAMES = 512
"""The device's buffer: 11 ms."""
LOUDEST = 32_767
"""Largest sample of 16 bits."""


class PlainSound:
    """A sound of stereo samples from -1 to 1, shape (frames, 2). Raises DeviceError where nothing can be heard."""

    def __init__(self, samples: npt.NDArray[np.float32]) -> None:
        try:
            with quiet_stderr():
                pygame.mixer.init(SAMPLE_RATE, -16, 2, BUFFER_FRAMES, allowedchanges=0)
        except pygame.error as error:
            raise DeviceError(
                f"no sound ({error}): plug in what you hear with, or write the times of the beats into a file and say "
                "--taps FILE"
            ) from error
        self._sound = pygame.mixer.Sound(buffer=(np.clip(samples, -1, 1) * LOUDEST).astype(np.int16).tobytes())

    @property
    def plays(self) -> bool:
        """Whether it is being played."""
        return self._sound.get_num_channels() > 0

    def play(self) -> None:
        """Begin at its beginning."""
        self._sound.stop()
        self._sound.play()

    def stop(self) -> None:
        """Fall silent."""
        self._sound.stop()

    def close(self) -> None:
        """Give the device back."""
        pygame.mixer.quit()

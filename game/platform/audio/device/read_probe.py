"""Tells whether the device reads at all: the position alone is extrapolated, and runs on behind a suspended sink.

A short silent sound is played over and over; while it does not end, the device has not read it.
"""

from game.platform.audio.device.mixer import SAMPLE_RATE, FixedChannel, Mixer
from game.timing.units import Micros, ms

STALLED_US = ms(1000)
"""A device that has read nothing for so long stands still; shorter is a stutter, which the clock follows.
On a machine three times slower half a second passed for a loss, and put the clock 0.2 s beside what was heard."""
SILENCE_MS = 100
"""Length of the silent sound, in milliseconds. At its end SDL's audio thread waits for Python's lock: not too often."""
STARTING_US = ms(5000)
"""A device just opened may take so long until it reads steadily: a null sink fills its buffer, then rests for 2 s."""
MAX_STEP_US = ms(50)
"""Most that the time between two questions counts: a stopped process is no stalled device."""


class ReadProbe:
    """Ask `stalled` once a frame."""

    def __init__(self, mixer: Mixer) -> None:
        self._mixer = mixer
        self._silence = mixer.sound(bytes(4 * SAMPLE_RATE * SILENCE_MS // 1000))
        self._asked_us: Micros | None = None
        self._waited_us: Micros = 0
        self._since_us: Micros = 0

    @property
    def is_starting(self) -> bool:
        """Whether the device was opened so lately that it need not read yet."""
        return self._since_us < STARTING_US

    def stalled(self, wall_us: Micros) -> bool:
        """Whether the device has read nothing for `STALLED_US`."""
        step_us = 0 if self._asked_us is None else min(wall_us - self._asked_us, MAX_STEP_US)
        self._asked_us = wall_us
        self._since_us += step_us
        if self._mixer.busy(FixedChannel.PROBE):
            self._waited_us += step_us
        else:
            self._waited_us = 0
            if self._silence is not None:
                self._mixer.play_on(FixedChannel.PROBE, self._silence)
        return self._waited_us >= STALLED_US

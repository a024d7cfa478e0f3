"""The lengths of a device buffer: the usual one, a short one for quick machines, a long one for busy ones.

A sound that is played at once waits for the next buffer, then sounds a buffer and half the server's latency later.
Short buffers halve all three, and underrun on a busy machine: measured on a null sink (`bench latency`), a key is heard
after 41 ms, with short buffers after 29 (medians). Long ones keep the music whole on a busy machine, at the cost of
hits that sound a tenth of a second late; judging knows the delay and stays as it is.
"""

from enum import Enum


class Buffers(Enum):
    """The length of a device buffer, in frames at 48 kHz."""

    USUAL = 1024
    SHORT = 512
    LONG = 2048

    @property
    def frames(self) -> int:
        """The length in frames."""
        return self.value

    @property
    def server_latency_ms(self) -> int:
        """The latency that a sound server is asked for, in milliseconds: two buffers, rounded up; four long ones."""
        return {Buffers.USUAL: 43, Buffers.SHORT: 22, Buffers.LONG: 171}[self]

    @property
    def safe_frames(self) -> int:
        """Frames ahead of the playhead that the device may have read already: a buffer and 50 ms; with long ones all of
        the delay, the next buffer and 50 ms."""
        return {Buffers.USUAL: 3424, Buffers.SHORT: 3424, Buffers.LONG: 10_600}[self]

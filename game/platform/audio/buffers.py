"""The two lengths of a device buffer: the usual one, and a short one for machines that keep up with it.

A sound that is played at once waits for the next buffer, then sounds a buffer and half the server's latency later.
Short buffers halve all three, and underrun on a busy machine.
"""

from enum import Enum


class Buffers(Enum):
    """The length of a device buffer, in frames at 48 kHz."""

    USUAL = 1024
    SHORT = 512

    @property
    def frames(self) -> int:
        """The length in frames."""
        return self.value

    @property
    def server_latency_ms(self) -> int:
        """The latency that a sound server is asked for: two buffers, rounded up, in milliseconds."""
        return {Buffers.USUAL: 43, Buffers.SHORT: 22}[self]

"""Which sound device is played on, and through how long buffers: what is wanted, and when it may change."""

from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import SoundDevice
from game.timing.units import Micros

MANY_DROPOUTS = 4
"""With so many underruns within a minute the usual buffers are too short, even where pictures are in time."""
BUSY_NOTICE = "Busy computer: the sound is buffered for longer now, and hits sound a little later."
"""Notice from then on."""


class DeviceChoice:
    """The wanted buffers and output of a device."""

    def __init__(self, device: SoundDevice) -> None:
        self.buffers = device.buffers
        self.output = device.output
        self._device = device

    def lengthen(self, wall_us: Micros) -> str | None:
        """Go over to long buffers at once where the usual ones underrun; return what is then said."""
        if self._device.buffers is not Buffers.USUAL or self._device.dropouts(wall_us) < MANY_DROPOUTS:
            return None
        self.buffers = Buffers.LONG
        self._device.use_buffers(self.buffers)
        return BUSY_NOTICE

    def apply(self) -> None:
        """Switch to what is wanted, while no run is heard: for three seconds nothing is."""
        if self.buffers is not self._device.buffers:
            self._device.use_buffers(self.buffers)
        if self.output != self._device.output:
            self._device.use_output(self.output)

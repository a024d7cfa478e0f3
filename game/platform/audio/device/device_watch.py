"""Follows the device through loss and return: the clock runs on alone meanwhile, and nothing is written.

A device is lost where its server died, where it stands still (a suspended sink), and, without being called lost, after
the process itself was stopped, when the position is extrapolated over the gap; one that is not there from the start
counts as lost. Once it reads again and has settled, its position is set to what the clock says.
"""

from enum import Enum, auto

from game.platform.audio.device.device import SoundDevice
from game.platform.clock.song_clock import SongClock
from game.timing.units import Micros, ms

REOPENED_SETTLING_US = ms(3000)
"""A device just opened reads unevenly: it is used only after so long."""
RESUMED_SETTLING_US = ms(500)
"""A device that only stood still is used after so long."""
FIRST_RETRY_US = ms(300)
"""Time from the loss to the first attempt to reopen it."""
RETRY_US = ms(2000)
"""Time between two attempts."""
FROZEN_US = ms(1000)
"""After so long without an update the process was stopped."""
STEADY_US = ms(30_000)
"""A loss within so long after a return is not announced again: most likely a loose connection."""
LOST_NOTICE = "The sound device was lost: the run goes on in silence until it is back."
"""Notice while the device is lost."""


class DeviceState(Enum):
    """What an update found."""

    READY = auto()
    BACK = auto()
    """Ready again, perhaps with new ring buffers."""
    AWAY = auto()


class DeviceWatch:
    """Feeds the clock with the device's position, or loses and finds the device."""

    def __init__(self, device: SoundDevice, clock: SongClock) -> None:
        self._device = device
        self._clock = clock
        self._updated_us: Micros | None = None
        self.away = False
        """Whether the clock runs on without the device."""
        self._found_us: Micros | None = None
        self._settling_us = RESUMED_SETTLING_US
        self._retry_us: Micros = 0
        self._steady_us: Micros = 0
        self.position_us: Micros | None = None
        """The last position that the device reported, None while it is lost."""
        self.notice: str | None = None
        """What to tell the player of the device, or None."""

    def update(self, wall_us: Micros) -> DeviceState:
        """Step, once a frame."""
        frozen = self._updated_us is not None and wall_us - self._updated_us > FROZEN_US
        self._updated_us = wall_us
        position_us = self._device.position_us(wall_us)
        if not self.away and position_us is not None and not frozen:
            if wall_us >= self._steady_us:
                self.notice = None
            self._clock.feed(wall_us, position_us)
            self.position_us = position_us
            return DeviceState.READY
        if not self.away:
            self._lose(wall_us)
        return self._find(wall_us, position_us)

    def _lose(self, wall_us: Micros) -> None:
        self._clock.lose_device(wall_us)
        self.position_us = None
        self.away, self._found_us = True, None
        self._settling_us = REOPENED_SETTLING_US if self._device.is_switching else RESUMED_SETTLING_US
        self._retry_us = wall_us + FIRST_RETRY_US

    def _find(self, wall_us: Micros, position_us: Micros | None) -> DeviceState:
        if position_us is None:
            if not self._device.is_starting:
                self.notice = None if self._device.is_switching else self._device.missing or LOST_NOTICE
            self._found_us = None
            if wall_us >= self._retry_us:
                self._retry_us = wall_us + RETRY_US
                if self._device.reopen():
                    self._settling_us = REOPENED_SETTLING_US
        elif self._found_us is None:
            self._found_us = wall_us
        elif wall_us - self._found_us >= self._settling_us:
            self._device.rebase(self._clock.playback_at(wall_us))
            self.away, self._steady_us = False, wall_us + STEADY_US
            return DeviceState.BACK
        return DeviceState.AWAY

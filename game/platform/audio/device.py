"""The audio device: two ring buffers that play from the moment it is open, and the playback position.

The mixer is always opened at 48 kHz, 16 bit, stereo, buffers of 1024 frames and no other: in a 44.1 kHz mixer a 48
kHz song loses 225 ms in 190 s, and shorter buffers underrun under load. A silent piece of music, started on the same
sample as the ring buffers, counts the frames that the device has read.
"""

import io
import wave
from enum import Enum
from typing import Protocol

import pygame

from game.errors import DeviceError
from game.platform.audio.pulse_latency import request_latency, server_delay_us
from game.platform.audio.ring_buffer import RingBuffer
from game.platform.audio.sdl_audio import SdlAudio
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros, rounded_div

SAMPLE_RATE = 48_000
"""Frames a second."""
BUFFER_FRAMES = 1024
"""Frames of a device buffer (21 ms). The position counts a buffer when it is read, one buffer before it sounds."""
CHANNELS = 32
"""Number of mixer channels."""
RING_FRAMES = 8 * SAMPLE_RATE
"""Length of each ring buffer, in frames: 8 s."""
NOT_REAL = ("dummy", "disk")
"""SDL drivers that do not read at the sample rate: useless as a clock."""


class FixedChannel(Enum):
    """Mixer channels with a fixed use; other sounds share the rest."""

    MUSIC = 0
    CUES = 1
    PLACE = 2
    PLACE_BEFORE = 3


RESERVED = len(FixedChannel)
"""Number of channels that the mixer never picks by itself."""


def frames_of(playback_us: Micros) -> int:
    """Return the frame at a playback time, to the nearest."""
    return rounded_div(playback_us * SAMPLE_RATE, US_PER_SECOND)


def us_of(frames: int) -> Micros:
    """Return the playback time of a frame."""
    return rounded_div(frames * US_PER_SECOND, SAMPLE_RATE)


class SoundDevice(Protocol):
    """What the player needs of an audio device."""

    music: RingBuffer
    cues: RingBuffer

    def position_us(self) -> Micros | None:
        """Return the raw playback position since the first device was opened (coarse, jittery); None: device lost."""
        ...

    def reopen(self) -> bool:
        """Try to open a device again; return whether it worked. The ring buffers are new ones then."""
        ...

    def rebase(self, playback_us: Micros) -> None:
        """Set the present position to `playback_us`, of the ring buffers too."""
        ...

    def close(self) -> None:
        """Close the device."""
        ...


class AudioDevice:
    """The mixer's device, opened on construction. Raises DeviceError if there is none, or only a dummy driver."""

    def __init__(self) -> None:
        self._sdl = SdlAudio.find()
        self.origin = 0
        self._open()

    def position_us(self) -> Micros | None:
        """Return the raw playback position since the first device was opened (coarse, jittery); None: device lost."""
        if pygame.mixer.get_init() is None or self._sdl.device_stopped():
            return None
        position_ms = pygame.mixer.music.get_pos()
        return None if position_ms < 0 else position_ms * US_PER_MS + us_of(self.origin - self._delay_frames)

    def reopen(self) -> bool:
        """Try to open a device again; return whether it worked. The ring buffers are new ones then."""
        if not self._sdl.any_device():
            return False
        try:
            self._open()
        except DeviceError:
            return False
        return True

    def rebase(self, playback_us: Micros) -> None:
        """Set the present position to `playback_us`, of the ring buffers too."""
        read_us = max(0, pygame.mixer.music.get_pos()) * US_PER_MS
        self.origin = self.music.origin = self.cues.origin = frames_of(playback_us - read_us) + self._delay_frames

    def close(self) -> None:
        """Close the device."""
        pygame.mixer.quit()

    def _open(self) -> None:
        _open_mixer()
        self._sdl = self._sdl.that_sees_the_device()
        if pygame.mixer.get_driver() in NOT_REAL:
            pygame.mixer.quit()
            raise DeviceError("The sound driver keeps no real time, so the run is silent; unset SDL_AUDIODRIVER.")
        self._delay_frames = BUFFER_FRAMES + frames_of(server_delay_us(pygame.mixer.get_driver()))
        pygame.mixer.set_num_channels(CHANNELS)
        pygame.mixer.set_reserved(RESERVED)
        self.music = RingBuffer(RING_FRAMES, self.origin)
        self.cues = RingBuffer(RING_FRAMES, self.origin)
        pygame.mixer.music.load(io.BytesIO(_silence()), "wav")
        with self._sdl.locked():
            pygame.mixer.music.play(loops=-1)
            pygame.mixer.Channel(FixedChannel.MUSIC.value).play(self.music.sound, loops=-1)
            pygame.mixer.Channel(FixedChannel.CUES.value).play(self.cues.sound, loops=-1)


def _open_mixer() -> None:
    if pygame.mixer.get_init() is not None:
        pygame.mixer.quit()
    request_latency()
    try:
        pygame.mixer.init(SAMPLE_RATE, -16, 2, BUFFER_FRAMES, allowedchanges=0)
    except pygame.error as error:
        raise DeviceError(f"No sound device could be opened ({error}); the run is silent.") from error


def _silence() -> bytes:
    """Return a second of silence as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(bytes(4 * SAMPLE_RATE))
    return file.getvalue()

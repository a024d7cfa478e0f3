"""The only way to pygame's mixer: each call does nothing while the mixer is closed.

A lost device is reopened on a thread, and closing alone can take a second, so any call from the frame's thread can
come while there is no mixer. Calls are short and exclude each other; decoding, which is long, holds off only opening
and closing (`kept_open`). The mixer is opened at 48 kHz, 16 bit, stereo and no other: in a 44.1 kHz mixer a 48 kHz
song loses 225 ms in 190 s. Its buffers have 1024 frames unless short ones are asked for, which underrun under load.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import TypeVar

import pygame

from game.errors import DeviceError
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.pulse_latency import request_latency
from game.platform.quiet_stderr import quiet_stderr
from game.timing.units import US_PER_MS, Micros

SAMPLE_RATE = 48_000
"""Frames a second."""
CHANNELS = 32
"""Number of mixer channels."""
T = TypeVar("T")


class FixedChannel(Enum):
    """Mixer channels with a fixed use; other sounds share the rest."""

    MUSIC = 0
    CUES = 1
    PLACE = 2
    PLACE_BEFORE = 3
    PROBE = 4


RESERVED = len(FixedChannel)
"""Number of channels that the mixer never picks by itself."""


class Mixer:
    """Closed at first. Thread-safe."""

    def __init__(self) -> None:
        self._calls = threading.RLock()
        self._kept = threading.Lock()
        self._changing = False

    @property
    def is_open(self) -> bool:
        """Whether calls have an effect."""
        return not self._changing and pygame.mixer.get_init() is not None

    def open(self, buffers: Buffers = Buffers.USUAL, output: str = "") -> None:
        """Open the device of a name, or the system's default, closing first what is open. Raises DeviceError. Blocks
        for up to some seconds."""
        with self._change():
            if pygame.mixer.get_init() is not None:
                pygame.mixer.quit()
            request_latency(buffers)
            try:
                with quiet_stderr():
                    pygame.mixer.init(SAMPLE_RATE, -16, 2, buffers.frames, devicename=output or None, allowedchanges=0)
            except pygame.error as error:
                raise DeviceError(f"No sound device opens ({error}): silent and not ranked until one does.") from error
            pygame.mixer.set_num_channels(CHANNELS)
            pygame.mixer.set_reserved(RESERVED)

    def close(self) -> None:
        """Close. Blocks for up to some seconds."""
        with self._change():
            pygame.mixer.quit()

    @property
    def driver(self) -> str:
        """The name of SDL's driver, empty while closed."""
        return self._if_open(pygame.mixer.get_driver, "")

    @contextmanager
    def kept_open(self) -> Iterator[bool]:
        """Hold off opening and closing; tell whether the mixer is open. For decoding."""
        with self._kept:
            yield self.is_open

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold off the calls of other threads. Take it before SDL's lock, which calls take in turn."""
        with self._calls:
            yield

    # -- calls

    def position_us(self) -> Micros | None:
        """Return for how long the music has played, None if it does not."""
        position_ms = self._if_open(pygame.mixer.music.get_pos, -1)
        return None if position_ms < 0 else position_ms * US_PER_MS

    def sound(self, pcm: bytes) -> pygame.mixer.Sound | None:
        """Return a sound of 16-bit stereo frames."""
        return self._if_open(lambda: pygame.mixer.Sound(buffer=pcm), None)

    def play(self, pcm: bytes) -> None:
        """Play frames at once on any free channel; without one they are dropped."""

        def act() -> None:
            channel = pygame.mixer.find_channel()
            if channel is not None:
                channel.set_volume(1.0)
                channel.play(pygame.mixer.Sound(buffer=pcm))

        self._if_open(act, None)

    def play_on(self, channel: FixedChannel, sound: pygame.mixer.Sound, *, loops: int = 0, fade_ms: int = 0) -> None:
        """Play a sound on a fixed channel."""
        self._on(channel, lambda found: found.play(sound, loops=loops, fade_ms=fade_ms))

    def busy(self, channel: FixedChannel) -> bool:
        """Whether a fixed channel plays."""
        return self._if_open(lambda: pygame.mixer.Channel(channel.value).get_busy(), False)

    def fade_out(self, channel: FixedChannel, milliseconds: int) -> None:
        """Fade a fixed channel out."""
        self._on(channel, lambda found: found.fadeout(milliseconds))

    def pause(self, channel: FixedChannel) -> None:
        """Pause a fixed channel."""
        self._on(channel, lambda found: found.pause())

    def resume(self, channel: FixedChannel) -> None:
        """Resume a fixed channel."""
        self._on(channel, lambda found: found.unpause())

    def set_channel_volume(self, channel: FixedChannel, factor: float) -> None:
        """Set the amplitude factor of a fixed channel, 0 to 1."""
        self._on(channel, lambda found: found.set_volume(factor))

    def set_sound_volume(self, sound: pygame.mixer.Sound, factor: float) -> None:
        """Set the amplitude factor of a sound, 0 to 1."""
        self._if_open(lambda: sound.set_volume(factor), None)

    def _on(self, channel: FixedChannel, act: Callable[[pygame.mixer.Channel], object]) -> None:
        self._if_open(lambda: act(pygame.mixer.Channel(channel.value)), None)

    def _if_open(self, act: Callable[[], T], otherwise: T) -> T:
        """Call `act` if the mixer is open and cannot be closed meanwhile; else return `otherwise`."""
        with self._calls:
            return act() if self.is_open else otherwise

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Open or close: nothing is called or decoded meanwhile, and no caller waits for it."""
        with self._kept:
            with self._calls:
                self._changing = True
            try:
                yield
            finally:
                self._changing = False

"""The audio device: two ring buffers that play from the moment it is open, and the playback position.

A silent piece of music, started on the same sample, counts the frames that the device has read. A lost device, and one
that is not there yet, is opened on a thread, as a sound server that hangs can keep it waiting for a minute.
"""

import io
import threading
import wave
from typing import Protocol

import pygame

from game.errors import DeviceError
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.dropout_counter import DropoutCounter
from game.platform.audio.device.mixer import SAMPLE_RATE, FixedChannel, Mixer
from game.platform.audio.device.pulse_latency import server_delay_us
from game.platform.audio.device.read_probe import ReadProbe
from game.platform.audio.device.ring_buffer import RingBuffer, UnheardBuffer
from game.platform.audio.device.sdl_audio import SdlAudio
from game.platform.audio.device.thread_priority import raise_sound_threads
from game.timing.units import US_PER_SECOND, Micros, rounded_div

RING_FRAMES = 8 * SAMPLE_RATE
"""Length of each ring buffer, in frames: 8 s."""
NOT_REAL = ("dummy", "disk")
"""SDL drivers that do not read at the sample rate: useless as a clock."""
CLOSING_S = 2.0
"""Longest wait for a device that is being opened while the game closes, in seconds."""


def frames_of(playback_us: Micros) -> int:
    """Return the frame at a playback time, to the nearest."""
    return rounded_div(playback_us * SAMPLE_RATE, US_PER_SECOND)


def us_of(frames: int) -> Micros:
    """Return the playback time of a frame."""
    return rounded_div(frames * US_PER_SECOND, SAMPLE_RATE)


FALLBACK = "{output} is not connected: the sound comes from the default device."
"""Notice where the chosen device is not there; `output` is its name."""


class UnheardDriver(DeviceError):
    """SDL's driver is one that plays nothing, and keeps no time either."""


class SoundDevice(Protocol):
    """What the player needs of an audio device."""

    mixer: Mixer
    music: RingBuffer
    cues: RingBuffer
    missing: str | None
    """Why no device has been there yet, as a sentence, or None."""

    @property
    def buffers(self) -> Buffers:
        """The length of its buffers; it may be just being opened with them."""
        ...

    @property
    def is_switching(self) -> bool:
        """Whether it is being opened again only for other buffers, and is not lost."""
        ...

    @property
    def is_starting(self) -> bool:
        """Whether it was just opened, and is not lost if it does not read yet."""
        ...

    def position_us(self, wall_us: Micros) -> Micros | None:
        """Return the raw playback position now, at `wall_us`, since the first device was opened (coarse, jittery);
        None: the device is lost, or stands still."""
        ...

    def reopen(self) -> bool:
        """Begin to open a lost device again in the background, with new ring buffers; the position tells when it is
        open. Return False, and do nothing, where the device only stands still or is being opened already."""
        ...

    def use_buffers(self, buffers: Buffers) -> None:
        """Begin to open the device again in the background with other buffers, and new ring buffers."""
        ...

    @property
    def output(self) -> str:
        """The name of the device that is wanted; empty: the system's default."""
        ...

    @property
    def heard_on(self) -> str:
        """The name of the device that is open; empty where it cannot be known."""
        ...

    @property
    def fallback(self) -> str | None:
        """Why another device than the wanted one is open, as a sentence, or None."""
        ...

    def outputs(self) -> tuple[str, ...]:
        """Return the names of all devices, as of now."""
        ...

    def use_output(self, output: str) -> None:
        """Begin to open another device in the background, with new ring buffers."""
        ...

    def dropouts(self, wall_us: Micros) -> int:
        """Return how often the sound broke up within the last minute, since the device was opened."""
        ...

    def rebase(self, playback_us: Micros) -> None:
        """Set the present position to `playback_us`, of the ring buffers too."""
        ...

    def close(self) -> None:
        """Close the device."""
        ...


class AudioDevice:
    """The mixer's device, opened on construction; where there is none, it counts as lost. Raises UnheardDriver. While
    the wanted `output` is not there, the system's default is open in its place; each opening asks for it anew."""

    def __init__(self, buffers: Buffers = Buffers.USUAL, output: str = "") -> None:
        self.mixer = Mixer()
        self.buffers = buffers
        self.output = output
        self.fallback: str | None = None
        self._heard_on, self._outputs = "", tuple[str, ...]()
        self._sdl = SdlAudio.find()
        self.origin = 0
        self.missing: str | None = None
        self._opening: threading.Thread | None = None
        self.is_switching = False
        """Whether it is being opened again only for other buffers, and is not in use yet."""
        self._counter = DropoutCounter()
        self.music: RingBuffer = UnheardBuffer(RING_FRAMES)
        self.cues: RingBuffer = UnheardBuffer(RING_FRAMES)
        self._sdl.has_device()  # a server that hangs is waited for here, where it does not stop the other threads
        try:
            self._open()
        except UnheardDriver:
            raise
        except DeviceError as error:
            self.missing = str(error)

    @property
    def is_starting(self) -> bool:
        """Whether it was just opened, and is not lost if it does not read yet."""
        return not self._is_being_opened and not self._is_gone and self._probe.is_starting

    def position_us(self, wall_us: Micros) -> Micros | None:
        """Return the raw playback position now, at `wall_us`, since the first device was opened (coarse, jittery);
        None: the device is lost, or stands still."""
        if self._is_being_opened or self._is_gone:
            return None
        if self._probe.stalled(wall_us):
            self._counter = DropoutCounter()
            return None
        read_us = self.mixer.position_us()
        if read_us is None:
            return None
        self._counter.feed(wall_us, read_us)
        return read_us + us_of(self.origin - self._delay_frames)

    def reopen(self) -> bool:
        """Begin to open a lost device again in the background, with new ring buffers; the position tells when it is
        open. Return False, and do nothing, where the device only stands still or is being opened already."""
        if self._is_being_opened or not self._is_gone:
            return False
        self.is_switching = False
        self._open_in_background()
        return True

    def use_buffers(self, buffers: Buffers) -> None:
        """Begin to open the device again in the background with other buffers, and new ring buffers."""
        if buffers is self.buffers or self._is_being_opened:
            return
        self.buffers, self.is_switching = buffers, True
        self._open_in_background()

    @property
    def heard_on(self) -> str:
        """The name of the device that is open; empty where it cannot be known."""
        with self.mixer.held():
            if self.mixer.is_open:
                chosen = self.output if self.fallback is None else ""
                self._heard_on = chosen or self._sdl.default_name()
        return self._heard_on

    def outputs(self) -> tuple[str, ...]:
        """Return the names of all devices, as of now, or as of the last opening while one is being opened."""
        with self.mixer.held():
            if self.mixer.is_open:
                self._outputs = self._sdl.device_names()
        return self._outputs

    def use_output(self, output: str) -> None:
        """Begin to open another device in the background, with new ring buffers."""
        if output == self.output or self._is_being_opened:
            return
        self.output, self.is_switching = output, True
        self._open_in_background()

    def dropouts(self, wall_us: Micros) -> int:
        """Return how often the sound broke up within the last minute, since the device was opened."""
        return self._counter.count(wall_us)

    def rebase(self, playback_us: Micros) -> None:
        """Set the present position to `playback_us`, of the ring buffers too."""
        self.is_switching = False
        read_us = self.mixer.position_us() or 0
        self.origin = self.music.origin = self.cues.origin = frames_of(playback_us - read_us) + self._delay_frames

    def close(self) -> None:
        """Close the device."""
        if self._opening is not None:
            self._opening.join(CLOSING_S)
        if not self._is_being_opened:
            self.mixer.close()

    @property
    def _is_being_opened(self) -> bool:
        return self._opening is not None and self._opening.is_alive()

    @property
    def _is_gone(self) -> bool:
        return not self.mixer.is_open or self._sdl.device_stopped()

    def _open_in_background(self) -> None:
        self._opening = threading.Thread(target=self._try_to_open, name="audio device", daemon=True)
        self._opening.start()

    def _try_to_open(self) -> None:
        self.mixer.close()
        if self._sdl.has_device():
            try:
                self._open()
            except DeviceError:
                self.mixer.close()

    def _open(self) -> None:
        self._open_mixer()
        try:
            self._begin()
        except pygame.error as error:  # gone again between the two
            self.mixer.close()
            raise DeviceError(f"The sound device fails ({error}): silent and not ranked until it plays.") from error

    def _open_mixer(self) -> None:
        """Open the wanted device, or the system's default where it is not there. SDL opens the default by itself for a
        name that some drivers do not know, so the names are asked first."""
        names = self._sdl.device_names() if self.output else ()
        self.fallback = None
        if not names or self.output in names:
            try:
                self.mixer.open(self.buffers, self.output)
                return
            except DeviceError:
                if not self.output:
                    raise
        self.mixer.open(self.buffers)
        self.fallback = FALLBACK.format(output=self.output)

    def _begin(self) -> None:
        """Begin to play silence on the device just opened."""
        self._sdl = self._sdl.checked_against_device()
        driver = self.mixer.driver
        if driver in NOT_REAL:
            self.mixer.close()
            raise UnheardDriver("The sound driver keeps no real time: silent and not ranked; unset SDL_AUDIODRIVER.")
        self._delay_frames = self.buffers.frames + frames_of(server_delay_us(driver))
        raise_sound_threads()
        self._probe = ReadProbe(self.mixer)
        self._counter = DropoutCounter()
        self.music = RingBuffer(RING_FRAMES, self.origin)
        self.cues = RingBuffer(RING_FRAMES, self.origin)
        self.missing, self._outputs = None, self._sdl.device_names()
        with self.mixer.held():
            pygame.mixer.music.load(io.BytesIO(_silence()), "wav")
            with self._sdl.locked():
                pygame.mixer.music.play(loops=-1)
                self.mixer.play_on(FixedChannel.MUSIC, self.music.sound, loops=-1)
                self.mixer.play_on(FixedChannel.CUES, self.cues.sound, loops=-1)


def _silence() -> bytes:
    """Return a second of silence as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(bytes(4 * SAMPLE_RATE))
    return file.getvalue()

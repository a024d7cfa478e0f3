"""Calls SDL through ctypes for what pygame does not offer: locking the device and its status.

pygame-ce ships its own SDL, or runs on the system's; it is found and called through ctypes. Where it cannot be found
every call answers as if nothing were wrong: starts are then not locked, and a lost device shows only as an unfit
clock.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from pathlib import Path

import pygame

from game.platform.quiet_stderr import quiet_stderr

MIXER_DEVICE_ID = 2
"""SDL numbers opened devices from 2; the mixer's is the only one that the game opens."""
INIT_AUDIO = 0x10
"""SDL_INIT_AUDIO."""
SPEC_BYTES = 64
"""Room for an SDL_AudioSpec, which has 32."""
STATUS_STOPPED = 0
"""SDL_AUDIO_STOPPED."""
FOLDERS = ("../pygame_ce.libs", ".", ".dylibs")
"""Folders of pygame-ce's copy of SDL, from the package."""
PATTERNS = ("libSDL2-2*", "SDL2.dll", "libSDL2-2*.dylib", "libSDL2.dylib")
"""File names of SDL on each system."""


class SdlAudio:
    """The SDL audio calls that the player needs."""

    def __init__(self, library: ctypes.CDLL | None) -> None:
        self._library = library

    @classmethod
    def find(cls) -> "SdlAudio":
        """Find the SDL that pygame-ce brought along."""
        package = Path(pygame.__file__).parent
        for folder in FOLDERS:
            for pattern in PATTERNS:
                for path in sorted((package / folder).glob(pattern)):
                    library = _opened(path)
                    if library is not None:
                        return cls(library)
        systems = find_library("SDL2")
        return cls(None if systems is None else _opened(Path(systems)))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the device from reading a buffer: sounds started inside start on the same sample."""
        if self._library is None:
            yield
            return
        self._library.SDL_LockAudioDevice(MIXER_DEVICE_ID)
        try:
            yield
        finally:
            self._library.SDL_UnlockAudioDevice(MIXER_DEVICE_ID)

    def device_stopped(self) -> bool:
        """Whether SDL says that the open device is gone."""
        if self._library is None:
            return False
        return bool(self._library.SDL_GetAudioDeviceStatus(MIXER_DEVICE_ID) == STATUS_STOPPED)

    def checked_against_device(self) -> "SdlAudio":
        """Return this, or, if this library does not own the device just opened, an instance without a library."""
        return SdlAudio(None) if self.device_stopped() else self

    def has_device(self) -> bool:
        """Whether a driver answers and lists a device; True where that cannot be known. The mixer must be closed.

        A sound server that hangs blocks this for up to a minute, but no other thread: the call through ctypes lets them
        run, while pygame's opening does not. Without a device, opening would take 0.1 s with all threads stopped.
        """
        if self._library is None:
            return True
        with quiet_stderr():
            if self._library.SDL_InitSubSystem(INIT_AUDIO) != 0:
                return False
            try:
                return bool(self._library.SDL_GetNumAudioDevices(0) != 0)
            finally:
                self._library.SDL_QuitSubSystem(INIT_AUDIO)

    def device_names(self) -> tuple[str, ...]:
        """Return the names of the devices that can be opened; none where they cannot be known."""
        if self._library is None or self._library.SDL_InitSubSystem(INIT_AUDIO) != 0:
            return ()
        try:
            self._library.SDL_GetAudioDeviceName.restype = ctypes.c_char_p
            found = (
                self._library.SDL_GetAudioDeviceName(place, 0)
                for place in range(self._library.SDL_GetNumAudioDevices(0))
            )
            return tuple(name.decode(errors="replace") for name in found if name)
        finally:
            self._library.SDL_QuitSubSystem(INIT_AUDIO)

    def default_name(self) -> str:
        """Return the name of the system's default device, as of now; empty where it cannot be known. An SDL before 2.24
        cannot tell, nor can every driver. The mixer must be open. 1 us."""
        if self._library is None or not hasattr(self._library, "SDL_GetDefaultAudioInfo"):
            return ""
        name, spec = ctypes.c_void_p(), (ctypes.c_char * SPEC_BYTES)()
        if self._library.SDL_GetDefaultAudioInfo(ctypes.byref(name), spec, 0) != 0 or not name.value:
            return ""
        try:
            return ctypes.string_at(name.value).decode(errors="replace")
        finally:
            self._library.SDL_free(name)


def _opened(path: Path) -> ctypes.CDLL | None:
    """Return the library, or None if it is none of SDL's."""
    try:
        library = ctypes.CDLL(str(path))
        found = all(hasattr(library, name) for name in ("SDL_LockAudioDevice", "SDL_GetAudioDeviceStatus"))
    except OSError:
        return None
    return library if found else None

"""What the mixer cannot say and SDL can: a lock around several starts, and whether the device is still there.

pygame-ce ships its own SDL; it is found beside the package and called through ctypes. Where it cannot be found
everything here answers as if nothing were wrong: starts are then not locked (2 to 6 in 100 begin a buffer late, so
the device opens its tapes in one breath), and a lost device is noticed by its clock.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

MIXER_DEVICE_ID = 2
"""SDL numbers opened devices from 2; the mixer's is the only one that the game opens."""
STATUS_STOPPED = 0
FOLDERS = ("../pygame_ce.libs", ".", ".dylibs")
PATTERNS = ("libSDL2-2*", "SDL2.dll", "libSDL2-2*.dylib", "libSDL2.dylib")


class SdlAudio:
    """The few calls of SDL's audio that the player needs."""

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
        return cls(None)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the device from taking a buffer: whatever starts inside starts on the same sample."""
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

    def any_device(self) -> bool:
        """Whether there is a device that could be opened; True where that cannot be known."""
        return self._library is None or bool(self._library.SDL_GetNumAudioDevices(0) != 0)

    def driver(self) -> str:
        """Return the name of the audio driver in use, empty where it cannot be known."""
        if self._library is None:
            return ""
        self._library.SDL_GetCurrentAudioDriver.restype = ctypes.c_char_p
        name = self._library.SDL_GetCurrentAudioDriver()
        return name.decode() if name else ""


def _opened(path: Path) -> ctypes.CDLL | None:
    """Return the library only if it is the one that pygame already runs on: a second SDL has no devices."""
    try:
        library = ctypes.CDLL(str(path))
        found = all(hasattr(library, name) for name in ("SDL_LockAudioDevice", "SDL_GetAudioDeviceStatus"))
    except OSError:
        return None
    return library if found else None

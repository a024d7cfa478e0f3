"""A controller that only SDL believes in: plugged in, pressed and pulled out by a test."""

import ctypes
from pathlib import Path

import pygame

GAME_CONTROLLER = 1
AXES, BUTTONS, HATS = 6, 15, 1


def sdl() -> ctypes.CDLL | None:
    """Return the SDL that pygame brought along, if it can make virtual controllers."""
    folder = Path(pygame.__file__).parent.parent / "pygame_ce.libs"
    for path in sorted(folder.glob("libSDL2-2*")):
        library = ctypes.CDLL(str(path))
        if hasattr(library, "SDL_JoystickAttachVirtual"):
            library.SDL_JoystickOpen.restype = ctypes.c_void_p
            library.SDL_JoystickSetVirtualButton.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8]
            library.SDL_JoystickSetVirtualAxis.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int16]
            return library
    return None


class VirtualPad:
    """Plugged in when made."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._sdl = library
        self._index: int = library.SDL_JoystickAttachVirtual(GAME_CONTROLLER, AXES, BUTTONS, HATS)
        self._stick: int = library.SDL_JoystickOpen(self._index)

    def button(self, button: int, value: int) -> None:
        """Press (1) or let go (0)."""
        self._sdl.SDL_JoystickSetVirtualButton(self._stick, button, value)

    def axis(self, axis: int, value: int) -> None:
        """Push a stick, -32768 to 32767."""
        self._sdl.SDL_JoystickSetVirtualAxis(self._stick, axis, value)

    def pull_out(self) -> None:
        """Pull it out; a second time does nothing."""
        if self._index >= 0:
            self._sdl.SDL_JoystickDetachVirtual(self._index)
            self._index = -1

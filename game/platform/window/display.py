"""Opens SDL's display, and refuses the drivers without a picture that SDL falls back to where there is no display."""

import os
from collections.abc import Mapping

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # standard output is read by Tiled and by scripts

import pygame

from game.errors import DeviceError
from game.platform.quiet_stderr import quiet_stderr

INVISIBLE_DRIVERS = frozenset({"dummy", "offscreen"})
"""SDL's video drivers that show nothing. Named in the environment, they are what is wanted."""
DRIVER_VARIABLES = ("SDL_VIDEODRIVER", "SDL_VIDEO_DRIVER")
"""Environment variables that name the video drivers to try, separated by commas: SDL 2's and SDL 3's."""
MEND = (
    "start it on a desktop; `play --autoplay --headless`, `film` and `shots` work without a display, and "
    "SDL_VIDEODRIVER=dummy plays unseen"
)
"""What to do where no display opens."""


def open_display() -> None:
    """Initialize the display; raises DeviceError with one sentence where there is none to be seen."""
    try:
        with quiet_stderr():
            pygame.display.init()
    except pygame.error as error:
        raise DeviceError(f"no display ({error}): {MEND}") from error
    driver = pygame.display.get_driver()
    if driver in INVISIBLE_DRIVERS and driver not in asked_drivers(os.environ):
        pygame.display.quit()
        raise DeviceError(f"no display (neither X11 nor Wayland answers): {MEND}")


def asked_drivers(environment: Mapping[str, str]) -> frozenset[str]:
    """Return the video drivers that the environment names."""
    named = ",".join(environment.get(variable, "") for variable in DRIVER_VARIABLES)
    return frozenset(name.strip().lower() for name in named.split(",") if name.strip())


def is_real_display() -> bool:
    """Whether the open display can be seen."""
    return pygame.display.get_driver() not in INVISIBLE_DRIVERS

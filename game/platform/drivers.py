"""Probes SDL's drivers and devices by opening each subsystem and closing it again."""

from dataclasses import dataclass, field

import pygame
from pygame._sdl2 import video

from game.errors import DeviceError
from game.platform.window.display import open_display


@dataclass(slots=True)
class Found:
    """Names of the drivers and devices, and what will keep the game from running."""

    sdl: str = ""
    video: str = "none"
    renderers: str = "none"
    audio: str = "none"
    pads: str = "none"
    problems: list[str] = field(default_factory=list)


def probe() -> Found:
    """Try video, audio and controllers in turn; a missing sound device or controller is no problem."""
    found = Found(sdl=".".join(map(str, pygame.get_sdl_version())))
    try:
        open_display()
        found.video = f"{pygame.display.get_driver()}, desktop {pygame.display.get_desktop_sizes()}"
        found.renderers = ", ".join(driver.name for driver in video.get_drivers())
        pygame.joystick.init()
        pads = [pygame.joystick.Joystick(i).get_name() for i in range(pygame.joystick.get_count())]
        found.pads = ", ".join(pads) or "none"
        pygame.joystick.quit()
    except (DeviceError, pygame.error) as error:
        found.problems.append(str(error))
    try:
        pygame.mixer.init(48000, -16, 2, 1024, allowedchanges=0)
        found.audio = f"{pygame.mixer.get_init()}"
        pygame.mixer.quit()
    except pygame.error as error:
        found.audio = f"none ({error}): the game plays on without sound"
    pygame.display.quit()
    return found

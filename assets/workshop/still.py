"""Draws the still that is shown while the game loads: `python -m assets.workshop.still`, after a repaint of the yard.

It is the picture of the lead-in that the title shows once all is loaded, in 44 colors, so that it stays under 60 kB.
"""

import io
import os
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from PIL import Image

from game.app.application import LOADING_STILL
from game.app.offscreen import open_offscreen
from game.states.menus.menu_backdrop import still
from game.storage.paths import assets_dir

COLORS = 44
"""Colors of the still."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """The shipped pack, without sound."""

    level: str | None = None
    pack: str | None = None
    safe: bool = True


def draw_still() -> bytes:
    """Return the still as a PNG."""
    with open_offscreen(Shipped()) as driver:
        driver.app.loaded.wait()
        picture = still(driver.app)
        pixels = pygame.image.tobytes(picture, "RGB")
    image = Image.frombytes("RGB", picture.get_size(), pixels).quantize(COLORS, dither=Image.Dither.NONE)
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()


def main() -> None:
    """Write the still."""
    path: Path = assets_dir() / LOADING_STILL
    path.write_bytes(draw_still())
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

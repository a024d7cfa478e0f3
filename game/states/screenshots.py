"""F12 saves the canvas as a PNG in the player's screenshot folder, on the writing thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pygame

from game.errors import StorageError
from game.storage.files import write_atomically
from game.storage.png import encode_png

SCALE = 3
"""Pixels of the file for each pixel of the canvas."""


def screenshot_job(canvas: pygame.Surface, folder: Path) -> Callable[[], str]:
    """Copy the canvas; return the job that saves it and returns a notice: where it is, or why it could not be saved."""
    picture = canvas.copy()
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    file = folder / f"lace-up-{stamp}.png"

    def save() -> str:
        try:
            pixels = pygame.image.tobytes(picture, "RGB")
            write_atomically(file, encode_png(pixels, picture.get_size(), SCALE))
        except StorageError as error:
            return f"The picture could not be saved: {error}"
        return f"Picture saved: {file}"

    return save

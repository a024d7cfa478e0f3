"""F12 saves the canvas as a PNG in the player's screenshot folder."""

from datetime import datetime
from pathlib import Path

import pygame

from game.errors import StorageError
from game.storage.paths import make_folder

SCALE = 3
"""Pixels of the file for each pixel of the canvas."""


def save_screenshot(canvas: pygame.Surface, folder: Path) -> str:
    """Save the canvas enlarged; return a notice that says where, or why not."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    file = folder / f"lace-up-{stamp}.png"
    try:
        make_folder(folder)
        pygame.image.save(pygame.transform.scale_by(canvas, SCALE), file)
    except (StorageError, OSError, pygame.error) as error:
        return f"The picture could not be saved: {error}"
    return f"Picture saved: {file}"

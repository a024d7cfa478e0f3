"""F12: the picture as it is, in the player's own folder."""

from datetime import datetime
from pathlib import Path

import pygame

from game.errors import StorageError
from game.storage.paths import make_folder

SCALE = 3


def save_screenshot(canvas: pygame.Surface, folder: Path) -> str:
    """Save three times the size; return a sentence that says where, or why not."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    file = folder / f"lace-up-{stamp}.png"
    try:
        make_folder(folder)
        pygame.image.save(pygame.transform.scale_by(canvas, SCALE), file)
    except (StorageError, OSError, pygame.error) as error:
        return f"The picture could not be saved: {error}"
    return f"Picture saved: {file}"

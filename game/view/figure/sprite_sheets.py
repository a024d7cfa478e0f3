"""The shelf of sprite sheets: each read once, a missing or damaged one reported once and done without."""

from pathlib import Path

import pygame

from game.errors import ContentError
from game.view.figure.sprite_sheet import Sheet, load_sheet


class Sheets:
    """Sheets by name. `problems` holds a sentence for each that could not be used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self._sheets: dict[str, Sheet | None] = {}

    def get(self, name: str) -> Sheet | None:
        """Return the sheet, or None where it cannot be used."""
        if name not in self._sheets:
            try:
                self._sheets[name] = load_sheet(self.folder, name)
            except ContentError as error:
                self.problems.append(str(error))
                self._sheets[name] = None
        return self._sheets[name]

    @property
    def bytes_held(self) -> int:
        """Return the bytes of pixels held now."""
        first = [sheet.frames[0] for sheet in self._sheets.values() if sheet is not None and sheet.frames]
        kept = [picture for frame in first for picture in (frame.picture, frame.relief) if picture is not None]
        return sum(_whole(picture).get_pitch() * _whole(picture).get_height() for picture in kept)


def _whole(picture: pygame.Surface) -> pygame.Surface:
    return picture.get_abs_parent()

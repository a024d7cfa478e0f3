"""The two pixel fonts at their native sizes, with a cache of rendered lines."""

from enum import Enum
from pathlib import Path

import pygame

from game.errors import ContentError
from game.terminal import escaped
from game.view.canvas.color import Color

KEPT = 512
"""Rendered lines kept."""


class Face(Enum):
    """A font file and a size in pixels of the small picture."""

    SMALL = ("Tiny5-Regular.ttf", 8)
    BODY = ("LaceUpPress-Regular.ttf", 8)
    HEAD = ("LaceUpPress-Regular.ttf", 16)


class Fonts:
    """Renders lines of text and caches them. Raises ContentError if a font file is missing."""

    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self._fonts = {face: _load(folder / face.value[0], face.value[1]) for face in Face}
        self._lines: dict[tuple[str, Face, Color], pygame.Surface] = {}

    def line(self, words: str, face: Face, tint: Color) -> pygame.Surface:
        """Return one rendered line with a transparent background."""
        key = (words, face, tint)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            found = self._lines[key] = self._fonts[face].render(escaped(words), False, tint)
        return found

    def width(self, words: str, face: Face) -> int:
        """Return a line's width in pixels."""
        return self._fonts[face].size(escaped(words))[0]


def _load(file: Path, size: int) -> pygame.font.Font:
    try:
        return pygame.font.Font(file, size)
    except (OSError, pygame.error) as error:
        raise ContentError(f"{file}: cannot be used ({error}): install the game again") from error

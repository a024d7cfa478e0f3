"""Checks that image layers have an image, and that its file is a picture."""

from collections.abc import Iterator
from pathlib import Path

from game.content.finding import Finding, Location
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note
from game.content.tiled.xml_files import is_there

BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"GIF8", b"RIFF")
"""First bytes of the pictures that are drawn: PNG, JPEG, BMP, GIF, WebP."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return image layers without an image, and those whose file holds something else."""
    for layer in level.source.layers:
        if layer.kind != "image" or is_note(layer):
            continue
        place = Location(str(level.path), layer=layer.name)
        if layer.image is None:
            yield Finding("backdrops", place, "is an image layer without an image", "choose its image, or delete it")
        elif is_there(layer.image) and not _is_picture(layer.image):
            yield Finding("backdrops", place, f"its image {layer.image} is no picture", "choose a PNG")


def _is_picture(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(BEGINNINGS)
    except OSError:
        return False

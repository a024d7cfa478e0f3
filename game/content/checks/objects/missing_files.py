"""Checks that the image of each image layer exists."""

from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.layers import MapImage
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.xml_files import is_there


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return image layers whose file is missing."""
    for layer in level.layers:
        if isinstance(layer, MapImage) and not is_there(layer.image):
            place = Location(str(level.path), layer=layer.facts.name)
            yield Finding("missing_file", place, f"its image {layer.image} is missing", "put it back or choose another")

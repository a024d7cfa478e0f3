"""An image layer without its image."""

from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.level import ImageLayer, Level
from game.content.song.song import Song


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return image layers whose file is not there."""
    for layer in level.layers:
        if isinstance(layer, ImageLayer) and not layer.image.is_file():
            place = Location(str(level.path), layer=layer.name)
            yield Finding("missing_file", place, f"its image {layer.image} is missing", "put it back or choose another")

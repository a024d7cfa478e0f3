"""A tile or a thing that no tileset has: it would draw nothing."""

from collections.abc import Iterator

from game.content.finding import Finding, Place
from game.content.level import Level, TileLayer
from game.content.level_reader import is_note
from game.content.schema import TILE
from game.content.song import Song

MEND = "add the tileset that it came from, or erase it"


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return the first such tile of each tile layer, and every such thing."""
    for layer in level.layers:
        if not isinstance(layer, TileLayer):
            continue
        cells = ((x, y, gid) for y, row in enumerate(layer.rows) for x, gid in enumerate(row))
        for x, y, gid in cells:
            if gid and gid not in level.tiles:
                place = Place(str(level.path), layer=layer.name, x=x * TILE, y=y * TILE)
                yield Finding("unknown_tiles", place, f"the tile in column {x}, row {y} is in no tileset", MEND)
                break
    for source in level.source.layers:
        for item in () if is_note(source) else source.objects:
            if item.shape == "tile" and item.gid not in level.tiles:
                yield Finding("unknown_tiles", level.place_of(item), "its picture is in no tileset", MEND)

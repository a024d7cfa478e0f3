"""Checks that each tile is in a tileset."""

from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.layers import MapTiles
from game.content.level import Level
from game.content.schema import TILE
from game.content.song.song import Song


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return the first such tile of each layer."""
    for layer in level.layers:
        if not isinstance(layer, MapTiles):
            continue
        cells = ((x, y, gid) for y, row in enumerate(layer.rows) for x, gid in enumerate(row))
        for x, y, gid in cells:
            if gid and level.tilesets.picture(gid) is None:
                place = Location(str(level.path), layer=layer.facts.name, x=x * TILE, y=y * TILE)
                mend = "add the tileset that it came from, or erase it"
                yield Finding("unknown_tiles", place, f"the tile in column {x}, row {y} is in no tileset", mend)
                break

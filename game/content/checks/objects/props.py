"""Checks for props that the game draws unlike Tiled: in no drawn group, rotated, stretched, or without a picture."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding, Location, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.drawn_layers import group_of, is_prop
from game.content.tiled.level_reader import is_note
from game.content.tiled.tiled_map import TiledLayer, TiledObject
from game.content.tiled.xml_files import is_there


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return what is wrong with tile objects that are props or were meant to be."""
    for layer in level.source.layers:
        if is_note(layer):
            continue
        tiles = [item for item in layer.objects if item.shape == "tile" and item.kind in ("", schema.PROP.name)]
        for item in tiles:
            if is_prop(layer, item):
                yield from _of_prop(level, item)
        astray = [item for item in tiles if not is_prop(layer, item)]
        if astray:
            yield _astray(level, layer, astray)


def _astray(level: Level, layer: TiledLayer, items: list[TiledObject]) -> Finding:
    """Return what is said of props on a layer that has none: of one, or of the layer where there are several."""
    wanted = ", ".join(schema.PROP_GROUPS)
    where = "among the actors" if group_of(layer) else "on a layer that is not drawn"
    if len(items) > 1:
        place, mend = Location(str(level.path), layer=layer.name), f"drag the layer into one of the groups {wanted}"
        return Finding("props", place, f"has {len(items)} props {where}", mend)
    mend = f"move it to an object layer in one of the groups {wanted}, or give it the class of its layer"
    return Finding("props", level.place_of(items[0]), f"is a prop {where}", mend)


def _of_prop(level: Level, item: TiledObject) -> Iterator[Finding]:
    place, picture = level.place_of(item), item.picture
    if picture is None:
        yield Finding(
            "unknown_tiles", place, "its tile is in no tileset", "add the tileset that it came from, or delete it"
        )
        return
    for image in sorted({cel.image for cel in picture.cels if not is_there(cel.image)}):
        yield Finding("missing_file", place, f"its image {image} is missing", "put it back or choose another tile")
    if item.rotation:
        what = f"is turned by {item.rotation:g} degrees, which is not drawn"
        yield Finding("props", place, what, "set Rotation to 0; flipping with X and Y is fine", Severity.WARNING)
    if (item.width, item.height) != (picture.width, picture.height):
        what = f"is stretched to {item.width:g}x{item.height:g}, which is not drawn"
        mend = f"set its size to {picture.width}x{picture.height}, or right-click it and choose Reset Tile Size"
        yield Finding("props", place, what, mend, Severity.WARNING)

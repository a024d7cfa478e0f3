"""Checks that objects lie within the map, are not turned and have no negative size."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.drawn_layers import is_prop
from game.content.tiled.level_reader import is_note
from game.content.tiled.tiled_map import TiledObject

SCROLLED = frozenset({"Light", "Spawner"})
"""Classes with a parallax of their own, whose x may lie beyond the map by the width of a picture."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return objects beside, above and below the map, turned objects, and those of negative size."""
    for layer in level.source.layers:
        for item in () if is_note(layer) else layer.objects:
            prop = is_prop(layer, item)
            if not prop and schema.object_class(item.kind) is None:
                continue
            place = level.place_of(item)
            if _outside(level, item, prop):
                size = f"{level.width}x{level.height}"
                yield Finding("placement", place, f"lies outside of the map ({size} px)", "drag it into the map")
            if item.rotation and not prop:
                what = f"is turned by {item.rotation:g} degrees, which has no effect"
                yield Finding("placement", place, what, "set Rotation to 0", Severity.WARNING)
            if item.width < 0 or item.height < 0:
                yield Finding("placement", place, "has a negative size", "draw it again from left to right")


def _outside(level: Level, item: TiledObject, prop: bool) -> bool:
    if not -item.height <= item.y <= level.height:
        return True
    margin = schema.VIEW_WIDTH if item.kind in SCROLLED else 0
    return not prop and not -margin <= item.x <= level.width + margin

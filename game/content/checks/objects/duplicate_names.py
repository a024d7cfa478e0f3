"""Checks that names are unique where objects and layers are found by name."""

from collections import Counter
from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note
from game.content.tiled.tiled_map import TiledObject

NAMED = frozenset({"Section", "Station", "Spawner", "Trigger", "Cut", "Lace"})
"""Classes whose objects are found by name."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return objects of a class, and layers of a group, that share a name."""
    objects = [item for layer in level.source.layers if not is_note(layer) for item in layer.objects]
    first: dict[tuple[str, str], TiledObject] = {}
    for item in objects:
        if not item.name or item.kind not in NAMED:
            continue
        other = first.setdefault((item.kind, item.name), item)
        if other is not item:
            what = f"has the name of object {other.id}, a {item.kind} too"
            yield Finding("duplicate_names", level.place_of(item), what, "rename or delete one of them")
    layers = Counter((layer.groups, layer.name) for layer in level.source.layers if not is_note(layer))
    for (_, name), count in layers.items():
        if count > 1:
            place = Location(str(level.path), layer=name)
            yield Finding("duplicate_names", place, f"{count} layers have this name", "rename all but one")

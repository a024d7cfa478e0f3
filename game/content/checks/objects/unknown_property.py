"""A property that its object, layer or map does not have.

A name like one that is known is an error: most likely a slip, so that what it says is lost. Any other is a note that
nobody reads: a warning.
"""

from collections.abc import Iterable, Iterator

from game.content import schema
from game.content.finding import Finding, Location, Severity
from game.content.level import Level
from game.content.property_types import Property
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note
from game.content.tiled.properties import FLAT_TYPES, nearest
from game.content.tiled.tiled_map import RawProperties


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return unknown properties, with the nearest name."""
    file = str(level.path)
    yield from _unknown(Location(file), level.source.properties, schema.MAP_PROPERTIES)
    for layer in level.source.layers:
        if is_note(layer):
            continue
        if layer.kind != "object" or any(name in schema.GROUPS for name in layer.groups):
            yield from _unknown(Location(file, layer=layer.name), layer.properties, schema.LAYER_PROPERTIES)
        for item in layer.objects:
            kind = schema.object_class(item.kind)
            if kind is not None:
                yield from _unknown(level.place_of(item), item.properties, kind.properties)


def _unknown(location: Location, raw: RawProperties, table: Iterable[Property]) -> Iterator[Finding]:
    known = [wanted.name for wanted in table]
    for name, found in raw.items():
        if name in known:
            continue
        near = nearest(name, known)
        what = f'has the unknown property "{name}"'
        if near:
            yield Finding("unknown_property", location, what, f'did you mean "{near}"?')
        else:
            strange = "" if found.type in FLAT_TYPES else f", of type {found.type}"
            mend = f"remove it; known are {', '.join(known) or 'none'}"
            yield Finding("unknown_property", location, what + strange, mend, Severity.WARNING)

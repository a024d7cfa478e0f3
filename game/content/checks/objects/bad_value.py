"""Checks that property values have the right type and range or are in their list."""

from collections.abc import Iterable, Iterator

from game.content import schema
from game.content.finding import Finding, Location
from game.content.level import Level
from game.content.property_types import Property
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note
from game.content.tiled.properties import Wrong, value_of
from game.content.tiled.tiled_map import RawProperties


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return the invalid values."""
    file = str(level.path)
    yield from _wrong(Location(file), level.source.properties, schema.MAP_PROPERTIES)
    for layer in level.source.layers:
        if is_note(layer):
            continue
        if layer.kind != "object" or any(name in schema.GROUPS for name in layer.groups):
            yield from _wrong(Location(file, layer=layer.name), layer.properties, schema.LAYER_PROPERTIES)
        for item in layer.objects:
            kind = schema.object_class(item.kind)
            if kind is not None:
                yield from _wrong(level.place_of(item), item.properties, kind.properties)


def _wrong(location: Location, raw: RawProperties, table: Iterable[Property]) -> Iterator[Finding]:
    for wanted in table:
        value = value_of(wanted, raw[wanted.name]) if wanted.name in raw else None
        if isinstance(value, Wrong):
            yield Finding("bad_value", location, f'property "{wanted.name}" {value.what}', value.mend)

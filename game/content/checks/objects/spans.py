"""Checks that what is drawn from one beat to another begins before it ends."""

from collections.abc import Iterator, Mapping

from game.content import schema
from game.content.finding import Finding, Location
from game.content.level import Level
from game.content.property_types import Scalar
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note
from game.content.tiled.properties import values_of


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return objects and drawn layers whose `from_beat` is not before their `to_beat`."""
    for layer in level.source.layers:
        if is_note(layer):
            continue
        place = Location(str(level.path), layer=layer.name)
        yield from _backward(place, values_of(schema.LAYER_PROPERTIES, layer.properties))
        for item in layer.objects:
            kind = schema.PROP if item.shape == "tile" and not item.kind else schema.object_class(item.kind)
            if kind is not None:
                yield from _backward(level.place_of(item), values_of(kind.properties, item.properties))


def _backward(location: Location, values: Mapping[str, Scalar]) -> Iterator[Finding]:
    first, last = float(values.get("from_beat", 0.0)), float(values.get("to_beat", -1.0))
    if 0 <= last <= first:
        what = f"is drawn from beat {first:g} to beat {last:g}: never"
        yield Finding("spans", location, what, "set from_beat before to_beat, or to_beat to -1 for the map's end")

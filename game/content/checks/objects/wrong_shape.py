"""Checks that each object has a shape that its class allows."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return objects of the wrong shape."""
    for layer in level.source.layers:
        for item in layer.objects:
            kind = schema.object_class(item.kind)
            if kind is None or is_note(layer) or item.shape in kind.shapes:
                continue
            what = f"is a {item.shape}, but a {kind.name} is a {' or '.join(kind.shapes)}"
            yield Finding("wrong_shape", level.place_of(item), what, f"draw it again as a {kind.shapes[0]}")

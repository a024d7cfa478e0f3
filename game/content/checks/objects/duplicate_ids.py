"""Checks that no two objects of a map have the same id, by which findings and commands name them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return each id that several objects have, at the last of them."""
    items = {item.id: item for layer in level.source.layers for item in layer.objects}
    counts = Counter(item.id for layer in level.source.layers for item in layer.objects)
    for number, count in counts.items():
        if count > 1:
            what = f"{count} objects have the id {number}"
            place = replace(level.place_of(items[number]), object_id=number)
            yield Finding("duplicate_ids", place, what, "cut one of them and paste it again: Tiled gives it a new id")

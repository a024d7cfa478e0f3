"""Checks that each object has a known class."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.drawn_layers import is_prop
from game.content.tiled.level_reader import is_note
from game.content.tiled.properties import nearest
from game.content.tiled.tiled_map import TiledLayer

SLIP = 0.75
"""Least likeness of a slip of the keys: a name less like one of ours is rather another word for what lies there."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return the objects of unknown class, with the class of their layer, else the nearest name."""
    known = [item.name for item in schema.CLASSES]
    for layer in level.source.layers:
        if is_note(layer):
            continue
        for item in layer.objects:
            if item.kind in known or item.shape == "text" or is_prop(layer, item):
                continue
            near = nearest(item.kind, known, SLIP) or _class_of(layer) or nearest(item.kind, known)
            mend = f'set its class to "{near}"' if near else f"set its class to one of {', '.join(known)}"
            what = f'is of the unknown class "{item.kind}"' if item.kind else "has no class"
            yield Finding("unknown_class", level.place_of(item), what, mend)


def _class_of(layer: TiledLayer) -> str | None:
    """Return the only class whose objects belong on a layer, or None."""
    found = [item.name for item in schema.CLASSES if item.layer and layer.name.split()[:1] == [item.layer]]
    return found[0] if len(found) == 1 else None

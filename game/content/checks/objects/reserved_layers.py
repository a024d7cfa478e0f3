"""Checks required layers, that objects are on the layer of their class, and the order of the groups."""

from collections import Counter
from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding, Location, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.drawn_layers import group_of
from game.content.tiled.level_reader import is_note


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return missing layers, objects astray, drawn layers outside the groups, and groups out of order."""
    layers = [layer for layer in level.source.layers if not is_note(layer)]
    names = {name for layer in layers for name in (layer.name, *layer.groups)}
    for wanted in schema.REQUIRED_LAYERS:
        if wanted not in names:
            place = Location(str(level.path), layer=wanted)
            yield Finding("reserved_layers", place, "is missing", f"add an object layer named {wanted}")
    for layer in layers:
        for item in layer.objects:
            kind = schema.object_class(item.kind)
            if kind is not None and not layer.name.startswith(kind.layer):
                mend = f"move it to the layer {kind.layer}"
                yield Finding(
                    "reserved_layers", level.place_of(item), "is on another class's layer", mend, Severity.WARNING
                )
    yield from _order(level)


def _order(level: Level) -> Iterator[Finding]:
    drawn = [layer for layer in level.source.layers if layer.kind != "object" and not is_note(layer)]
    groups = [group for layer in level.source.layers if not is_note(layer) and (group := group_of(layer))]
    places = [schema.GROUPS.index(group) for group in groups]
    if places != sorted(places):
        what = f"the groups are not in the order {', '.join(schema.GROUPS)}"
        yield Finding(
            "reserved_layers", Location(str(level.path)), what, "drag them into that order, back at the bottom"
        )
    astray = [layer for layer in drawn if not any(name in schema.GROUPS for name in (layer.name, *layer.groups))]
    for layer in astray:
        if not layer.groups:
            place = Location(str(level.path), layer=layer.name)
            mend = "move it into one of back, ground, front, or begin its name with //"
            yield Finding("reserved_layers", place, "is in no group and will not be drawn", mend, Severity.WARNING)
    for group, count in Counter(layer.groups[0] for layer in astray if layer.groups).items():
        place = Location(str(level.path), layer=group)
        what = f"is none of the groups that are drawn, and has {count} layer{'s' if count > 1 else ''}"
        mend = "name it back, ground or front, or begin its name with //"
        yield Finding("reserved_layers", place, what, mend, Severity.WARNING)

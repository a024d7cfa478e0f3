"""A thing that will not look as it does in the editor: it stands on a layer that is not drawn, or it is turned."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.level_reader import is_note
from game.content.song import Song

PROP_GROUPS = tuple(group for group in schema.GROUPS if group != "actors")


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return things astray and things turned."""
    for layer in level.source.layers:
        if is_note(layer):
            continue
        drawn = any(name in PROP_GROUPS for name in layer.groups)
        for item in layer.objects:
            if item.shape != "tile" or item.kind:
                continue
            if not drawn:
                mend = f"move it to an object layer in one of the groups {', '.join(PROP_GROUPS)}, or give it a class"
                yield Finding("props", level.place_of(item), "stands where nothing is drawn", mend, Severity.WARNING)
            elif item.rotation:
                mend = "set its rotation to 0; to mirror it, press X"
                yield Finding("props", level.place_of(item), "is turned, and will be drawn upright", mend)

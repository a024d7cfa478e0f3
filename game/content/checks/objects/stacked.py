"""Checks that no thing of the picture lies unseen exactly under its copy: one was pasted twice."""

from collections.abc import Iterator

from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.drawn_layers import is_prop
from game.content.tiled.level_reader import is_note
from game.content.tiled.tiled_map import TiledObject

STACKED = frozenset({"Light", "Spawner"})
"""Classes of which copies are seen by nothing but twice the light, or twice as many; others are told by their names,
beats or verbs."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return lights, spawners and props that lie on one of their layer that is just the same."""
    for layer in level.source.layers:
        if is_note(layer):
            continue
        seen: list[TiledObject] = []
        for item in layer.objects:
            if item.kind not in STACKED and not is_prop(layer, item):
                continue
            other = next((one for one in seen if _same(one, item)), None)
            if other is None:
                seen.append(item)
            else:
                what = f"lies exactly on object {other.id}, which is the same"
                yield Finding("stacked", level.place_of(item), what, "drag it away or delete it", Severity.WARNING)


def _same(one: TiledObject, other: TiledObject) -> bool:
    return (
        (one.kind, one.x, one.y, one.width, one.height, one.gid)
        == (other.kind, other.x, other.y, other.width, other.height, other.gid)
        and dict(one.properties) == dict(other.properties)
        and one.name == other.name
    )

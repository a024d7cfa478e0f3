"""Checks that neighboring maps meet in beats, height and ground, and in the world file."""

from collections.abc import Iterator

from game.content.finding import Finding, Location, Severity
from game.content.layers import MapTiles
from game.content.level import Level
from game.content.song.song import Song
from game.content.world_reader import Seam, World


def find(world: World, song: Song) -> Iterator[Finding]:
    """Return seams that do not meet."""
    x = 0
    for level, drawn_x in zip(world.levels, world.drawn_x, strict=True):
        if drawn_x != x:
            what = f"{level.path.name} is drawn at x {drawn_x}, but the maps before it end at {x}"
            yield Finding("seams", Location(str(world.path)), what, "drag it there in the world view", Severity.WARNING)
        x += level.width
    for seam in world.seams:
        yield from _seam(seam)


def _seam(seam: Seam) -> Iterator[Finding]:
    before, after, place = seam.before, seam.after, Location(str(seam.after.path), beat=float(seam.beat))
    if before.end_beat != after.start_beat:
        what = f"begins on beat {after.start_beat}, but {before.path.name} ends on {before.end_beat}"
        yield Finding("seams", place, what, f"set start_beat to {before.end_beat}")
    if before.height != after.height:
        what = f"is {after.height} px high, {before.path.name} {before.height}"
        yield Finding("seams", place, what, "give both the same number of rows")
    rows = (_ground_row(before, -1), _ground_row(after, 0))
    if None not in rows and rows[0] != rows[1]:
        what = f"its ground begins in row {rows[1]}, that of {before.path.name} ends in row {rows[0]}"
        yield Finding("seams", place, what, "make the ground tiles meet")


def _ground_row(level: Level, column: int) -> int | None:
    """Return the topmost row with a ground tile in a map's first or last column."""
    layers = [layer for layer in level.layers if isinstance(layer, MapTiles) and layer.facts.group == "ground"]
    rows = [row for layer in layers for row, gids in enumerate(layer.rows) if gids[column]]
    return min(rows, default=None)

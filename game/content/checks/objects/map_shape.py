"""Checks the map's measures: tile size 24 px, 16 rows, px per beat on the beat grid, width equal to its beats."""

from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.level import Level
from game.content.schema import BEAT_GRID, MAP_ROWS, TILE
from game.content.song.song import Song


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return wrong measures."""
    place, source = Location(str(level.path)), level.source
    for name in ("px_per_beat", "start_beat", "end_beat"):
        if name not in source.properties:
            yield Finding("map_shape", place, f"has no property {name}", "add it in Map > Map Properties (int)")
    if (source.tile_width, source.tile_height) != (TILE, TILE):
        what = f"its tiles are {source.tile_width}x{source.tile_height}"
        yield Finding("map_shape", place, what, f"set the tile size to {TILE}x{TILE}")
    if source.rows != MAP_ROWS:
        yield Finding("map_shape", place, f"is {source.rows} rows high", f"resize it to {MAP_ROWS} rows")
    if level.px_per_beat % BEAT_GRID:
        near = max(1, round(level.px_per_beat / BEAT_GRID)) * BEAT_GRID
        what = f"px_per_beat is {level.px_per_beat}, no multiple of {BEAT_GRID}"
        yield Finding("map_shape", place, what, f"set it to {near}")
    wanted = (level.end_beat - level.start_beat) * level.px_per_beat
    if level.width != wanted:
        what = f"is {level.width} px wide, but its beats need {wanted}"
        yield Finding("map_shape", place, what, f"resize it to {float(wanted / TILE):g} columns, or mend end_beat")

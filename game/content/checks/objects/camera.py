"""Checks that camera keys stay within the map, in time and in the picture."""

from collections.abc import Iterator
from itertools import pairwise

from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.schema import VIEW_WIDTH
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES

FARTHEST = VIEW_WIDTH // 2 - 60
"""Farthest that a fighter may stand from the middle of a still picture, px."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return keys whose beat lies outside the map, and those whose picture leaves it, or does not show the fighter."""
    for before, key in pairwise(level.camera_keys):
        if before.beat == key.beat:
            what = f"object {before.location.object_id} is a key of the same beat"
            yield Finding("camera", key.location, what, "move one of them or delete it", Severity.WARNING)
    for key in level.camera_keys:
        if not level.start_beat <= key.beat <= level.end_beat:
            beats = float(level.end_beat - level.start_beat)
            what = f"its beat is {float(key.beat - level.start_beat):g}, the map has {beats:g}"
            yield Finding("camera", key.location, what, "set a beat within the map, counted from its left edge")
        section, half_width = level.section_at(key.beat), VIEW_WIDTH / 2
        standing = section is not None and MINIGAMES[section.minigame].spec.standing
        if standing and not half_width <= key.x <= level.width - half_width:
            what = "the picture would leave the map at its side"
            yield Finding("camera", key.location, what, f"set x from {half_width:g} to {level.width - half_width:g}")
    yield from _out_of_the_picture(level)


def _out_of_the_picture(level: Level) -> Iterator[Finding]:
    """Return the keys that frame a standing section without the fighter: the last of a section says what is seen."""
    for section in level.sections:
        station = level.station_of(section) if MINIGAMES[section.minigame].spec.standing else None
        keys = [key for key in level.camera_keys if section.start_beat <= key.beat < section.end_beat]
        if station is None or not keys or abs(keys[-1].x - station.x) <= FARTHEST:
            continue
        what = f"frames x {keys[-1].x:g}, and he stands at x {station.x:g}, outside of the picture"
        mend = f"set x from {station.x - FARTHEST:g} to {station.x + FARTHEST:g}, or delete it"
        yield Finding("camera", keys[-1].location, what, mend)

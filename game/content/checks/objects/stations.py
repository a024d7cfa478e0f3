"""Checks that each standing section has a station and each station a section."""

from collections.abc import Iterator

from game.content.finding import Finding, Severity
from game.content.level import Level, Station
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES

LEAST_Y = 200
"""Highest place of a station, map px from the top: higher up his head would leave the picture."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return sections without their station, and stations without their section."""
    for section in level.sections:
        if MINIGAMES[section.minigame].spec.standing and level.station_of(section) is None:
            mend = f"put a Station with section {section.id} where he stands"
            yield Finding("stations", section.location, "is a standing exercise without a station", mend)
    corners: dict[tuple[float, float], Station] = {}
    for station in level.stations:
        other = corners.setdefault((station.x, station.y), station)
        if other is not station and not (station.name and station.name == other.name):  # that is told elsewhere
            what = f"stands where object {other.location.object_id} stands"
            yield Finding("stations", station.location, what, "move one of them or delete it", Severity.WARNING)
    for station in level.stations:
        if station.y < LEAST_Y:
            what = f"stands in the sky: his feet would be at y {station.y:g}"
            yield Finding("stations", station.location, what, f"put it on the ground, y {LEAST_Y} to {level.height}")
    ids = [section.id for section in level.sections]
    for station in level.stations:
        if station not in {level.station_of(section) for section in level.sections}:
            what = f'is the station of "{station.section}", which this map does not have'
            yield Finding("stations", station.location, what, f"set its section to one of {', '.join(ids)}")

"""Checks that cuts refer to existing sections and stations, and follow each other without a gap."""

from collections.abc import Iterator

from game.content.finding import Finding
from game.content.level import Cut, Level
from game.content.song.song import Song
from game.content.world_reader import World
from game.minigames.manifest import MINIGAMES


def find(world: World, song: Song) -> Iterator[Finding]:
    """Return cuts to sections or stations that no map has, and gaps between cuts."""
    for level in world.levels:
        for cut in level.cuts:
            yield from _broken(cut, world, song)
        yield from _gaps(level)


def _broken(cut: Cut, world: World, song: Song) -> Iterator[Finding]:
    section = next((section for section in world.sections if section.id == cut.section), None)
    if section is None and song.section(cut.section) is not None:
        return  # that section is missing: `whole_song` says so
    if section is None:
        mend = f"choose one of {', '.join(section.id for section in world.sections)}"
        yield Finding("cut_references", cut.location, f'cuts to "{cut.section}", which no map has', mend)
        return
    level = world.level_of(cut.section)
    names = [station.name for station in level.stations]
    if cut.station and cut.station not in names:
        mend = f"choose one of {', '.join(names)}" if names else "leave station empty: nobody stands there"
        yield Finding("cut_references", cut.location, f'{level.id} has no station "{cut.station}"', mend)
    if not cut.station and level.station_of(section) is not None:
        mend = f'set its station to "{names[0]}" or another'
        yield Finding(
            "cut_references", cut.location, f"{cut.section} is played standing, but no station is named", mend
        )
    if cut.at_beat >= section.end_beat - section.start_beat:
        mend = f"set at_beat below {float(section.end_beat - section.start_beat):g}"
        yield Finding("cut_references", cut.location, f"{cut.section} has no beat {cut.at_beat:g}", mend)


def _gaps(level: Level) -> Iterator[Finding]:
    for section in level.sections:
        if not MINIGAMES[section.minigame].spec.borrows:
            continue
        beat = section.start_beat
        for cut in level.cuts:
            if cut.beat != beat:
                yield Finding(
                    "cut_references", cut.location, "does not begin where the cut before it ends", "make them meet"
                )
            beat = cut.beat + cut.length
        if beat != section.end_beat:
            yield Finding("cut_references", section.location, "its last cut does not end with it", "widen the last cut")

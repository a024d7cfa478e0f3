"""Checks that the world has every section of the song exactly once."""

from collections.abc import Iterator

from game.content.finding import Finding, Location
from game.content.song.song import Song
from game.content.world_reader import World


def find(world: World, song: Song) -> Iterator[Finding]:
    """Return sections of the song that no map has, or that come more than once."""
    ids = [section.id for section in world.sections]
    misnamed = {section.start_beat for section in world.sections if song.section(section.id) is None}
    for part in song.sections:
        if ids.count(part.id) != 1 and part.start_beat not in misnamed:
            what = f'the song\'s section "{part.id}" comes {ids.count(part.id)} times'
            yield Finding(
                "whole_song", Location(str(world.path)), what, "have it exactly once in the maps of the world"
            )
    known = [part.id for part in song.sections]
    for section in world.sections:
        if section.id not in known:
            due = [part.id for part in song.sections if part.start_beat == section.start_beat]
            mend = f'name it "{due[0]}"' if due else f"name it after one of {', '.join(known)}"
            yield Finding("whole_song", section.location, f'the song has no section "{section.id}"', mend)

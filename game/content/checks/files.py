"""Checks of whole files: a map, or a world with all its maps."""

from collections.abc import Collection
from pathlib import Path

from game.content.checks.registry import check_level, check_play, check_world
from game.content.finding import Finding, errors_in, on_any_of
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import read_level
from game.content.tiled.xml_files import XmlFiles
from game.content.world_reader import read_world
from game.sim.chart import Difficulty


def check_file(
    path: Path, song: Song, files: XmlFiles | None = None, offered: Collection[str] = frozenset(Difficulty)
) -> list[Finding]:
    """Return every problem that a map, or a world with all its maps, has on the difficulties that it offers."""
    return on_any_of(_found_in(path, song, files, offered), offered)


def _found_in(path: Path, song: Song, files: XmlFiles | None, offered: Collection[str]) -> list[Finding]:
    if path.suffix == ".world":
        world, findings = read_world(path, files)
        if world is None:
            return findings
        checked = [finding for level in world.levels for finding in _check(level, song, offered)]
        return [*findings, *checked, *check_world(world, song)]
    level, findings = read_level(path, files)
    return findings if level is None else [*findings, *_check(level, song, offered)]


def _check(level: Level, song: Song, offered: Collection[str]) -> list[Finding]:
    findings = on_any_of(check_level(level, song), offered)
    return findings if errors_in(findings) else [*findings, *check_play(level, song)]

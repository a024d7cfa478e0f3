"""Checks of whole files: a map, or a world with all its maps."""

from pathlib import Path

from game.content.checks.registry import check_level, check_play, check_world
from game.content.finding import Finding, errors_in
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import read_level
from game.content.tiled.xml_files import XmlFiles
from game.content.world_reader import read_world


def check_file(path: Path, song: Song, files: XmlFiles | None = None) -> list[Finding]:
    """Return every problem of a map, or of a world and all its maps."""
    if path.suffix == ".world":
        world, findings = read_world(path, files)
        if world is None:
            return findings
        checked = [finding for level in world.levels for finding in _check(level, song)]
        return [*findings, *checked, *check_world(world, song)]
    level, findings = read_level(path, files)
    return findings if level is None else [*findings, *_check(level, song)]


def _check(level: Level, song: Song) -> list[Finding]:
    findings = check_level(level, song)
    return findings if errors_in(findings) else [*findings, *check_play(level, song)]

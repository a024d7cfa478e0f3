"""Loads and checks what is played: the whole world or single maps. Raises one ContentError that lists every error."""

from collections.abc import Collection, Iterable
from pathlib import Path

from game.content.checks.registry import WORLD_CHECKS, WorldCheck, check_level, check_world
from game.content.finding import Finding, on_any_of, refuse_errors
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import read_level
from game.content.tiled.xml_files import XmlFiles
from game.content.world_reader import Seam, World, read_world
from game.errors import ContentError
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty

__all__ = ["Seam", "World", "load_levels", "load_world"]


ALL_DIFFICULTIES = frozenset(Difficulty)
"""Every difficulty."""
PICTURE_PROBLEMS = frozenset({"missing_file", "unknown_tiles", "bad_look"})
"""Problems that only keep a picture from being drawn: they do not stop the game, the view reports and skips the
picture.
"""


def load_world(
    path: Path,
    song: Song,
    files: XmlFiles | None = None,
    offered: Collection[str] = ALL_DIFFICULTIES,
    checks: tuple[WorldCheck, ...] = WORLD_CHECKS,
) -> World:
    """Read and check the world on the difficulties that it offers; raises ContentError with all errors, each naming
    file, place and mend.
    """
    world, findings = read_world(path, files)
    if world is None:
        refuse_errors(findings)
        raise ContentError(f"{path}: cannot be used; run the map check for the reasons")
    for level in world.levels:
        findings += check_level(level, song)
    refuse_errors(on_any_of(_unplayable([*findings, *check_world(world, song, checks)]), offered))
    return world


def load_levels(
    paths: Iterable[Path], song: Song, files: XmlFiles | None = None, offered: Collection[str] = ALL_DIFFICULTIES
) -> tuple[Level, ...]:
    """Read and check single maps, in the order of their beats; raises ContentError with all errors."""
    levels: list[Level] = []
    findings: list[Finding] = []
    for path in paths:
        level, found = read_level(path, files)
        findings += found
        if level is not None:
            levels.append(level)
            findings += check_level(level, song)
    refuse_errors(on_any_of(_unplayable(findings), offered))
    return tuple(sorted(levels, key=lambda level: level.start_beat))


def own_map_paths(levels_dir: Path, world: World) -> list[Path]:
    """Return the maps named after exercises that the world does not contain: practice plays those maps."""
    played = {section.minigame for section in world.sections}
    paths = (levels_dir / f"{minigame}.tmx" for minigame in MINIGAMES if minigame not in played)
    return [path for path in paths if path.exists()]


def _unplayable(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.problem not in PICTURE_PROBLEMS]

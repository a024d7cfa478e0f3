"""All checks, explicit and in the order in which findings are listed."""

from collections.abc import Callable, Iterable

from game.content.finding import Finding
from game.content.level import Level
from game.content.song import Song
from game.content.world_reader import World

LevelCheck = Callable[[Level, Song], Iterable[Finding]]
WorldCheck = Callable[[World, Song], Iterable[Finding]]

LEVEL_CHECKS: tuple[LevelCheck, ...] = ()
WORLD_CHECKS: tuple[WorldCheck, ...] = ()


def check_level(level: Level, song: Song) -> list[Finding]:
    """Return all that is wrong with one map."""
    return [finding for check in LEVEL_CHECKS for finding in check(level, song)]


def check_world(world: World, song: Song) -> list[Finding]:
    """Return all that is wrong with how the maps go together."""
    return [finding for check in WORLD_CHECKS for finding in check(world, song)]

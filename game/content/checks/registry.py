"""The list of all checks, in the order in which findings are listed."""

from collections.abc import Callable, Iterable

from game.content.checks.cues import (
    alternation,
    approach,
    autoplay,
    missing_lead,
    obstacles_at_seams,
    overlaps,
    quiet_zones,
    reps,
    section_gaps,
    too_dense,
    unknown_kind,
)
from game.content.checks.objects import (
    bad_value,
    camera,
    duplicate_names,
    laces,
    map_shape,
    missing_files,
    off_grid,
    outside_section,
    props,
    reserved_layers,
    stations,
    unknown_class,
    unknown_property,
    unknown_tiles,
    wrong_shape,
)
from game.content.checks.world import cut_references, seams, whole_song
from game.content.finding import Finding, merged
from game.content.level import Level
from game.content.song.song import Song
from game.content.world_reader import World

LevelCheck = Callable[[Level, Song], Iterable[Finding]]
WorldCheck = Callable[[World, Song], Iterable[Finding]]

LEVEL_CHECKS: tuple[LevelCheck, ...] = (
    map_shape.find,
    unknown_class.find,
    unknown_property.find,
    bad_value.find,
    wrong_shape.find,
    off_grid.find,
    reserved_layers.find,
    duplicate_names.find,
    missing_files.find,
    unknown_tiles.find,
    props.find,
    section_gaps.find,
    outside_section.find,
    unknown_kind.find,
    too_dense.find,
    overlaps.find,
    alternation.find,
    approach.find,
    obstacles_at_seams.find,
    missing_lead.find,
    quiet_zones.find,
    reps.find,
    laces.find,
    stations.find,
    camera.find,
)
"""Checks of one map, quick enough for every start of the game."""

PLAY_CHECKS: tuple[LevelCheck, ...] = (autoplay.find,)
"""Checks that play the map: for designers and tests, once the others find no error."""

WORLD_CHECKS: tuple[WorldCheck, ...] = (seams.find, whole_song.find, cut_references.find)
"""Checks of the whole world."""


def check_level(level: Level, song: Song) -> list[Finding]:
    """Return the findings of all level checks of a map."""
    return merged(finding for check in LEVEL_CHECKS for finding in check(level, song))


def check_world(world: World, song: Song) -> list[Finding]:
    """Return the findings of all world checks."""
    return [finding for check in WORLD_CHECKS for finding in check(world, song)]


def check_play(level: Level, song: Song) -> list[Finding]:
    """Return where perfect play loses points; only for a map without errors."""
    return merged(finding for check in PLAY_CHECKS for finding in check(level, song))

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
    backdrops,
    bad_value,
    camera,
    duplicate_ids,
    duplicate_names,
    laces,
    layer_setup,
    map_shape,
    missing_files,
    off_grid,
    outside_section,
    placement,
    props,
    reserved_layers,
    spans,
    stacked,
    stations,
    triggers,
    unknown_class,
    unknown_property,
    unknown_tiles,
    wrong_shape,
)
from game.content.checks.world import cut_references, seams, whole_song
from game.content.finding import Finding, errors_in, few_of_each, merged
from game.content.level import Level
from game.content.song.song import Song
from game.content.world_reader import World

LevelCheck = Callable[[Level, Song], Iterable[Finding]]
WorldCheck = Callable[[World, Song], Iterable[Finding]]

FRAME_CHECKS: tuple[LevelCheck, ...] = (
    map_shape.find,
    unknown_class.find,
    unknown_property.find,
    bad_value.find,
    wrong_shape.find,
    reserved_layers.find,
    layer_setup.find,
    placement.find,
    duplicate_ids.find,
    duplicate_names.find,
    spans.find,
    stacked.find,
    backdrops.find,
    missing_files.find,
    unknown_tiles.find,
    props.find,
)
"""Checks of each object, layer and file by itself."""

DERIVED_CHECKS: tuple[LevelCheck, ...] = (
    section_gaps.find,
    off_grid.find,
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
    triggers.find,
    camera.find,
)
"""Checks that rely on the map's measures and sections: they wait until those are right."""

LEVEL_CHECKS: tuple[LevelCheck, ...] = (*FRAME_CHECKS, *DERIVED_CHECKS)
"""Checks of one map, quick enough for every start of the game."""

FRAME_PROBLEMS = frozenset(
    {"map_shape", "bad_value", "unknown_class", "wrong_shape", "layer_setup", "placement", "section_gaps"}
)
"""Problems of which an error on the map, a layer or a section skips the derived checks."""
SECTIONS_LAYER = "sections"
"""Name of the layer of sections."""

PLAY_CHECKS: tuple[LevelCheck, ...] = (autoplay.find,)
"""Checks that play the map: for designers and tests, once the others find no error."""

WORLD_CHECKS: tuple[WorldCheck, ...] = (seams.find, whole_song.find, cut_references.find)
"""Checks of the whole world."""

PART_CHECKS: tuple[WorldCheck, ...] = (seams.find, cut_references.find)
"""Checks of a world that need not have all of the song."""


def check_level(level: Level, song: Song) -> list[Finding]:
    """Return the findings of all level checks of a map; what follows from broken sections or measures waits."""
    findings: list[Finding] = []
    for check in LEVEL_CHECKS:
        if check not in DERIVED_CHECKS or not _frame_is_broken(findings):
            findings += check(level, song)
    return few_of_each(merged(findings))


def _frame_is_broken(findings: Iterable[Finding]) -> bool:
    """Whether an error concerns the map as a whole, a layer, or a section."""
    return any(
        finding.problem in FRAME_PROBLEMS
        and (finding.location.object_id is None or finding.location.layer == SECTIONS_LAYER)
        for finding in errors_in(findings)
    )


def check_world(world: World, song: Song, checks: tuple[WorldCheck, ...] = WORLD_CHECKS) -> list[Finding]:
    """Return the findings of world checks."""
    return [finding for check in checks for finding in check(world, song)]


def check_play(level: Level, song: Song) -> list[Finding]:
    """Return where perfect play loses points; only for a map without errors."""
    return merged(finding for check in PLAY_CHECKS for finding in check(level, song))

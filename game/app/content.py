"""The content that is played, loaded without display or sound: the song, the maps and their charts."""

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.charts import build_chart
from game.content.checks.registry import PART_CHECKS, WORLD_CHECKS
from game.content.level import Level
from game.content.look import look_file
from game.content.pack import PACK_FILE, Pack, read_pack
from game.content.song.song import Song, load_song
from game.content.tiled.xml_files import XmlFiles
from game.content.world import load_levels, load_world, own_map_paths
from game.content.world_reader import World
from game.errors import ContentError, UsageError
from game.sim.chart import Chart, Difficulty
from game.storage.paths import assets_dir, levels_dir
from game.terminal import escaped

ART_FOLDERS, ART_SUFFIXES = ("backdrops", "sprites"), (".png", ".json")
"""Where a pack's own art lies that no map names, and what it consists of."""
WORLD_SUFFIX = ".world"
"""Ending of a world's file name."""


@dataclass(frozen=True, slots=True)
class Content:
    """The song and the world, loaded without display or sound. `own_maps`: those of exercises outside the world."""

    song: Song
    world: World | tuple[Level, ...]
    song_hash: str
    pack: Pack
    own_maps: tuple[Level, ...] = ()
    sources: tuple[Path, ...] = ()
    """What it was read from, but the sound: maps, looks, templates, tilesets, pictures, world, song and pack."""

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that it was read from."""
        return (*self.sources, *self.audio_paths)

    @property
    def audio_paths(self) -> tuple[Path, ...]:
        """The files of the song's sound; none where one is refused, which the player says."""
        try:
            return self.song.audio_paths
        except ContentError:
            return ()

    @property
    def map_name(self) -> str | None:
        """The name of the map that is played in place of a world, or None."""
        return None if isinstance(self.world, World) else "+".join(level.id for level in self.world)

    def chart(self, difficulty: Difficulty, section: str | None = None) -> Chart:
        """Return the chart of the run or of one section; raises UsageError naming the difficulties or sections there
        are.
        """
        if difficulty not in self.pack.difficulties:
            known = ", ".join(self.pack.difficulties)
            raise UsageError(f'"{escaped(self.pack.title)}" has no chart on {difficulty}: choose among {known}')
        if section is None:
            return build_chart(self.world, self.song, difficulty)
        try:
            return build_chart(self._maps_with(section), self.song, difficulty).only(section)
        except KeyError:
            parts = [part for level in (*_levels(self.world), *self.own_maps) for part in level.sections]
            known = ", ".join(part.id for part in sorted(parts, key=lambda part: part.start_beat))
            raise UsageError(f'no section "{section}": there are {known}') from None

    def maps_of(self, chart: Chart) -> World | tuple[Level, ...]:
        """Return the maps that a chart was built from: the world's, or the own map of an exercise outside it."""
        return self._maps_with(chart.sections[0].id)

    def _maps_with(self, section: str) -> World | tuple[Level, ...]:
        own = (level for level in self.own_maps if any(part.id == section for part in level.sections))
        found = next(own, None)
        return self.world if found is None else (found,)


def shipped_pack() -> Pack:
    """Return the pack that ships with the game."""
    return open_pack(levels_dir())


def open_pack(root: Path) -> Pack:
    """Return the pack in a folder; what it lacks is sought in the shipped folders. Raises ContentError."""
    return read_pack(root, shipped_roots())


def shipped_roots() -> tuple[Path, ...]:
    """Return the shipped folders in which is sought what a pack lacks."""
    return levels_dir(), assets_dir()


def pack_of(file: Path) -> Pack:
    """Return the nearest pack whose folder a map or a world lies in, the shipped one where it lies in none. Raises
    ContentError."""
    folders = Path(os.path.abspath(file)).parents
    found = next((folder for folder in folders if (folder / PACK_FILE).is_file()), None)
    return shipped_pack() if found is None else open_pack(found)


def files_of(pack: Pack, file: Path) -> XmlFiles:
    """Return what reads a map or a world to be played in a pack: one inside of its folder must stay there."""
    inside = Path(os.path.abspath(file)).is_relative_to(os.path.abspath(pack.root))
    return XmlFiles(pack.roots, pack.roots if inside else ())


def load_content(level: str | None = None, pack: str | None = None, difficulty: Difficulty | None = None) -> Content:
    """Load the pack in a folder, or the shipped one. `level` is a map or a world to play instead of the pack's own; it
    is played in the pack that it lies in unless `pack` names another. Where `difficulty` is named, errors on others
    only take these away.
    """
    file = Path(os.path.abspath(level)) if level else None
    found = open_pack(Path(pack).resolve()) if pack else shipped_pack() if file is None else pack_of(file)
    song = load_song(found.song)
    file = file or found.world
    files = files_of(found, file)
    try:
        world = _read(file, song, files, found)
    except ContentError:
        if difficulty is None:
            raise
        found = replace(found, difficulties=(difficulty,))
        world = _read(file, song, files, found)
    song_hash = hashlib.sha256(found.song.read_bytes()).hexdigest()
    own = own_map_paths(found.levels, world) if isinstance(world, World) and not level else []
    own_maps = load_levels(own, song, files, found.difficulties)
    return Content(song, world, song_hash, found, own_maps, _sources(found, world, files))


def _read(file: Path, song: Song, files: XmlFiles, pack: Pack) -> World | tuple[Level, ...]:
    """Read a map or a world; one that is not its pack's need not have all of the song."""
    if file.suffix != WORLD_SUFFIX:
        return load_levels((file,), song, files, pack.difficulties)
    checks = WORLD_CHECKS if _is_same(file, pack.world) else PART_CHECKS
    return load_world(file, song, files, pack.difficulties, checks)


def _is_same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _sources(pack: Pack, world: World | tuple[Level, ...], files: XmlFiles) -> tuple[Path, ...]:
    looks = (look_file(level.path) for level in _levels(world))
    worlds = (world.path,) if isinstance(world, World) else ()
    own = (file for folder in ART_FOLDERS for file in (pack.root / folder).rglob("*") if file.suffix in ART_SUFFIXES)
    return tuple(dict.fromkeys((*files.read, *files.located, *own, *looks, *worlds, pack.root / PACK_FILE, pack.song)))


def _levels(world: World | tuple[Level, ...]) -> tuple[Level, ...]:
    return world.levels if isinstance(world, World) else world

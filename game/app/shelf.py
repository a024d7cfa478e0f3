"""The shelf of packs: the shipped one and those in the player's folder, each with its charts' hashes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.app.content import load_content, shipped_pack, shipped_roots
from game.content.packing.installed import Listed, installed
from game.errors import GameError
from game.sim.chart import Difficulty
from game.states.loading import LoadedContent, Loading
from game.states.pack_shelf import ShelvedPack


@dataclass(slots=True)
class Chosen:
    """Which map and pack are played, from now on; None: the pack's own world, and the shipped pack."""

    level: str | None
    pack: str | None
    safe: bool
    claps: bool = False
    """Whether every cue is heard."""
    difficulty: Difficulty | None = None
    """What is played although others of the map are broken; None: all must be sound."""


class Shelf:
    """Lists the packs in a folder. `load` begins to load what `chosen` says."""

    def __init__(self, folder: Path, chosen: Chosen, load: Callable[[], LoadedContent]) -> None:
        self._folder = folder
        self._chosen = chosen
        self._load = load

    def packs(self) -> tuple[ShelvedPack, ...]:
        """Return all packs, the shipped one first; a faulty one with its first finding."""
        return tuple(_shelved(item) for item in self._listed())

    def titles(self) -> Mapping[str, str]:
        """Return the title of each pack that can be read by its id."""
        return {item.pack.id: item.pack.title for item in self._listed() if item.pack is not None}

    def _listed(self) -> list[Listed]:
        shipped = shipped_pack()
        return [Listed(shipped.root, shipped), *installed(self._folder, shipped_roots())]

    def open(self, pack: ShelvedPack) -> Loading[LoadedContent]:
        """Begin to load a pack."""
        self._chosen.level, self._chosen.pack = None, str(pack.folder)
        return Loading(self._load)


def _shelved(item: Listed) -> ShelvedPack:
    if item.pack is None:
        return ShelvedPack(item.folder, item.folder.name, problem=item.problem)
    pack = item.pack
    try:
        content = load_content(pack=str(item.folder))
        charts = {difficulty: content.chart(difficulty).hash() for difficulty in pack.difficulties}
    except GameError as error:
        return ShelvedPack(item.folder, pack.title, pack.author, problem=str(error).split("\n")[0])
    duration_us = content.song.duration_us
    return ShelvedPack(item.folder, pack.title, pack.author, duration_us, pack.picture, charts=charts, id=pack.id)

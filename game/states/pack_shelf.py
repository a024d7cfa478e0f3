"""The packs that can be chosen in the menu, as the states see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from game.sim.chart import Difficulty
from game.states.loading import Loading
from game.timing.units import Micros

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True)
class ShelvedPack:
    """A pack that can be played, or cannot: then `problem` says why. `charts` are the hashes of its whole charts."""

    folder: Path
    title: str
    author: str = ""
    duration_us: Micros = 0
    picture: Path | None = None
    problem: str = ""
    charts: Mapping[Difficulty, str] = field(default_factory=dict)
    id: str = ""
    """What its boards and medals belong to; empty for one that cannot be read."""


class PackShelf(Protocol[Loaded]):
    """Lists packs and opens one in place of what is loaded."""

    def packs(self) -> tuple[ShelvedPack, ...]:
        """Return all packs, the shipped one first. May take seconds."""
        ...

    def titles(self) -> Mapping[str, str]:
        """Return the title of each pack by its id."""
        ...

    def open(self, pack: ShelvedPack) -> Loading[Loaded]:
        """Begin to load a pack, which is played from then on. What was loaded must have been closed."""
        ...


class EmptyShelf:
    """A shelf without packs: where there is no player's folder to look in."""

    def packs(self) -> tuple[ShelvedPack, ...]:
        """Return none."""
        return ()

    def titles(self) -> Mapping[str, str]:
        """Return none."""
        return {}

    def open(self, pack: ShelvedPack) -> Loading[Any]:
        """There is nothing to open."""
        raise NotImplementedError

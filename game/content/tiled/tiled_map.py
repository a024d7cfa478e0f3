"""A Tiled map as plain data, in document order: `tmx_reader` makes it of a file, `level_reader` a level of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from game.content.finding import Location
from game.content.layers import LayerFacts
from game.content.tiled.tilesets import TilePicture, Tilesets


@dataclass(frozen=True, slots=True)
class RawProperty:
    """A property as the file has it: its Tiled type and its text."""

    type: str
    text: str


RawProperties: TypeAlias = Mapping[str, RawProperty]


@dataclass(frozen=True, slots=True)
class TiledObject:
    """An object: its class, geometry in map pixels (top left, of tile objects too), shape and raw properties."""

    location: Location
    id: int
    name: str
    kind: str
    shape: str
    x: float
    y: float
    width: float
    height: float
    gid: int
    properties: RawProperties
    rotation: float = 0.0
    visible: bool = True
    picture: TilePicture | None = None
    """What a tile object shows; None where its tile is in no tileset."""


@dataclass(frozen=True, slots=True)
class TiledLayer:
    """One layer. `groups` are the names of the groups around it, outermost first; other fields by kind."""

    kind: str
    facts: LayerFacts
    groups: tuple[str, ...]
    properties: RawProperties
    image: Path | None = None
    rows: tuple[tuple[int, ...], ...] = ()
    objects: tuple[TiledObject, ...] = ()
    by_row: bool = True
    """Whether objects further down are drawn later; else in the order of the list."""

    @property
    def name(self) -> str:
        """Its name in the file."""
        return self.facts.name


@dataclass(frozen=True, slots=True)
class TiledMap:
    """A map: sizes in tiles and pixels, properties, layers in document order, tilesets."""

    path: Path
    columns: int
    rows: int
    tile_width: int
    tile_height: int
    properties: RawProperties
    layers: tuple[TiledLayer, ...]
    tilesets: Tilesets

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.columns * self.tile_width

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.rows * self.tile_height

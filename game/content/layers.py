"""Drawn layers of a map, as frozen data: position, parallax, blend mode, and their image, tiles or props."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from game.content.finding import Location
from game.content.tiled.tilesets import TilePicture

OPAQUE_WHITE = (255, 255, 255)
"""Tint that leaves colors as they are."""
ALWAYS_FROM = -1e9
"""Beat before every map."""
ALWAYS_TO = 1e9
"""Beat after every map."""
FRONT = "front"
"""Name of the group that is drawn over the actors."""


class Blend(StrEnum):
    """Blend mode of a layer over what is behind it."""

    SOLID = ""
    MIX = "mix"
    ADD = "add"
    MULTIPLY = "multiply"


@dataclass(frozen=True, slots=True)
class LayerFacts:
    """Attributes of one layer, its own combined with those of the groups around it. `x` and `y` are map pixels."""

    name: str
    parallax: float
    x: float = 0.0
    y: float = 0.0
    group: str = ""
    """One of back, ground, front."""
    opacity: float = 1.0
    tint: tuple[int, int, int] = OPAQUE_WHITE
    blend: Blend = Blend.SOLID
    parallax_y: float = 1.0
    drift: float = 0.0
    """Speed at which it scrolls by itself, px a beat."""
    from_beat: float = ALWAYS_FROM
    to_beat: float = ALWAYS_TO
    """It is drawn from `from_beat` to `to_beat`, beats of the map."""
    parallax_top: float | None = None
    """For ground in perspective: parallax of the top row of the image; `parallax` is that of the bottom row."""
    visible: bool = True

    @property
    def front(self) -> bool:
        """Whether it is drawn over the fighter."""
        return self.group == FRONT


@dataclass(frozen=True, slots=True)
class MapImage:
    """A layer with one image, whose top left stands at the layer's x and y."""

    facts: LayerFacts
    image: Path


@dataclass(frozen=True, slots=True)
class MapTiles:
    """A layer with rows of tile numbers (0: nothing), to be looked up in `Level.tilesets`."""

    facts: LayerFacts
    rows: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class MapProp:
    """A decorative tile object. `foot` is the map row below its lowest pixel.

    Beats count from the map's first. It may move `drift` px a beat from `from_beat` on, and plays its cels by the
    beat, `phase` cels ahead; `once`: one time, from `from_beat` on.
    """

    location: Location
    picture: TilePicture
    x: float
    foot: float
    phase: int = 0
    drift: float = 0.0
    from_beat: float = 0.0
    to_beat: float = float("inf")
    once: bool = False


@dataclass(frozen=True, slots=True)
class MapProps:
    """A layer of props, in drawing order."""

    facts: LayerFacts
    props: tuple[MapProp, ...]


MapLayer: TypeAlias = MapImage | MapTiles | MapProps

"""Layers of a map that are drawn, as facts: where they hang, how they scroll, how they are laid on, what is on them."""

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
    """How a layer is laid on what is behind it."""

    SOLID = ""
    MIX = "mix"
    ADD = "add"
    MULTIPLY = "multiply"


@dataclass(frozen=True, slots=True)
class LayerFacts:
    """One layer as a map states it, with what its groups hand down. `x` and `y` are map pixels."""

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
    """Pixels a beat by which it moves by itself."""
    from_beat: float = ALWAYS_FROM
    to_beat: float = ALWAYS_TO
    """Between these beats of the place it is drawn."""
    parallax_top: float | None = None
    """Of ground that runs away from the lens: the parallax of the picture's first row; `parallax` is its last row's."""
    visible: bool = True

    @property
    def front(self) -> bool:
        """Whether it hides the fighter."""
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
    """A thing put down in the map: a tile object. `foot` is the map row below its lowest pixel.

    Beats count from the map's first. It may move `drift` px a beat from `from_beat` on, and plays its cels by the
    beat, `phase` cels ahead; `once`: one time, from `from_beat` on.
    """

    place: Location
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

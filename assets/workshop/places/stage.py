"""The stage: where a pixel of a layer is in the world, and what a place consists of.

The lens stands 15.5 m before the lane at 1.42 m, so that the lane (z = 0) is 50 px a metre, feet at y 309 of the 360
px view. Layers are 384 px high and the view's top rests at y 12, so here all is 12 px lower: horizon 250, feet 321.
A thing at depth z scrolls by `factor(z)` of the camera's way and is drawn at `scale(z)` px a metre: true perspective
about the middle of the picture, one plane at a time. A layer's pixel p is seen at screen x = p - factor * camera,
where `camera` is the left edge of the view on the plane of the lane, in px; world x 0 is the start of the place's
first beat.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .paint.colour import Array

WIDTH, HEIGHT, VIEW_Y = 640, 384, 12
HORIZON, FEET = 250, 321
PPM = 50.0
FOCAL, BACK, EYE = 775.0, 15.5, 1.42
LEAD = 256  # the fighter's x on the screen: so far the camera is behind the place's start at its first beat
MARGIN = 48  # spare px at both ends of every layer


def scale(z: float) -> float:
    """px a metre at depth z."""
    return FOCAL / (BACK + z)


def factor(z: float) -> float:
    """Parallax factor of depth z."""
    return scale(z) / PPM


def depth(parallax: float) -> float:
    """The depth that scrolls by this factor."""
    return FOCAL / (parallax * PPM) - BACK


def ground_y(z: float) -> float:
    """Row where the ground meets depth z."""
    return HORIZON + EYE * scale(z)


@dataclass(frozen=True)
class Window:
    """The part of a layer to paint: its factor, its leftmost pixel and its width."""

    factor: float
    left: int
    width: int

    @property
    def scale(self) -> float:
        return self.factor * PPM

    def px(self, metres: float) -> float:
        """Column in this window of a world x."""
        return (1 - self.factor) * WIDTH / 2 + metres * self.scale - self.left

    def metres(self, column: float) -> float:
        return (column + self.left - (1 - self.factor) * WIDTH / 2) / self.scale

    def column(self, camera: float, screen_x: float) -> float:
        """Column seen at screen_x when the camera's left edge is at `camera`."""
        return screen_x + self.factor * camera - self.left


@dataclass(frozen=True)
class Painted:
    """A finished plane: display-linear rgb 0..1, which pixels are there, and for veils an alpha 0..1 instead."""

    rgb: Array
    mask: np.ndarray
    alpha: Array | None = None


@dataclass(frozen=True)
class Plane:
    """One parallax layer and the function that paints it. `veil` is how a layer with alpha is laid on: mix or add."""

    name: str
    factor: float
    paint: Callable[[Window], Painted]
    group: str = "back"
    colours: int = 96
    dither: float = 0.9
    note: str = ""
    veil: str = ""
    top: float | None = None
    """Of ground in depth: the factor of its first row, `factor` being its last row's; the game scrolls row by row."""
    above: int = 0
    """Rows painted over the map's top, for a camera that looks up."""


@dataclass(frozen=True)
class Place:
    """A place: its length in px of the lane's plane, planes back to front, and facts for the renderer.

    `facts` goes into layers.json as it is: lights, props, grade, sun, seams (see the package's docstring).
    `sprites` writes the place's animated strips into its folder.
    """

    name: str
    length: int
    planes: tuple[Plane, ...]
    facts: dict = field(default_factory=dict)
    sprites: Callable[[Path], None] | None = None

    def window(self, plane: Plane, cameras: tuple[float, float] | None = None) -> Window:
        """What the plane must cover while the camera's left edge goes from cameras[0] to cameras[1]."""
        first, last = cameras or (-LEAD, self.length - LEAD)
        left = int(np.floor(first * plane.factor)) - MARGIN
        return Window(plane.factor, left, int(np.ceil(last * plane.factor)) + WIDTH + MARGIN - left)

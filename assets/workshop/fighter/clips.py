"""Clips and sheets as data: what is drawn in each frame and how long it lasts. Nothing is rendered here."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .clay import Clay
from .skeleton import Pose
from .wardrobe import SWEATSUIT, Look

Extra = Callable[[Clay, dict], None]
MOVING, RESTING = 0.06, 0.16  # how hard a tone is held: a sleeve that turns pale and back with every breath flickers


@dataclass(frozen=True)
class Figure:
    """One body in a shot: its pose and look, where it stands (units), its turn (degrees) and size."""

    pose: Pose
    look: Look = SWEATSUIT
    place: tuple[float, float, float] = (0.0, 0.0, 0.0)
    turn: float = 0.0
    size: float = 1.0
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True)
class Shot:
    """One picture: figures and free-standing props, seen from `yaw`; `planted` parts must not slide."""

    figures: tuple[Figure, ...]
    yaw: float = -22.0
    props: tuple[Callable[[Clay], None], ...] = ()
    planted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clip:
    """A named movement. `beats` gives each shot's length; `contact` is the beat of the hit, if it is one."""

    name: str
    shots: tuple[Shot, ...]
    beats: tuple[Fraction, ...]
    loop: bool = False
    contact: Fraction | None = None
    contacts: tuple[tuple[Fraction, str], ...] = ()
    hold: float = MOVING
    facts: tuple[tuple[str, object], ...] = ()

    def __post_init__(self) -> None:
        if len(self.shots) != len(self.beats):
            raise ValueError(f"clip {self.name}: {len(self.shots)} shots but {len(self.beats)} durations")


@dataclass(frozen=True)
class Sheet:
    """A sheet of clips in one light and scale. `far_down` draws far limbs a tone darker (not from front or back)."""

    name: str
    light: str
    clips: Callable[[], list[Clip]]
    scale: float = 1.0
    samples: int = 4
    far_down: bool = True
    normals: bool = True
    sources: tuple[str, ...] = ()
    ground_speed: float = 0.0
    facts: dict[str, object] = field(default_factory=dict)


def even(count: int, beats: Fraction | int = 1) -> tuple[Fraction, ...]:
    """Return `count` equal durations that together last `beats`."""
    return (Fraction(beats) / count,) * count


def shoot(poses: Sequence[Pose], look: Look = SWEATSUIT, yaw: float = -22.0,
          extras: tuple[Extra, ...] = ()) -> tuple[Shot, ...]:
    """Return one-man shots of `poses`."""
    return tuple(Shot((Figure(pose, look, extras=extras),), yaw) for pose in poses)

"""Geometry of the climb from `climb.json`: the camera over the stairs, and the position of the feet.

Metres: x to the right, y up, z away; the first riser is at z 0, y 0. Rows and columns are the screen's.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.pack import held_in
from game.errors import ContentError
from game.minigames.steps.building_shadow import BuildingShadow
from game.minigames.steps.stairs import Way
from game.text_files import WRONG_SHAPE, parse_json
from game.view.canvas.lens import WIDTH

FOOT_BEFORE_EDGE = 0.12
"""Distance of the foot beyond a riser's edge, metres."""


@dataclass(frozen=True, slots=True)
class Eye:
    """Perspective camera over the stairs: height and depth in metres, focal length in px, and the vanishing point's row
    and column.
    """

    y: float
    z: float
    focal: float
    horizon: float
    middle: float = WIDTH / 2

    def row(self, y: float, z: float) -> float:
        """Return the screen row of a point; `z` must be ahead of the camera."""
        return self.horizon + (self.y - y) * self.focal / (z - self.z)

    def column(self, x: float, z: float) -> float:
        """Return the screen column of a point."""
        return self.middle + x * self.focal / (z - self.z)

    def scale(self, z: float) -> float:
        """Return the pixels a metre at a depth."""
        return self.focal / (z - self.z)


@dataclass(frozen=True, slots=True)
class ClimbFacts:
    """The parsed contents of `climb.json`."""

    folder: Path
    data: dict[str, Any]

    def eye(self, way: Way, sway: tuple[float, float] = (0.0, 0.0)) -> Eye:
        """Return the camera at a position, offset by the hand-held sway in px; it follows the mean slope, so that
        landings do not make it accelerate.
        """
        camera, top = self.data["camera"], self.data["top"]
        y = way.climbed * self.data["rise"] + camera["eye"]
        z = way.approach + way.climbed * top["z"] / self.data["stairs"] - camera["behind"] - 0.65
        return Eye(y, z, camera["focal"], camera["horizon"] - sway[1], WIDTH / 2 - sway[0])

    def feet(self, way: Way) -> tuple[float, float]:
        """Return the height and depth of his feet, on the treads."""
        risers, stairs = self.data["risers_z"], self.data["stairs"]
        if way.climbed <= 0:
            return 0.0, way.approach - 0.2
        stair = min(int(way.climbed), stairs)
        low = risers[stair - 1] + FOOT_BEFORE_EDGE if stair else -0.2
        high = risers[stair] + FOOT_BEFORE_EDGE if stair < stairs else self.data["top"]["z"] + 0.4
        return way.climbed * self.data["rise"], low + (high - low) * (way.climbed - stair) + min(0.0, way.approach)


def read_climb(folder: Path) -> ClimbFacts:
    """Read a place's `climb.json`; raises ContentError where it is missing or damaged."""
    path = held_in(folder, "climb.json")
    try:
        facts = ClimbFacts(folder, parse_json(path.read_bytes()))
        facts.eye(Way(0.0, 0.0))
        facts.feet(Way(1.5, 0.0))
        BuildingShadow(facts.data["shadow"], float(facts.data["textures"]["span"])).edge_at(0.0)
    except (OSError, *WRONG_SHAPE) as error:
        raise ContentError(f"{path.parent.name}/{path.name}: cannot be used ({error!r}): rebuild the place") from error
    return facts

"""Where things are on the climb: the path from the Parkway over 72 stairs to the temple, and the camera that follows.

Metres: x to the right, y up, z away; the first riser stands at z = 0, y = 0. Rows and columns are those of the 640x360
view. Pure arithmetic, so that painters, preview and tests share it; figures go to climb.json.
"""

from dataclasses import dataclass

STAIRS, FLIGHT = 72, 18
RISE, GOING, LANDING = 0.165, 0.40, 1.8
TOP_Y, TOP_Z = STAIRS * RISE, STAIRS * GOING + 3 * LANDING
HALF_WIDTH = 13.0
APPROACH = 13.0
TEMPLE_Z, TERRACE_END = 95.0, 83.0
FOCAL, BEHIND, EYE, HORIZON, FEET = 600.0, 9.1, 1.42, 238, 323
WIDTH, HEIGHT = 640, 360


def stair_z(k: int) -> float:
    """Where riser k (1 to 72) stands."""
    return (k - 1) * GOING + (k - 1) // FLIGHT * LANDING


@dataclass(frozen=True)
class Eye:
    """The camera: height and depth."""

    y: float
    z: float

    def row(self, y: float, z: float) -> float:
        """Row of a point."""
        return HORIZON + (self.y - y) * FOCAL / (z - self.z)

    def column(self, x: float, z: float) -> float:
        return WIDTH / 2 + x * FOCAL / (z - self.z)

    def scale(self, z: float) -> float:
        """px a metre at depth z."""
        return FOCAL / (z - self.z)


def eye(climbed: float, approach: float = 0.0) -> Eye:
    """The camera with `climbed` stairs (0 to 72, continuous) behind him; `approach` (<= 0 m) is still to the first.

    It follows the slope's mean, so that landings do not make it surge.
    """
    return Eye(climbed * RISE + EYE, approach + climbed * TOP_Z / STAIRS - BEHIND - 0.65)


def runner(climbed: float, approach: float = 0.0) -> tuple[float, float]:
    """y and z of the fighter's feet: on the stairs' own treads."""
    if climbed <= 0:
        return 0.0, approach - 0.2
    k = min(int(climbed), STAIRS)
    low = stair_z(k) + 0.12 if k else -0.2
    high = stair_z(k + 1) + 0.12 if k < STAIRS else TOP_Z + 0.4
    return climbed * RISE, low + (high - low) * (climbed - k)


@dataclass(frozen=True)
class Face:
    """A surface of the path seen edge on: level ('tread') or upright ('riser'), from (z, y) to (z, y)."""

    kind: str
    z0: float
    y0: float
    z1: float
    y1: float
    texels: int


def profile() -> list[Face]:
    """The path from before the camera's start to the temple's foot: plaza, stairs with landings, terrace."""
    faces = [Face("tread", -30.0, 0.0, 0.0, 0.0, 300)]
    for k in range(1, STAIRS + 1):
        z, y = stair_z(k), (k - 1) * RISE
        end = stair_z(k + 1) if k < STAIRS else TOP_Z
        deep = end - z if k < STAIRS else TERRACE_END - z
        faces.append(Face("riser", z, y, z, y + RISE, 10))
        faces.append(Face("tread", z, y + RISE, z + deep, y + RISE, 6 if deep < 1 else 24 if k < STAIRS else 340))
    return faces

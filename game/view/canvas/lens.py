"""Converts a place's pixels to screen pixels; the dimensions of the picture."""

from dataclasses import dataclass
from math import floor

WIDTH = 640
"""Width of the picture, px."""
HEIGHT = 360
"""Height of the picture, px."""
VIEW_Y = 12
"""Map row at the view's top, the camera at rest: maps are 384 rows high."""
FEET_Y = 309
"""Screen row of the feet in a running place, the camera at rest."""
LEAD_X = 256
"""Screen column of the runner."""


@dataclass(frozen=True, slots=True)
class Lens:
    """The camera over one place: `x` is the view's left edge in lane pixels from the place's first beat, `y` its offset
    from rest, both with fractions.
    """

    x: float
    y: float = 0.0
    shift: float = 0.0
    """Screen columns by which everything is shifted right: during a camera turn, or for a drifting layer."""
    fraction_x: float = 0.0
    """Distance of the current composite layer from whole screen pixels, to the right."""
    fraction_y: float = 0.0
    """Distance of the current composite layer from whole screen pixels, down."""

    def column(self, x: float, parallax: float = 1.0) -> int:
        """Return the screen column of column `x` of a layer with this parallax."""
        return floor(x + self.shift - self.x * parallax - self.fraction_x + 0.5)

    def row(self, row: float, parallax: float = 1.0) -> int:
        """Return the screen row of map row `row`."""
        return floor(row - VIEW_Y - self.y * parallax - self.fraction_y + 0.5)

    def drifted(self, px: float) -> "Lens":
        """Return this camera over a layer that has drifted right by `px`."""
        return Lens(self.x, self.y, self.shift + px, self.fraction_x, self.fraction_y)

    def moved(self, x: float) -> "Lens":
        """Return this camera for a place that begins `x` further right."""
        return Lens(self.x - x, self.y, self.shift, self.fraction_x, self.fraction_y)

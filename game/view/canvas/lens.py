"""Where a place's pixels fall on the screen. The one table of the picture's measures."""

from dataclasses import dataclass, replace
from math import floor

WIDTH, HEIGHT = 640, 360
VIEW_Y = 12
"""Maps are 384 rows high; the view rests this many rows below their top."""
FEET_Y = 309
"""Screen row of the feet in a running place, the camera at rest."""
LEAD_X = 256
"""Screen column of the runner."""


@dataclass(frozen=True, slots=True)
class Lens:
    """The camera over one place: `x` is the view's left edge in lane pixels from the place's first beat, `y` its drift
    from rest, both with fractions."""

    x: float
    y: float = 0.0
    shift: float = 0.0
    """Screen columns by which everything lies further right: the picture is swung, or a layer drifts."""
    fraction_x: float = 0.0
    fraction_y: float = 0.0
    """How far the plane that is drawn on lies off the screen's pixels, to the right and down."""

    def column(self, x: float, parallax: float = 1.0) -> int:
        """Return the screen column of column `x` of a layer with this parallax."""
        return floor(x + self.shift - self.x * parallax - self.fraction_x + 0.5)

    def row(self, row: float, parallax: float = 1.0) -> int:
        """Return the screen row of map row `row`."""
        return floor(row - VIEW_Y - self.y * parallax - self.fraction_y + 0.5)

    def drifted(self, px: float) -> "Lens":
        """Return the same camera over a layer that has moved so many pixels to the right by itself."""
        return replace(self, shift=self.shift + px)

    def moved(self, x: float) -> "Lens":
        """Return the same camera seen from a place that begins `x` further right."""
        return replace(self, x=self.x - x)

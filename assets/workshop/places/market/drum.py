"""An oil drum with a fire in it: nearly black against the light, its rim and the holes at its foot glowing."""

from ..paint.colour import colour
from ..paint.noise import fbm
from ..paint.relief import Relief, round_height

WIDE, HIGH = 26, 36
"""Size, px."""
HOLES = ((6, 24), (12, 25), (18, 24), (9, 29), (15, 30), (20, 29))
"""Upper left corners of the holes that draw the air, px."""


def drum() -> Relief:
    """Return the drum; the fire itself is a prop over it."""
    r = Relief(WIDE, HIGH)
    r.rect((1, 2, 24, 34), "#241814", round_height(13, 12.5, 0, 0.9))
    r.rgb *= (0.7 + 0.6 * fbm(HIGH, WIDE, 6, 9, 3, 3))[..., None]
    for y in (13, 34):
        r.rect((1, y, 24, 2), "#3a2820", 11)
    r.rect((1, 2, 24, 2), "#6a3a20", 11, colour("#ff8a30") * 0.9)
    for x, y in HOLES:
        r.rect((x, y, 2, 2), "#ff8a30", 10, colour("#ff8a2a") * 2.2)
    return r

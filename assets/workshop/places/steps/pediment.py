"""What is carved over the temple's columns: a pediment of standing, seated and lying figures, and a frieze.

Colours keep close together: the light tells the figures, not the glaze, or they would read as the bars of a fence.
Measures in texels of a tenth of a metre.
"""

from ..paint.relief import Relief
from ..paint.relight import bake

FIELD = "#7d7a80"  # the pediment's ground, a weathered blue
STONE = ("#c9b184", "#bea273", "#d0bd96", "#b79c78", "#c2a67c")
MOULDING, UNDER_MOULDING, SILL = "#d6c193", "#8f7a5a", "#ccb68a"
RAKE, BASE = 6.0, 4.0  # thickness of the mouldings along the slope and along the foot
METOPE, TRIGLYPH, GROOVE, FRIEZE_PERIOD = "#bfab84", "#97917f", "#837d70", 24
# half of the group, from the middle out: kind, distance, height as a share of what fits, facing (1: outwards)
GROUP = (
    ("stand", 0.13, 0.86, 1),
    ("seat", 0.22, 0.84, -1),
    ("stand", 0.33, 0.88, -1),
    ("seat", 0.44, 0.80, 1),
    ("kneel", 0.54, 0.86, -1),
    ("lie", 0.68, 0.80, -1),
    ("horse", 0.84, 0.74, 1),
)


def pediment(w: int, h: int) -> Relief:
    """A pediment of `w` times `h`: a god in the middle, the others turned to him, lower towards the corners."""
    r = Relief(w, h)
    middle, foot = w / 2, h - BASE
    r.poly([(0, h - 1), (middle, 0), (w, h - 1)], MOULDING, 6)
    r.poly([(RAKE * 1.6, foot), (middle, RAKE * 0.7), (w - RAKE * 1.6, foot)], UNDER_MOULDING, 3)
    r.poly([(RAKE * 2.6, foot), (middle, RAKE * 1.15), (w - RAKE * 2.6, foot)], FIELD, 0)
    room = foot - RAKE * 1.3
    for side in (-1, 1):
        for number, (kind, apart, share, facing) in enumerate(reversed(GROUP)):
            at = middle + side * (apart * middle * 0.92 + 1.5 * (number % 2) * side)
            tall = room * (1 - apart * 0.92) * share
            _figure(r, kind, (at, foot), (tall, side * facing), STONE[(number + (side > 0)) % len(STONE)])
    _figure(r, "god", (middle, foot), (room * 0.97, 1), STONE[2])
    r.rect((0, foot, w, BASE), SILL, 7)
    return bake(r, 0.5)


def _figure(r: Relief, kind: str, at: tuple[float, float], form: tuple[float, float], tint: str) -> None:
    """One figure with its foot at a point; `form`: its height, and 1 or -1 for the side it looks to."""
    (x, y), (tall, turn) = at, form

    def body(*points: tuple[float, float]) -> None:
        """A patch of the figure; points in shares of its height: to the front, and up."""
        r.poly([(x + turn * a * tall, y - b * tall) for a, b in points], tint, 5)

    def head(a: float, b: float) -> None:
        r.disc((x + turn * a * tall, y - b * tall, max(1.7, 0.075 * tall), max(1.9, 0.085 * tall)), tint, 6)

    def arm(*points: tuple[float, float]) -> None:
        r.curve([(x + turn * a * tall, y - b * tall) for a, b in points], tint, 6, 2.2)

    match kind:
        case "god":
            body((-0.17, 0), (-0.09, 0.45), (-0.16, 0.78), (0.16, 0.78), (0.08, 0.45), (0.2, 0))
            arm((-0.14, 0.75), (-0.34, 0.62), (-0.4, 0.88))
            arm((0.14, 0.75), (0.3, 0.56), (0.36, 0.3))
            head(0, 0.88)
        case "stand":
            body((-0.14, 0), (-0.1, 0.5), (-0.15, 0.8), (0.12, 0.82), (0.09, 0.46), (0.24, 0))
            arm((0.1, 0.76), (0.3, 0.64), (0.4, 0.74))
            head(0.03, 0.9)
        case "seat":
            body((-0.3, 0), (-0.3, 0.42), (0.26, 0.5), (0.42, 0.4), (0.36, 0.0))
            body((-0.3, 0.4), (-0.26, 0.82), (0.02, 0.84), (0.06, 0.4))
            arm((-0.02, 0.78), (0.24, 0.62))
            head(-0.1, 0.92)
        case "kneel":
            body((-0.45, 0), (-0.3, 0.34), (-0.2, 0.78), (0.12, 0.8), (0.2, 0.5), (0.5, 0.46), (0.48, 0))
            arm((0.06, 0.7), (0.4, 0.8))
            head(0.02, 0.88)
        case "lie":
            body((-0.9, 0), (-0.7, 0.4), (-0.5, 0.84), (-0.2, 0.8), (0.1, 0.44), (0.6, 0.56), (1.1, 0.1), (1.2, 0))
            head(-0.42, 0.92)
        case "horse":
            body((-0.7, 0), (-0.6, 0.6), (-0.1, 1.0), (0.35, 0.78), (0.9, 0.5), (0.8, 0.28), (0.3, 0.4), (0.5, 0))


def frieze(w: int, h: int) -> Relief:
    """Upright slabs between plain fields; the width must be a multiple of `FRIEZE_PERIOD`."""
    r = Relief(w, h)
    r.rect((0, 0, w, h), METOPE, 1)
    for x in range(0, w, FRIEZE_PERIOD):
        r.rect((x + 2, 3, 8, h - 5), TRIGLYPH, 2)
        r.rect((x + 5, 4, 2, h - 7), GROOVE, 1)
        r.disc((x + 17, h / 2 + 0.5, 3.6, 3.6), "#c8b080", 2)
    r.rect((0, 0, w, 2), MOULDING, 3)
    return r

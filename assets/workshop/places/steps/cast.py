"""The shadows on the stairs when the sun has come round the building: of rails, urns, the left wing, trees at the left.

By then the sun stands at the left and a little ahead, so that shadows fall to the right and towards the camera. The
trees stand beside the picture: their shadows reach far in at the foot of the stairs and hardly at the top, and never to
the lane.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ..paint.colour import Array, smooth
from ..paint.noise import fbm
from .geometry import GOING, RISE, STAIRS, TOP_Y, TOP_Z, stair_z
from .stairs import Grid

TO_SUN = (-0.80, 0.50, 0.30)
HIDES = (0.12, 0.38, 0.68)  # shares of the sun from which, hidden, a texel lies in each further degree of shadow
SHARP, SOFTER = 0.008, 0.022  # metres of penumbra to either side, a metre from an edge of bronze or stone, or a tree
NEXT_TO_IT = 0.012  # and where it touches
RAILS_AT, RAIL_HIGH, RAIL_HALF, POSTS_EVERY = (-5.2, 5.2), 0.92, 0.05, 3
RAKED = 0.8  # share of a tread's depth that its riser shows of a post's shadow: above the eye no tread is seen
URNS_AT, URN_STAIRS = (-14.0, 14.0), (1, 19, 37, 55)
URN = ((0.0, 1.0), (1.95, 1.0), (1.96, 0.35), (2.4, 0.3), (3.1, 0.8), (3.6, 0.85), (3.61, 0.0))  # heights, half widths
WING_AT, WING_FROM, WING_HIGH = -36.0, 62.0, 17.0  # x of the left wing's wall, its first z, its height over the terrace
TREES_AT = -15.5
TREES = (  # z, height, half width
    (13.6, 6.6, 1.3),
    (18.0, 6.7, 1.5),
    (22.4, 6.4, 1.4),
    (26.6, 6.1, 1.3),
    (30.6, 5.4, 1.2),
    (34.4, 4.3, 1.0),
    (37.8, 2.9, 0.8),
)
LEAVES = 0.35  # metres by which a tree's outline is uneven
Foot = tuple[float, float, float]


@dataclass(frozen=True)
class Ray:
    """Where the ways from texels to the sun meet an upright plane: how far from there, at what height and depth. What
    lies beyond the plane, to its left, is less than 0 far.
    """

    far: Array
    y: Array
    z: Array


def toward_sun(g: Grid, x: float) -> Ray:
    """The way from every texel to the sun, where it meets the plane of an x."""
    far = ((g.x - x) / -TO_SUN[0]).astype(np.float32)
    return Ray(far, g.y + far * TO_SUN[1], g.z + far * TO_SUN[2])


def _behind(ray: Ray, beside: Array, half: Array | float, softer: float) -> Array:
    """Share of the sun that a thing of a half width hides, where a ray passes it at distances from its middle."""
    soft = NEXT_TO_IT + softer * np.maximum(ray.far, 0)
    most = np.minimum(1.0, half / soft)  # what is narrower than its penumbra never hides the whole sun
    return np.where(ray.far > 0, smooth(half + soft, half - soft, np.abs(beside)) * most, 0).astype(np.float32)


def _rail(g: Grid, x: float) -> Array:
    """A handrail and its posts."""
    ray, posts = toward_sun(g, x), range(1, STAIRS + 1, POSTS_EVERY)
    at = np.array([stair_z(k) for k in posts])
    heads = np.interp(ray.z, at, [k * RISE + RAIL_HIGH for k in posts], left=-99, right=-99)
    out = _behind(ray, ray.y - heads, RAIL_HALF, SHARP)
    ray = toward_sun(replace(g, z=g.z - np.where(g.riser, (1 - g.part) * RAKED * GOING, 0)), x)
    for k, z in zip(posts, at, strict=True):
        upright = (ray.y > k * RISE) & (ray.y < k * RISE + RAIL_HIGH)
        np.maximum(out, np.where(upright, _behind(ray, ray.z - z, RAIL_HALF, SHARP), 0), out=out)
    return out


def _upright(g: Grid, foot: Foot, half_at: Callable[[Array], Array], softer: float) -> Array:
    """What stands at a foot and has a half width at each height."""
    ray = toward_sun(g, foot[0])
    half = half_at(ray.y - foot[1])
    return np.where(half > 0, _behind(ray, ray.z - foot[2], half, softer), 0)


def _urns(g: Grid) -> list[Array]:
    """The urns on their pedestals, beside the flights and the head of the stairs."""
    feet = [(x, (k - 1) * RISE + 0.3, stair_z(k) + 0.6) for x in URNS_AT for k in URN_STAIRS]
    feet += [(x, TOP_Y, TOP_Z + 0.8) for x in URNS_AT]
    high, wide = zip(*URN, strict=True)
    return [_upright(g, foot, lambda y: np.interp(y, high, wide, left=0, right=0), SHARP) for foot in feet]


def _trees(g: Grid) -> list[Array]:
    """The row of trees on the left bank: round at the head, uneven at the edge."""
    uneven = (fbm(g.y.shape[0], g.x.shape[1], 60, 14, 61, 3) - 0.5) * 2 * LEAVES
    edges = np.array([stair_z(k) for k in range(1, STAIRS + 1)])

    def half_at(y: Array, tall: float, wide: float) -> Array:
        round_head = wide * np.sqrt(1 - np.clip(y / tall, 0, 1) ** 3)
        return np.where(y < tall, np.maximum(0, round_head + uneven), 0)

    return [
        _upright(
            g,
            (TREES_AT, int(np.searchsorted(edges, z, side="right")) * RISE, z),
            lambda y, tall=tall, wide=wide: half_at(y, tall, wide),
            SOFTER,
        )
        for z, tall, wide in TREES
    ]


def _wing(g: Grid) -> Array:
    """The wing at the left of the court, whose shadow lies on the wall beyond too."""
    ray = toward_sun(g, WING_AT)
    return smooth(0.2, -0.2, ray.y - TOP_Y - WING_HIGH) * smooth(-0.2, 0.2, ray.z - WING_FROM)


def hidden(g: Grid) -> Array:
    """Share of the sun that is hidden from every texel."""
    out = np.zeros((g.y.shape[0], g.x.shape[1]), np.float32)
    for part in (*(_rail(g, x) for x in RAILS_AT), *_urns(g), _wing(g), *_trees(g)):
        np.maximum(out, part, out=out)
    return out


def degrees_at(share: Array) -> np.ndarray:
    """The degree of shadow, 0 to len(HIDES), for shares of the sun that are hidden."""
    return np.searchsorted(HIDES, share, side="right")

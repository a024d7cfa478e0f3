"""The partner with the medicine ball: bald, broad, in an old grey sweatshirt, a towel round his neck. He faces left,
toward the fighter.
"""
from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from ... import props
from ...clay import Clay
from ...clips import RESTING, Clip, Extra, Figure, Sheet, Shot, even
from ...curves import once
from ...skeleton import Build, Pose, add, mix, over, pose
from ...space import vec
from ...wardrobe import Look

BIG = Look(Build(half_shoulders=10.6, bulk=1.08), cloth="GREY", rib="RIB", bottom="DENIM", bottom_rib="PRIB",
           hat="balding", skin="DARK", stub="DARKSTUB", hand="DARK", hood=False, belly=1.0)
FACING = -148.0
FEET = ("left_foot", "right_foot")
RISING = (0.16, 0.9, 0.97)  # how far the ball is up in each frame of a lift: quick where it passes his face
TWELFTH = Fraction(1, 12)  # beats of a frame of both throws
RELEASE = 3 * TWELFTH  # the ball leaves his hands so long after a throw began
AHEAD, ABOVE = (2.5, 0.1), (0.5, 3.5)  # the ball's middle from his palms, forward and up: held out, held up
Held = tuple[Pose, float | None]  # a pose, and how far up he holds the ball: 0 held out, 1 overhead, None gone


def _chest() -> Pose:
    return pose(hip=(0, 40.8, 0), pelvis=(0, 2, 0), chest=(8, 1, 0), head=(-10, 5, 0), r_foot=(-7, 4.5, 8),
                l_foot=(7, 4.5, -8), r_hand=(12.5, -10, -4.5),
                l_hand=(12.5, -10, 4.5), r_elbow=(-0.8, -1, 1.1), l_elbow=(-0.8, -1, -1.1), r_wrist=(90, 0),
                l_wrist=(90, 0), r_open=1, l_open=1)


def _overhead() -> Pose:
    """Arms frame his head, the ball is well above it: the wall shows between the two."""
    return over(_chest(), r_hand=(2, 21, -1), l_hand=(2, 21, 1), r_elbow=(0.4, 0.1, 1), l_elbow=(0.4, 0.1, -1),
                r_shoulder=(0, 5, -1), l_shoulder=(0, 5, 1), chest=(30, -8, 0), hip=(0, 41.6, 0))


def _ahead() -> Pose:
    """Arms out long toward the fighter, the ball at the height of his shoulders."""
    return over(_chest(), r_hand=(22, 2, -3), l_hand=(22, 2, 3), r_elbow=(-0.2, -1, 0.8), l_elbow=(-0.2, -1, -0.8),
                chest=(4, 10, 0), pelvis=(0, 6, 0), hip=(0, 40.2, 0), r_shoulder=(2, 1, 0), l_shoulder=(2, 1, 0))


def _gathered() -> Pose:
    """The ball drawn in to the chest, elbows out, knees bent: a throw from there is coming."""
    return over(_chest(), r_hand=(9.0, -8.0, -4.5), l_hand=(9.0, -8.0, 4.5), r_elbow=(-1, -0.4, 1.3),
                l_elbow=(-1, -0.4, -1.3), chest=(8, 8, 0), pelvis=(0, 8, 0), hip=(-2, 36.4, 0))


def _spent() -> Pose:
    """After a throw from overhead: bent over with the whole back, hands low and empty."""
    return over(_chest(), r_hand=(18, -12, -4), l_hand=(18, -12, 4), chest=(4, 34, 0), pelvis=(0, 16, 0),
                hip=(-3, 37.0, 0), head=(-10, 15, 0), r_shoulder=(2, -1, 0), l_shoulder=(2, -1, 0), mouth=1)


def _catching() -> Pose:
    """Hands out for the ball that comes back."""
    return over(_chest(), r_hand=(19, -8, -5), l_hand=(19, -8, 5), chest=(6, 8, 0), hip=(-1, 39.6, 0))


def _breathe(body: Pose, t: float, deep: float = 1.0) -> Pose:
    air = math.sin(2 * math.pi * t)
    down = max(0.0, math.cos(4 * math.pi * t)) ** 3
    return add(body, chest=(0, -1.2 * air * deep, 0), hip=(0, -0.7 * down, 0), breath=air * deep)


def _whipped() -> Pose:
    """The trunk is thrown forward first, the arms still frame his head: nothing lies over his face."""
    return add(_overhead(), chest=(0, 26, 0), pelvis=(0, 8, 0), head=(0, -6, 0), hip=(1, -1, 0))


def _swung(share: float) -> Pose:
    """From overhead to straight ahead: the back, then in one frame the arms."""
    middle = _whipped()
    return mix(_overhead(), middle, 2 * share) if share < 0.5 else mix(middle, _ahead(), 2 * share - 1)


def _raised(share: float) -> Held:
    """From the chest to overhead, likewise out before the face."""
    middle = over(mix(_chest(), _overhead(), 0.4), r_hand=(23, 10, -2), l_hand=(23, 10, 2))
    body = mix(_chest(), middle, 2 * share) if share < 0.5 else mix(middle, _overhead(), 2 * share - 1)
    return body, share


def _recovering(from_body: Pose, t: float) -> Held:
    """What follows either throw, at `t` of the clip: he straightens, holds out his hands and has the ball again."""
    if t < 0.62:
        return mix(from_body, _catching(), float(once([(0.4, 0), (0.62, 1)], t)[0])), None
    return mix(_catching(), _chest(), float(once([(1, 0), (1.1, 1)], t)[0])), None if t < 1 else 0.0


def _throw(n: int) -> Held:
    """Frame `n` of 14: down on him with the whole back."""
    if n < 3:
        share = (0.12, 0.5, 0.95)[n]
        return _swung(share), 1.0 - share
    if n < 6:
        return mix(_ahead(), _spent(), (0.35, 0.9, 1.0)[n - 3]), None
    return _recovering(_spent(), n / 12)


def _push(n: int) -> Held:
    """Frame `n` of 14: straight from the chest, arms and rear leg."""
    if n < 3:
        return mix(_gathered(), _ahead(), (0.0, 0.3, 0.85)[n]), 0.0
    pushed = over(_ahead(), chest=(4, 16, 0), r_hand=(23, -1, -4), l_hand=(23, -1, 4), mouth=1)
    return (pushed, None) if n < 5 else _recovering(pushed, n / 12)


def _freeze(t: float) -> Held:
    """The feint: he starts the throw and stops dead, eyes on the fighter."""
    go = 0.95 * min(1.0, t * 6)
    return over(_swung(go), brow=1), 1.0 - go


def _clap(t: float) -> Pose:
    """Kneeling by the canvas, clapping the count."""
    apart = float(once([(0, 0), (0.1, 0.15), (0.5, 1), (0.75, 0.9), (1, 0)], t)[0])
    return pose(hip=(-5, 25.0, 0), pelvis=(0, 10, 0), chest=(0, 16 - 3 * apart, 0), head=(-6, 15, 0),
                r_foot=(-24, 8.6, 8), r_step=(-60, 56, 0),
                l_foot=(9, 4.5, -8), r_hand=(14, -7, -9.0 + 10 * apart), l_hand=(14, -7, 9.0 - 10 * apart),
                r_elbow=(-0.6, -0.8, 1),
                l_elbow=(-0.6, -0.8, -1), r_open=1, l_open=1, r_wrist=(90, 0), l_wrist=(90, 0),
                mouth=1 if apart < 0.4 else 0)


def _ball(up: float) -> Extra:
    """Return the ball between the palms of whoever holds it, `up` of the way from held out to held up."""
    forward, rise = (ahead + (above - ahead) * up for ahead, above in zip(AHEAD, ABOVE, strict=True))

    def build(clay: Clay, joints: dict) -> None:
        middle = (joints["r_palm"] + joints["l_palm"]) / 2
        props.ball(tuple(middle + joints["ribs"] @ vec(forward, rise, 0)))(clay)
    return build


def _shots(moments: Sequence[Held]) -> tuple[Shot, ...]:
    return tuple(Shot((Figure(body, BIG, turn=FACING, extras=() if up is None else (_ball(up),)),), 0.0, planted=FEET)
                 for body, up in moments)


def _standing(name: str, body: Pose, up: float, deep: float) -> Clip:
    moments = [(_breathe(body, n / 16, deep), up) for n in range(16)]
    return Clip(name, _shots(moments), even(16, 2), True, hold=RESTING)


def clips() -> list[Clip]:
    """Return every clip of the partner."""
    throws = [Clip(name, _shots([make(n) for n in range(14)]), even(14, 14 * TWELFTH), False, RELEASE,
                   ((RELEASE, "ball"),)) for name, make in (("throw", _throw), ("push", _push))]
    gather = [(mix(_chest(), _gathered(), math.sin(math.pi / 2 * min(1.0, (n + 1) / 4))), 0.0) for n in range(6)]
    claps = [(_clap(n / 12), None) for n in range(12)]
    return [_standing("ball_chest", _chest(), 0.0, 1.0), _standing("ball_overhead", _overhead(), 1.0, 0.6), *throws,
            Clip("lift", _shots([_raised(share) for share in RISING]), even(3, 3 * TWELFTH)),
            Clip("gather", _shots(gather), even(6, 6 * TWELFTH)),
            Clip("freeze", _shots([_freeze(n / 10) for n in range(10)]), even(10)),
            Clip("kneel_clap", _shots(claps), even(12), True, Fraction(0), ((Fraction(0), "right_hand"),))]


SHEET = Sheet("partner", "gym_lamp", clips, scale=2.0, samples=3, sources=("anim/cast/partner",))

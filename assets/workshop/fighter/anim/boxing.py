"""What all standing exercises share: the guard, the bob on the beat, and a strike from its keys.

Strikes are keyed in beats from the contact at 0. Fists are placed in the world, so that they land where the bag is.
"""
from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ..clips import RESTING, Clip, Extra, Figure, Shot, even
from ..curves import once, once_pose
from ..form import Form, posture
from ..skeleton import Build, Pose, add, over, pose, solve
from ..wardrobe import TANK_TOP, Look
from .punches import SURFACE, Blow, heel

YAW = -32.0
# beats from the contact, one frame each: wind-up, launch, the blow held for 5 of 24ths (about 110 ms at the gym's
# tempo), through with what is hit, and home
STRIKE_TIMES = tuple(Fraction(n, 24) for n in (-9, -7, -5, -3, -2, -1, 0, 2, 5, 8, 11, 14, 17))
STRIKE_BEATS = tuple(Fraction(n, 24) for n in (2, 2, 2, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3))
BOTH = ("left_foot", "right_foot")


@dataclass(frozen=True)
class Stage:
    """Where strikes are shot: look, camera turn and whatever stands with him."""

    look: Look = TANK_TOP
    yaw: float = YAW
    extras: tuple[Extra, ...] = ()

    def figure(self, body: Pose, form: Form) -> Figure:
        """Return him as far off what he hits as his form lets his arms reach."""
        return Figure(body, self.look, (-BACK[form.name], 0.0, 0.0), extras=self.extras)


@dataclass(frozen=True)
class Manner:
    """How a form strikes: shares of the hips' way, the trunk's turn and the heel's lift; what goes wrong at the blow.

    `bow` (degrees) bends him at the waist, `drop` (px) lets the idle hand fall, `shrug` (px) hunches the shoulders,
    `chin` (degrees) lowers the face, `rise` (px) lifts his hips, `open` (px) draws the idle fist back from the chest.
    """

    hip: float
    turn: float
    heel: float
    bow: float = 0.0
    drop: float = 0.0
    shrug: float = 0.0
    chin: float = 0.0
    rise: float = 0.0
    open: float = 0.0


MANNERS = {"stiff": Manner(0.25, 0.35, 0.0, 17.0, 12.0, 2.6, -10.0), "loose": Manner(1.0, 1.0, 1.0),
           "proud": Manner(1.1, 1.25, 1.2, -21.0, -1.0, -1.0, -10.0, 3.6, 7.0)}
BACK = {"stiff": -1.0, "loose": 7.0, "proud": 8.0}  # px he stands off: stiff crowds the bag, his arms stay short
STRIDE = {"stiff": -3.0, "loose": 0.0, "proud": 2.2}  # px by which each foot stands wider than in the guard
FISTS = {"stiff": (-1.6, -3.2), "loose": (0.0, 0.0), "proud": (1.6, 1.6)}  # px by which the guard is held ahead, higher
ELBOWS = {"stiff": -0.35, "loose": 0.0, "proud": 0.35}  # how far out the elbows point; stiff pins them to his ribs
LEG_SHARE = 0.985  # of its length to which a leg may be stretched
DRIVEN = (-5.0, 8.0)  # px by which the hips may be moved so that the arm is as straight as the blow asks
STRIKING = 0.11  # how hard a tone is held through a blow: the trousers are nearly still while the arms cross the vest
OPENS, SHUTS = -0.12, 0.34  # beats from contact between which the manner of the blow is seen


@dataclass(frozen=True)
class Timing:
    """When a strike's frames fall (beats from contact) and how long each lasts."""

    times: tuple[Fraction, ...] = STRIKE_TIMES
    beats: tuple[Fraction, ...] = STRIKE_BEATS


def guard() -> Pose:
    """Return the orthodox guard: left foot and left fist forward."""
    return pose(hip=(0, 39.4, 0), pelvis=(-6, 5, 0), chest=(-4, 9, 0), head=(-14, 5, 0), r_foot=(-13, 5.0, 5),
                r_step=(-6, 6, -25),
                l_foot=(12, 4.5, -4), l_step=(0, 0, -4), r_plant=1, l_plant=1, r_fist=(12, 59.0, 7),
                l_fist=(18, 61.5, -5),
                r_elbow=(-0.3, -1, 0.35), l_elbow=(-0.2, -1, -0.3), r_wrist=(60, 0), l_wrist=(60, 0))


def reach(form: Form) -> float:
    """Return how far ahead of where he stands the struck surface is, px."""
    return SURFACE + BACK[form.name]


def carried(body: Pose, form: Form) -> Pose:
    """Return a boxing pose carried in `form`; the planted fists rise and fall with the shoulders."""
    ahead, higher = FISTS[form.name]
    out = ELBOWS[form.name]
    return add(posture(body, form, 0.8), r_fist=(ahead, higher, 0), l_fist=(ahead, higher, 0),
               r_elbow=(0, 0.5 * max(0.0, out), out), l_elbow=(0, 0.5 * max(0.0, out), -out))


def in_stance(body: Pose, form: Form) -> Pose:
    """Return the pose with its feet as far apart as his form stands."""
    wider = STRIDE[form.name]
    return grounded(add(body, r_foot=(-wider, 0, 0), l_foot=(wider, 0, 0)))


def grounded(body: Pose) -> Pose:
    """Return the pose with its hips low enough that both legs reach their feet: else a planted foot would be dragged.
    """
    build = Build()
    joints, most = solve(body, build, np.eye(3)), LEG_SHARE * (build.thigh + build.shin)
    sink = 0.0
    for side in ("r", "l"):
        ahead, up, across = joints[f"{side}_hip"] - body[f"{side}_foot"]
        sink = max(sink, up - math.sqrt(max(0.0, most**2 - ahead**2 - across**2)))
    return add(body, hip=(0, -sink, 0))


def bob(n: int, count: int, form: Form) -> Pose:
    """Return frame `n` of the idle: knees give on the beat, fists fall after, weight from foot to foot."""
    t = n / count
    down = (0.5 + 0.5 * math.cos(2 * math.pi * t)) ** 1.5
    lag = (0.5 + 0.5 * math.cos(2 * math.pi * (t - 0.11))) ** 1.5
    late = math.sin(2 * math.pi * (t - 0.12))
    d = 0.45 + 0.55 * form.drive
    fall = -3.0 * down * d - 1.2 * lag * d
    body = in_stance(carried(guard(), form), form)
    shrug = (0, (0.9 - 1.8 * lag) * d, 0)
    return add(body, hip=(1.3 * late * d, (-3.0 * down + 0.6) * d, 0), pelvis=(2.0 * late * d, 0, 0),
               r_fist=(1.0 * late * d, fall + 0.7 * late * d, 0), l_fist=(-1.0 * late * d, fall - 0.7 * late * d, 0),
               chest=(4.0 * late * d, 2.6 * down, 0), r_shoulder=shrug, l_shoulder=shrug, breath=1.4 * late)


def idle_clip(form: Form, stage: Stage, count: int = 12) -> Clip:
    """Return the guard that keeps the beat."""
    shots = tuple(Shot((stage.figure(bob(n, count, form), form),), stage.yaw, planted=BOTH) for n in range(count))
    return Clip(f"idle.{form.name}", shots, even(count), True, hold=RESTING)


def _scaled(values: dict, base: Pose, manner: Manner) -> dict:
    """Return a key's channels with hips, turns and heel in the form's shares; where the fists land stays."""
    shares = {"hip": manner.hip, "pelvis": manner.turn, "chest": manner.turn, "r_step": manner.heel}
    made = {}
    for name, value in values.items():
        whole = over(base, **{name: value})[name]
        made[name] = base[name] + (whole - base[name]) * shares.get(name, 1.0)
    return made


def _mannered(now: Pose, t: float, manner: Manner, side: str) -> Pose:
    """Return the pose with what this manner of striking does to the rest of the body about the blow."""
    if not OPENS < t < SHUTS:
        return now
    share = math.sin(math.pi * min(1.0, (t - OPENS) / -OPENS / 2)) if t < 0 else min(1.0, (SHUTS - t) / 0.14)
    idle = "l" if side == "r" else "r"
    hunch = (0, manner.shrug * share, 0)
    away = (-(0.2 * manner.drop + manner.open) * share, -manner.drop * share, 0)
    return add(now, hip=(0, manner.rise * share, 0), chest=(0, manner.bow * share, 0),
               head=(0, manner.chin * share, 0), r_shoulder=hunch, l_shoulder=hunch, **{f"{idle}_fist": away})


def _driven(now: Pose, t: float, blow: Blow, form: Form) -> Pose:
    """Return the pose with the hips as far ahead as straightens the arm: behind a stiff blow they stay where they are.
    """
    if not blow.extension or form.drive < 1:
        return now
    share = float(once([(-0.09, 0), (0.0, 1), (0.22, 1), (0.38, 0)], t)[0])
    build = Build()
    shoulder = solve(now, build, np.eye(3))[f"{blow.side}_shoulder"]
    ahead, up, across = now[f"{blow.side}_fist"] - shoulder
    length = blow.extension * (build.upper_arm + build.forearm)
    reached = math.sqrt(max(0.0, length**2 - up**2 - across**2))
    return add(now, hip=(share * min(DRIVEN[1], max(DRIVEN[0], ahead - reached)), 0, 0))


def strike_pose(blow: Blow, t: float, base: Pose, form: Form) -> Pose:
    """Return the strike at `t` beats from contact: it leaves `base` before the first key and returns after the last."""
    keys, manner = blow.keys, MANNERS[form.name]
    names = {name for _, values in keys for name in values}
    rest = {name: base[name] for name in names}
    late = 0.035 if form.drive < 1 else 0.0  # stiff: the hips come after the fist
    whole = [(keys[0][0] - 0.17, rest), *((time, _scaled(values, base, manner)) for time, values in keys),
             (keys[-1][0] + 0.28, rest)]
    now = over(base, **once_pose(whole, t))
    if late and "pelvis" in names:
        after = once_pose(whole, t - late)
        now = over(now, pelvis=after["pelvis"], **({"hip": after["hip"]} if "hip" in names else {}))
    now = _driven(_mannered(now, t, manner, blow.side), t, blow, form)
    pitch, _, turn = now["r_step"]
    now = over(now, r_foot=heel(float(pitch), float(turn))["r_foot"])  # its ball stays where it stands
    return in_stance(now, form)


def strike_clip(name: str, blow: Blow, form: Form, stage: Stage, timing: Timing | None = None) -> Clip:
    """Return a strike: anticipation, contact, follow-through, back to the guard."""
    timing = timing or Timing()
    base = carried(guard(), form)
    shots = tuple(Shot((stage.figure(strike_pose(blow, float(t), base, form), form),), stage.yaw, planted=BOTH)
                  for t in timing.times)
    hit = sum(timing.beats[:timing.times.index(Fraction(0))], Fraction(0)) if Fraction(0) in timing.times else None
    part = "left_hand" if blow.side == "l" else "right_hand"
    return Clip(name, shots, timing.beats, False, hit, () if hit is None else ((hit, part),), hold=STRIKING)

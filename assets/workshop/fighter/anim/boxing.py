"""What all standing exercises share: the guard, the bob on the beat, and a strike from its keys.

Strikes are keyed in beats from the contact at 0. Fists are placed in the world, so that they land where the bag is.
"""
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..clips import Clip, Extra, Figure, Shot, even
from ..curves import once_pose
from ..form import Form, posture
from ..skeleton import Pose, add, over, pose
from ..wardrobe import TANK_TOP, Look
from .punches import heel

YAW = -32.0
# beats from the contact, one frame each; the contact frame is number 3
STRIKE_TIMES = tuple(Fraction(n, 24) for n in (-6, -4, -2, 0, 2, 4, 6, 9, 12))
STRIKE_BEATS = tuple(Fraction(n, 24) for n in (2, 2, 2, 2, 2, 2, 3, 3, 3))
BOTH = ("left_foot", "right_foot")


@dataclass(frozen=True)
class Stage:
    """Where strikes are shot: look, camera turn and whatever stands with him."""

    look: Look = TANK_TOP
    yaw: float = YAW
    extras: tuple[Extra, ...] = ()


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


def carried(body: Pose, form: Form) -> Pose:
    """Return a boxing pose carried in `form`; the planted fists rise and fall with the shoulders."""
    held = posture(body, form, 0.8)
    shift = -2.2 if form.drive < 1 else 1.2 if form.drive > 1 else 0.0
    return add(held, r_fist=(0.4 * shift, shift, 0), l_fist=(0.4 * shift, shift, 0))


def bob(n: int, count: int, form: Form) -> Pose:
    """Return frame `n` of the idle: knees give on the beat, fists roll after, weight from foot to foot."""
    t = n / count
    down = max(0.0, math.cos(2 * math.pi * t)) ** 2
    late = math.sin(2 * math.pi * (t - 0.12))
    d = form.drive
    body = carried(guard(), form)
    return add(body, hip=(0.7 * late * d, -1.7 * down * d, 0), r_fist=(0.7 * late * d, (-1.3 * down + 0.5 * late) * d,
                                                                       0),
               l_fist=(-0.8 * late * d, (-1.3 * down - 0.5 * late) * d, 0), chest=(3.0 * late * d, 1.2 * down, 0),
               r_shoulder=(0, 0.4 * late, 0), l_shoulder=(0, -0.4 * late, 0), breath=late)


def idle_clip(form: Form, stage: Stage, count: int = 12) -> Clip:
    """Return the guard that keeps the beat."""
    shots = tuple(Shot((Figure(bob(n, count, form), stage.look, extras=stage.extras),), stage.yaw, planted=BOTH)
                  for n in range(count))
    return Clip(f"idle.{form.name}", shots, even(count), True)


def _scaled(values: dict, base: Pose, form: Form) -> dict:
    """Return a key's channels with hips and turns scaled by the form's drive; where the fists land stays."""
    d = form.drive
    share = 0.6 if d < 1 else 1.0 if d == 1 else 1.15
    made = {}
    for name, value in values.items():
        whole = over(base, **{name: value})[name]
        part = 0.5 + 0.5 * share if name == "hip" else share
        moved = base[name] + (whole - base[name]) * part
        made[name] = moved if name in ("hip", "pelvis", "chest") else whole
    return made


def strike_pose(keys: Sequence[tuple[float, dict]], t: float, base: Pose, form: Form) -> Pose:
    """Return the strike at `t` beats from contact: it leaves `base` before the first key and returns after the last."""
    names = {name for _, values in keys for name in values}
    rest = {name: base[name] for name in names}
    late = 0.035 if form.drive < 1 else 0.0  # stiff: the hips come after the fist
    whole = [(keys[0][0] - 0.14, rest), *((time, _scaled(values, base, form)) for time, values in keys),
             (keys[-1][0] + 0.24, rest)]
    now = over(base, **once_pose(whole, t))
    if late and "pelvis" in names:
        after = once_pose(whole, t - late)
        now = over(now, pelvis=after["pelvis"], **({"hip": after["hip"]} if "hip" in names else {}))
    pitch, _, turn = now["r_step"]
    return over(now, r_foot=heel(float(pitch), float(turn))["r_foot"])  # its ball stays where it stands


def strike_clip(name: str, keys: Sequence[tuple[float, dict]], form: Form, stage: Stage,
                timing: Timing | None = None) -> Clip:
    """Return a strike: anticipation, contact, follow-through, back to the guard."""
    timing = timing or Timing()
    base = carried(guard(), form)
    shots = tuple(Shot((Figure(strike_pose(keys, float(t), base, form), stage.look, extras=stage.extras),), stage.yaw,
                       planted=BOTH)
                  for t in timing.times)
    hit = sum(timing.beats[:timing.times.index(Fraction(0))], Fraction(0)) if Fraction(0) in timing.times else None
    part = "left_hand" if _striking(keys) == "l" else "right_hand"
    return Clip(name, shots, timing.beats, False, hit, () if hit is None else ((hit, part),))


def _striking(keys: Sequence[tuple[float, dict]]) -> str:
    """Return the side whose fist is farthest forward at the key nearest contact."""
    values = min(keys, key=lambda key: abs(key[0]))[1]
    reach = {side: values[f"{side}_fist"][0] for side in ("l", "r") if f"{side}_fist" in values}
    return max(reach, key=lambda side: reach[side])

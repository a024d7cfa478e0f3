"""The yard, at dawn: he runs with a brick in each hand and lifts them on the beat."""
from __future__ import annotations

from ..clips import Clip, Sheet
from ..form import FORMS, LOOSE, Form
from ..skeleton import Pose, add, mix, over
from . import missteps, moves
from .run import WRIST, Gait, Track, answer_clip, gait_for, run_clip

GAIT = Gait(speed=96)
LIFT = [(-0.5, 0), (-0.22, 0.0), (-0.07, 0.75), (0, 1), (0.12, 1), (0.34, 0.12), (0.5, 0)]


def _lift(body: Pose, phase: float, side: str, reach: tuple[float, float]) -> Pose:
    """Raise one brick: dip, up to the brow on the beat, held, down. reach = (how high 0 to 1, how late in beats)."""
    high, late = reach
    sign = 1 if side == "r" else -1
    t = (phase - late + 0.5) % 1 - 0.5
    up = moves.pulse(LIFT, t) * high
    dip = moves.pulse([(-0.5, 0), (-0.32, 0), (-0.18, 1), (-0.06, 0), (0.5, 0)], t)
    top = over(body, **{f"{side}_hand": (17.0 - 2.0 * sign, 13.5, sign * 4.0), f"{side}_elbow": (0.3, -0.9, sign * 0.9),
                        f"{side}_shoulder": (1.2, 3.4, 0), f"{side}_wrist": (WRIST, 0)})
    low = over(body, **{f"{side}_hand": (4, -20.5, sign * 4), f"{side}_elbow": (-1, -0.3, sign * 0.4)})
    held = mix(mix(body, low, dip), top, up)
    return add(held, chest=(sign * 6 * up, -3.5 * up + 2 * dip, -sign * 5 * up), hip=(0, 0.8 * up, 0))


def _press(body: Pose, phase: float, form: Form) -> Pose:
    """Both bricks overhead on the beat."""
    t = (phase + 0.5) % 1 - 0.5
    up = moves.pulse(LIFT, t)
    dip = moves.pulse([(-0.5, 0), (-0.34, 0), (-0.17, 1), (-0.05, 0), (0.5, 0)], t)
    spread, high = (3.0, 19.5) if form.drive < 1 else (6.0, 24.0)
    top = over(body, r_hand=(-7.0, high, spread + 2), l_hand=(6.5, high, -spread), r_elbow=(-0.5, -0.4, 1),
               l_elbow=(0.7, -0.4, -1),
               r_shoulder=(0.6, 4.6, 0), l_shoulder=(0.6, 4.6, 0))
    low = over(body, r_hand=(8, -7, 3), l_hand=(8, -7, -3), r_elbow=(-0.8, -1, 0.5), l_elbow=(-0.8, -1, -0.5))
    held = mix(mix(body, low, dip), top, up)
    # the shoulders turn square to the road, so that the face stays clear
    square = -0.9 * up * held["chest"][0] - 0.9 * up * held["pelvis"][0]
    return add(held, chest=(square, -9 * up + 5 * dip, 0), head=(0, -9 * up, 0), hip=(0, 1.2 * up - 0.8 * dip, 0),
               breath=up)


def clips() -> list[Clip]:
    """Return every clip of the yard."""
    made: list[Clip] = []
    for form in FORMS:
        track = Track(gait_for(GAIT, form), bricks=True)
        made.append(run_clip(f"run.{form.name}", track))
        for side, word in (("l", "left"), ("r", "right")):
            made.append(run_clip(f"lift_{word}.{form.name}", track,
                                 lambda b, t, s=side, f=form: _lift(b, t, s, (0.8 if f.drive < 1 else 1.0, 0.0)),
                                 f"{word}_hand"))
        made.append(run_clip(f"press.{form.name}", track, lambda b, t, f=form: _press(b, t, f), "left_hand"))
        made.append(moves.hop_clip(f"hop.{form.name}", track, form))
        made.append(moves.stumble_clip(f"stumble.{form.name}", track, form))
    track = Track(gait_for(GAIT, LOOSE), count=12, bricks=True)
    for side, word in (("l", "left"), ("r", "right")):
        made.append(run_clip(f"lift_{word}_early", track, lambda b, t, s=side: _lift(b, t, s, (0.5, -0.07)),
                             f"{word}_hand"))
        made.append(run_clip(f"lift_{word}_late", track, lambda b, t, s=side: _drag(b, t, s), f"{word}_hand"))
    for fault in missteps.FAULTS:
        made.append(answer_clip(f"press_{fault.name}", Track(track.gait, bricks=True),
                                lambda b, t, f=fault: _press_amiss(b, t, f), "left_hand"))
        made.append(run_clip(f"hop_{fault.name}", track,
                             missteps.gone_wrong(lambda b, t: moves.hop(b, t, LOOSE), fault, missteps.FROM_THE_LEAP),
                             "air"))
    return made


def _press_amiss(body: Pose, phase: float, fault: missteps.Fault) -> Pose:
    """Press early: one brick is up, the other still at the ear, and he tips ahead; late: they come up behind his head.
    """
    t = moves.centred(phase)
    share = moves.pulse([(-0.5, 0), (-0.04, 0), (0, 1), (0.2, 1), (0.5, 0)], t)
    pressed = _press(body, phase, LOOSE)
    if fault is missteps.EARLY:
        uneven = over(pressed, l_hand=(10, 3, -9), l_elbow=(0.2, -1, -0.9))
        return add(mix(pressed, uneven, share), pelvis=(0, 10 * share, 0), chest=(0, 20 * share, 14 * share),
                   head=(0, -6 * share, 10 * share), hip=(3 * share, -2 * share, 0), mouth=share, brow=share)
    heavy = over(pressed, r_hand=(-12, 9, 9), l_hand=(-8, 9, -9), r_elbow=(0.5, -0.6, 1), l_elbow=(0.5, -0.6, -1))
    return add(mix(pressed, heavy, share), pelvis=(0, -8 * share, 0), chest=(0, -20 * share, 0),
               head=(0, 28 * share, 0), hip=(-3 * share, -5 * share, 0), mouth=share, brow=-share)


def _drag(body: Pose, phase: float, side: str) -> Pose:
    """Lift late: the brick hangs behind, pulls the shoulder down, then jerks up after the beat."""
    sign = 1 if side == "r" else -1
    t = (phase + 0.5) % 1 - 0.5
    sag = moves.pulse([(-0.5, 0), (-0.25, 0.2), (-0.02, 1), (0.08, 0.6), (0.2, 0), (0.5, 0)], t)
    low = over(body, **{f"{side}_hand": (-3, -24.5, sign * 3), f"{side}_shoulder": (0.5, -2.2, 0)})
    heavy = add(mix(body, low, sag), chest=(0, 6 * sag, sign * 8 * sag), head=(0, 10 * sag, 0))
    return _lift(heavy, phase, side, (0.85, 0.17))


SHEET = Sheet("yard", "dawn", clips, ground_speed=96, sources=("anim/run", "anim/moves", "anim/missteps", "anim/yard"))

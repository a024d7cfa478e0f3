"""Actions laid over any run: hop, duck, slips, catches, stumbles. Each has its key pose at beat 0."""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..clips import Clip
from ..curves import once
from ..form import Form
from ..skeleton import Pose, add, mix, over
from .run import Track, run_clip


def pulse(keys: Sequence[tuple[float, float]], t: float) -> float:
    """Return a rest-to-rest curve through (beat, amount) at `t`."""
    return float(once(keys, t)[0])


def centred(phase: float) -> float:
    """Return the phase as beats from the key pose, -1/2 to 1/2."""
    return (phase + 0.5) % 1 - 0.5


def hop(body: Pose, phase: float, form: Form) -> Pose:
    """Over a rail or a crate: sink, spring, knees high at 0, land soft, back in step."""
    t = centred(phase)
    # he hangs: up in an eighth of a beat, a quarter at the top, and down onto the foot that the run puts there
    air = pulse([(-0.5, 0), (-0.27, 0), (-0.13, 0.82), (-0.02, 1), (0.10, 0.99), (0.22, 0.78), (0.40, 0), (0.5, 0)], t)
    sink = pulse([(-0.5, 0), (-0.38, 0.3), (-0.28, 1), (-0.17, 0), (0.36, 0), (0.43, 1), (0.5, 0)], t)
    tuck = pulse([(-0.5, 0), (-0.25, 0), (-0.08, 1), (0.16, 1), (0.36, 0), (0.5, 0)], t)
    d = form.drive
    rise = (14 if d < 1 else 21 if d == 1 else 25) * air
    hip = body["hip"] + (0, rise - 4.5 * sink, 0)
    lead = (17 * d, 30 + rise * 0.45, -3.5)
    trail = (-6, 28 + rise * 0.5, 4.0)
    if d > 1:  # the proud hop is a hurdle: lead leg straight out, arms flung wide
        lead, trail = (27, 31 + rise * 0.45, -3.5), (-15, 33 + rise * 0.5, 5.0)
    tucked = over(body, hip=hip, l_foot=lead, r_foot=trail, l_step=(8, 0, 0), r_step=(-58, 0, 0))
    flown = mix(over(body, hip=hip), tucked, tuck)
    lift = dict(r_foot=(0, rise * (1 - tuck) * 0.8, 0), l_foot=(0, rise * (1 - tuck) * 0.8, 0))
    arms = over(flown, r_hand=(9, -1 + 4 * d, 8), l_hand=(11, -2 + 4 * d, -8), r_elbow=(-0.6, -0.6, 1),
                l_elbow=(-0.6, -0.6, -1))
    flown = mix(flown, arms, 0.85 * tuck)
    return add(flown, chest=(0, 7 * sink + (5 if d < 1 else 1) * tuck, 0), head=(0, -4 * tuck, 0),
               r_shoulder=(0, 1.4 * tuck, 0), l_shoulder=(0, 1.4 * tuck, 0), **lift)


def hop_clip(name: str, track: Track, form: Form) -> Clip:
    """Return the hop as a running clip."""
    return run_clip(name, track, lambda b, t: hop(b, t, form), "air")


def duck(body: Pose, phase: float, form: Form) -> Pose:
    """Under hanging goods: knees and back folded at 0, head below the shoulders' usual height."""
    t = centred(phase)
    low = pulse([(-0.5, 0), (-0.30, 0.05), (-0.10, 0.92), (0, 1), (0.14, 0.95), (0.36, 0.1), (0.5, 0)], t)
    deep = 13.0 if form.drive < 1 else 14.5
    tucked = over(body, r_hand=(9, -8, 2), l_hand=(11, -7, -2), r_elbow=(-0.8, -0.8, 0.6), l_elbow=(-0.8, -0.8, -0.6))
    for side in ("r", "l"):  # the free leg stays folded under him
        x, y, z = body[f"{side}_foot"]
        tucked[f"{side}_foot"] = body[f"{side}_foot"] if y < 9 else over(body, foot=(x * 0.7, 11.0, z))["foot"]
    return add(mix(body, tucked, low * 0.8), hip=(0, -deep * low, 0), pelvis=(0, 20 * low, 0), chest=(0, 24 * low, 0),
               head=(0, 13 * low, 0), r_shoulder=(1 * low, 1.5 * low, 0), l_shoulder=(1 * low, 1.5 * low, 0))


def slip(body: Pose, phase: float, side: str) -> Pose:
    """Sway round somebody: away from the viewer (left) or toward him (right), shoulder first, at 0."""
    t = centred(phase)
    go = pulse([(-0.5, 0), (-0.28, 0.0), (-0.06, 0.95), (0.05, 1), (0.34, 0.1), (0.5, 0)], t)
    back = pulse([(-0.5, 0), (-0.36, 1), (-0.2, 0), (0.3, 0), (0.42, -0.6), (0.5, 0)], t)
    s = 1 if side == "r" else -1
    arm = "l" if side == "r" else "r"
    swayed = add(body, pelvis=(-s * 16 * go, 2 * go, s * 10 * go),
                 chest=(-s * 34 * go + s * 8 * back, 6 * go, s * 14 * go),
                 head=(-s * 20 * go, 3 * go, 0), hip=(0, -3.2 * go, s * (7 * go - 2 * back)))
    guard = over(swayed, **{f"{arm}_hand": (12, -2, -s * 1.0), f"{arm}_elbow": (-0.2, -1, -s * 0.8),
                            f"{side}_hand": (2, -18, s * 6)})
    return mix(swayed, guard, go * 0.8)


def catch(body: Pose, phase: float, side: str) -> Pose:
    """Take an orange out of the air at 0: eyes and arm go to it, it is gathered to the chest, he grins and runs."""
    t = centred(phase)
    s = 1 if side == "r" else -1
    out = pulse([(-0.5, 0), (-0.30, 0.1), (-0.06, 0.96), (0.02, 1), (0.16, 0.55), (0.34, 0.0), (0.5, 0)], t)
    hug = pulse([(-0.5, 0), (0.04, 0), (0.22, 1), (0.36, 0.8), (0.5, 0)], t)
    reached = over(body, **{f"{side}_hand": (16, 15, s * 5), f"{side}_elbow": (-0.2, -0.8, s * 0.9),
                            f"{side}_shoulder": (2.0, 3.2, 0), f"{side}_wrist": (20, 0), f"{side}_open": 1})
    home = over(body, **{f"{side}_hand": (9, -5, -s * 3), f"{side}_elbow": (-0.3, -1, s * 0.7)})
    held = mix(mix(body, home, hug), reached, out)
    held = over(held, **{f"{side}_open": 1 if out > 0.5 and t < 0.03 else 0})
    return add(held, chest=(s * 10 * out, -5 * out, -s * 5 * out), head=(-s * 12 * out, -12 * out, 0))


def stumble(body: Pose, phase: float, form: Form) -> Pose:
    """A miss: the toe catches, he pitches forward with arms out, takes a scrambling step and finds the run again."""
    hard = 1.15 if form.drive < 1 else 1.0 if form.drive == 1 else 0.85
    pitch = pulse([(0, 0), (0.10, 0.35), (0.28, 1), (0.45, 0.85), (0.75, 0.25), (1, 0)], phase) * hard
    arms = pulse([(0, 0), (0.16, 0.7), (0.30, 1), (0.5, 0.8), (0.8, 0.1), (1, 0)], phase)
    flung = over(body, r_hand=(13, 3, 13), l_hand=(17, 1, -11), r_elbow=(-0.4, -0.6, 1), l_elbow=(-0.4, -0.6, -1))
    return add(mix(body, flung, arms), pelvis=(0, 15 * pitch, 0), chest=(0, 19 * pitch, 6 * pitch),
               head=(0, 12 * pitch, 0),
               hip=(3.0 * pitch, -6.5 * pitch, 0), mouth=1.0 if 0.1 < phase < 0.7 else 0.0,
               brow=-1.0 if phase < 0.7 else 0.0)


def stumble_clip(name: str, track: Track, form: Form) -> Clip:
    """Return the stumble: a clip that is not a loop and ends in the run's phase."""
    made = run_clip(name, track, lambda b, t: stumble(b, t, form), "left_foot")
    return replace(made, loop=False, contact=None)

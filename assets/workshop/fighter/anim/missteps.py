"""What goes wrong on the run: too early he is thrown ahead of his feet, too late he is dragged behind them.

Each takes an action laid over the run (or nothing) and returns it with the fault laid over it in turn.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..skeleton import Pose, add, mix, over
from .moves import centred, pulse
from .run import Lay

BOTH = ("r", "l")


@dataclass(frozen=True)
class Fault:
    """What a misstep does at its worst: degrees of pelvis, chest and head, px of the hips, where the hands fly."""

    name: str
    lean: tuple[float, float, float]
    hip: tuple[float, float]
    hand: tuple[float, float, float]
    shrug: float


EARLY = Fault("early", (9.0, 17.0, -20.0), (3.5, -1.0), (16.0, -1.0, 13.0), 1.0)
LATE = Fault("late", (-9.0, -22.0, 20.0), (-4.0, -3.5), (-8.0, -11.0, 15.0), 2.2)
FAULTS = (EARLY, LATE)
AT_ONCE = ((-0.5, 0.0), (-0.04, 0.0), (0.0, 0.85), (0.08, 1.0), (0.28, 0.8), (0.5, 0.0))
FROM_THE_LEAP = ((-0.5, 0.0), (-0.3, 0.0), (-0.16, 1.0), (0.2, 1.0), (0.5, 0.0))
ALWAYS = ((-0.5, 1.0), (0.5, 1.0))
Curve = tuple[tuple[float, float], ...]


def amiss(body: Pose, share: float, fault: Fault, hands: tuple[str, ...] = BOTH) -> Pose:
    """Return a running pose with `share` of a fault; only the `hands` given are flung."""
    x, y, z = fault.hand
    flung: dict = {}
    for side in hands:
        sign = 1 if side == "r" else -1
        flung |= {f"{side}_hand": (x - 2.0 * sign, y, sign * z), f"{side}_elbow": (-0.5, -0.5, sign)}
    pelvis, chest, head = fault.lean
    lifted = (0, fault.shrug * share, 0)
    return add(mix(body, over(body, **flung), 0.75 * share), pelvis=(0, pelvis * share, 0),
               chest=(0, chest * share, 0), head=(0, head * share, 0), r_shoulder=lifted, l_shoulder=lifted,
               hip=(fault.hip[0] * share, fault.hip[1] * share, 0), mouth=share, brow=share)


def gone_wrong(lay: Callable[[Pose, float], Pose] | None, fault: Fault, curve: Curve = AT_ONCE,
               hands: tuple[str, ...] = BOTH) -> Lay:
    """Return an action with a fault over it that follows `curve`, (beats from its key pose, share)."""
    def laid(body: Pose, phase: float) -> Pose:
        acted = body if lay is None else lay(body, phase)
        return amiss(acted, pulse(curve, centred(phase)), fault, hands)
    return laid

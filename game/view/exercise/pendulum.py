"""Pendulum angles in degrees as functions of beats since a hit; every swing returns on the beat."""

import itertools
from math import cos, exp, pi, sin

SPEED_BAG_KEYS = ((0.0, 2.0), (0.14, 58.0), (0.36, -46.0), (0.60, 50.0), (0.82, -14.0), (1.0, 0.0))
"""Three rebounds a beat: (beats since the strike, degrees). Figures: the fighter's art brief."""
DECAY_PER_BEAT = 0.55
"""Amplitude left after a beat, as a factor."""


def speed_bag_angle(beats: float, force: float = 1.0) -> float:
    """Return the speed bag's angle `beats` after a strike; a force of 1.0 is a clean one."""
    if beats < 0:
        return 0.0
    if beats >= 1.0:
        return 14.0 * exp(-1.6 * (beats - 1.0)) * sin(3 * pi * beats)
    keys = itertools.pairwise(SPEED_BAG_KEYS)
    (b0, a0), (b1, a1) = next(pair for pair in keys if beats <= pair[1][0])
    share = (1 - cos(pi * (beats - b0) / (b1 - b0))) / 2
    angle = a0 + (a1 - a0) * share
    return force * angle


def pendulum_angle(beats: float, swing: float, beats_per_return: float = 1.0) -> float:
    """Return the angle of a hanging weight: away from the hit at once, back at rest after each return."""
    if beats < 0:
        return 0.0
    return swing * sin(pi * beats / beats_per_return) * exp(-DECAY_PER_BEAT * beats)


def shudder(seconds: float, size: float, hz: float = 17.0, decay: float = 0.09) -> float:
    """Return a damped oscillation that is gone within a few tenths of a second."""
    return 0.0 if seconds < 0 else size * exp(-seconds / decay) * sin(2 * pi * hz * seconds)


def twist(beats: float, degrees: float) -> float:
    """Return the twist of a hanging thing about its cord after a glancing hit: two turns, at rest after a beat."""
    return 0.0 if not 0 <= beats < 1.0 else degrees * sin(2 * pi * beats + 0.6) * (1.0 - beats)

"""The floating camera: paths that are computed once, and drifts that are functions of the song's time.

A follow is critically damped and integrated at a fixed 120 Hz along the run, so that any moment gives the same
picture whatever was drawn before; a glide between stations has no corner in its speed or its acceleration.
"""

from collections.abc import Callable
from math import exp, pi, sin

from game.timing.units import US_PER_SECOND, Micros

STEP_HZ = 120
STEP_US = US_PER_SECOND / STEP_HZ
FOLLOW_RATE = 4.5
"""Natural frequency of the follow in radians a second: it settles within about a second."""
SETTLE_US = 2 * US_PER_SECOND
BREATH_X_PX, BREATH_Y_PX = 2.4, 1.4
KICK_PX, KICK_DECAY_S, KICK_HZ = 2.6, 0.085, 6.5


class FollowPath:
    """A critically damped follow of `target` from `start_us` to `end_us`, sampled at 120 Hz."""

    def __init__(self, target: Callable[[float], float], start_us: Micros, end_us: Micros) -> None:
        self.start_us = start_us - SETTLE_US
        self._xs = self._integrate(target, int((end_us + SETTLE_US - self.start_us) / STEP_US) + 2)

    def x_at(self, time_us: float) -> float:
        """Return the camera's x at a time, between the samples linearly."""
        place = min(max((time_us - self.start_us) / STEP_US, 0.0), len(self._xs) - 1.001)
        index = int(place)
        share = place - index
        return self._xs[index] * (1 - share) + self._xs[index + 1] * share

    def _integrate(self, target: Callable[[float], float], count: int) -> list[float]:
        # A critically damped filter lags a steady runner by 2 / rate seconds, so it is aimed that far ahead of him.
        ahead_us = 2 / FOLLOW_RATE * US_PER_SECOND
        x = target(self.start_us)
        speed = (target(self.start_us + STEP_US) - x) / (STEP_US / US_PER_SECOND)
        xs = [x]
        step = 1 / STEP_HZ
        for index in range(1, count):
            aim = target(self.start_us + index * STEP_US + ahead_us)
            force = FOLLOW_RATE**2 * (aim - x) - 2 * FOLLOW_RATE * speed
            speed += force * step
            x += speed * step
            xs.append(x)
        return xs


def breath(beat: float, unrest: float) -> tuple[float, float]:
    """Return the operator's breathing in pixels; `unrest` is 1 for an unsettled hand, less as form steadies it."""
    sway = sin(beat * pi / 4) * 0.7 + sin(beat * pi / 8 * 1.31 + 0.8) * 0.3
    heave = sin(beat * pi / 4 * 1.5 + 1.1)
    return BREATH_X_PX * sway * unrest, BREATH_Y_PX * heave * unrest


def kick(seconds: float, force: float) -> float:
    """Return how far in pixels a hit of `force` (0 to 1) still pushes the camera `seconds` after it."""
    if not 0 <= seconds < 8 * KICK_DECAY_S:
        return 0.0
    return KICK_PX * force * exp(-seconds / KICK_DECAY_S) * sin(2 * pi * KICK_HZ * seconds + 0.6)

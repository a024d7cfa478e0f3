"""The floating camera: paths computed once, and offsets that are functions of the song time.

A follow is a critically damped filter integrated at 120 Hz along the run, so that a moment's picture does not depend on
what was drawn before. A glide between stations is smooth in speed and acceleration.
"""

from collections.abc import Callable
from math import exp, pi, sin

from game.timing.units import US_PER_SECOND, Micros

STEP_HZ = 120
"""Integration steps a second."""
STEP_US = US_PER_SECOND / STEP_HZ
"""Length of an integration step, in microseconds."""
FOLLOW_RATE = 4.5
"""Natural frequency of the follow, radians a second: it settles within about a second."""
SETTLE_US = 2 * US_PER_SECOND
"""Time integrated before and after the run, in microseconds."""
BREATH_X_PX = 2.4
"""Horizontal amplitude of the hand-held motion, px."""
BREATH_Y_PX = 1.4
"""Vertical amplitude of the hand-held motion, px."""
KICK_PX = 2.6
"""Amplitude of a hit's shake, px."""
KICK_DECAY_S = 0.085
"""Decay time of a hit's shake, in seconds."""
KICK_HZ = 6.5
"""Frequency of a hit's shake, Hz."""


class FollowPath:
    """A critically damped follow of `target` from `start_us` to `end_us`, sampled at 120 Hz."""

    def __init__(self, target: Callable[[float], float], start_us: Micros, end_us: Micros) -> None:
        self.start_us = start_us - SETTLE_US
        self._xs = self._integrate(target, int((end_us + SETTLE_US - self.start_us) / STEP_US) + 2)

    def x_at(self, time_us: float) -> float:
        """Return the camera's x at a time, interpolated linearly."""
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
    """Return the hand-held camera's offset in px; `unrest` is 1 for an unsteady hand, less at higher form."""
    sway = sin(beat * pi / 4) * 0.7 + sin(beat * pi / 8 * 1.31 + 0.8) * 0.3
    heave = sin(beat * pi / 4 * 1.5 + 1.1)
    return BREATH_X_PX * sway * unrest, BREATH_Y_PX * heave * unrest


def kick(seconds: float, force: float) -> float:
    """Return the offset in px that a hit of `force` (0 to 1) still causes `seconds` after it."""
    if not 0 <= seconds < 8 * KICK_DECAY_S:
        return 0.0
    return KICK_PX * force * exp(-seconds / KICK_DECAY_S) * sin(2 * pi * KICK_HZ * seconds + 0.6)

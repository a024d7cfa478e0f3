"""The screen-wide effect of a miss: the light dips and the camera sags for half a second.

The same in every exercise, so that a miss is noticed in peripheral vision. The dip is below the threshold of a flash.
"""

from game.sim.events import Judged, Strayed
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.timing_error import is_missed

SAG_PX = 4.0
"""Sag of the camera right after a miss, px."""
DIP = 0.09
"""Share of the light that is missing right after a miss."""
COMES_S = 0.05
"""Time in which the effect grows, in seconds."""
GOES_S = 0.5
"""Time in which it fades, in seconds."""
STRAY_SHARE = 0.4
"""Strength of a stray press's effect, as a share of a miss's."""
KEPT_US = round((COMES_S + GOES_S) * US_PER_SECOND)
"""Duration of the effect, in microseconds."""


def lost(log: EventLog, now_us: Micros) -> float:
    """Return the strength of the last miss's or stray's effect: 0.0 to 1.0."""
    misses = [judged for judged in log.recent(Judged, now_us, KEPT_US) if is_missed(judged)]
    felt = [_felt(now_us - miss.time_us) for miss in misses]
    felt += [STRAY_SHARE * _felt(now_us - stray.time_us) for stray in log.recent(Strayed, now_us, KEPT_US)]
    return max(felt, default=0.0)


def _felt(age_us: Micros) -> float:
    age = age_us / US_PER_SECOND
    return age / COMES_S if age < COMES_S else max(0.0, 1.0 - (age - COMES_S) / GOES_S) ** 2

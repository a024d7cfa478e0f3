"""What the whole picture feels of a cue that was lost: the light dips and the camera sags, for half a second.

The same in every exercise, so that a miss is known by the corner of the eye. The dip stays under what counts as a
flash.
"""

from game.sim.events import Judged, Strayed
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.timing_error import is_missed

SAG_PX, DIP = 4.0, 0.09
"""How far the camera sags, and how much of the light is gone, right after a miss."""
COMES_S, GOES_S = 0.05, 0.5
STRAY_SHARE = 0.4
"""How much of it a stray press costs."""
KEPT_US = round((COMES_S + GOES_S) * US_PER_SECOND)


def lost(log: EventLog, now_us: Micros) -> float:
    """Return how much of the last loss is still felt: 0.0 nothing to 1.0."""
    misses = [judged for judged in log.recent(Judged, now_us, KEPT_US) if is_missed(judged)]
    felt = [_felt(now_us - miss.time_us) for miss in misses]
    felt += [STRAY_SHARE * _felt(now_us - stray.time_us) for stray in log.recent(Strayed, now_us, KEPT_US)]
    return max(felt, default=0.0)


def _felt(age_us: Micros) -> float:
    age = age_us / US_PER_SECOND
    return age / COMES_S if age < COMES_S else max(0.0, 1.0 - (age - COMES_S) / GOES_S) ** 2

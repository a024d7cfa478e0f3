"""Converts beats to stairs climbed; changes of pace are smoothed so that the camera does not jerk."""

from dataclasses import dataclass

from game.minigames.steps.rules import STAIRS

RUN_UP_BEATS = 4.0
"""Length of the run up to the first stair, in beats: bar 1."""
SINGLE_UNTIL = 20.0
"""Beat up to which a stair takes a beat; from there on two stairs a beat."""
SINGLES = 16
"""Stairs climbed by that beat."""
RUN_UP_METRES_PER_BEAT = 1.9
"""Speed of the run up, metres a beat."""
EASE_BEATS = 1.6
"""Width of the moving average, in beats."""
EASE_STEPS = 16
"""Samples of the moving average."""


@dataclass(frozen=True, slots=True)
class Way:
    """Position on the climb: stairs climbed (with a fraction) and metres before the first riser (0 or less)."""

    climbed: float
    approach: float


def stairs_at(beat: float) -> float:
    """Return the stairs climbed at a beat of the section, linear between stairs."""
    if beat <= RUN_UP_BEATS:
        return 0.0
    if beat <= SINGLE_UNTIL:
        return beat - RUN_UP_BEATS
    return min(float(STAIRS), SINGLES + 2 * (beat - SINGLE_UNTIL))


def stair_due(stair: int) -> tuple[float, float]:
    """Return the section beat at which a stair (1 to 72) is taken, and the beats since the one before."""
    if stair <= SINGLES:
        return RUN_UP_BEATS + stair, 1.0
    return SINGLE_UNTIL + (stair - SINGLES) / 2, 0.5


def way_at(beat: float) -> Way:
    """Return the position at a beat, as a moving average over `EASE_BEATS`."""
    around = [beat + EASE_BEATS * (step / EASE_STEPS - 0.5) for step in range(EASE_STEPS + 1)]
    climbed = sum(stairs_at(at) for at in around) / len(around)
    approach = sum(min(0.0, (at - RUN_UP_BEATS) * RUN_UP_METRES_PER_BEAT) for at in around) / len(around)
    return Way(climbed, approach)

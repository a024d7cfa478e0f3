"""How far up he is at a beat: stairs belong to beats, and changes of pace are spread so that the camera never jerks."""

from dataclasses import dataclass

from game.minigames.steps.rules import STAIRS

RUN_UP_BEATS, SINGLE_UNTIL, SINGLES = 4.0, 20.0, 16
"""Bar 1 runs up to them; bars 2 to 5 take a stair a beat, bars 6 to 12 two."""
RUN_UP_METRES_PER_BEAT = 1.9
EASE_BEATS, EASE_STEPS = 1.6, 16


@dataclass(frozen=True, slots=True)
class Way:
    """Stairs behind him (with a fraction) and metres before the first riser (0 or less)."""

    climbed: float
    approach: float


def stairs_at(beat: float) -> float:
    """Return the stairs climbed at a beat of the section, as a number that grows evenly between them."""
    if beat <= RUN_UP_BEATS:
        return 0.0
    if beat <= SINGLE_UNTIL:
        return beat - RUN_UP_BEATS
    return min(float(STAIRS), SINGLES + 2 * (beat - SINGLE_UNTIL))


def stair_due(stair: int) -> tuple[float, float]:
    """Return the beat of the section on which a stair (1 to 72) is taken, and the beats between it and the one
    before."""
    if stair <= SINGLES:
        return RUN_UP_BEATS + stair, 1.0
    return SINGLE_UNTIL + (stair - SINGLES) / 2, 0.5


def way_at(beat: float) -> Way:
    """Return where he is, averaged over `EASE_BEATS`."""
    around = [beat + EASE_BEATS * (step / EASE_STEPS - 0.5) for step in range(EASE_STEPS + 1)]
    climbed = sum(stairs_at(at) for at in around) / len(around)
    approach = sum(min(0.0, (at - RUN_UP_BEATS) * RUN_UP_METRES_PER_BEAT) for at in around) / len(around)
    return Way(climbed, approach)

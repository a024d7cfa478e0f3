"""The climb's geometry: seventy-two stairs in true perspective from behind the man, and how far up he is at a beat.

Metres and screen pixels. The camera keeps its distance and its height over his feet, so the man stays and the stairs
come.
"""

from dataclasses import dataclass

from game.minigames.steps.rules import STAIRS

RISE, TREAD = 0.15, 0.37
FOCAL, BACK, EYE = 540.0, 10.0, 1.15
"""The man, 1.78 m, is 96 px tall at this distance."""
HORIZON = 252
CENTRE = 320
HALF_WIDTH = 17.0
RUN_UP_BEATS, SINGLE_UNTIL, SINGLES = 4.0, 20.0, 16
RUN_UP_METRES_PER_BEAT = 2.4
EASE_BEATS = 1.0


@dataclass(frozen=True, slots=True)
class Climb:
    """Where he is: metres forward of the first riser (below 0: on the plaza) and metres up."""

    forward: float
    up: float

    def row(self, z: float, y: float) -> float:
        """Return the screen row of a point `z` metres beyond the first riser and `y` metres above the plaza."""
        return HORIZON - FOCAL * (y - self.up - EYE) / self.depth(z)

    def depth(self, z: float) -> float:
        """Return the distance of a point from the lens, at least a hand's breadth."""
        return max(0.4, BACK + z - self.forward)

    def column(self, x: float, z: float) -> float:
        """Return the screen column of a point `x` metres right of the middle."""
        return CENTRE + FOCAL * x / self.depth(z)


def stairs_at(beat: float) -> float:
    """Return the stairs climbed at a beat of the section, as a number that grows evenly between them."""
    if beat <= RUN_UP_BEATS:
        return 0.0
    if beat <= SINGLE_UNTIL:
        return beat - RUN_UP_BEATS
    return min(float(STAIRS), SINGLES + 2 * (beat - SINGLE_UNTIL))


def climb_at(beat: float) -> Climb:
    """Return where he is: changes of pace are averaged over a beat, so that the camera never jerks."""
    parts = [_forward_up(beat + EASE_BEATS * (step / 8 - 0.5)) for step in range(9)]
    return Climb(sum(part[0] for part in parts) / 9, sum(part[1] for part in parts) / 9)


def _forward_up(beat: float) -> tuple[float, float]:
    if beat < RUN_UP_BEATS:
        return (beat - RUN_UP_BEATS) * RUN_UP_METRES_PER_BEAT, 0.0
    stairs = stairs_at(beat)
    return stairs * TREAD, stairs * RISE

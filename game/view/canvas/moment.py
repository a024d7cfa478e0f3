"""What a picture is drawn from: one moment of a run. A picture is a function of moments, never of frames.

Everything that moves is a function of `visual_us` and of the events heard so far, so that a paused game is a still
photograph, a replay is the same film, and any moment can be drawn without having drawn the ones before it.
"""

from dataclasses import dataclass

from game.sim.session import SessionState
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class Moment:
    """The song time to draw (already shifted by the visual offset) and the run as it stands."""

    visual_us: Micros
    state: SessionState

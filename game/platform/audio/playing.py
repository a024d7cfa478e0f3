"""What the player is playing: a run's chart at its rate, and what of its sound is still to come."""

from dataclasses import dataclass

from game.platform.audio.run_sounds import RunSounds, Sounding
from game.platform.audio.stem_gains import StemGains
from game.sim.chart import Chart


@dataclass(slots=True)
class PlayedRun:
    """What is being played."""

    chart: Chart
    rate_permille: int
    gains: StemGains
    sounds: RunSounds
    scenery: list[Sounding]

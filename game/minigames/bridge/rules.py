"""Keep the pace alone: under the arch the band drops out, and the only beat left is the runner's own.

A silent step is judged by the interval from his own previous step, so an honest drift is forgiven; the join, where
light and band return, is judged absolutely.
"""

from collections.abc import Iterable
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.chart import SectionChart
from game.sim.cue_rules import CuePhase, CueRules, Slot
from game.sim.events import Event, Judged
from game.sim.rules import Minigame, RunContext
from game.sim.spec import CueKind, MinigameSpec
from game.timing.units import ms

MAX_DRIFT_US = ms(180)
"""How far, in real time, the runner's own pulse may wander from the song's and still be followed."""

FEET = (Verb.LEFT, Verb.RIGHT)

SPEC = MinigameSpec(
    id="bridge",
    title="Under the bridge",
    cues=(
        CueKind("step", FEET, "a step while the heartbeat still sounds", alternates=True),
        CueKind(
            "silent",
            FEET,
            "a step in silence, judged by the interval from the one before",
            heard=False,
            alternates=True,
        ),
        CueKind(
            "join",
            FEET,
            "the step on which light and band return, judged by the true beat",
            heard=False,
            alternates=True,
        ),
    ),
    max_presses_per_second=4.0,
    practice_key="3",
    approach_beats=Fraction(0),
    unannounced=True,
)


class BridgeRules(CueRules):
    """Alternating steps whose targets follow the runner through the silence."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        super().__init__(section, context)
        self._drift_us = 0

    def on_judged(self, slot: Slot, judged: Judged) -> Iterable[Event]:
        """Carry the drift of this step to the silent ones that follow; a missed step finds the true beat again."""
        drift = 0 if judged.offset_us is None else judged.offset_us + slot.shift_us
        limit = self.windows.song_us(MAX_DRIFT_US)
        self._drift_us = max(-limit, min(limit, drift))
        for later in self.slots:
            if later.stage is CuePhase.OPEN and later.cue.name == "silent":
                later.shift_us = self._drift_us
        return ()


MINIGAME = Minigame(SPEC, BridgeRules, perfect_taps)

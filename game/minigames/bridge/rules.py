"""The bridge: keep a steady pace through bars of silence, where no beat is heard.

A silent step is judged by the interval from the player's previous step, so that a constant drift is forgiven; the join,
where the music returns, is judged against the song.
"""

from collections.abc import Iterable
from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.chart import SectionChart
from game.sim.cue_rules import CueRules
from game.sim.events import Event, Judged
from game.sim.rules import Minigame, RunContext
from game.sim.slot import CuePhase, Slot
from game.sim.spec import CueKind, MinigameSpec
from game.timing.units import ms

MAX_DRIFT_US = ms(180)
"""Greatest drift of the player's pace from the song that is still followed, in microseconds of real time."""

FEET = (Verb.LEFT, Verb.RIGHT)
"""Verbs of both feet."""

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
            label="Silent steps",
        ),
        CueKind(
            "join",
            FEET,
            "the step on which light and band return, judged by the true beat",
            heard=False,
            alternates=True,
            label="Step back in",
        ),
    ),
    max_presses_per_second=4.0,
    practice_key="3",
    approach_beats=Fraction(0),
    unannounced=True,
)


class BridgeRules(CueRules):
    """Alternating steps whose targets follow the player's own timing through the silence."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        super().__init__(section, context)
        self._drift_us = 0

    def on_judged(self, slot: Slot, judged: Judged) -> Iterable[Event]:
        """Carry this step's drift to the following silent steps; after a miss the target is the song's beat again."""
        drift = 0 if judged.offset_us is None else judged.offset_us + slot.shift_us
        limit = slot.reach.windows.song_us(MAX_DRIFT_US)
        self._drift_us = max(-limit, min(limit, drift))
        for later in self.slots:
            if later.stage is CuePhase.OPEN and later.cue.name == "silent":
                later.shift_to(self._drift_us)
        return ()


MINIGAME = Minigame(SPEC, BridgeRules, perfect_taps)

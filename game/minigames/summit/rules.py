"""The summit: turn to the city, jab, jab, and raise both arms, held to the end of the last chord."""

from fractions import Fraction

from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.events import Cheered, Event
from game.sim.rules import Minigame
from game.sim.slot import CuePhase
from game.sim.spec import CueKind, Hold, MinigameSpec

SPEC = MinigameSpec(
    id="summit",
    title="The summit",
    cues=(
        CueKind("turn", (Verb.LEFT, Verb.RIGHT), "he turns to the city", seen_lead=Fraction(7, 8)),
        CueKind("jab", (Verb.LEFT, Verb.RIGHT), "the theme's two eighths, with that fist", seen_lead=Fraction(1)),
        CueKind(
            "raise",
            (Verb.LEFT, Verb.RIGHT),
            "both arms up, held through the last chord, which completes itself",
            seen_lead=Fraction(7, 8),
            hold=Hold.COMPLETES,
            chord=True,
        ),
    ),
    max_presses_per_second=5.0,
    practice_key="U",
    approach_beats=Fraction(0),
    triggers=("bell", "crowd_cheers"),
)


class SummitRules(CueRules):
    """Cues by the shared rules; the raise cannot be released too early, and after the last cue a press is a cheer."""

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Return a cheer after the last cue, and until then a stray."""
        if any(slot.stage is CuePhase.OPEN for slot in self.slots):
            return super().on_stray(event)
        return [Cheered(event.time_us, self.section.index, event.verb)]


MINIGAME = Minigame(SPEC, SummitRules, perfect_taps)

"""The medicine ball: brace exactly at the impact; a feint is a throw that must not be answered."""

from fractions import Fraction

from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.events import Event, Flinched
from game.sim.rules import Minigame
from game.sim.spec import CallKind, CueKind, MinigameSpec
from game.timing.units import ms

FEINT_REACH_US = ms(450)
"""Distance in microseconds of real time from a feint's announced impact within which a press counts as fooled."""

SPEC = MinigameSpec(
    id="medicine_ball",
    title="Medicine ball",
    cues=(
        CueKind(
            "brace",
            (Verb.DOWN,),
            "brace; the ball falls from overhead, two beats",
            lead=Fraction(2),
            seen_lead=Fraction(15, 8),
        ),
        CueKind(
            "brace_short",
            (Verb.DOWN,),
            "brace; the ball falls from the chest, one beat",
            seen_lead=Fraction(7, 8),
            label="Quick brace",
        ),
    ),
    calls=(
        CallKind(
            "feint",
            "the partner lifts the ball and freezes; it never falls: x is where the blow would be",
            map_class="Feint",
            quiet_reach_us=FEINT_REACH_US,
            cancelled_by=("freezes", Fraction(1)),
        ),
    ),
    max_presses_per_second=3.0,
    practice_key="8",
    standing=True,
)


class MedicineBallRules(CueRules):
    """Braces by the shared cue rules; a press at a feint is a stray with an event of its own."""

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Return the stray, and a flinch when it belongs to a feint."""
        events = super().on_stray(event)
        reach = self.context.windows_at(event.time_us).song_us(FEINT_REACH_US)
        if any(abs(event.time_us - call.time_us) <= reach for call in self.section.calls):
            events.append(Flinched(event.time_us, self.section.index, "feint"))
        return events


MINIGAME = Minigame(SPEC, MedicineBallRules, perfect_taps)

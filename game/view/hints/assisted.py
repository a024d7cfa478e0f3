"""What assists change of the keys that are shown: one key where any key counts, one hand, no holds."""

from collections.abc import Set

from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.sim.judge import Grade
from game.sim.options import Assist
from game.sim.spec import Hold
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.event_log import EventLog

NO_ASSISTS: frozenset[Assist] = frozenset()
"""The assists of a usual run."""
FIRST_BUTTON = Verb.UP
"""The one button until one was pressed: the space bar, unless it is bound otherwise."""
FIRST_HAND = Verb.RIGHT
"""The one hand until one was used: by default it is also nearest to the keys for up and down."""
REMEMBERED_US = 60 * US_PER_SECOND
"""The one button is the last one that hit within so long."""


def asked_verbs(verbs: tuple[Verb, ...], assists: Set[Assist], log: EventLog, now_us: Micros) -> tuple[Verb, ...]:
    """Return which keys are shown for a cue that wants these verbs: one where one press is enough, and of those that
    would do the one that the player used last."""
    if Assist.ONE_BUTTON in assists:
        return (_last_used(tuple(Verb), FIRST_BUTTON, log, now_us),)
    if Assist.ONE_HAND in assists and any(verb in HANDS for verb in verbs):
        return (_last_used(HANDS, FIRST_HAND, log, now_us),)
    return verbs[:1] if Assist.ONE_HAND in assists else verbs


def press_us(cue: Cue, assists: Set[Assist]) -> Micros:
    """Return when a cue is pressed: a tapped hold whose release is the hit at that hit."""
    return cue.end_us if is_tapped(cue, assists) and cue.kind.hold is Hold.PUNCH else cue.time_us


def is_tapped(cue: Cue, assists: Set[Assist]) -> bool:
    """Whether a hold is a tap."""
    return cue.is_hold and Assist.HOLD_TAP in assists


def hands_take_turns(assists: Set[Assist]) -> bool:
    """Whether the other hand matters at all."""
    return not assists & {Assist.ONE_BUTTON, Assist.ONE_HAND}


def _last_used(among: tuple[Verb, ...], first: Verb, log: EventLog, now_us: Micros) -> Verb:
    hits = (judged for judged in reversed(log.recent(Judged, now_us, REMEMBERED_US)) if judged.grade is not Grade.MISS)
    return next((judged.verb for judged in hits if judged.verb in among), first)

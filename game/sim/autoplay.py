"""Autoplay: inputs exactly on time, or with a normally distributed timing error."""

from game.sim.actions import InputEvent
from game.sim.chart import Cue, SectionChart
from game.sim.options import Assist, RunOptions
from game.sim.rng import Rng
from game.sim.rules import RunContext
from game.sim.spec import Hold
from game.timing.units import Micros, ms

TAP_US = ms(60)
"""Time between press and release of a tap."""
SHORTEST_TAP_US = ms(20)
"""Shortest time between a simulated press and its release."""


def press_time_us(cue: Cue, options: RunOptions) -> Micros:
    """Return when a cue is pressed: a hold whose release is the hit is tapped at its end where holds are taps."""
    tapped = cue.kind.hold is Hold.PUNCH and Assist.HOLD_TAP in options.assists_in_force
    return cue.end_us if tapped else cue.time_us


def perfect_taps(section: SectionChart, context: RunContext) -> list[InputEvent]:
    """Return the inputs that press every cue of a section exactly on time, and release every hold exactly on time."""
    events: list[InputEvent] = []
    for cue in section.cues:
        down_us = press_time_us(cue, context.options)
        up_us = cue.end_us if cue.end_us > down_us else down_us + TAP_US
        for verb in cue.verbs:
            events.append(InputEvent(down_us, verb, down=True))
            events.append(InputEvent(up_us, verb, down=False))
    return sorted(events, key=lambda event: (event.time_us, event.down, event.verb))


def spread_taps(cues: tuple[Cue, ...], spread_us: Micros, options: RunOptions, rng: Rng) -> list[InputEvent]:
    """Return presses and releases with a normal timing error of standard deviation `spread_us`."""
    events: list[InputEvent] = []
    for cue in cues:
        down_us = press_time_us(cue, options) + rng.normal_us(spread_us)
        up_us = cue.end_us + rng.normal_us(spread_us) if cue.is_hold else down_us + TAP_US
        up_us = max(up_us, down_us + SHORTEST_TAP_US)
        for verb in cue.verbs:
            events.append(InputEvent(down_us, verb, down=True))
            events.append(InputEvent(up_us, verb, down=False))
    return sorted(events, key=lambda event: (event.time_us, event.down, event.verb))

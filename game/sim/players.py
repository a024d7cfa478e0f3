"""Simulated players: people with a known timing spread, bias and drop rate, and bots that mash or press at random.

They show where a chart is too hard or too easy, and that mashing does not pay. Integers and the seeded generator only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import SHORTEST_TAP_US, TAP_US
from game.sim.chart import Chart, Cue
from game.sim.rng import Rng
from game.timing.units import Micros, ms

FATIGUE_GAP_US = ms(300)
"""Cues closer together than this add fatigue."""
FATIGUE_PERCENT_A_CUE = 4
"""Increase of the spread with each such cue, in percent."""
FATIGUE_CAP_PERCENT = 60
"""Largest increase of the spread, in percent."""


@dataclass(frozen=True, slots=True)
class Person:
    """How someone taps: standard deviation, constant bias (people anticipate) and dropped cues in thousandths."""

    spread_us: Micros
    bias_us: Micros
    dropped_permille: int


def person_of(spread_ms: int) -> Person:
    """Return a person of a spread; bias and dropped cues grow with it."""
    return Person(ms(spread_ms), -ms(spread_ms) // 6, max(0, spread_ms - 8) * 6 // 5)


def inputs_of(chart: Chart, person: Person, rng: Rng) -> list[InputEvent]:
    """Return the person's inputs over the chart; the spread grows in fast runs and recovers in gaps."""
    events: list[InputEvent] = []
    tired, last_us = 0, chart.start_us
    for cue in chart.cues:
        fast = cue.time_us - last_us < FATIGUE_GAP_US
        tired = min(FATIGUE_CAP_PERCENT, tired + FATIGUE_PERCENT_A_CUE) if fast else 0
        last_us = cue.time_us
        if rng.below(1000) >= person.dropped_permille:
            events += _taps_of(cue, person, person.spread_us * (100 + tired) // 100, rng)
    return in_order(events)


def mash(chart: Chart, verbs: Iterable[Verb], presses_per_second: int) -> list[InputEvent]:
    """Return all `verbs` pressed at once, again and again."""
    step_us = 1_000_000 // presses_per_second
    times = range(chart.start_us, chart.end_us, step_us)
    verbs = tuple(verbs)
    return in_order(tap for time_us in times for verb in verbs for tap in _tap(verb, time_us, step_us // 2))


def alternate(chart: Chart, presses_per_second: int) -> list[InputEvent]:
    """Return left and right in turn, again and again."""
    step_us = 1_000_000 // presses_per_second
    times = range(chart.start_us, chart.end_us, step_us)
    hands = (Verb.LEFT, Verb.RIGHT)
    return in_order(tap for turn, time_us in enumerate(times) for tap in _tap(hands[turn % 2], time_us, step_us // 2))


def press_at_random(chart: Chart, presses_per_second: int, rng: Rng) -> list[InputEvent]:
    """Return presses and releases at random: of any verb, at any moment, of any length."""
    length_us = chart.end_us - chart.start_us
    count = max(1, length_us * presses_per_second // 1_000_000)
    events: list[InputEvent] = []
    for _ in range(count):
        time_us = chart.start_us - chart.lead_in_us + rng.below(length_us + chart.lead_in_us)
        events.append(InputEvent(time_us, Verb(rng.below(4)), down=rng.below(2) == 0))
    return in_order(events)


def in_order(events: Iterable[InputEvent]) -> list[InputEvent]:
    """Return events in order of time; at one moment releases come first."""
    return sorted(events, key=lambda event: (event.time_us, event.down, event.verb))


def _taps_of(cue: Cue, person: Person, spread_us: Micros, rng: Rng) -> list[InputEvent]:
    down_us = cue.time_us + person.bias_us + rng.normal_us(spread_us)
    up_us = cue.end_us + rng.normal_us(spread_us) if cue.is_hold else down_us + TAP_US
    length_us = max(SHORTEST_TAP_US, up_us - down_us)
    return [tap for verb in cue.verbs for tap in _tap(verb, down_us, length_us)]


def _tap(verb: Verb, time_us: Micros, length_us: Micros) -> tuple[InputEvent, InputEvent]:
    return InputEvent(time_us, verb, down=True), InputEvent(time_us + length_us, verb, down=False)

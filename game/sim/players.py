"""Simulated players: people with a known timing spread, bias and drop rate, and bots that mash or press at random.

They show where a chart is too hard or too easy, and that mashing does not pay. Integers and the seeded generator only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.autoplay import SHORTEST_TAP_US, TAP_US, press_time_us
from game.sim.chart import Chart, Cue
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.timing.units import Micros, ms

FATIGUE_GAP_US = ms(300)
"""Cues closer together than this add fatigue."""
FATIGUE_PERCENT_A_CUE = 4
"""Increase of the spread with each such cue, in percent."""
FATIGUE_CAP_PERCENT = 60
"""Largest increase of the spread, in percent."""
MISREAD_GAP_US = ms(300)
"""A verb that changes sooner than this after the cue before is easily misread."""
MISREAD_HURRY = 8
"""How many times as often such a verb is misread."""


@dataclass(frozen=True, slots=True)
class Person:
    """How someone taps: standard deviation, constant bias (people anticipate), dropped and misread cues in thousandths.

    A misread cue is pressed with another verb, a hand's with the other hand, a chord with one hand alone.
    """

    spread_us: Micros
    bias_us: Micros
    dropped_permille: int
    misread_permille: int = 0


def person_of(spread_ms: int) -> Person:
    """Return a person of a spread; bias, dropped and misread cues grow with it."""
    dropped_permille, misread_permille = max(0, spread_ms - 8) * 6 // 5, max(1, spread_ms // 8)
    return Person(ms(spread_ms), -ms(spread_ms) // 6, dropped_permille, misread_permille)


def inputs_of(chart: Chart, person: Person, rng: Rng, options: RunOptions | None = None) -> list[InputEvent]:
    """Return the person's inputs over the chart; the spread grows in fast runs and recovers in gaps."""
    options = options or RunOptions()
    events: list[InputEvent] = []
    tired, before = 0, None
    for cue in chart.cues:
        fast = cue.time_us - (chart.start_us if before is None else before.time_us) < FATIGUE_GAP_US
        tired = min(FATIGUE_CAP_PERCENT, tired + FATIGUE_PERCENT_A_CUE) if fast else 0
        verbs, before = _read(cue, before, person, rng), cue
        if rng.below(1000) >= person.dropped_permille:
            timing = replace(person, spread_us=person.spread_us * (100 + tired) // 100)
            events += _taps_of(cue, verbs, timing, options, rng)
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


def mash_in_tempo(chart: Chart, verbs: Iterable[Verb], steps_per_beat: int) -> list[InputEvent]:
    """Return all `verbs` pressed at once, exactly on each division of every beat."""
    verbs = tuple(verbs)
    return in_order(
        tap for time_us in _grid(chart, steps_per_beat) for verb in verbs for tap in _tap(verb, time_us, TAP_US)
    )


def alternate_in_tempo(chart: Chart, steps_per_beat: int) -> list[InputEvent]:
    """Return left and right in turn, exactly on each division of every beat."""
    grid = _grid(chart, steps_per_beat)
    return in_order(tap for turn, time_us in enumerate(grid) for tap in _tap(HANDS[turn % 2], time_us, TAP_US))


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


def _grid(chart: Chart, steps_per_beat: int) -> list[Micros]:
    first, last = chart.sections[0].start_beat, chart.sections[-1].end_beat
    return [chart.tempo.to_us(first + Fraction(n, steps_per_beat)) for n in range(int((last - first) * steps_per_beat))]


def _read(cue: Cue, before: Cue | None, person: Person, rng: Rng) -> tuple[Verb, ...]:
    """Return the verbs that the person takes the cue for: sometimes wrong, more often where they change in a hurry."""
    hurried = before is not None and before.verbs != cue.verbs and cue.time_us - before.time_us < MISREAD_GAP_US
    if rng.below(1000) >= person.misread_permille * (MISREAD_HURRY if hurried else 1):
        return cue.verbs
    if len(cue.verbs) > 1:
        return cue.verbs[:1]
    wrong = [verb for verb in (HANDS if cue.verbs[0] in HANDS else Verb) if verb not in cue.verbs]
    return (wrong[rng.below(len(wrong))],)


def _taps_of(cue: Cue, verbs: tuple[Verb, ...], person: Person, options: RunOptions, rng: Rng) -> list[InputEvent]:
    planned_us = press_time_us(cue, options)
    down_us = planned_us + person.bias_us + rng.normal_us(person.spread_us)
    up_us = cue.end_us + rng.normal_us(person.spread_us) if cue.end_us > planned_us else down_us + TAP_US
    length_us = max(SHORTEST_TAP_US, up_us - down_us)
    return [tap for verb in verbs for tap in _tap(verb, down_us, length_us)]


def _tap(verb: Verb, time_us: Micros, length_us: Micros) -> tuple[InputEvent, InputEvent]:
    return InputEvent(time_us, verb, down=True), InputEvent(time_us + length_us, verb, down=False)

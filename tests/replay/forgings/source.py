"""What a forger starts from, and what a kind of forging is.

Each says which verdict it must get. What is changed by hand keeps the old seal; what a program changed is sealed anew,
and its claims are simulated anew where the forger goes to that length.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from game.app.content import load_content
from game.replay.codec import encode, sealed
from game.replay.model import Replay, ReplayHeader, Trace
from game.replay.verify import Verdict
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.timing.units import US_PER_SECOND, Micros
from tests.replay.live import Clocks, play_live
from tests.replay.recording import header_of, person_inputs, simulated_again

HOUR_US = 3_600 * US_PER_SECOND
TRUE, FALSE, UNKNOWN, UNFIT = Verdict.TRUE, Verdict.FALSE, Verdict.UNKNOWN, Verdict.UNFIT


@dataclass(frozen=True)
class Source:
    """What a forger has: the chart, a header, an honest run, and an honest run of another day."""

    chart: Chart
    header: ReplayHeader
    honest: Replay
    other: Replay

    @property
    def trace(self) -> Trace:
        """What was recorded of the honest run."""
        return self.honest.trace


@dataclass(frozen=True)
class Forging:
    """A kind of forging: what makes it, the verdict it must get, and words of the sentence."""

    make: Callable[[Source], bytes]
    verdict: Verdict
    words: str


def source_of(chart: Chart, header: ReplayHeader, spread_ms: int = 15) -> Source:
    """Return what a forger starts from."""
    runs = [
        play_live(header, chart, person_inputs(chart, spread_ms, seed, header.options), Clocks()) for seed in (1, 2)
    ]
    later = 5_000 * US_PER_SECOND
    return Source(chart, header, runs[0], moved_in_time(runs[1], later, later))


def shipped_source() -> Source:
    """Return honest runs over the shipped montage."""
    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    header = replace(header_of(chart, RunOptions()), pack=content.pack.id, song_hash=content.song_hash)
    return source_of(chart, header)


def moved_in_time(replay: Replay, wall_us: Micros, utc_us: Micros) -> Replay:
    """Return a run that was played at another time."""
    return with_walls(replay, lambda was_us: was_us + wall_us, lambda was_us: was_us + utc_us)


def with_walls(
    replay: Replay, wall: Callable[[Micros], Micros], utc: Callable[[Micros], Micros] | None = None
) -> Replay:
    """Return a run whose wall times were changed, and its calendar and device, if those were too."""
    trace = replay.trace
    changed = Trace(
        inputs=tuple(replace(row, wall_us=wall(row.wall_us)) for row in trace.inputs),
        pauses=tuple(replace(row, wall_us=wall(row.wall_us)) for row in trace.pauses),
        witnesses=tuple(
            replace(row, wall_us=wall(row.wall_us), utc_us=row.utc_us if utc is None else utc(row.utc_us))
            for row in trace.witnesses
        ),
        reanchors=tuple(replace(row, wall_us=wall(row.wall_us)) for row in trace.reanchors),
    )
    return replace(replay, trace=changed)


def text_of(source: Source) -> bytes:
    """The honest file."""
    return encode(source.honest)


def table_of(source: Source) -> dict[str, Any]:
    """The honest file's object."""
    table = json.loads(text_of(source))
    assert isinstance(table, dict)
    return table


def by_hand(part: str, key: str, value: object) -> Callable[[Source], bytes]:
    """A field changed in an editor: the old seal stays."""

    def make(source: Source) -> bytes:
        table = table_of(source)
        table[part][key] = value
        return json.dumps(table, separators=(",", ":"), sort_keys=True).encode()

    return make


def by_program(part: str, key: str, value: object) -> Callable[[Source], bytes]:
    """A field changed by a program that seals the file anew."""

    def make(source: Source) -> bytes:
        table = table_of(source)
        table[part][key] = value
        return sealed(table)

    return make


def under_conditions(source: Source, **conditions: Any) -> bytes:
    """The honest run under other conditions, its claims simulated again."""
    changed = replace(source.honest, conditions=replace(source.honest.conditions, **conditions))
    return encode(simulated_again(changed, source.chart))

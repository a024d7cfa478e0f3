"""A true replay counts unless its clock could have changed the score: a stutter could not, another speed could."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.clock_check import ClockWalk, walk_clock
from game.replay.fit import unfit_reasons
from game.replay.model import Replay
from game.sim.chart import Difficulty
from game.sim.events import Judged
from game.sim.rng import Rng
from game.sim.simulate import simulate
from game.timing.steadiness import Step
from game.timing.units import US_PER_SECOND, Micros, ms
from tests.golden.frozen import frozen_chart
from tests.replay.recording import person_run

CHART = frozen_chart(Difficulty.NORMAL)
Steps = Callable[[Replay], list[Step]]


@pytest.fixture(scope="module")
def played() -> tuple[Replay, ClockWalk, list[Judged]]:
    """Return a person's run over a steady clock."""
    replay = person_run(CHART)
    walk = walk_clock(replay, CHART)
    assert isinstance(walk, ClockWalk)
    inputs = (row.event for row in replay.trace.inputs)
    _, events = simulate(CHART, replay.header.options, MINIGAMES, inputs)
    return replay, walk, [event for event in events if isinstance(event, Judged)]


def span(replay: Replay) -> tuple[Micros, Micros]:
    return replay.trace.witnesses[0].wall_us, replay.trace.witnesses[-1].wall_us


def busy_machine(replay: Replay) -> list[Step]:
    """More than a second of twenty, one to three buffers at a time, whenever it happens."""
    lots, (from_us, to_us) = Rng(3), span(replay)
    count = 26 * (to_us - from_us) // (20 * US_PER_SECOND)
    times = sorted(from_us + lots.below(to_us - from_us) for _ in range(count))
    return [(wall_us, -ms(21) * (1 + lots.below(3))) for wall_us in times]


def slow_device(replay: Replay) -> list[Step]:
    from_us, to_us = span(replay)
    return [(wall_us, -ms(2)) for wall_us in range(from_us, to_us, ms(200))]


def halved_monotonic_clock(replay: Replay) -> list[Step]:
    from_us, to_us = span(replay)
    return [(wall_us, ms(10)) for wall_us in range(from_us, to_us, ms(10))]


def stopped_at_its_presses(replay: Replay) -> list[Step]:
    downs = [row.wall_us for row in replay.trace.inputs if row.down]
    return [(press_us - ms(30), -ms(30)) for before_us, press_us in pairwise(downs) if press_us - before_us > ms(200)]


def leaping(replay: Replay) -> list[Step]:
    return [(span(replay)[0] + ms(9_000), ms(1_500))]


def reasons_of(played: tuple[Replay, ClockWalk, list[Judged]], steps: list[Step]) -> tuple[str, ...]:
    """Return why a run does not count whose song time and device left the line in these steps."""
    replay, walk, judged = played
    followed = [
        replace(row, device_us=(row.device_us or 0) + sum(step for wall_us, step in steps if wall_us <= row.wall_us))
        for row in replay.trace.witnesses
    ]
    trace = replace(replay.trace, witnesses=tuple(followed))
    return unfit_reasons(replace(replay, trace=trace), CHART, judged, replace(walk, steps=tuple(steps)))


def clock_reasons(played: tuple[Replay, ClockWalk, list[Judged]], steps: Steps) -> tuple[str, ...]:
    return tuple(reason for reason in reasons_of(played, steps(played[0])) if "song time" not in reason)


def test_a_steady_run_counts(played: tuple[Replay, ClockWalk, list[Judged]]) -> None:
    assert reasons_of(played, []) == ()


def test_a_run_on_a_busy_machine_counts(played: tuple[Replay, ClockWalk, list[Judged]]) -> None:
    assert sum(step_us for _, step_us in busy_machine(played[0])) < -ms(4000)
    assert clock_reasons(played, busy_machine) == ()


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (slow_device, "the sound ran at 0.990 of its speed"),
        (halved_monotonic_clock, "the sound stuttered"),
        (stopped_at_its_presses, "the song stood still just before"),
        (leaping, "its clock jumped by 1500 ms"),
    ],
)
def test_what_could_change_a_score_does_not_count(
    played: tuple[Replay, ClockWalk, list[Judged]], steps: Steps, sentence: str
) -> None:
    assert any(reason.startswith(sentence) for reason in clock_reasons(played, steps)), clock_reasons(played, steps)


def test_a_device_that_runs_apart_from_the_song_does_not_count(
    played: tuple[Replay, ClockWalk, list[Judged]],
) -> None:
    replay, walk, judged = played
    rows = replay.trace.witnesses
    slow = [replace(row, device_us=row.wall_us - (row.wall_us - rows[0].wall_us) // 50) for row in rows]
    reasons = unfit_reasons(replace(replay, trace=replace(replay.trace, witnesses=tuple(slow))), CHART, judged, walk)
    assert any(reason.startswith("the sound device") for reason in reasons)

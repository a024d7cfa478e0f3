"""Taps of Road work are drawn at the pace that the earlier ones brought about."""

from collections.abc import Sequence

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim import simulate
from game.sim.actions import InputEvent
from game.sim.chart import Cue
from game.sim.options import RunMode, RunOptions
from game.sim.rng import Rng
from game.sim.session import Session
from game.timing.units import Micros
from tests.charts import BEAT_US, At, L, R, chart_of

ROAD = RunOptions(seed=5, mode=RunMode.ROAD)
SPREAD_US = 20_000


def test_a_tap_at_the_very_moment_of_a_decision_counts_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = chart_of("yard", At(2, "lift", L), At(5, "lift", R))
    spreads_us = []

    def exact_taps(cues: Sequence[Cue], spread_us: Micros, options: RunOptions, rng: Rng) -> list[InputEvent]:
        spreads_us.append(spread_us)
        return [
            InputEvent(cue.time_us + held_us, cue.verbs[0], held_us == 0) for cue in cues for held_us in (0, 60_000)
        ]

    monkeypatch.setattr(simulate, "spread_taps", exact_taps)
    inputs = simulate.road_inputs(chart, ROAD, MINIGAMES, SPREAD_US)
    assert [event.time_us for event in inputs if event.down] == [2 * BEAT_US, 5 * BEAT_US]
    assert spreads_us[:2] == [SPREAD_US * 9_000 // 10_000, SPREAD_US * 9_060 // 10_000]
    played = Session(chart, ROAD, MINIGAMES)
    for event in inputs:
        played.queue(event)
    played.advance_to(simulate.END_OF_TIME_US)
    assert played.course.pace_at(5 * BEAT_US) == 9_060

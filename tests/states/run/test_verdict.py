"""One line about a round of practice says its grade, its clean hits, and which way they lie."""

from fractions import Fraction

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent
from game.sim.events import Judged
from game.sim.options import RunOptions
from game.sim.simulate import simulate
from game.states.run.verdict import verdict_of
from tests.charts import At, L, R, chart_of

CHART = chart_of("yard", *(At(Fraction(beat), "lift", (L, R)[beat % 2]) for beat in (2, 3, 4, 5)), bars=2)


def said(*offsets_us: int, strays: int = 0) -> str:
    taps = [
        InputEvent(cue.time_us + offset_us, cue.verbs[0], down=True)
        for cue, offset_us in zip(CHART.cues, offsets_us, strict=False)
    ]
    strays_at = CHART.sections[0].end_us - 700_000
    taps += [InputEvent(strays_at + place * 200_000, (L, R)[place % 2], down=True) for place in range(strays)]
    session, events = simulate(CHART, RunOptions(), MINIGAMES, taps)
    judged = [event for event in events if isinstance(event, Judged)]
    errors_ms = [event.offset_us / 1000 for event in judged if event.offset_us is not None]
    return verdict_of(session, judged, errors_ms)


@pytest.mark.parametrize(
    ("offsets_us", "line"),
    [
        ((0, 0, 0, 0), "Perfect: 4 of 4 clean, on time"),
        ((20_000, 20_000, 20_000, 20_000), "Perfect: 4 of 4 clean, 20 ms late"),
        ((-70_000, -70_000, -70_000, -70_000), "Superb: 0 of 4 clean, 70 ms early"),
        ((), "Try again: 0 of 4 clean"),
    ],
)
def test_it_says_which_way_the_hits_lie(offsets_us: tuple[int, ...], line: str) -> None:
    assert said(*offsets_us).partition(":")[2] == line.partition(":")[2]


def test_it_counts_stray_presses() -> None:
    assert said(0, 0, 0, 0, strays=1).endswith("1 stray press")
    assert said(0, 0, 0, 0, strays=2).endswith("2 stray presses")

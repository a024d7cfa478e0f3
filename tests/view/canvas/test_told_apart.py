"""Did it work? Clean, early, late and missed are four different pictures of the body and the world, for every kind of
cue.
"""

import pytest

from game.commands.bench import answers as bench_answers
from game.commands.bench.answers import PRESSED, first_of_each_kind, measure, played
from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.events import Judged, Part
from game.sim.options import RunOptions
from game.sim.session import Session
from tests import shipped
from tests.levels.montage import SECTIONS

AT_LEAST_PX, NEXT_FRAME_PX = 1000, 40
KINDS = tuple(
    f"{name}.{kind.name}" for name in SECTIONS if not MINIGAMES[name].spec.borrows for kind in MINIGAMES[name].spec.cues
)


@pytest.fixture(scope="module")
def apart() -> dict[str, dict[tuple[str, str], int]]:
    return measure()


@pytest.mark.parametrize("kind", KINDS)
def test_each_two_ways_of_answering_a_cue_look_different(
    apart: dict[str, dict[tuple[str, str], int]], kind: str
) -> None:
    ways = {pair: pixels for pair, pixels in apart[kind].items() if pair != PRESSED}
    assert all(pixels >= AT_LEAST_PX for pixels in ways.values()), ways


@pytest.mark.parametrize("kind", KINDS)
def test_a_press_is_seen_on_the_next_frame(apart: dict[str, dict[tuple[str, str], int]], kind: str) -> None:
    assert apart[kind][PRESSED] >= NEXT_FRAME_PX


@pytest.mark.parametrize("way", list(bench_answers.WAYS))
def test_a_cue_is_played_the_way_it_is_called(way: str) -> None:
    chart: Chart = shipped.chart(Difficulty.HARD)
    perfect = autoplay_inputs(chart, RunOptions(), 0.0)
    offset = bench_answers.WAYS[way]
    for cue, name in first_of_each_kind(chart):
        session = Session(chart, RunOptions(), MINIGAMES)
        for event in played(perfect, cue, offset):
            session.queue(event)
        told = [event for event in session.advance_to(cue.time_us + 200_000) if isinstance(event, Judged)]
        mine = next(event for event in told if event.cue_id == cue.id and event.part is Part.PRESS)
        assert mine.offset_us == (None if offset is None else offset * 1000), name

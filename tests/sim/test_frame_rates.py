"""No method of the session knows a frame: any frame rate gives one digest."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.claims import closing_of, setup_of
from game.sim.options import RunOptions
from game.sim.session import Session
from tests.replay.recording import CHART, recorded_run

FRAME_RATES = (1, 7, 24, 29, 30, 50, 59, 60, 75, 120, 144, 197, 240, 999)


@pytest.mark.parametrize("frames_per_second", FRAME_RATES)
def test_the_same_presses_give_the_same_digest_at_any_frame_rate(frames_per_second: int) -> None:
    recorded = recorded_run()
    session = Session(CHART, RunOptions(seed=5), MINIGAMES, setup_of(recorded.header))
    inputs = [row.event for row in recorded.trace.inputs]
    frame = 0
    while not session.ended:
        frame += 1
        now_us = frame * 1_000_000 // frames_per_second
        while inputs and inputs[0].time_us <= now_us:
            session.queue(inputs.pop(0))
        session.advance_to(now_us)
    assert session.digest(closing_of(recorded.conditions)) == recorded.result.digest

"""See the silence: rings under the bridge show the player's own pace, and nothing of the song's."""

import pygame
import pytest

from game.minigames.bridge import own_pace
from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Cue, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import Micros, ms
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.options import ViewOptions
from tests import shipped

PLAIN, SEEN = ViewOptions(), ViewOptions(see_silence=True)
SLOW_US = ms(12)
"""How much later each step comes than the one before."""


@pytest.fixture(scope="module")
def bridge() -> Chart:
    return shipped.chart(Difficulty.NORMAL).only("bridge")


def silent_from(chart: Chart) -> int:
    """Return how many steps are heard."""
    return next(place for place, cue in enumerate(chart.cues) if not cue.kind.heard)


def tapped(cue: Cue, late_us: Micros) -> tuple[InputEvent, InputEvent]:
    at_us = cue.time_us + late_us
    return InputEvent(at_us, cue.verbs[0], down=True), InputEvent(at_us + ms(50), cue.verbs[0], down=False)


def picture(chart: Chart, steps: int, time_us: Micros, options: ViewOptions) -> bytes:
    """Return a time's picture after so many steps, each a little slower than the song."""
    stage, session = shipped.new_stage(chart, options), Session(chart, RunOptions(), MINIGAMES)
    for place, cue in enumerate(chart.cues[:steps]):
        for event in tapped(cue, place * SLOW_US):
            session.queue(event)
    stage.on_events(session.advance_to(time_us))
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    stage.draw(target, time_us)
    return pygame.image.tobytes(target, "RGB")


def test_in_the_silence_his_pace_is_seen_with_the_assist_only(bridge: Chart) -> None:
    heard = silent_from(bridge)
    time_us = bridge.cues[heard].time_us - ms(150)
    assert picture(bridge, heard, time_us, SEEN) != picture(bridge, heard, time_us, PLAIN)


def test_while_the_heart_is_heard_nothing_is_shown(bridge: Chart) -> None:
    time_us = bridge.cues[silent_from(bridge) - 1].time_us - ms(150)
    assert picture(bridge, 2, time_us, SEEN) == picture(bridge, 2, time_us, PLAIN)


def test_who_does_not_step_is_shown_nothing(bridge: Chart) -> None:
    time_us = bridge.cues[silent_from(bridge)].time_us - ms(150)
    assert picture(bridge, 0, time_us, SEEN) == picture(bridge, 0, time_us, PLAIN)


def test_the_ring_meets_the_still_one_at_his_own_pace(bridge: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(pygame.draw, "ellipse", lambda _, __, area, thick: drawn.append(area.width // 2))
    heard = silent_from(bridge)
    his_us = bridge.cues[heard - 1].time_us + (heard - 1) * SLOW_US
    pace_us = (his_us - bridge.cues[0].time_us) // (heard - 1)
    picture(bridge, heard, his_us + pace_us, SEEN)
    assert own_pace.OUTER_PX in drawn and drawn.count(own_pace.OUTER_PX) == 2, "not a step of the song, but of his own"

"""Keys alone never make a window of the picture flash, on dark ground or bright, in the densest rows of all."""

import pygame
import pytest

from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.storage.paths import assets_dir
from game.timing.units import US_PER_SECOND
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.hints.chalk import Chalk
from game.view.hints.draw_hints import HintOptions, draw_hints
from game.view.hints.hint_track import HintTrack
from game.view.hints.key_face import KeyFace
from game.view.ui.fonts import Fonts
from tests.levels.montage import chart
from tests.view.stage.flash_windows import WindowedFlashes, cells_of

FRAMES_PER_SECOND = 30
SECONDS = 4
"""Of each section the last seconds, which are its densest."""
MOST_A_SECOND = 1
DARK, BRIGHT = (8, 8, 12), (210, 210, 200)
OFF_MS = 30.0
"""How far a press is off at random, so that every kind of answer is drawn."""


@pytest.mark.parametrize("ground", [DARK, BRIGHT])
@pytest.mark.parametrize("section", ["speed_bag", "steps", "summit"])
def test_keys_alone_do_not_flash(section: str, ground: tuple[int, int, int]) -> None:
    played = chart(max(Difficulty, key=lambda level: len(chart(level).cues))).only(section)
    session, log, track = Session(played, RunOptions(), MINIGAMES), EventLog(), HintTrack(played)
    for event in autoplay_inputs(played, RunOptions(), OFF_MS):
        session.queue(event)
    options = HintOptions(dict.fromkeys(Verb, KeyFace("M")), Chalk(Fonts(assets_dir() / "fonts")), None)
    target, flashes = pygame.Surface((WIDTH, HEIGHT), 0, 32), WindowedFlashes(FRAMES_PER_SECOND)
    from_us = max(played.start_us, played.end_us - SECONDS * US_PER_SECOND)
    for frame in range(SECONDS * FRAMES_PER_SECOND):
        time_us = from_us + frame * US_PER_SECOND // FRAMES_PER_SECOND
        log.on_events(session.advance_to(time_us))
        target.fill(ground)
        draw_hints(target, track.at(time_us, log, None), options, (320, 180))
        flashes.see(frame, cells_of(target))
    assert flashes.worst <= MOST_A_SECOND, f"{flashes.worst} in frame {flashes.worst_at}"

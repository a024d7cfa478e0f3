"""The real game in its menus while the sound server dies and comes back: nothing falls over, and menus sound again."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from game.app.application import RunUntil, open_application
from game.commands.bench.live.recording import SoundCapture
from game.platform.audio.device.device_watch import LOST_NOTICE
from game.platform.audio.player import AudioPlayer
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.states.machine import Machine
from game.states.screens import sample_transition
from game.storage.paths import user_paths
from game.timing.units import US_PER_SECOND, Micros, ms
from tests.platform.audio.sound_server import NEEDS_SERVER, real_server

pytestmark = NEEDS_SERVER

PRESS_EVERY_US = ms(250)
AWAY_US = 4 * US_PER_SECOND
PATIENCE_US = 40 * US_PER_SECOND
RECORDED_US = 2 * US_PER_SECOND
LEAST_PEAK = 100
"""Of 32767: a menu's tick is far louder, the silence between exactly 0."""


class MenuPlayer:
    """Walks up and down a menu, and does one thing after another to the sound server."""

    def __init__(self, story: Callable[["MenuPlayer"], Iterator[None]]) -> None:
        self.now_us: Micros = 0
        self._began_us: Micros | None = None
        self._pressed_us: Micros = 0
        self._presses = 0
        self._story = story(self)

    def over(self, machine: Machine, wall_us: Micros) -> bool:
        """Press a key four times a second; return whether the story is over."""
        if self._began_us is None:
            self._began_us = wall_us
        self.now_us = wall_us - self._began_us
        if self.now_us - self._pressed_us >= PRESS_EVERY_US:
            self._pressed_us = self.now_us
            self._presses += 1
            key = "DOWN" if self._presses % 2 else "UP"
            events = [ButtonEvent(wall_us, InputDevice.KEYBOARD, key, down) for down in (True, False)]
            machine.on_device_events(events, wall_us)
        return next(self._story, self) is self

    def wait(self, duration_us: Micros) -> Iterator[None]:
        """Let time pass."""
        until_us = self.now_us + duration_us
        while self.now_us < until_us:
            yield


@pytest.mark.slow
@pytest.mark.parametrize("screen", ["menu", "settings", "practice"])
def test_the_server_dies_in_a_menu_and_the_menu_sounds_again_when_it_is_back(tmp_path: Path, screen: str) -> None:
    launch = argparse.Namespace(level=None, pack=None, safe=False, claps=False, difficulty=None)
    home = user_paths({"LACE_UP_HOME": str(tmp_path)})
    with real_server(tmp_path / "server") as server, open_application(launch, home) as application:
        app = application.app
        player = app.loaded.wait().player
        assert isinstance(player, AudioPlayer)
        recordings: list[SoundCapture] = []
        said: list[str | None] = []

        def story(menu: MenuPlayer) -> Iterator[None]:
            yield from menu.wait(US_PER_SECOND)
            server.kill()
            yield from menu.wait(AWAY_US)
            said.append(player.notice)
            server.start()
            back_by_us = menu.now_us + PATIENCE_US
            while player.is_silent:
                assert menu.now_us < back_by_us, "the device is not found again"
                yield
            recordings.append(SoundCapture(app.clock))
            yield from menu.wait(RECORDED_US)

        menu = MenuPlayer(story)
        machine = application.machine(sample_transition(app, screen))
        application.loop.run(RunUntil(machine, menu.over))
        (recording,) = recordings
        recording.stop()
        assert machine.screen == screen
        assert said == [LOST_NOTICE]
        assert max(int(np.abs(side.astype(int)).max(initial=0)) for side in recording.sides()) > LEAST_PEAK

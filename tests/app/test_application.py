"""The window is closed while things are still being loaded: nothing goes on behind it."""

import threading
from argparse import Namespace
from pathlib import Path

import pytest

from game.app.application import open_application
from game.app.content import load_content
from game.platform.audio.silent_player import SilentPlayer
from game.sim.chart import Difficulty
from game.states import loading
from game.states.loading import THREAD_NAME
from game.timing.clock import ManualClock

LAUNCH = Namespace(level=None, pack=None, safe=False, claps=False, difficulty=None)


class SlowPlayer(SilentPlayer):
    """A player that never gets ready."""

    def __init__(self, opened: threading.Event) -> None:
        super().__init__(ManualClock(0), "slow")
        self.closed = False
        opened.set()

    @property
    def progress(self) -> float:
        return 0.0

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setenv("LACE_UP_HOME", str(tmp_path))


def test_a_window_that_closes_gives_up_loading_and_closes_the_player(monkeypatch: pytest.MonkeyPatch) -> None:
    opened, players = threading.Event(), list[SlowPlayer]()

    def open_player(*_: object, **__: object) -> SlowPlayer:
        players.append(SlowPlayer(opened))
        return players[-1]

    monkeypatch.setattr("game.app.application.open_song_player", open_player)
    with open_application(LAUNCH):
        assert opened.wait(20)
    assert [thread.name for thread in threading.enumerate() if thread.name == THREAD_NAME] == []
    assert [player.closed for player in players] == [True]


def test_a_window_that_closes_before_the_sound_device_is_opened_opens_none(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, closing, opened = threading.Event(), threading.Event(), threading.Event()

    def slow_content(level: str | None, pack: str | None, difficulty: Difficulty | None) -> object:
        reading.set()
        assert closing.wait(20)
        return load_content(level, pack, difficulty)

    def join_all() -> None:
        closing.set()
        loading.join_all()

    monkeypatch.setattr("game.app.application.load_content", slow_content)
    monkeypatch.setattr("game.app.application.join_all", join_all)
    monkeypatch.setattr("game.app.application.open_song_player", lambda *_, **__: SlowPlayer(opened))
    with open_application(LAUNCH):
        assert reading.wait(20)
    assert not opened.is_set()

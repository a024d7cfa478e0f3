"""The player on a real sound server that dies, hangs, is moved, suspended or not there: it plays on, and returns on its
sample.

Servers take real time, so the default tests share one player where the server survives: about 40 s in all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pygame
import pytest

from game.platform.audio.device.device_watch import LOST_NOTICE
from tests.platform.audio.real_rig import (
    RealRig,
    assert_on_its_sample,
    assert_the_song_goes_on_alone,
    playing,
    usual_lateness_ms,
)
from tests.platform.audio.sound_server import NEEDS_SERVER, SoundServer, real_server

pytestmark = NEEDS_SERVER

LONG = (pytest.mark.slow, pytest.mark.timeout(200))
USUAL_MS = 0.0
"""How late a song is heard on a null sink whose delay is known."""
LONGEST_POLL_GAP_US = 60_000
"""What a loaded test machine may take between two steps; opening on the frame's thread took 116 ms and more."""


@dataclass(frozen=True)
class Lasting:
    """A server that survives, a player on it, and how late it is heard as a rule, in ms."""

    server: SoundServer
    rig: RealRig
    usual_ms: float


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lasting]:
    """Return one for all tests that leave the server as they found it."""
    folder = tmp_path_factory.mktemp("lasting")
    with real_server(folder / "server") as server, playing(folder) as rig:
        yield Lasting(server, rig, usual_lateness_ms(rig))


@pytest.mark.parametrize("away_s", [0.5, *(pytest.param(away_s, marks=LONG) for away_s in (3, 60))])
def test_the_server_dies_and_the_run_goes_on_until_it_returns_on_its_sample(
    real_rig: RealRig, sound_server: SoundServer, away_s: float
) -> None:
    usual_ms = usual_lateness_ms(real_rig)
    sound_server.kill()
    assert_the_song_goes_on_alone(real_rig)
    real_rig.touch_everything()
    real_rig.run(max(0.1, away_s - 0.4))
    sound_server.start()
    real_rig.run_until_back()
    if away_s > 50:
        real_rig.player.start(real_rig.chart, 0, 1000)
    assert_on_its_sample(real_rig, usual_ms)
    assert real_rig.notices == [LOST_NOTICE]


@pytest.mark.slow
def test_whatever_is_called_without_a_server_does_nothing(real_rig: RealRig, sound_server: SoundServer) -> None:
    sound_server.kill()
    for _ in range(40):
        real_rig.run(0.1)
        real_rig.touch_everything()
    real_rig.player.stop()
    real_rig.player.start(real_rig.chart, 0, 1000)
    real_rig.player.prepare(500)
    real_rig.run(1)
    assert sorted(real_rig.gaps_us)[-3] < LONGEST_POLL_GAP_US


def test_without_a_server_at_the_start_the_run_goes_on_and_sound_comes_with_the_server(
    sound_server: SoundServer, tmp_path: Path
) -> None:
    sound_server.kill()
    with playing(tmp_path) as real_rig:
        assert_the_song_goes_on_alone(real_rig)
        assert real_rig.player.notice is not None
        assert real_rig.player.notice.startswith("No sound device opens")
        assert "not ranked" in real_rig.player.notice
        assert real_rig.player.progress == 1.0, "loading does not wait for a device"
        real_rig.touch_everything()
        sound_server.start()
        real_rig.run_until_back()
        real_rig.player.wait_until_loaded()
        real_rig.run(0.5)
        assert_on_its_sample(real_rig, USUAL_MS)


@pytest.mark.slow
def test_a_device_that_is_gone_again_while_it_is_opened_is_opened_once_more(
    real_rig: RealRig, sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual_ms = usual_lateness_ms(real_rig)
    plays, failures = pygame.mixer.music.load, [pygame.error("gone again"), pygame.error("and again")]

    def load(file: BytesIO, kind: str) -> None:
        if failures:
            raise failures.pop()
        plays(file, kind)

    monkeypatch.setattr(pygame.mixer.music, "load", load)
    sound_server.kill()
    assert_the_song_goes_on_alone(real_rig)
    sound_server.start()
    real_rig.run_until_back()
    assert not failures
    assert_on_its_sample(real_rig, usual_ms)


@pytest.fixture
def song(lasting: Lasting) -> Lasting:
    """Begin the song again."""
    lasting.rig.player.start(lasting.rig.chart, 0, 1000)
    lasting.rig.run(1.0)
    return lasting


def test_a_stream_that_is_moved_to_another_sink_is_heard_there(song: Lasting) -> None:
    song.server.move_streams("second")
    song.rig.run(0.5)
    assert song.server.ask("set-default-sink", "second"), "whose monitor is recorded"
    assert_on_its_sample(song.rig, song.usual_ms)
    song.server.move_streams("first")
    assert song.server.ask("set-default-sink", "first")


@pytest.mark.slow
def test_a_changed_default_changes_nothing_of_what_plays(song: Lasting) -> None:
    assert song.server.ask("set-default-sink", "second")
    song.rig.run(0.5)
    assert song.server.ask("set-default-sink", "first"), "whose monitor is recorded"
    assert_on_its_sample(song.rig, song.usual_ms)


def test_a_suspended_sink_is_a_lost_device_and_returns(song: Lasting) -> None:
    song.server.ask("suspend-sink", "first", "1")
    assert_the_song_goes_on_alone(song.rig)
    assert song.rig.player.notice == LOST_NOTICE
    song.server.ask("suspend-sink", "first", "0")
    song.rig.run_until_back()
    assert_on_its_sample(song.rig, song.usual_ms)


def test_a_server_that_hangs_stops_nothing(song: Lasting) -> None:
    song.rig.gaps_us.clear()
    song.server.halt()
    assert_the_song_goes_on_alone(song.rig)
    song.rig.run(1)
    song.rig.touch_everything()
    song.server.go_on()
    song.rig.run_until_back()
    song.rig.run(1)
    assert_on_its_sample(song.rig, song.usual_ms)
    assert sorted(song.rig.gaps_us)[-3] < LONGEST_POLL_GAP_US

"""Tapping the beat along with a song: counted in, heard, asked."""

from pathlib import Path

import pygame
import pytest

from game.app.tapping import AGAIN, COUNT_IN_S, DONE, LEAVE, TapScreen
from game.platform.input.input_events import ButtonEvent, DeviceEvent, InputDevice, WindowEvent
from game.storage.paths import assets_dir
from game.timing.tapped_tempo import FEWEST_TAPS
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Fonts

BEGIN_US = COUNT_IN_S * US_PER_SECOND
BEAT_US = 500_000


class Song:
    """A song that plays until it is stopped."""

    plays = False

    def play(self) -> None:
        self.plays = True

    def stop(self) -> None:
        self.plays = False


@pytest.fixture
def song() -> Song:
    return Song()


@pytest.fixture
def screen(song: Song) -> TapScreen:
    """Return the screen when the song has just begun."""
    found = TapScreen(song, Fonts(assets_dir() / "fonts"), 0)
    found.advance(BEGIN_US - 1)
    assert not song.plays
    found.advance(BEGIN_US)
    assert song.plays
    return found


def press(screen: TapScreen, key: str, wall_us: Micros) -> None:
    event: DeviceEvent = ButtonEvent(wall_us, InputDevice.KEYBOARD, key, down=True)
    screen.on_poll([event], wall_us)


def tap(screen: TapScreen, count: int) -> None:
    for beat in range(1, count + 1):
        press(screen, "SPACE", BEGIN_US + beat * BEAT_US)


def test_taps_are_times_of_the_song_and_the_tempo_is_asked_about(screen: TapScreen, song: Song) -> None:
    tap(screen, 16)
    press(screen, DONE, BEGIN_US + 17 * BEAT_US)
    picture = screen.picture(BEGIN_US + 17 * BEAT_US)

    assert not song.plays and not screen.finished
    assert (picture.words, picture.sentences[0]) == ("120.0 beats a minute", "16 taps, even to 0 ms")
    press(screen, DONE, BEGIN_US + 18 * BEAT_US)
    assert screen.finished
    assert screen.taps_us == [beat * BEAT_US for beat in range(1, 17)]


def test_too_few_taps_are_no_beat(screen: TapScreen) -> None:
    tap(screen, FEWEST_TAPS - 1)
    press(screen, DONE, BEGIN_US + 20 * BEAT_US)

    assert screen.picture(BEGIN_US + 20 * BEAT_US).sentences[0] == "7 taps, 8 at least"


def test_a_key_in_the_count_in_is_no_tap(song: Song) -> None:
    screen = TapScreen(song, Fonts(assets_dir() / "fonts"), 0)
    press(screen, "SPACE", 1_000_000)

    assert screen.taps_us == [] and screen.picture(1_000_000).words == "2"


def test_backspace_begins_again(screen: TapScreen, song: Song) -> None:
    tap(screen, 9)
    press(screen, AGAIN, BEGIN_US + 10 * BEAT_US)

    assert screen.taps_us == [] and not song.plays


def test_the_end_of_the_song_asks(screen: TapScreen, song: Song) -> None:
    tap(screen, 9)
    song.plays = False
    screen.advance(BEGIN_US + 20 * BEAT_US)

    assert screen.picture(BEGIN_US + 20 * BEAT_US).sentences[1] == "Is that the beat?"


@pytest.mark.parametrize("how", [LEAVE, WindowEvent.CLOSE_ASKED])
def test_who_leaves_has_tapped_nothing(screen: TapScreen, song: Song, how: str | WindowEvent) -> None:
    tap(screen, 12)
    if isinstance(how, WindowEvent):
        screen.on_device_events([how], BEGIN_US)
    else:
        press(screen, how, BEGIN_US + 13 * BEAT_US)

    assert screen.finished and screen.taps_us == [] and not song.plays


def test_a_tap_is_answered_by_the_picture(screen: TapScreen, tmp_path: Path) -> None:
    canvas, after_us = pygame.Surface((640, 360), 0, 32), BEGIN_US + BEAT_US + 10_000
    screen.draw(canvas, after_us, lambda: None)
    before = canvas.get_at((320, 178))
    tap(screen, 1)
    screen.draw(canvas, after_us, lambda: None)

    assert canvas.get_at((320, 178)) != before

"""The song in memory: which of its files each rate plays, and what a song without stems or without a file does."""

import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.song.song import SongAudio
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from tests.charts import chart_of

RATE = 48_000
FRAMES = 4800


@pytest.fixture(autouse=True)
def mixer() -> Iterator[None]:
    """A mixer that is never listened to: only its memory is used."""
    pygame.mixer.init(RATE, -16, 2, 1024, allowedchanges=0)
    yield
    pygame.mixer.quit()


def sound(folder: Path, name: str, level: int) -> Path:
    """Write a tenth of a second of one level."""
    path = folder / name
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(np.full(FRAMES, level, np.int16).tobytes())
    return path


def loaded(audio: SongAudio, rate_permille: int = 1000) -> Stems:
    stems = Stems(audio)
    assert not any(stems.load(name) for name in stems.missing(rate_permille))
    return stems


def level(stems: Stems, frame: int = 100, rate_permille: int = 1000) -> int:
    return int(stems.read(frame, 1, StemGains(chart_of("yard")), rate_permille)[0, 0])


def test_files_have_whatever_names_the_song_gives_them(tmp_path: Path) -> None:
    audio = SongAudio({"bed": sound(tmp_path, "one.wav", 1000), "low": sound(tmp_path, "two.wav", 200)})
    assert level(loaded(audio)) == 1200


def test_a_stem_that_no_band_names_is_always_heard(tmp_path: Path) -> None:
    audio = SongAudio({"bed": sound(tmp_path, "a.wav", 1000), "accordion": sound(tmp_path, "b.wav", 30)})
    assert level(loaded(audio)) == 1030


def test_a_song_without_stems_plays_its_whole_mix(tmp_path: Path) -> None:
    audio = SongAudio(
        mixes={1000: sound(tmp_path, "all.wav", 500), 500: sound(tmp_path, "slow.wav", 70)},
        lead_in=sound(tmp_path, "in.wav", 6),
        ring_out=sound(tmp_path, "out.wav", 5),
    )
    stems = loaded(audio)
    assert [level(stems, frame) for frame in (-1, 0, FRAMES - 1, FRAMES)] == [6, 500, 500, 5]
    assert stems.rings_out_at(FRAMES) and not stems.rings_out_at(FRAMES - 1)
    assert level(loaded(audio, 500), rate_permille=500) == 70


@pytest.mark.parametrize("rate_permille", [1000, 750])
def test_what_the_song_does_not_name_is_silent_and_said(rate_permille: int) -> None:
    stems = Stems(SongAudio())
    (name,) = stems.missing(rate_permille)
    problem = stems.load(name)
    assert problem is not None and name in problem.sentence
    assert level(stems, rate_permille=rate_permille) == 0

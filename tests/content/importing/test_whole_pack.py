"""From a sound file to a pack that passes its check and is played perfectly on every difficulty."""

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

soundfile = pytest.importorskip("soundfile", reason="importing songs needs soundfile")
pytest.importorskip("scipy", reason="importing songs needs scipy")

from game.cli import main
from game.content.importing.practice_mix import cuts_among, practice_mix
from game.content.importing.recording import SAMPLE_RATE
from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE
from tests.content.importing.songs import beats_at, drummed, struck, write_sound


def made(song: Path, root: Path, *flags: str) -> int:
    """Make a pack of a song by the command; return its exit status."""
    return main(["packs", "from", str(song), "-o", str(root), *flags])


def score(root: Path, difficulty: str, capsys: pytest.CaptureFixture[str]) -> int:
    """Play a pack without a window; return the score."""
    capsys.readouterr()
    words = ["play", "--headless", "--autoplay", "--json", "--pack", str(root), "--difficulty", difficulty]
    assert main(words) == 0
    found: int = json.loads(capsys.readouterr().out)["score"]
    return found


def test_a_song_becomes_a_pack(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    song = write_sound(home / "song.mp3", drummed(beats_at(126, 52, 1.0)))

    assert made(song, home / "mine", "--title", "Mine", "--author", "Ada") == 0
    assert "no findings" in capsys.readouterr().out
    assert [score(home / "mine", difficulty, capsys) for difficulty in Difficulty] == [1_000_000] * len(Difficulty)
    described = tomllib.loads((home / "mine" / "pack.toml").read_text(encoding="utf-8"))
    assert (described["title"], described["author"]) == ("Mine", "Ada")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_long_song_with_quiet_and_loud_stretches_uses_every_kind_of_place(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    song = write_sound(home / "song.flac", drummed(beats_at(140, 4 * 120, 1.0, 0.04), (0, 96)))

    assert made(song, home / "long") == 0
    out = capsys.readouterr().out
    assert "no findings" in out and "steps, summit" in out
    assert [score(home / "long", difficulty, capsys) for difficulty in Difficulty] == [1_000_000] * len(Difficulty)
    assert main(["packs", "zip", str(home / "long"), "-o", str(home / "long.zip")]) == 0
    assert main(["packs", "install", str(home / "long.zip")]) == 0


@pytest.mark.parametrize("rate", [min(RATES_PERMILLE), 900, max(RATES_PERMILLE)])
def test_practice_rates_keep_onsets_and_pitch(rate: int) -> None:
    rng = np.random.default_rng(2)
    samples = np.zeros((6 * SAMPLE_RATE, 2), np.float32)
    clicks = np.arange(0.5, 5.5, 0.25)
    for click in clicks:
        sound = struck(0.1, 880, 0.0, rng)
        first = round(click * SAMPLE_RATE)
        samples[first : first + len(sound)] += sound[:, None] * 0.5
    cuts = [round(place * 0.125 * SAMPLE_RATE) for place in range(49)]

    slow = practice_mix(samples, rate, cuts_among(cuts, len(samples)))

    assert len(slow) == round(len(samples) * 1000 / rate)
    loud = np.abs(slow[:, 0])
    for click in clicks:
        first = round(click * 1000 / rate * SAMPLE_RATE)
        assert loud[first - 1200 : first - 240].max() < 0.05 < loud[first : first + 240].max()
    spectrum = np.abs(np.fft.rfft(slow[:, 0]))
    assert abs(spectrum.argmax() * SAMPLE_RATE / len(slow) - 880) < 12


def test_a_folder_that_is_there_is_not_touched(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "mine").mkdir()

    assert made(home / "song.mp3", home / "mine") == 2
    assert "is there already" in capsys.readouterr().err

"""Sound files as people have them: any rate, one channel, tags with pictures, cut off, very long."""

from pathlib import Path

import numpy as np
import pytest

soundfile = pytest.importorskip("soundfile", reason="importing songs needs soundfile")

from game.content.importing.recording import SAMPLE_RATE, Span, read_recording
from game.errors import ContentError
from tests.content.importing.songs import beats_at, drummed, with_picture_tag, write_sound

SONG = drummed(beats_at(120, 60, 0.5))


def quiet(what: str, share: float) -> None:
    """Nobody looks at the progress."""


@pytest.mark.parametrize("name", ["song.wav", "song.flac", "song.ogg", "song.mp3"])
def test_four_formats_are_read_alike(name: str, tmp_path: Path) -> None:
    recording = read_recording(write_sound(tmp_path / name, SONG), Span(), quiet)

    first = np.flatnonzero(np.abs(recording.samples[:, 0]) > 0.1)[0] / SAMPLE_RATE
    assert recording.samples.shape[1] == 2 and abs(recording.seconds - len(SONG) / SAMPLE_RATE) < 0.1
    assert abs(first - 0.5) < 0.003


def test_eight_kilohertz_in_mono_becomes_stereo_at_48(tmp_path: Path) -> None:
    recording = read_recording(write_sound(tmp_path / "song.wav", SONG[::6, :1], 8_000), Span(), quiet)

    assert recording.samples.shape == (len(SONG), 2)


def test_a_variable_bit_rate_and_a_tag_with_a_picture_do_no_harm(tmp_path: Path) -> None:
    plain = write_sound(tmp_path / "plain.mp3", SONG, bitrate_mode="VARIABLE")
    tagged = tmp_path / "tagged.mp3"
    tagged.write_bytes(with_picture_tag(plain.read_bytes()))

    recording = read_recording(tagged, Span(), quiet)

    assert (recording.title, recording.artist) == ("Night Shift", "The Clerks")
    assert abs(recording.seconds - len(SONG) / SAMPLE_RATE) < 0.1


@pytest.mark.parametrize("name", ["song.flac", "song.mp3", "song.wav"])
def test_a_file_that_is_cut_off_gives_what_can_be_read(name: str, tmp_path: Path) -> None:
    path = write_sound(tmp_path / name, SONG)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])

    recording = read_recording(path, Span(), quiet)

    assert 17 < recording.seconds < 25


def test_forty_minutes_are_refused_and_a_part_of_them_is_read(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "long.flac", np.tile(SONG[::6, :1], (75, 1)), 8_000)

    with pytest.raises(
        ContentError, match=r"lasts 40 minutes; a song has at most 15: choose a part with --from and --to"
    ):
        read_recording(path, Span(), quiet)
    assert abs(read_recording(path, Span(1_200, 1_260), quiet).seconds - 60) < 0.01


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "cannot be read as sound"),
        (b"ID3\x03" + bytes(500), "cannot be read as sound"),
        (b"RIFF" + bytes(99), "cannot"),
    ],
)
def test_what_is_no_sound_is_told(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(content)

    with pytest.raises(ContentError, match=told):
        read_recording(path, Span(), quiet)


def test_silence_and_what_is_too_short_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="is silent"):
        read_recording(write_sound(tmp_path / "silent.wav", SONG * 0), Span(), quiet)
    with pytest.raises(ContentError, match="a song needs 15"):
        read_recording(write_sound(tmp_path / "short.wav", SONG[: 5 * SAMPLE_RATE]), Span(), quiet)

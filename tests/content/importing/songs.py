"""Synthetic songs of known beats, and odd files, for the importer's tests."""

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

soundfile = pytest.importorskip("soundfile", reason="importing songs needs soundfile")

from game.content.importing.recording import SAMPLE_RATE, Samples

Times = npt.NDArray[np.float64]


def struck(seconds: float, hz: float, noise: float, rng: np.random.Generator) -> Samples:
    """Return a struck sound that dies away."""
    time = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    tone = np.sin(2 * np.pi * hz * time) + noise * rng.standard_normal(len(time))
    sound: Samples = (tone * np.exp(-time / (seconds / 5))).astype(np.float32)
    return sound


def beats_at(bpm: float, count: int, start_s: float, drift: float = 0.0) -> Times:
    """Return the times of beats whose tempo grows by a share from first to last."""
    periods = 60 / (bpm * (1 + drift * np.linspace(0, 1, count - 1)))
    return start_s + np.concatenate([[0.0], np.cumsum(periods)])


def beats_of(*stretches: tuple[float, int]) -> Times:
    """Return the times of beats in stretches of a tempo and a number of beats each, from the first second on."""
    periods = [60 / bpm for bpm, count in stretches for _ in range(count)]
    return 1.0 + np.concatenate([[0.0], np.cumsum(periods)])


def drummed(beats: Times, quiet: tuple[int, int] = (0, 0)) -> Samples:
    """Return a song of drums and bass on these beats, stereo: a kick on one and three, a snare on two and four, hats
    between, a bass note that changes each bar; softer between the two beats of `quiet`."""
    rng = np.random.default_rng(7)
    sounds = {
        "kick": struck(0.2, 60, 0.05, rng) * 0.9,
        "snare": struck(0.15, 190, 0.8, rng) * 0.4,
        "hat": struck(0.05, 6000, 1.0, rng) * 0.12,
    }
    out = np.zeros(int((beats[-1] + 2) * SAMPLE_RATE), np.float32)
    for number, (time, following) in enumerate(zip(beats, [*beats[1:], beats[-1] + 0.5], strict=True)):
        gain = 0.2 if quiet[0] <= number < quiet[1] else 1.0
        _add(out, time, sounds["kick" if number % 2 == 0 else "snare"] * gain)
        for share in (0.0, 0.5):
            _add(out, time + share * (following - time), sounds["hat"] * gain)
        if number % 4 == 0:
            _add(out, time, struck(1.0, 55 * 2 ** (((number // 4) * 5 % 12) / 12), 0.0, rng) * 0.4 * gain)
    return np.repeat(out[:, None], 2, axis=1)


def _add(out: Samples, time_s: float, sound: Samples) -> None:
    first = round(time_s * SAMPLE_RATE)
    room = out[first : first + len(sound)]
    room += sound[: len(room)]


def with_picture_tag(mp3: bytes) -> bytes:
    """Return an MP3 behind an ID3v2.3 tag with title, artist and a picture of 200 kB."""
    frames = b"".join(
        name + struct.pack(">IH", len(body), 0) + body
        for name, body in (
            (b"TIT2", b"\x00Night Shift"),
            (b"TPE1", b"\x00The Clerks"),
            (b"APIC", b"\x00image/jpeg\x00\x03\x00" + b"\xff\xd8\xff\xe0" + bytes(200_000)),
        )
    )
    size = len(frames)
    packed = bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + packed + frames + mp3


def write_sound(path: Path, samples: Samples, rate: int = SAMPLE_RATE, **how: object) -> Path:
    """Write a sound file; its format follows from its name."""
    with soundfile.SoundFile(path, "w", rate, samples.shape[1], **how) as file:
        for first in range(0, len(samples), 60_000):  # libsndfile overflows its stack on a long Vorbis block
            file.write(samples[first : first + 60_000])
    return path

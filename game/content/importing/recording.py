"""A song's sound as the importer works on it: stereo at 48 kHz. Reads Ogg, MP3, FLAC and WAV by libsndfile.

A file that is cut off gives what can be read of it. Refuses what is too short or too long for a song.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import gcd
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import soundfile
from scipy.signal import resample_poly

from game.errors import ContentError
from game.terminal import escaped

Samples: TypeAlias = npt.NDArray[np.float32]
"""Frames and channels, from -1 to 1."""
Report: TypeAlias = Callable[[str, float], None]
"""Told of progress: what is being done, and how much of it, 0 to 1."""

SAMPLE_RATE = 48_000
"""Frames a second of everything that the importer works on and writes."""
LONGEST_S = 900.0
"""Longest song, in seconds."""
SHORTEST_S = 15.0
"""Shortest song, in seconds."""
BLOCK_FRAMES = 1 << 16
"""Frames read at once."""
SILENT = 10 ** (-60 / 20)
"""A recording that never gets louder than -60 dB of full scale is silence."""


@dataclass(frozen=True)
class Recording:
    """A song: its samples (frames, 2), and what its tags say; `notice` tells of what is missing."""

    samples: Samples
    title: str
    artist: str
    notice: str = ""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / SAMPLE_RATE


@dataclass(frozen=True)
class Span:
    """The part of a file that is wanted, in seconds; an end of None is the file's."""

    start_s: float = 0.0
    end_s: float | None = None


def read_recording(path: Path, span: Span, report: Report) -> Recording:
    """Read a part of a sound file; raises ContentError with a sentence for every file that cannot be used."""
    try:
        with soundfile.SoundFile(path) as file:
            _refuse_length(path, file.frames / file.samplerate, span)
            raw, notice = _frames(file, span, report)
            rate, tags = file.samplerate, file.copy_metadata()
    except (soundfile.SoundFileError, RuntimeError, OSError) as error:
        what = escaped(str(getattr(error, "error_string", error)))
        raise ContentError(f"{path}: cannot be read as sound ({what}); save it as Ogg, MP3, FLAC or WAV") from error
    samples = _at_48_khz(_stereo(raw), rate)
    if len(samples) < SHORTEST_S * SAMPLE_RATE:
        seconds = len(samples) / SAMPLE_RATE
        raise ContentError(f"{path}: lasts {seconds:.1f} s; a song needs {SHORTEST_S:g}: take a longer one")
    if np.abs(samples).max() < SILENT:
        raise ContentError(f"{path}: is silent; take a file that can be heard")
    return Recording(samples, _shown(tags.get("title", "")), _shown(tags.get("artist", "")), notice)


def _refuse_length(path: Path, seconds: float, span: Span) -> None:
    wanted = min(seconds, span.end_s if span.end_s is not None else seconds) - span.start_s
    if wanted > LONGEST_S:
        raise ContentError(
            f"{path}: lasts {seconds / 60:.0f} minutes; a song has at most {LONGEST_S / 60:.0f}: choose a part with "
            "--from and --to, in seconds"
        )


def _frames(file: soundfile.SoundFile, span: Span, report: Report) -> tuple[Samples, str]:
    """Return the frames of the span at the file's own rate, and a sentence where the file ends before it says."""
    first = int(span.start_s * file.samplerate)
    last = file.frames if span.end_s is None else min(file.frames, int(span.end_s * file.samplerate))
    last = min(last, first + int(LONGEST_S * file.samplerate) + 1)
    blocks: list[Samples] = []
    done, wanted = 0, max(0, last - first)
    try:
        file.seek(min(first, file.frames))
        while done < wanted:
            block = file.read(min(BLOCK_FRAMES, wanted - done), dtype="float32", always_2d=True)
            if not len(block):
                break
            blocks.append(block)
            done += len(block)
            report("reading", done / wanted)
    except (soundfile.SoundFileError, RuntimeError):
        if not blocks:
            raise
    samples = np.concatenate(blocks) if blocks else np.zeros((0, 1), np.float32)
    cut = "" if done >= wanted else f"the file is cut off: its first {done / file.samplerate:.0f} seconds are used"
    return np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0), cut


def _stereo(raw: Samples) -> Samples:
    return np.repeat(raw, 2, axis=1) if raw.shape[1] == 1 else raw[:, :2]


def _at_48_khz(samples: Samples, rate: int) -> Samples:
    if rate == SAMPLE_RATE or not len(samples):
        return samples
    common = gcd(SAMPLE_RATE, rate)
    resampled: Samples = resample_poly(samples, SAMPLE_RATE // common, rate // common, axis=0).astype(np.float32)
    return resampled


def _shown(text: str) -> str:
    return escaped(text.strip())[:100]


def write_vorbis(path: Path, samples: Samples, quality: float) -> None:
    """Write samples (frames, 2) as Ogg Vorbis; `quality` from 0 to 1. In blocks: libsndfile overflows on long ones."""
    with soundfile.SoundFile(
        path, "w", SAMPLE_RATE, 2, format="OGG", subtype="VORBIS", compression_level=1.0 - quality
    ) as file:
        for first in range(0, len(samples), BLOCK_FRAMES):
            file.write(np.clip(samples[first : first + BLOCK_FRAMES], -1.0, 1.0))

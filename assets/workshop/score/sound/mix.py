"""The desk: cells to stems, stems to master. One gain curve (make-up, bus compressor, limiter) is found on the
sum and applied to every stem alike, so that the stems sum to the master. It refuses to clip: the limiter looks
ahead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import minimum_filter1d, uniform_filter1d

from .. import loudness
from ..tempo import SAMPLE_RATE, TempoMap
from . import hall
from .instruments import STEMS
from .rides import fader_db
from .synth import Sampler
from .voice import Cell, kept

TARGET_LUFS = -15.0
CEILING_DB = -1.6  # leaves room for what the codec overshoots
LOOK_AHEAD = 481  # samples: 10 ms, odd so that the window is centred
FADE_S = 0.04  # at the very end of the stems; `RING_S` after it is the hall by itself
RING_S = 5.0
BED = "bed"
TAPE_HEADROOM = 2.0  # the tape's full level as a multiple of what the bed exceeds for a thousandth of its time


@dataclass(frozen=True)
class Bus:
    """Feed-forward compressor on the sum: threshold in dB (RMS), ratio, attack and release in seconds, knee in dB."""

    threshold: float = -17.0
    ratio: float = 1.8
    attack: float = 0.014
    release: float = 0.2
    knee: float = 6.0


def by_stem(cells: list[Cell]) -> dict[str, list[Cell]]:
    """The cells of every stem."""
    return {stem: [c for c in cells if c.instrument.stem == stem] for stem in STEMS}


def by_tape(cells: list[Cell]) -> dict[str, list[Cell]]:
    """The cells of the bed, which goes over tape, and all others: enough for a mix that is never taken apart."""
    return {name: [c for c in cells if (c.instrument.stem == BED) is (name == BED)] for name in (BED, "rest")}


def tape(bed: np.ndarray) -> np.ndarray:
    """The bed over tape: loud hits are rounded, which adds odd harmonics and lets the bed lie closer."""
    full = np.float32(TAPE_HEADROOM * np.percentile(np.abs(bed), 99.9))
    return np.tanh(bed / full) * full


def groups(parts: dict[str, list[Cell]], tempo: TempoMap, sampler: Sampler, cache: object) -> dict[str, np.ndarray]:
    """Every group of cells as audio (samples and `RING_S` more, 2) float32: dry sound, booth and stage."""
    total = tempo.samples() + int(RING_S * SAMPLE_RATE)
    out = {}
    for name, cells in parts.items():
        dry, stage, booth = (np.zeros((total, 2), np.float32) for _ in range(3))
        for cell in cells:
            first, audio = kept(cell, tempo, sampler, cache)  # type: ignore[arg-type]
            audio = audio[: max(0, total - first)] * np.float32(
                10 ** (fader_db(cell.section, cell.instrument.name, cell.instrument.stem) / 20)
            )
            span = slice(first, first + len(audio))
            dry[span] += audio
            for send, level in ((stage, cell.instrument.hall_db), (booth, cell.instrument.room_db)):
                if level > -60:
                    send[span] += audio * np.float32(10 ** (level / 20))
        dry += hall.reverberate(stage, hall.STAGE)
        dry += hall.reverberate(booth, hall.BOOTH)
        out[name] = tape(dry) if name == BED else dry
    return out


def compression(mix: np.ndarray, bus: Bus) -> np.ndarray:
    """The compressor's gain as a factor per sample, level measured every millisecond, both channels linked."""
    hop = SAMPLE_RATE // 1000
    whole = len(mix) // hop * hop
    power = (mix[:whole].astype(np.float64) ** 2).mean(axis=1).reshape(-1, hop).mean(axis=1)
    level, envelope, now = 10 * np.log10(power + 1e-10), np.empty(whole // hop), -80.0
    attack, release = (float(np.exp(-1 / (t * 1000))) for t in (bus.attack, bus.release))
    for i, value in enumerate(level):
        share = attack if value > now else release
        now = share * now + (1 - share) * value
        envelope[i] = now
    over, slope = envelope - bus.threshold, 1 / bus.ratio - 1
    knee = slope * (over + bus.knee / 2) ** 2 / (2 * bus.knee)
    reduction = np.where(over <= -bus.knee / 2, 0.0, np.where(over >= bus.knee / 2, slope * over, knee))
    return 10 ** (np.interp(np.arange(len(mix)), np.arange(len(reduction)) * hop + hop / 2, reduction) / 20)


def limiter(mix: np.ndarray) -> np.ndarray:
    """A gain curve that keeps every sample, and the points between samples, under the ceiling."""
    ceiling = 10 ** (CEILING_DB / 20)
    between = np.abs(mix[:-1] + mix[1:]).max(axis=1, initial=0) * 0.64  # a bound on what lies between two samples
    peaks = np.abs(mix).max(axis=1)
    peaks[:-1] = np.maximum(peaks[:-1], between)
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9))
    return uniform_filter1d(minimum_filter1d(need, LOOK_AHEAD), LOOK_AHEAD)


def master(parts: dict[str, np.ndarray], samples: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The stems as they are stored (their plain sum is the finished mix), and what rings on after their last sample."""
    mix = sum(parts.values())
    gain = np.full(len(mix), 10 ** ((TARGET_LUFS - 1.5 - loudness.integrated(mix)) / 20))
    gain *= compression(mix * gain[:, None], Bus())
    gain *= 10 ** ((TARGET_LUFS - loudness.integrated(mix * gain[:, None])) / 20)
    gain *= limiter(mix * gain[:, None])
    ring = mix[samples:] * gain[samples:, None]
    fade = int(FADE_S * SAMPLE_RATE)
    gain[samples - fade : samples] *= np.cos(np.linspace(0, np.pi / 2, fade)) ** 2
    ring[:fade] *= np.sin(np.linspace(0, np.pi / 2, fade))[:, None] ** 2
    ring[-SAMPLE_RATE:] *= np.linspace(1, 0, SAMPLE_RATE)[:, None]
    return {name: (audio * gain[:, None])[:samples].astype(np.float32) for name, audio in parts.items()}, ring.astype(
        np.float32
    )

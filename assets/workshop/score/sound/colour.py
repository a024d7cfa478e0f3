"""What happens to one instrument's sound before the mix: brass steepens as it gets louder, the guitar's pedal
opens and closes, tape saturates, shelves and cuts make room. It refuses to change timing: every filter here is
causal and short."""

from __future__ import annotations

import numpy as np
from scipy.signal import butter, lfilter, resample_poly, sosfilt

from ..notation import Note
from ..tempo import SAMPLE_RATE
from .instruments import Instrument
from .performance import Stage

OVERSAMPLE = 2
WAH_BLOCK = 64
WAH_Q = 3.2


def steepen(mono: np.ndarray, kappa: np.ndarray) -> np.ndarray:
    """Wave steepening of loud brass, y(n) = x(n + k x(n)), `kappa` in samples at full level, two times oversampled."""
    fine = resample_poly(mono, OVERSAMPLE, 1)
    places = np.arange(len(fine))
    amount = np.repeat(kappa, OVERSAMPLE)[: len(fine)]
    return resample_poly(np.interp(places + amount * OVERSAMPLE * fine, places, fine), 1, OVERSAMPLE)[: len(mono)]


def brass(mono: np.ndarray, instrument: Instrument, notes: list[Note], stage: Stage) -> np.ndarray:
    """Steepen by how loud the notes are: nothing below mezzo-forte, all of it at fortissimo."""
    ordered = sorted(notes, key=lambda n: n.beat)
    places = [stage.sample(n.beat) for n in ordered]
    force = [float(np.clip((n.velocity - 72) / 42, 0, 1)) ** 1.4 for n in ordered]
    peak = float(np.percentile(np.abs(mono), 99.97)) + 1e-9
    kappa = np.interp(np.arange(len(mono)), places, force) * instrument.steepen
    return steepen(mono / peak, kappa) * peak if kappa.max() > 0.05 else mono


def _peak_filter(hz: float) -> tuple[np.ndarray, np.ndarray]:
    w = 2 * np.pi * hz / SAMPLE_RATE
    alpha = np.sin(w) / (2 * WAH_Q)
    b = np.array([alpha, 0.0, -alpha]) * 1.0
    a = np.array([1 + alpha, -2 * np.cos(w), 1 - alpha])
    return b / a[0], a / a[0]


def wah(mono: np.ndarray, notes: list[Note], stage: Stage) -> np.ndarray:
    """A pedal rocked in quarters, thrown open by every accent: a band-pass swept between 420 and 2400 Hz."""
    blocks = -(-len(mono) // WAH_BLOCK)
    centres = (np.arange(blocks) + 0.5) * WAH_BLOCK
    beats = np.interp(centres, [stage.sample(b) for b in range(-4, 81)], range(-4, 81))
    pedal = 0.25 + 0.2 * (0.5 - 0.5 * np.cos(2 * np.pi * beats))
    for note in notes:
        since = (centres - stage.sample(note.beat)) / SAMPLE_RATE
        throw = np.clip((note.velocity - 45) / 55, 0, 1)
        pedal = np.maximum(
            pedal, throw * np.where(since >= 0, np.clip(since / 0.035, 0, 1) * np.exp(-np.maximum(since, 0) / 0.16), 0)
        )
    out, state = np.zeros(blocks * WAH_BLOCK), np.zeros(2)
    padded = np.pad(mono, (0, len(out) - len(mono)))
    for i, position in enumerate(pedal):
        b, a = _peak_filter(420.0 * (2400.0 / 420.0) ** float(position))
        span = slice(i * WAH_BLOCK, (i + 1) * WAH_BLOCK)
        out[span], state = lfilter(b, a, padded[span], zi=state)
    return 2.0 * out[: len(mono)] + 0.22 * mono


def shelf(audio: np.ndarray, hz: float, gain_db: float) -> np.ndarray:
    """High shelf after the RBJ cookbook, slope 1."""
    if not gain_db:
        return audio
    amplitude, w = 10 ** (gain_db / 40), 2 * np.pi * hz / SAMPLE_RATE
    cosine, alpha = np.cos(w), np.sin(w) / 2 * np.sqrt(2)
    root = 2 * np.sqrt(amplitude) * alpha
    b = amplitude * np.array(
        [
            (amplitude + 1) + (amplitude - 1) * cosine + root,
            -2 * ((amplitude - 1) + (amplitude + 1) * cosine),
            (amplitude + 1) + (amplitude - 1) * cosine - root,
        ]
    )
    a = np.array(
        [
            (amplitude + 1) - (amplitude - 1) * cosine + root,
            2 * ((amplitude - 1) - (amplitude + 1) * cosine),
            (amplitude + 1) - (amplitude - 1) * cosine - root,
        ]
    )
    return lfilter(b / a[0], a / a[0], audio, axis=0)


def bell(audio: np.ndarray, hz: float, gain_db: float, q: float) -> np.ndarray:
    """Peaking filter after the RBJ cookbook."""
    amplitude, w = 10 ** (gain_db / 40), 2 * np.pi * hz / SAMPLE_RATE
    alpha = np.sin(w) / (2 * q)
    b = np.array([1 + alpha * amplitude, -2 * np.cos(w), 1 - alpha * amplitude])
    a = np.array([1 + alpha / amplitude, -2 * np.cos(w), 1 - alpha / amplitude])
    return lfilter(b / a[0], a / a[0], audio, axis=0)


def low_cut(audio: np.ndarray, hz: float) -> np.ndarray:
    """Second-order high-pass."""
    return sosfilt(butter(2, hz, "high", fs=SAMPLE_RATE, output="sos"), audio, axis=0)


def drive(audio: np.ndarray, amount: float) -> np.ndarray:
    """Tape: a soft knee that adds odd harmonics, level kept at the loudest peak."""
    if not amount:
        return audio
    peak = float(np.percentile(np.abs(audio), 99.9)) + 1e-9
    return np.tanh(audio / peak * (0.6 + amount * 1.6)) / np.tanh(0.6 + amount * 1.6) * peak


def tone(audio: np.ndarray, instrument: Instrument) -> np.ndarray:
    """The instrument's own equaliser and saturation, in the order of a channel strip."""
    audio = drive(low_cut(audio, instrument.low_cut), instrument.drive)
    for hz, gain_db, q in instrument.bell:
        audio = bell(audio, hz, gain_db, q)
    return shelf(audio, *instrument.tilt)

"""Whether the theme is the most salient pitch: harmonic summation over spectral peaks after Salamon and Gomez (2012),
"Melody extraction from polyphonic music signals using pitch contour characteristics", IEEE TASLP 20(6), section II.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..notation import key
from ..tempo import SAMPLE_RATE, TempoMap
from ..theme import MINOR, STATEMENTS, Statement
from .bands import a_weight

WINDOW, HOP = 8192, 2048
LONG_BEATS = 1.0
"""Shortest note of the theme that counts as long."""
ATTACK_S = 0.06
LOWEST, HIGHEST = 48, 88
"""Range of candidate pitches in MIDI keys: below it lies the bass, which nobody takes for a tune."""
HARMONICS, DECAY, THRESHOLD_DB = 20, 0.8, 40.0
"""The paper's own parameters."""


def long_notes(statement: Statement) -> list[tuple[float, float, int]]:
    """(beat, beats, MIDI key) of a statement's long notes, from its section's first beat."""
    found, now = [], statement.at
    for degree, length in statement.motif:
        if degree != "r" and length >= LONG_BEATS:
            found.append((now, length, key(statement.tonic) + MINOR[degree]))
        now += length
    return found


def peaks(frame: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Frequencies in Hz and A-weighted amplitudes of a windowed frame's spectral peaks."""
    hz = np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE)
    amplitude = np.abs(np.fft.rfft(frame * np.hanning(WINDOW))) * np.sqrt(a_weight(hz))
    inner = amplitude[1:-1]
    places = np.flatnonzero((inner > amplitude[:-2]) & (inner >= amplitude[2:])) + 1
    places = places[amplitude[places] > amplitude.max() * 10 ** (-THRESHOLD_DB / 20)]
    left, here, right = (np.log(amplitude[places + step] + 1e-12) for step in (-1, 0, 1))
    shift = 0.5 * (left - right) / (left - 2 * here + right)
    return (places + shift) * SAMPLE_RATE / WINDOW, amplitude[places]


def salience(frame: np.ndarray) -> np.ndarray:
    """Salience of each key from `LOWEST` to `HIGHEST` in a frame of `WINDOW` samples."""
    hz, amplitude = peaks(frame)
    pitch = 69 + 12 * np.log2(np.maximum(hz, 1.0) / 440.0)
    keys = np.arange(LOWEST, HIGHEST + 1)
    total = np.zeros(len(keys))
    for harmonic in range(1, HARMONICS + 1):
        away = np.abs(pitch[None, :] - 12 * np.log2(harmonic) - keys[:, None])
        near = np.where(away < 1, np.cos(away * np.pi / 2) ** 2, 0.0)
        total += DECAY ** (harmonic - 1) * (near * amplitude).sum(axis=1)
    return total


@dataclass(frozen=True)
class Prominence:
    """How a theme comes through in a mix: `share` of its long notes that are the most salient pitch, in any octave, and
    `margin_db` of salience over the strongest other pitch class (median; below zero: it does not lead)."""

    share: float
    margin_db: float


def margin_db(audio: np.ndarray, start_s: float, end_s: float, wanted: int) -> float:
    """By how much a pitch class leads the strongest other one over a span, its attack left out."""
    mono = audio.mean(axis=1)
    first, last = int((start_s + ATTACK_S) * SAMPLE_RATE), int(end_s * SAMPLE_RATE)
    begins = range(first, max(last - WINDOW, first) + 1, HOP)
    total = np.sum([salience(mono[begin : begin + WINDOW]) for begin in begins], axis=0)
    ours = np.arange(LOWEST, HIGHEST + 1) % 12 == wanted % 12
    return float(20 * np.log10((total[ours].max() + 1e-12) / (total[~ours].max() + 1e-12)))


def prominence(audio: np.ndarray, song: TempoMap, section: str) -> Prominence:
    """The theme of a section in a mix of the whole song."""
    start, notes = song.span(section).start_beat, notes_of(section)
    margins = [
        margin_db(audio, song.seconds(start + beat), song.seconds(start + beat + beats), wanted)
        for beat, beats, wanted in notes
    ]
    return Prominence(round(float(np.mean(np.array(margins) > 0)), 3), round(float(np.median(margins)), 1))


def notes_of(section: str) -> list[tuple[float, float, int]]:
    """The long notes of all of a section's statements of the theme."""
    return [note for statement in STATEMENTS[section] for note in long_notes(statement)]

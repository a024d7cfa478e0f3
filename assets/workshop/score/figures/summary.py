"""Everything `music report --json` says, as one dictionary of plain values."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import numpy as np

from game.app.content import load_content
from game.content.song.sound_reader import open_sounds
from game.sim.chart import Difficulty

from .. import chart as score_chart
from .. import loudness, measure, report, tempo
from ..sound.instruments import STEMS
from ..tempo import SAMPLE_RATE, TempoMap
from ..theme import STATEMENTS
from . import contrast, openings, salience

ALWAYS = ("bed", "lead")
BANDS: dict[str, tuple[str, ...]] = {"1": ("low",), "2": ("high",), "3": ("choir", "percussion")}
"""What each band of form opens over the one before."""
AIR_HZ = (6000.0, 16000.0)


def sum_of(stems: dict[str, np.ndarray], names: tuple[str, ...]) -> np.ndarray:
    """The plain sum of some stems."""
    return np.sum([stems[name] for name in names if name in stems], axis=0)


def _part(audio: np.ndarray, song: TempoMap, section: str) -> np.ndarray:
    span = song.span(section)
    first, last = (round(song.seconds(b) * SAMPLE_RATE) for b in (span.start_beat, span.start_beat + span.beats))
    return audio[first:last]


def air_db(audio: np.ndarray) -> float:
    """Share of the power above 6 kHz in dB of the whole."""
    power = (np.abs(np.fft.rfft(audio, axis=0)) ** 2).sum(axis=1)
    hz = np.fft.rfftfreq(len(audio), 1 / SAMPLE_RATE)
    air = power[(hz >= AIR_HZ[0]) & (hz < AIR_HZ[1])].sum()
    return round(float(10 * np.log10(air / power.sum() + 1e-12)), 1)


Pairs = dict[str, tuple[np.ndarray, np.ndarray]]


def opened(stems: dict[str, np.ndarray]) -> Pairs:
    """For each band, what was open before and what it adds."""
    before, found = sum_of(stems, ALWAYS), {}
    for band, names in BANDS.items():
        added = sum_of(stems, names)
        found[band] = (before, added)
        before = before + added
    return found


def section_figures(section: str, mix: np.ndarray, pairs: Pairs, song: TempoMap) -> dict[str, Any]:
    """Loudness, balance, air and openings of one section."""
    part = _part(mix, song, section)
    return {
        "lufs": round(loudness.integrated(part), 1),
        "air_db": air_db(part),
        "balance_db": {name: round(value, 1) for name, value in measure.balance(part).items()},
        "openings": {band: asdict(openings.opening(*pair, song, section)) for band, pair in pairs.items()},
    }


def _theme(mixes: dict[str, np.ndarray], song: TempoMap, section: str) -> dict[str, object]:
    """How many long notes a section's theme has, and how they come through in each mix."""
    heard = {name: asdict(salience.prominence(audio, song, section)) for name, audio in mixes.items()}
    return {"long_notes": len(salience.notes_of(section)), **heard}


def _onsets(mix: np.ndarray, song: TempoMap) -> dict[str, float]:
    """Share of each difficulty's cues that lie on an onset."""
    onsets, cues = measure.onsets(mix), score_chart.read(song)
    every = {
        difficulty: np.concatenate(list(report.cue_distances(onsets, song, cues, difficulty).values()))
        for difficulty in score_chart.DIFFICULTIES
    }
    return {name: round(float((np.abs(away) <= report.CUE_WINDOW_S).mean()), 3) for name, away in every.items()}


def summary(stems: dict[str, np.ndarray]) -> dict[str, object]:
    """All figures of the committed music."""
    song, mix = tempo.load(), sum_of(stems, STEMS)
    content = load_content()
    table = open_sounds(content.pack.roots)
    contrasts = contrast.contrasts(mix, content.chart(Difficulty.NORMAL), table)
    pairs = opened(stems)
    mixes = {"bed": sum_of(stems, ALWAYS), "low": sum_of(stems, (*ALWAYS, "low")), "full": mix}
    return {
        "loudness_lufs": round(loudness.integrated(mix), 1),
        "range_lu": round(loudness.loudness_range(mix), 1),
        "true_peak_db": round(measure.true_peak_db(mix), 2),
        "theme": {section: _theme(mixes, song, section) for section in STATEMENTS},
        "onsets": _onsets(mix, song),
        "sections": {span.id: section_figures(span.id, mix, pairs, song) | contrasts[span.id] for span in song.spans},
    }


def run() -> None:
    """Print the figures as JSON."""
    print(json.dumps(summary(report.load_stems()), indent=1))

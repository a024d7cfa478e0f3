"""From a recording, or a chart and its recording, to a song that is laid out: beats, bars, onsets, sections."""

from dataclasses import dataclass, field

import numpy as np

from game.content.importing.arrangement import arranged, loudness_of_bars
from game.content.importing.beat_grid import BeatGrid, Octave, aligned, at_octave, laid_out, shifted, tapped
from game.content.importing.beat_tracker import track_beats
from game.content.importing.chart_file import ReadChart
from game.content.importing.choosing import Heard
from game.content.importing.features import (
    BEAT_WINDOW,
    FRAMES_A_SECOND,
    Floats,
    Onsets,
    band_levels,
    find_onsets,
    listened,
)
from game.content.importing.pack_writer import Laid
from game.content.importing.recording import Recording, Report


@dataclass(frozen=True)
class Wishes:
    """What a person says of the beat: a tempo near it, its octave, a shift by half a beat, taps in seconds."""

    bpm: float | None = None
    octave: Octave = Octave.SAME
    half_beat: bool = False
    taps: Floats = field(default_factory=lambda: np.zeros(0))


def lay_out(recording: Recording, wishes: Wishes, report: Report) -> Laid:
    """Find beats and bars of a recording and lay sections over it; raises ContentError where it has no beat."""
    signal = listened(recording.samples)
    hint = wishes.bpm if wishes.bpm or not len(wishes.taps) else float(60 / np.median(np.diff(wishes.taps)))
    beats = track_beats(signal, hint, report)
    if len(beats) > 1:
        beats = tapped(beats, wishes.taps) if len(wishes.taps) else beats
        beats = at_octave(beats, wishes.octave)
        beats = shifted(beats) if wishes.half_beat else beats
    onsets = find_onsets(signal)
    levels = band_levels(signal, BEAT_WINDOW, FRAMES_A_SECOND)
    grid = laid_out(aligned(beats, onsets), levels, recording.seconds)
    heard = Heard(Onsets(onsets.times - grid.start_s, onsets.strengths), grid.tempo())
    return _on_grid(recording, grid, heard, levels)


def lay_out_chart(recording: Recording, chart: ReadChart) -> Laid:
    """Lay sections and notes of another game's chart over its recording."""
    levels = band_levels(listened(recording.samples), BEAT_WINDOW, FRAMES_A_SECOND)
    notes = chart.notes.later(-chart.grid.start_s)
    return _on_grid(recording, chart.grid, Heard(notes.onsets, chart.grid.tempo(), notes), levels)


def _on_grid(recording: Recording, grid: BeatGrid, heard: Heard, levels: Floats) -> Laid:
    """Lay sections over a recording whose beats are known; what is heard is in seconds from the first of them."""
    return Laid(recording.samples, grid, tuple(arranged(loudness_of_bars(grid, levels))), heard)

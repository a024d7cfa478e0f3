"""The figures of the committed music: lengths, loudness, peaks, balance, onsets against tempo map and chart,
sizes. It refuses to read anything but the files in `assets/music/`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from . import chart, freshness, loudness, measure, sections, tempo
from .publish import MUSIC, RATES
from .sound.instruments import STEMS
from .tempo import SAMPLE_RATE, TempoMap

CUE_WINDOW_S = 0.015
SECTION_WINDOW_S = 0.005
NOT_STRUCK = ("silent",)  # the bridge's steps in the silence: nothing may sound there


def load_stems() -> dict[str, np.ndarray]:
    """The committed stems as float32 arrays."""
    return {name: soundfile.read(MUSIC / f"{name}.ogg", dtype="float32")[0] for name in STEMS}


def nearest(onsets: np.ndarray, time: float) -> float:
    """Signed distance in seconds from a time to the nearest onset."""
    place = int(np.searchsorted(onsets, time))
    around = onsets[max(0, place - 1) : place + 1]
    return float(min((around - time), key=abs)) if len(around) else float("inf")


def cue_distances(onsets: np.ndarray, song: TempoMap, cues: chart.Chart, difficulty: str) -> dict[str, np.ndarray]:
    """Distance from each struck cue of a difficulty to its nearest onset, by section."""
    found = {}
    for span in song.spans:
        beats = chart.rhythm(cues[span.id], difficulty, NOT_STRUCK)
        found[span.id] = np.array([nearest(onsets, song.seconds(span.start_beat + b)) for b in beats])
    return found


def section_row(mix: np.ndarray, stems: dict[str, np.ndarray], song: TempoMap, index: int) -> str:
    """One line of loudness by stem and balance by band."""
    span = song.spans[index]
    part = slice(*(round(song.seconds(b) * SAMPLE_RATE) for b in (span.start_beat, span.start_beat + span.beats)))
    by_stem = " ".join(f"{loudness.integrated(stems[name][part]):6.1f}" for name in STEMS)
    bands = " ".join(f"{value:6.1f}" for value in measure.balance(mix[part]).values())
    return f"{span.id:14}{loudness.integrated(mix[part]):6.1f} | {by_stem} | {bands}"


def run(pictures: Path | None) -> None:
    """Print every figure."""
    song, stems = tempo.load(), load_stems()
    mix = np.sum(list(stems.values()), axis=0)
    lengths = {name: len(audio) - song.samples() for name, audio in stems.items()}
    print(f"samples: {song.samples():,}; stems differ by {lengths}")
    print(
        f"loudness {loudness.integrated(mix):.1f} LUFS, range {loudness.loudness_range(mix):.1f} LU, "
        f"true peak {measure.true_peak_db(mix):.2f} dB"
    )
    silence, start = measure.longest_silence_s(mix)
    print(
        f"samples at full scale: {int((np.abs(mix) >= 1).sum())}; longest silence {silence:.2f} s, from {start:.2f} s"
    )
    print(
        "section         LUFS | "
        + " ".join(f"{name[:6]:>6}" for name in STEMS)
        + " | "
        + " ".join(f"{b:>6}" for b in measure.BANDS)
    )
    for i in range(len(song.spans)):
        print(section_row(mix, stems, song, i))
    _timing(mix, song)
    _sizes()
    _freshness(song)
    if pictures:
        from .pictures import draw  # noqa: PLC0415 - only pictures need matplotlib

        draw(mix, stems, song, pictures)


def _timing(mix: np.ndarray, song: TempoMap) -> None:
    onsets = measure.onsets(mix)
    firsts = {s.id: nearest(onsets, s.start_us / 1e6) * 1000 for s in song.spans}
    print(f"{len(onsets)} onsets; first beats off by (ms): " + " ".join(f"{k} {v:+.1f}" for k, v in firsts.items()))
    cues = chart.read(song)
    for difficulty in chart.DIFFICULTIES:
        found = cue_distances(onsets, song, cues, difficulty)
        every = np.concatenate(list(found.values()))
        missed = " ".join(
            f"{k} {int((np.abs(v) > CUE_WINDOW_S).sum())}/{len(v)}"
            for k, v in found.items()
            if (np.abs(v) > CUE_WINDOW_S).any()
        )
        share = float((np.abs(every) <= CUE_WINDOW_S).mean()) * 100
        print(
            f"{difficulty}: {len(every)} cues, {share:.1f} % within {CUE_WINDOW_S * 1000:.0f} ms of an onset; "
            f"without: {missed or 'none'}"
        )


def _freshness(song: TempoMap) -> None:
    old = freshness.stale(MUSIC, sections.compose(chart.read(song)))
    for edition, names in old.items():
        print(f"{edition}: older than the score in {', '.join(names)}; `render --rates` mends it")


def _sizes() -> None:
    files = [MUSIC / f"{name}.ogg" for name in (*STEMS, "lead-in")] + [MUSIC / f"mix-{rate:g}.ogg" for rate in RATES]
    there = [f for f in files if f.exists()]
    print(
        "bytes: "
        + ", ".join(f"{f.name} {f.stat().st_size:,}" for f in there)
        + f"; all {sum(f.stat().st_size for f in there):,}"
    )

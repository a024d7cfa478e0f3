"""One cell of the score: one instrument in one section, all its desks, coloured and placed. Cells are kept on
disk by the hash of everything that made them, so that a change of one phrase renders one cell. It refuses to
keep what has no hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..notation import Note
from ..tempo import SAMPLE_RATE, TempoMap
from . import colour, modal, performance, synth
from .instruments import MODAL, Instrument, Player
from .performance import Stage

SOURCES = (synth, performance, colour, modal)


@dataclass(frozen=True)
class Cell:
    """A section's notes for one instrument."""

    section: str
    instrument: Instrument
    notes: tuple[Note, ...]


def stage(cell: Cell, tempo: TempoMap) -> tuple[Stage, int]:
    """Where the cell begins in the song (never before its first sample) and how many samples it lasts."""
    start_beat = tempo.span(cell.section).start_beat
    first = min(n.beat for n in cell.notes)
    last = max(n.beat + n.beats for n in cell.notes)
    begin = max(0, int((tempo.seconds(start_beat + first) - 0.4) * SAMPLE_RATE) // synth.BLOCK * synth.BLOCK)
    end = int((tempo.seconds(start_beat + last) + cell.instrument.tail_s) * SAMPLE_RATE)
    return Stage(cell.section, start_beat, begin, tempo), end - begin


def _panned(audio: np.ndarray, pan: float, instrument: Instrument) -> np.ndarray:
    """Constant-power pan of a mono desk; a wide instrument keeps its own stereo and only leans."""
    angle = (pan + 1) * np.pi / 4
    gains = np.array([np.cos(angle), np.sin(angle)]) * np.sqrt(2)
    if instrument.wide:
        return audio * (0.6 + 0.4 * gains)
    return audio.mean(axis=1, keepdims=True) * gains


def render(cell: Cell, tempo: TempoMap, sampler: synth.Sampler) -> tuple[int, np.ndarray]:
    """First sample in the song, and audio (n, 2) float32 at the instrument's gain, before any fader."""
    place, length = stage(cell, tempo)
    instrument, notes = cell.instrument, list(cell.notes)
    total = np.zeros((length, 2))
    for player in instrument.players:
        desk = _desk(notes, instrument, player, (place, length), sampler)
        total += _panned(desk, player.pan, instrument)
    total *= 10 ** (instrument.gain_db / 20) / np.sqrt(len(instrument.players))
    return place.first_sample, colour.tone(total, instrument).astype(np.float32)


def _desk(
    notes: list[Note], instrument: Instrument, player: Player, where: tuple[Stage, int], sampler: synth.Sampler
) -> np.ndarray:
    place, length = where
    if instrument.bank == MODAL:
        return modal.struck(notes, player, place, length)
    audio = sampler.render(performance.events(notes, instrument, player, place), length)[:length].astype(np.float64)
    if instrument.steepen:
        audio = np.repeat(colour.brass(audio.mean(axis=1), instrument, notes, place)[:, None], 2, axis=1)
    if instrument.wah:
        audio = np.repeat(colour.wah(audio.mean(axis=1), notes, place)[:, None], 2, axis=1)
    return audio


def fingerprint(cell: Cell, tempo: TempoMap) -> str:
    """Hash of everything a cell's sound depends on, mix sends apart."""
    code = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (*SOURCES,))
    own = Path(__file__).read_text(encoding="utf-8")
    facts = repr((cell.section, cell.notes, cell.instrument, tempo))
    return hashlib.sha256((code + own + facts).encode()).hexdigest()[:32]


def kept(cell: Cell, tempo: TempoMap, sampler: synth.Sampler, cache: Path | None) -> tuple[int, np.ndarray]:
    """The cell from the cache, or rendered and put there."""
    if cache is None:
        return render(cell, tempo, sampler)
    path = cache / f"{cell.section}-{cell.instrument.name}-{fingerprint(cell, tempo)}.npz"
    if path.exists():
        with np.load(path) as stored:
            return int(stored["first"]), stored["audio"]
    first, audio = render(cell, tempo, sampler)
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob(f"{cell.section}-{cell.instrument.name}-*.npz"):
        old.unlink()
    np.savez(path, first=first, audio=audio)
    return first, audio

"""Reads StepMania's `.sm` and `.ssc` by simfile, whose engine knows tempo changes, stops and the offset."""

from pathlib import Path
from typing import Any

import simfile
from simfile.notes import NoteData, NoteType
from simfile.timing import Beat, TimingData
from simfile.timing.engine import TimingEngine

from game.content.importing.chart_file import MOST_BEATS, MOST_BYTES, ReadChart, grid_of, notes_of
from game.content.pack import held_in
from game.errors import ContentError
from game.terminal import escaped

PRESSED = frozenset({NoteType.TAP, NoteType.HOLD_HEAD, NoteType.ROLL_HEAD, NoteType.LIFT})
"""Notes that are pressed."""
SUFFIXES = (".sm", ".ssc")
"""Endings of the files that are read."""


def read_stepmania(path: Path, difficulty: str | None) -> ReadChart:
    """Read the chart of a difficulty, or the one with most notes; raises ContentError."""
    found = _parsed(path)
    chart = _chosen(path, found, difficulty)
    try:
        engine = TimingEngine(TimingData(found, chart))
        notes = [note for note in NoteData(chart) if note.note_type in PRESSED and engine.hittable(note.beat)]
        last = int(max((note.beat for note in notes), default=Beat(0))) + 5
        beats = [float(engine.time_at(Beat(beat))) for beat in range(min(last, MOST_BEATS))]
        times = [float(engine.time_at(note.beat)) for note in notes]
    except Exception as error:  # simfile and what it stands on raise many kinds
        raise _broken(path, error) from error
    music = str(found.music or "")
    sound = held_in(path.parent, music) if music else path.parent / "?"
    if not sound.is_file():
        raise ContentError(f'{path}: its music "{escaped(music)}" is not beside it; put it there')
    title, artist = (escaped(str(text or ""))[:100] for text in (found.title, found.artist))
    return ReadChart(sound, title, artist, grid_of(path, beats), notes_of(times))


def _parsed(path: Path) -> Any:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); name a chart") from error
    if len(content) > MOST_BYTES:
        raise ContentError(f"{path}: is larger than {MOST_BYTES} bytes; name a chart")
    try:
        return simfile.loads(content.decode("utf-8-sig", "replace"), strict=False)
    except Exception as error:  # as above
        raise _broken(path, error) from error


def _chosen(path: Path, found: Any, difficulty: str | None) -> Any:
    charts = list(found.charts)
    names = [str(chart.difficulty or "") for chart in charts]
    if difficulty is not None:
        charts = [chart for chart, name in zip(charts, names, strict=True) if name.lower() == difficulty.lower()]
    if not charts:
        known = ", ".join(dict.fromkeys(map(escaped, filter(None, names)))) or "no chart at all"
        raise ContentError(f"{path}: has no chart of that difficulty; choose among {known}")
    return max(charts, key=lambda chart: sum(digit in "124L" for digit in str(chart.notes or "")))


def _broken(path: Path, error: Exception) -> ContentError:
    return ContentError(
        f"{path}: cannot be read as a chart ({escaped(str(error))[:200]}); save it again from its editor"
    )

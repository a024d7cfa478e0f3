"""Reads StepMania's `.sm` and `.ssc` by simfile, whose engine knows tempo changes, stops and the offset."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import simfile
from simfile.notes import NoteData, NoteType
from simfile.notes.group import OrphanedNotes, group_notes
from simfile.timing import Beat, TimingData
from simfile.timing.engine import TimingEngine

from game.content.importing.chart_file import MOST_BEATS, MOST_BYTES, ReadChart, grid_of
from game.content.importing.notes import Note, Notes
from game.content.pack import held_in
from game.errors import ContentError
from game.sim.actions import Verb
from game.terminal import escaped

PRESSED = frozenset({NoteType.TAP, NoteType.HOLD_HEAD, NoteType.ROLL_HEAD, NoteType.LIFT})
"""Notes that are pressed."""
FOUR_PANELS = (Verb.LEFT, Verb.DOWN, Verb.UP, Verb.RIGHT)
"""Verbs of the panels of a usual dance mat, in the order of their columns."""
SUFFIXES = (".sm", ".ssc")
"""Endings of the files that are read."""


def read_stepmania(path: Path, difficulty: str | None) -> ReadChart:
    """Read the chart of a difficulty, or the one with most notes; raises ContentError."""
    found = _parsed(path)
    chart = _chosen(path, found, difficulty)
    try:
        engine = TimingEngine(TimingData(found, chart))
        data = NoteData(chart)
        notes = list(_notes(data, engine))
        last = int(max((note.beat for note in data), default=Beat(0))) + 5
        beats = [float(engine.time_at(Beat(beat))) for beat in range(min(last, MOST_BEATS))]
    except Exception as error:  # simfile and what it stands on raise many kinds
        raise _broken(path, error) from error
    music = str(found.music or "")
    sound = held_in(path.parent, music) if music else path.parent / "?"
    if not sound.is_file():
        raise ContentError(f'{path}: its music "{escaped(music)}" is not beside it; put it there')
    title, artist = (escaped(str(text or ""))[:100] for text in (found.title, found.artist))
    return ReadChart(sound, title, artist, grid_of(path, beats), Notes(notes))


def _notes(data: NoteData, engine: TimingEngine) -> Iterator[Note]:
    """Yield what is pressed; a hold or a roll with how long it lasts, each panel with its side."""
    panels = FOUR_PANELS if data.columns == len(FOUR_PANELS) else ()
    groups = group_notes(
        data, include_note_types=PRESSED | {NoteType.TAIL}, join_heads_to_tails=True,
        orphaned_head=OrphanedNotes.KEEP_ORPHAN, orphaned_tail=OrphanedNotes.DROP_ORPHAN,
    )  # fmt: skip
    for (note,) in groups:
        if engine.hittable(note.beat):
            start_s = float(engine.time_at(note.beat))
            tail = getattr(note, "tail_beat", None)
            held_s = 0.0 if tail is None else float(engine.time_at(tail)) - start_s
            yield Note(start_s, held_s, panels[note.column] if panels else None)


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

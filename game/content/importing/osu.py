"""Reads osu!'s `.osz` by slider: timing points, offsets and the times of circles and sliders."""

import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from slider import Beatmap

from game.content.importing.chart_file import MOST_BEATS, MOST_BYTES, ReadChart, grid_of
from game.content.importing.notes import Note, Notes
from game.errors import ContentError
from game.sim.actions import Verb
from game.terminal import escaped

SUFFIX = ".osz"
"""Ending of the files that are read."""
MOST_SOUND_BYTES = 64 * 1024 * 1024
"""Largest sound file, in bytes."""
MIDDLE_X = 256
"""Middle of its playing field."""
MOST_CHARTS = 64
"""Most charts that are looked at."""
SOUND_SUFFIXES = (".mp3", ".ogg", ".wav", ".flac")
"""Endings of the sound files that are taken."""


def read_osu(path: Path, difficulty: str | None, into: Path) -> ReadChart:
    """Read the chart of a difficulty, or the one with most notes; its sound is unpacked into a folder. Raises
    ContentError."""
    try:
        with zipfile.ZipFile(path) as packed:
            found = _chosen(path, packed, difficulty)
            sound = _unpacked(path, packed, str(found.audio_filename), into)
        beats, notes = _beats(found), [_note(item) for item in found.hit_objects(spinners=False)]
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); name a chart") from error
    except ContentError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ContentError(f"{path}: is no whole zip ({escaped(str(error))}); get it again") from error
    except Exception as error:  # slider raises many kinds
        why = escaped(str(error))[:200]
        raise ContentError(f"{path}: cannot be read as a chart ({why}); save it again from its editor") from error
    title, artist = (escaped(str(text or ""))[:100] for text in (found.title, found.artist))
    return ReadChart(sound, title, artist, grid_of(path, beats), Notes(notes))


def _chosen(path: Path, packed: zipfile.ZipFile, difficulty: str | None) -> Any:
    names = [name for name in packed.namelist() if name.lower().endswith(".osu")][:MOST_CHARTS]
    charts = [Beatmap.parse(_read(path, packed, name, MOST_BYTES).decode("utf-8-sig", "replace")) for name in names]
    wanted = [chart for chart in charts if difficulty is None or str(chart.version).lower() == difficulty.lower()]
    if not wanted:
        known = ", ".join(escaped(str(chart.version)) for chart in charts) or "no chart at all"
        raise ContentError(f"{path}: has no chart of that difficulty; choose among {known}")
    return max(wanted, key=lambda chart: len(chart.hit_objects(spinners=False)))


def _unpacked(path: Path, packed: zipfile.ZipFile, name: str, into: Path) -> Path:
    suffix = PurePosixPath(name).suffix.lower()
    held = next((item for item in packed.namelist() if item.lower() == name.lower()), None)
    if held is None or suffix not in SOUND_SUFFIXES:
        raise ContentError(f'{path}: has no sound "{escaped(name)}" that can be read; get it again')
    sound = into / f"song{suffix}"
    sound.write_bytes(_read(path, packed, held, MOST_SOUND_BYTES))
    return sound


def _read(path: Path, packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return what a file of the zip holds; what it is said to measure does not count."""
    with packed.open(name) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ContentError(f'{path}: "{escaped(name)}" is larger than {most} bytes; take a smaller one')
    return content


def _note(item: Any) -> Note:
    """Return a circle or a slider: held as long as it lasts, on the side of the screen on which it lies."""
    start_s = _seconds(item.time)
    end = getattr(item, "end_time", None)
    held_s = 0.0 if end is None else max(0.0, _seconds(end) - start_s)
    return Note(start_s, held_s, Verb.LEFT if item.position.x < MIDDLE_X else Verb.RIGHT)


def _seconds(time: Any) -> float:
    return float(time.total_seconds())


def _beats(found: Any) -> list[float]:
    """Return the times of all beats: from each timing point on, up to the next or the last note."""
    points = [point for point in found.timing_points if point.parent is None and point.ms_per_beat > 0]
    ends = [*(_seconds(point.offset) for point in points[1:]), _seconds(found.hit_objects(spinners=False)[-1].time) + 2]
    beats: list[float] = []
    for point, end in zip(points, ends, strict=True):
        start, length = _seconds(point.offset), point.ms_per_beat / 1000
        count = min(MOST_BEATS, max(0, round((end - start) / length)))
        beats += list(start + length * np.arange(count))
    return beats

"""The song: its tempo map, its sections and its audio files, read from a pack's `song.toml`.

Where the tempo changes within sections, `[[tempo]]` runs of `beats` at `us_per_beat` say it, and sections have bars
only. Tables and keys it does not know are left alone, so that the file may hold more than the game needs. Refuses
a file whose sections do not add up to its duration.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.content.pack import held_in
from game.errors import ContentError
from game.sim.form import FORM_MAX
from game.terminal import escaped
from game.text_files import Malformed, parse_toml
from game.timing.tempo import BEATS_PER_BAR, TempoMap
from game.timing.units import Micros

SONG_FORMAT = 1
"""Version of a song's file."""
LONGEST_US: Micros = 3_600_000_000
"""Longest song, in microseconds."""
LONGEST_LEAD_IN_US: Micros = 60_000_000
"""Longest lead-in, in microseconds."""


@dataclass(frozen=True, slots=True)
class SongSection:
    """One section of the song: `bars` bars of 4/4, from `start_beat` and `start_us` up to `end_us`.

    `form_ceiling`: clean cues raise the form no higher in it, in thousandths.
    """

    id: str
    bars: int
    start_beat: Fraction
    start_us: Micros
    end_us: Micros
    form_ceiling: int = FORM_MAX

    @property
    def end_beat(self) -> Fraction:
        """The beat on which the next section begins."""
        return self.start_beat + self.bars * BEATS_PER_BAR


@dataclass(frozen=True, slots=True)
class SongAudio:
    """The song's files: its stems by name, the whole mix by rate in permille, what plays before its first sample and
    after its last."""

    stems: Mapping[str, Path] = field(default_factory=dict)
    mixes: Mapping[int, Path] = field(default_factory=dict)
    lead_in: Path | None = None
    ring_out: Path | None = None


@dataclass(frozen=True, slots=True)
class Song:
    """The song. `lead_in_us` is how long before time zero the lead-in begins. `tables` is the whole file."""

    path: Path
    title: str
    sample_rate: int
    duration_us: Micros
    lead_in_beats: int
    lead_in_us_per_beat: int
    sections: tuple[SongSection, ...]
    tempo: TempoMap
    tables: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def lead_in_us(self) -> Micros:
        """How long the lead-in lasts."""
        return self.lead_in_beats * self.lead_in_us_per_beat

    @property
    def beats(self) -> int:
        """How many beats the song has."""
        return int(self.sections[-1].end_beat)

    def section(self, section_id: str) -> SongSection | None:
        """Return the section called `section_id`, or None."""
        return next((section for section in self.sections if section.id == section_id), None)

    @property
    def audio(self) -> SongAudio:
        """The song's files. Raises ContentError for one that lies outside of the song's folder."""
        rates = {
            round(float(rate) * 1000): file for rate, file in self.audio_files("rates").items() if _is_number(rate)
        }
        return SongAudio(self.audio_files("stems"), rates, self._file_of("lead_in"), self._file_of("ring_out"))

    @property
    def audio_paths(self) -> tuple[Path, ...]:
        """Every file of its sound. Raises ContentError as `audio` does."""
        audio = self.audio
        single = (audio.lead_in, audio.ring_out)
        return (*audio.stems.values(), *audio.mixes.values(), *(path for path in single if path is not None))

    def _file_of(self, table: str) -> Path | None:
        found = self.tables.get(table)
        file = found.get("file") if isinstance(found, Mapping) else None
        return held_in(self.path.parent, file) if isinstance(file, str) else None

    def audio_files(self, table: str) -> Mapping[str, Path]:
        """Return the files of a table such as `stems` or `rates` by name, beside the song's file.

        The table is either `name = "file.ogg"` pairs or an array of tables with `id` (or `name`, or `rate`) and `file`.
        Raises ContentError for a file that lies elsewhere.
        """
        folder, found = self.path.parent, self.tables.get(table, {})
        if isinstance(found, Mapping):
            return {str(name): held_in(folder, file) for name, file in found.items() if isinstance(file, str)}
        rows = [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []
        named = [(row.get("id", row.get("name", row.get("rate"))), row.get("file")) for row in rows]
        return {str(name): held_in(folder, file) for name, file in named if isinstance(file, str)}


def load_song(path: Path) -> Song:
    """Read the song's file; raises ContentError that names file, place and mend."""
    tables = _tables(path)
    reader = _SongReader(path, tables)
    written = tables.get("format", SONG_FORMAT)
    if not isinstance(written, int) or written > SONG_FORMAT:
        raise ContentError(
            f"{path}: format {written!r} is newer than this game's {SONG_FORMAT}; update the game or take its own song"
        )
    if tables.get("beats_per_bar", BEATS_PER_BAR) != BEATS_PER_BAR:
        raise ContentError(f"{path}: beats_per_bar is {tables['beats_per_bar']!r}; set it to {BEATS_PER_BAR}")
    tempo = _tempo(reader)
    sections = _sections(reader, tempo)
    duration_us = reader.whole(tables, "duration_us", "the top")
    if sections[-1].end_us != duration_us:
        raise ContentError(
            f"{path}: the sections last {sections[-1].end_us} us, but duration_us is {duration_us}; make them agree"
        )
    if duration_us > LONGEST_US:
        raise ContentError(f"{path}: lasts {duration_us} us; a song has at most {LONGEST_US}: make it shorter")
    lead_in = reader.table("lead_in")
    lead_in_beats, lead_in_us_per_beat = (reader.whole(lead_in, key, "[lead_in]") for key in ("beats", "us_per_beat"))
    if lead_in_beats * lead_in_us_per_beat > LONGEST_LEAD_IN_US:
        raise ContentError(f"{path}: [lead_in]: lasts more than {LONGEST_LEAD_IN_US} us; make it shorter")
    return Song(
        path=path,
        title=str(tables.get("title", "")),
        sample_rate=reader.whole(tables, "sample_rate", "the top"),
        duration_us=duration_us,
        lead_in_beats=lead_in_beats,
        lead_in_us_per_beat=lead_in_us_per_beat,
        sections=sections,
        tempo=tempo,
        tables=MappingProxyType(tables),
    )


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _tables(path: Path) -> dict[str, object]:
    try:
        return parse_toml(path.read_bytes())
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); put the song's file back") from error
    except Malformed as error:
        raise ContentError(f"{path}: is not TOML ({error}); mend that line or take the game's own file") from error


def _tempo(reader: "_SongReader") -> TempoMap:
    """Return the tempo map: of the `[[tempo]]` runs, else of the sections, which then have a tempo each."""
    if "tempo" not in reader.tables:
        rows = _named_rows(reader)
        runs = [
            (reader.whole(row, "bars", at) * BEATS_PER_BAR, reader.whole(row, "us_per_beat", at)) for at, row in rows
        ]
    else:
        rows = reader.rows("tempo", "beats and us_per_beat")
        runs = [(reader.whole(row, "beats", at), reader.whole(row, "us_per_beat", at)) for at, row in rows]
    return TempoMap.from_runs(tuple(runs))


def _named_rows(reader: "_SongReader") -> list[tuple[str, Mapping[str, Any]]]:
    rows = reader.rows("sections", "id, bars and us_per_beat")
    for place, row in rows:
        if not isinstance(row.get("id"), str):
            raise ContentError(f'{reader.path}: {place}: has no id; write id = "first" or the like')
    return rows


def _sections(reader: "_SongReader", tempo: TempoMap) -> tuple[SongSection, ...]:
    sections: list[SongSection] = []
    beat = Fraction(0)
    for place, row in _named_rows(reader):
        bars = reader.whole(row, "bars", place)
        end_us = tempo.to_us(beat + bars * BEATS_PER_BAR)
        section = SongSection(row["id"], bars, beat, tempo.to_us(beat), end_us, reader.ceiling(row, place))
        if any(other.id == section.id for other in sections):
            raise ContentError(f'{reader.path}: {place}: id "{escaped(section.id)}" comes twice; rename one')
        sections.append(section)
        beat = section.end_beat
    return tuple(sections)


class _SongReader:
    """Fetches values and names the place of those that are missing or wrong."""

    def __init__(self, path: Path, tables: dict[str, object]) -> None:
        self.path = path
        self.tables = tables

    def table(self, name: str) -> Mapping[str, object]:
        """Return a table; raises ContentError where there is none."""
        found = self.tables.get(name)
        if not isinstance(found, dict):
            raise ContentError(f"{self.path}: has no table [{name}]; add it")
        return found

    def rows(self, name: str, needed: str) -> list[tuple[str, Mapping[str, Any]]]:
        """Return an array of tables, each with the words for its place; raises ContentError where there is none."""
        found = self.tables.get(name)
        if not isinstance(found, list) or not found:
            raise ContentError(f"{self.path}: has no [[{name}]]; each needs {needed}")
        if not all(isinstance(row, dict) for row in found):
            raise ContentError(f"{self.path}: {name} is no array of tables; write [[{name}]] above each")
        return [(f"[[{name}]] number {number}", row) for number, row in enumerate(found, start=1)]

    def whole(self, table: Mapping[str, object], key: str, place: str) -> int:
        """Return a whole number above zero; raises ContentError otherwise."""
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
            raise ContentError(f"{self.path}: {place}: {key} is {value!r}; write a whole number above zero")
        return value

    def ceiling(self, table: Mapping[str, object], place: str) -> int:
        """Return the form ceiling of a section, the highest form where it names none; raises ContentError."""
        value = table.get("form_ceiling", FORM_MAX)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= FORM_MAX:
            raise ContentError(
                f"{self.path}: {place}: form_ceiling is {value!r}; write a whole number from 1 to {FORM_MAX}, or leave "
                f"it out for {FORM_MAX}"
            )
        return value

"""The song: its tempo map, its sections and its audio files, read from a pack's `song.toml`.

Tables and keys it does not know are left alone, so that the file may hold more than the game needs. Refuses
a file whose sections do not add up to its duration.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

from game.content.pack import held_in
from game.errors import ContentError
from game.sim.form import FORM_MAX
from game.terminal import escaped
from game.text_files import Malformed, parse_toml
from game.timing.tempo import BEATS_PER_BAR, TempoMap
from game.timing.units import Micros

SONG_FORMAT = 1
"""Version of a song's file."""


@dataclass(frozen=True, slots=True)
class SongSection:
    """One section of the song: `bars` bars of 4/4 at `us_per_beat`, from `start_beat` and `start_us` on.

    `form_ceiling`: clean cues raise the form no higher in it, in thousandths.
    """

    id: str
    bars: int
    us_per_beat: int
    start_beat: Fraction
    start_us: Micros
    form_ceiling: int = FORM_MAX

    @property
    def end_beat(self) -> Fraction:
        """The beat on which the next section begins."""
        return self.start_beat + self.bars * BEATS_PER_BAR

    @property
    def end_us(self) -> Micros:
        """The song time at which the next section begins."""
        return self.start_us + self.bars * BEATS_PER_BAR * self.us_per_beat


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
    sections = _sections(reader)
    duration_us = reader.whole(tables, "duration_us", "the top")
    if sections[-1].end_us != duration_us:
        raise ContentError(
            f"{path}: the sections last {sections[-1].end_us} us, but duration_us is {duration_us}; make them agree"
        )
    lead_in = reader.table("lead_in")
    return Song(
        path=path,
        title=str(tables.get("title", "")),
        sample_rate=reader.whole(tables, "sample_rate", "the top"),
        duration_us=duration_us,
        lead_in_beats=reader.whole(lead_in, "beats", "[lead_in]"),
        lead_in_us_per_beat=reader.whole(lead_in, "us_per_beat", "[lead_in]"),
        sections=sections,
        tempo=TempoMap.from_runs(tuple((s.bars * BEATS_PER_BAR, s.us_per_beat) for s in sections)),
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


def _sections(reader: "_SongReader") -> tuple[SongSection, ...]:
    rows = reader.tables.get("sections")
    if not isinstance(rows, list) or not rows:
        raise ContentError(f"{reader.path}: has no [[sections]]; each needs id, bars and us_per_beat")
    sections: list[SongSection] = []
    beat, time_us = Fraction(0), 0
    for number, row in enumerate(rows, start=1):
        place = f"[[sections]] number {number}"
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise ContentError(f'{reader.path}: {place}: has no id; write id = "first" or the like')
        bars, us_per_beat = reader.whole(row, "bars", place), reader.whole(row, "us_per_beat", place)
        ceiling = reader.ceiling(row, place)
        section = SongSection(row["id"], bars, us_per_beat, beat, time_us, ceiling)
        if any(other.id == section.id for other in sections):
            raise ContentError(f'{reader.path}: {place}: id "{escaped(section.id)}" comes twice; rename one')
        sections.append(section)
        beat, time_us = section.end_beat, section.end_us
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

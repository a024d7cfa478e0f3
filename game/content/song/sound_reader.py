"""Reads tables of sounds, `sounds/sounds.toml` under the roots of a pack; rows of a pack override the shipped ones.

Refuses a table that is not TOML, is newer than the game, names a sound that is not there, a file outside of its folder,
or says something of the wrong type: one sentence that names the place.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from game.content.pack import find_in, held_in
from game.content.song.sound_table import (
    BUSES,
    After,
    CueSounds,
    DefaultSounds,
    ExerciseSounds,
    HandSounds,
    SoundSpec,
    SoundTable,
)
from game.errors import ContentError
from game.text_files import Malformed, parse_toml

SOUNDS_FILE = "sounds/sounds.toml"
"""The table in a root."""
SOUNDS_FORMAT = 1
"""Version of a table of sounds."""
HIGHEST_BAND = 3
"""The highest band of form."""
MOST_NUMBER = 120
"""The largest gain in decibels, and more than any pan."""
HAND_NAMES = ("left", "right")
"""Keys of a sound for each hand."""


def open_sounds(roots: tuple[Path, ...]) -> SoundTable:
    """Return the table of a pack with these roots; raises ContentError.

    A row that an earlier root has takes the place of the same row of a later one.
    """
    table = SoundTable()
    for root in reversed(roots):
        path = find_in((root,), SOUNDS_FILE)
        table = table if path is None else load_sounds(path, table)
    return table


def load_sounds(path: Path, base: SoundTable | None = None) -> SoundTable:
    """Read a table whose rows override those of `base`; raises ContentError that names file, place and mend."""
    try:
        tables = parse_toml(path.read_bytes())
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); render the sounds again") from error
    except Malformed as error:
        raise ContentError(f"{path}: is not TOML ({error}); mend that line or render the sounds again") from error
    if tables.get("format") != SOUNDS_FORMAT:
        raise ContentError(
            f"{path}: format is {tables.get('format')!r}, this game reads {SOUNDS_FORMAT}; update the game"
        )
    under = base or SoundTable()
    known = frozenset(_table(path, tables, "sounds")) | under.sounds.keys()
    return _merged(under, _SoundTableReader(path, known).table_of(tables), tables)


def _merged(base: SoundTable, own: SoundTable, written: Mapping[str, object]) -> SoundTable:
    return SoundTable(
        sounds={**base.sounds, **own.sounds},
        cues={**base.cues, **own.cues},
        calls={**base.calls, **own.calls},
        exercises={**base.exercises, **own.exercises},
        game={**base.game, **own.game},
        defaults=own.defaults if "defaults" in written else base.defaults,
    )


def _table(path: Path, tables: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = tables.get(name, {})
    if not isinstance(found, dict):
        raise ContentError(f"{path}: {name} is {found!r}; write a table [{name}]")
    return found


def _is_take(item: object) -> bool:
    """Whether it is a pair of whole numbers: from where, how many."""
    if not isinstance(item, list) or len(item) != 2 or not all(type(number) is int for number in item):
        return False
    first, frames = item
    return bool(first >= 0 and frames > 0)


class _SoundTableReader:
    """Reads one file's tables and names the place of what is wrong."""

    def __init__(self, path: Path, known: frozenset[str]) -> None:
        self._path = path
        self._known = known

    def table_of(self, tables: Mapping[str, object]) -> SoundTable:
        """Read everything."""
        return SoundTable(
            sounds={key: self._sound(key, row) for key, row in self._rows(tables, "sounds")},
            cues={key: self._cue(key, row) for key, row in self._rows(tables, "cues")},
            calls={key: self._afters(row, "sounds", f"[calls.{key}]") for key, row in self._rows(tables, "calls")},
            exercises={key: self._exercise(key, row) for key, row in self._rows(tables, "exercises")},
            game=self._names(_table(self._path, tables, "game"), "[game]"),
            defaults=self._defaults(_table(self._path, tables, "defaults")),
        )

    def _defaults(self, tables: Mapping[str, object]) -> DefaultSounds:
        return DefaultSounds(
            cues={key: self._cue(f"defaults.{key}", row) for key, row in self._rows(tables, "cues")},
            call=self._afters(_table(self._path, tables, "call"), "sounds", "[defaults.call]"),
            exercise=self._exercise("defaults", _table(self._path, tables, "exercise")),
        )

    def _rows(self, tables: Mapping[str, object], name: str) -> list[tuple[str, Mapping[str, object]]]:
        whole = _table(self._path, tables, name)
        return [(key, _table(self._path, whole, key)) for key in whole]

    def _sound(self, name: str, row: Mapping[str, object]) -> SoundSpec:
        place = f"[sounds.{name}]"
        file = row.get("file")
        if not isinstance(file, str) or not file:
            raise self._error(place, f"file is {file!r}; write the name of a file")
        takes = row.get("takes")
        if not isinstance(takes, list) or not takes or not all(map(_is_take, takes)):
            raise self._error(place, f"takes is {takes!r}; write a list of [first frame, frames]")
        bus = row.get("bus", "hits")
        if bus not in BUSES:
            raise self._error(place, f"bus is {bus!r}; write one of {', '.join(BUSES)}")
        gain_db, pan = self._number(row, "gain_db", place), self._number(row, "pan", place)
        places = tuple((first, frames) for first, frames in takes)
        gain = 10 ** (gain_db / 20)
        try:
            path = held_in(self._path.parent, file)
        except ContentError as error:
            raise self._error(place, str(error)) from error
        return SoundSpec(name, path, places, gain, str(bus), max(-1.0, min(1.0, pan)))

    def _cue(self, name: str, row: Mapping[str, object]) -> CueSounds:
        place = f"[cues.{name}]"
        return CueSounds(
            warning=self._by_hand(row, "warning", place),
            warned_by_call=row.get("warned_by_call") is True,
            warn_first_only=row.get("warn_first_only") is True,
            press=self._names(_table(self._path, row, "press"), place),
            release=self._names(_table(self._path, row, "release"), place),
            held=self._name(row, "held", place),
            done=self._name(row, "done", place),
            echo=self._name(row, "echo", place),
            follows=self._afters(row, "follows", place),
        )

    def _exercise(self, name: str, row: Mapping[str, object]) -> ExerciseSounds:
        place = f"[exercises.{name}]"
        return ExerciseSounds(
            place=self._name(row, "place", place),
            feet=self._name(row, "feet", place),
            stray=self._name(row, "stray", place),
            flinches=self._names(_table(self._path, row, "flinches"), place),
            scenery=self._afters(row, "scenery", place),
        )

    def _afters(self, row: Mapping[str, object], key: str, place: str) -> tuple[After, ...]:
        found = row.get(key, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise self._error(place, f'{key} is {found!r}; write a list of {{ sound = "...", beats = "1/3" }}')
        return tuple(
            After(self._name(item, "sound", place), self._beats(item, place), self._band(item, place)) for item in found
        )

    def _band(self, row: Mapping[str, object], place: str) -> int:
        band = row.get("from_band", 0)
        if not isinstance(band, int) or not 0 <= band <= HIGHEST_BAND:
            raise self._error(place, f"from_band is {band!r}; write 0 to {HIGHEST_BAND}")
        return band

    def _beats(self, row: Mapping[str, object], place: str) -> Fraction:
        try:
            return Fraction(str(row.get("beats", "0")))
        except (ValueError, ZeroDivisionError) as error:
            raise self._error(place, f'beats is {row.get("beats")!r}; write a fraction such as "1/3"') from error

    def _names(self, row: Mapping[str, object], place: str) -> dict[str, str]:
        return {key: self._name(row, key, place) for key in row}

    def _by_hand(self, row: Mapping[str, object], key: str, place: str) -> HandSounds:
        found = row.get(key, "")
        if not isinstance(found, dict):
            name = self._name(row, key, place)
            return HandSounds(name, name)
        if set(found) != set(HAND_NAMES):
            raise self._error(place, f"{key} is {found!r}; write one name, or one for left and one for right")
        return HandSounds(**self._names(found, place))

    def _name(self, row: Mapping[str, object], key: str, place: str) -> str:
        name = row.get(key, "")
        if not isinstance(name, str) or (name and name not in self._known):
            raise self._error(
                place, f"{key} is {name!r}, which is no sound; name one of [sounds] or write an empty text"
            )
        return name

    def _number(self, row: Mapping[str, object], key: str, place: str) -> float:
        value = row.get(key, 0.0)
        if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= MOST_NUMBER:
            raise self._error(place, f"{key} is {value!r}; write a number from -{MOST_NUMBER} to {MOST_NUMBER}")
        return float(value)

    def _error(self, place: str, what: str) -> ContentError:
        return ContentError(f"{self._path}: {place}: {what}")

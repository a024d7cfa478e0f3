"""The table of sounds, `assets/sounds/sounds.toml`: which files a sound has, and which sound a cue, a call or a place
has.

Sounds are named, and files belong to names; cues, calls and exercises only speak of names. Refuses a table that is
not TOML, is newer than the game, names a sound that is not there, or says something of the wrong type: one sentence
that names the place.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from game.errors import ContentError
from game.sim.actions import HANDS, Verb
from game.sim.spec import CueKind
from game.text_files import Malformed, parse_toml

SOUNDS_FORMAT = 1
BUSES = ("music", "hits", "cues", "places")
TOUCHES = ("clean", "early", "late", "sloppy", "miss")
"""How a press or release can come out: clean is great or better, early and late are good, then sloppy and miss."""

HAND_NAMES = ("left", "right")


@dataclass(frozen=True, slots=True)
class SoundSpec:
    """One sound: its file, where in it each take lies (first frame, frames; one is drawn each time), its gain as a
    factor, its bus, its place from -1 (left) to 1."""

    name: str
    file: Path
    takes: tuple[tuple[int, int], ...]
    gain: float
    bus: str
    pan: float


@dataclass(frozen=True, slots=True)
class After:
    """A sound so many beats after (or, below zero, before) the moment it belongs to."""

    sound: str
    beats: Fraction


@dataclass(frozen=True, slots=True)
class HandSounds:
    """A sound for each hand; the same for both where the hand is no matter, empty where silence is meant."""

    left: str = ""
    right: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The sounds there are, each once."""
        return tuple(dict.fromkeys(name for name in (self.left, self.right) if name))

    def of(self, verbs: Collection[Verb]) -> str:
        """Return the sound for what is pressed: the right's for the right hand alone."""
        return self.right if set(verbs) == {Verb.RIGHT} else self.left


@dataclass(frozen=True, slots=True)
class CueSounds:
    """What one kind of cue sounds like; an empty name is silence, meant.

    `warning`: one for both hands, or one for each. `warned_by_call`: its warning is a call of the chart's, not a fixed
    lead. `warn_first_only`: within a fast run of such cues only the first two are warned, and where it changes. `press`
    and `release` go by touch. `held`: an unjudged wind-up. `done`: always, at the cue's end. `follows`: what a hit sets
    going. `echo`: what the room repeats.
    """

    warning: HandSounds = HandSounds()
    warned_by_call: bool = False
    warn_first_only: bool = False
    press: Mapping[str, str] = field(default_factory=dict)
    release: Mapping[str, str] = field(default_factory=dict)
    held: str = ""
    done: str = ""
    echo: str = ""
    follows: tuple[After, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseSounds:
    """What an exercise sounds like beside its cues: its place, feet on every beat, strays, flinches, scenery by
    beat."""

    place: str = ""
    feet: str = ""
    stray: str = ""
    flinches: Mapping[str, str] = field(default_factory=dict)
    scenery: tuple[After, ...] = ()


@dataclass(frozen=True, slots=True)
class DefaultSounds:
    """What is heard of an exercise that has no rows of its own yet: cues by what is pressed, calls, place and strays.

    `cues` goes by `hands`, `up`, `down` and `chord`.
    """

    cues: Mapping[str, CueSounds] = field(default_factory=dict)
    call: tuple[After, ...] = ()
    exercise: ExerciseSounds = ExerciseSounds()


@dataclass(frozen=True, slots=True)
class SoundTable:
    """All of it. `cues` and `calls` go by `exercise.kind`, `game` holds the sounds of no exercise (count-in, menu).

    Ask by the methods: they give the default sounds where an exercise has no row of its own.
    """

    sounds: Mapping[str, SoundSpec] = field(default_factory=dict)
    cues: Mapping[str, CueSounds] = field(default_factory=dict)
    calls: Mapping[str, tuple[After, ...]] = field(default_factory=dict)
    exercises: Mapping[str, ExerciseSounds] = field(default_factory=dict)
    game: Mapping[str, str] = field(default_factory=dict)
    defaults: DefaultSounds = DefaultSounds()

    def cue(self, name: str, kind: CueKind) -> CueSounds:
        """Return the sounds of the cue kind written `exercise.kind`."""
        found = self.cues.get(name)
        if found is not None:
            return found
        default = self.defaults.cues.get(_pressed(kind), CueSounds())
        return default if kind.heard else replace(default, warning=HandSounds())

    def call(self, name: str) -> tuple[After, ...]:
        """Return the sounds of the call kind written `exercise.kind`."""
        return self.calls.get(name, self.defaults.call)

    def exercise(self, minigame: str) -> ExerciseSounds:
        """Return the sounds of an exercise beside its cues."""
        return self.exercises.get(minigame, self.defaults.exercise)


def _pressed(kind: CueKind) -> str:
    """Return which row of default sounds a cue kind without a row of its own takes."""
    if kind.chord:
        return "chord"
    return "hands" if kind.verbs[0] in HANDS else kind.verbs[0].name.lower()


def load_sounds(path: Path) -> SoundTable:
    """Read the table; raises ContentError that names file, place and mend."""
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
    return _SoundTableReader(path, frozenset(_table(path, tables, "sounds"))).table_of(tables)


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
        return SoundSpec(name, self._path.parent / file, places, gain, str(bus), max(-1.0, min(1.0, pan)))

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
        return tuple(After(self._name(item, "sound", place), self._beats(item, place)) for item in found)

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
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._error(place, f"{key} is {value!r}; write a number")
        return float(value)

    def _error(self, place: str, what: str) -> ContentError:
        return ContentError(f"{self._path}: {place}: {what}")

"""The look of a place: `<map>.look.toml` beside its map. Color grade, mist, sun, scale, shades, marks; per section too.

Every key is optional; a map without the file has a neutral look. A wrong value becomes its default here and a finding
that names file, key and mend: a broken look never keeps a map from being played.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias

from game.content.finding import Finding, Location
from game.content.look_keys import (
    GRADE_KEYS,
    LOOK_KEYS,
    LOOK_TABLES,
    MARK_KEYS,
    MIST_KEYS,
    SECTION_TABLES,
    SHADOW_KEYS,
    SUN_KEYS,
)
from game.content.look_values import DAYLIGHT, Color, Doorway, Invalid, ReadValue, name
from game.text_files import Malformed, parse_toml

__all__ = ["DAYLIGHT", "NEUTRAL", "ColorGrade", "Doorway", "Look", "Mark", "Mist", "SectionLook", "Shadow", "SunLook"]

LOOK_SUFFIX = ".look.toml"
"""Ending of a look's file name, after the map's stem."""
PROBLEM = "bad_look"
"""Id of the findings made here."""
RUNNING_PX_PER_METRE = 50.0
"""Default scale, px a metre."""
Table: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mist:
    """A bank of mist along a lane, behind the runner. `cover` is the share of what is behind it that it hides, `top`
    its height over the ground in metres, `begins` and `ends` the place's pixels outside which there is none.
    """

    color: Color = (220, 214, 200)
    cover: float = 0.4
    top: float = 2.9
    begins: float = -1e9
    ends: float = 1e9


@dataclass(frozen=True, slots=True)
class Shadow:
    """Shadows cast towards the camera by a low sun. `lean` is how far it goes to the right for
    each pixel down, `length` its share of the body's height, `strength` 0 to 1 at the feet.
    """

    lean: float = -0.8
    length: float = 0.5
    strength: float = 0.5


@dataclass(frozen=True, slots=True)
class ColorGrade:
    """Color grade and lights of a place. `cool` and `warm` multiply the picture in the lowest and highest band of form.
    Silhouettes close to the camera are filled with `dark`, the color of shadows too, and outlined with `edge`. Lights
    are factors: 255 leaves a figure as painted.
    """

    cool: Color = (236, 236, 244)
    warm: Color = (255, 250, 240)
    vignette: float = 0.32
    dark: Color = (12, 12, 16)
    edge: Color = (220, 190, 140)
    key: Color = (255, 255, 255)
    """The light on the fighter alone."""
    others: Color = (255, 255, 255)
    """The light on everyone else."""
    lone_key: Color | None = None
    """The light on the fighter after the trigger `light_leaves` has darkened the place. None: as `key`."""
    key_edge: float = 120.0
    """Length of the way on which the light on the fighter changes where a shade begins or ends, px."""
    flare: float = 1.0
    """Share of the sun's bloom and flare that reaches the lens."""
    haze: Color = (150, 130, 110)
    haze_strength: float = 0.0
    """Opacity of the haze behind the fighter, 0 to 1."""
    shade_haze: Color | None = None
    """The haze behind him in the place's shade, as opaque there. None: of `haze` itself little is left in the shade."""
    near_haze: float = 0.0
    """Opacity of the haze over people and things close behind him, as a factor of `haze_strength`."""
    mist: Mist | None = None
    shadow: Shadow | None = None
    glow: Color = DAYLIGHT
    """The light added from above at the highest form, at its strongest."""
    lift: Color = (0, 0, 0)
    """What is added to the whole picture after its tint: the color of the shadows, where the tint is the lights'."""
    windows: Color | None = None
    """The lightest that a room's windows are, with no sun on its floor and in its air. None: as painted."""

    def key_in(self, darkness: float) -> Color:
        """Return the light on the fighter at a darkness of the place of 0 to 1."""
        lone = self.lone_key or self.key
        red, green, blue = (round(key + (left - key) * darkness) for key, left in zip(self.key, lone, strict=True))
        return red, green, blue


NEUTRAL = ColorGrade()
"""Color grade of a map without a look."""


@dataclass(frozen=True, slots=True)
class SunLook:
    """A sun: where it stands on the screen at the place's first beat, in pixels; `flare` is 0 to 1."""

    x: float = 480.0
    row: float = 90.0
    color: Color = (255, 216, 160)
    parallax: float = 0.02
    flare: float = 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """A named point at which a view draws something: a hook, a swivel. Map pixels."""

    x: float
    row: float
    parallax: float = 1.0
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class SectionLook:
    """Color grade and backdrop of one section; an empty `backdrop` means the map's."""

    grade: ColorGrade
    backdrop: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a map. `backdrop` is a folder of `backdrops/`; `sun` and `shades` are None where the painters' own
    count. `sky` and `ground` are drawn where the backdrop has no picture.
    """

    backdrop: str
    px_per_metre: float = RUNNING_PX_PER_METRE
    sky: Color = (122, 134, 158)
    ground: Color = (88, 84, 82)
    grade: ColorGrade = NEUTRAL
    sun: SunLook | None = None
    shades: tuple[tuple[float, float], ...] | None = None
    door: Doorway = Doorway.WALL
    """What passes before the lens where he comes in through a door."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    sections: Mapping[str, SectionLook] = field(default_factory=dict)

    def grade_of(self, section: str) -> ColorGrade:
        """Return the color grade of a section."""
        own = self.sections.get(section)
        return self.grade if own is None else own.grade


def look_file(map_file: Path) -> Path:
    """Return where the look of a map is written."""
    return map_file.with_name(map_file.stem + LOOK_SUFFIX)


def read_look(map_file: Path, sections: Collection[str]) -> tuple[Look, list[Finding]]:
    """Return the look of a map with these sections, neutral where it has none, and what is wrong with its file."""
    path, neutral = look_file(map_file), Look(map_file.stem)
    try:
        tables = parse_toml(path.read_bytes())
    except FileNotFoundError:
        return neutral, []
    except OSError as error:
        return neutral, [_broken(path, f"cannot be read ({error.strerror})", "put the file back")]
    except Malformed as error:
        return neutral, [_broken(path, f"is not TOML ({error})", "mend that line")]
    reader = _LookReader(path, sections)
    return reader.look(tables, neutral), reader.findings


def _broken(path: Path, what: str, mend: str, key: str = "") -> Finding:
    return Finding(PROBLEM, Location(str(path), name=key), what, mend)


class _LookReader:
    """Reads one file's tables, collecting findings."""

    def __init__(self, path: Path, sections: Collection[str]) -> None:
        self.findings: list[Finding] = []
        self._path = path
        self._sections = sections

    def look(self, tables: Table, neutral: Look) -> Look:
        """Return the look of these tables."""
        grade = self._graded(tables, NEUTRAL, "")
        look = replace(neutral, grade=grade, **self._values(tables, LOOK_KEYS, "", LOOK_TABLES))
        sun = self._table(tables, "sun", "")
        if sun is not None:
            look = replace(look, sun=SunLook(**self._values(sun, SUN_KEYS, "sun")))
        sections = self._table(tables, "sections", "") or {}
        return replace(
            look,
            marks=self._marks(self._table(tables, "marks", "") or {}),
            sections={key: self._section(sections, key, grade) for key in sections if self._known(key)},
        )

    def _graded(self, tables: Table, base: ColorGrade, place: str) -> ColorGrade:
        grade = replace(base, **self._values(self._table(tables, "grade", place) or {}, GRADE_KEYS, f"{place}grade"))
        mist, shadow = self._table(tables, "mist", place), self._table(tables, "shadow", place)
        if mist is not None:
            grade = replace(grade, mist=replace(base.mist or Mist(), **self._values(mist, MIST_KEYS, f"{place}mist")))
        if shadow is not None:
            values = self._values(shadow, SHADOW_KEYS, f"{place}shadow")
            grade = replace(grade, shadow=replace(base.shadow or Shadow(), **values))
        return grade

    def _section(self, sections: Table, key: str, base: ColorGrade) -> SectionLook:
        row, place = self._table(sections, key, "sections.") or {}, f"sections.{key}."
        values = self._values(row, {"backdrop": name}, place.rstrip("."), SECTION_TABLES)
        return SectionLook(self._graded(row, base, place), **values)

    def _marks(self, rows: Table) -> dict[str, Mark]:
        marks: dict[str, Mark] = {}
        for key in rows:
            values = self._values(self._table(rows, key, "marks.") or {}, MARK_KEYS, f"marks.{key}")
            if {"x", "row"} <= values.keys():
                marks[key] = Mark(**values)
            else:
                self._find(f"marks.{key}", "has no x or no row", "write both, in map pixels")
        return marks

    def _known(self, section: str) -> bool:
        if section not in self._sections:
            mend = f"write one of {', '.join(self._sections)}" if self._sections else "remove the table"
            self._find(f"sections.{section}", "the map has no such section", mend)
        return section in self._sections

    def _table(self, tables: Table, key: str, place: str) -> Table | None:
        found = tables.get(key)
        if found is not None and not isinstance(found, dict):
            self._find(f"{place}{key}", f"is {found!r}", f"write a table [{place}{key}]")
            return {}
        return found

    def _values(
        self, table: Table, keys: Mapping[str, ReadValue], place: str, tables: Collection[str] = ()
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in table.items():
            where = f"{place}.{key}" if place else key
            if key in keys:
                try:
                    values[key] = keys[key](value)
                except Invalid as error:
                    self._find(where, f"is {value!r}", str(error))
            elif key not in tables:
                near = get_close_matches(key, (*keys, *tables), n=1)
                mend = f'"{near[0]}" is meant?' if near else f"there are {', '.join((*keys, *tables))}"
                self._find(where, "is no key of a look", mend)
        return values

    def _find(self, key: str, what: str, mend: str) -> None:
        self.findings.append(_broken(self._path, what, mend, key))

"""The world: all maps in the order of the run, from a Tiled `.world` file. Sizes in that file are never trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from game.content.finding import Finding, Location
from game.content.level import Level, Section
from game.content.tiled.level_reader import read_level
from game.content.tiled.xml_files import BYTE_ORDER_MARK, XmlFiles
from game.text_files import Malformed, parse_json


@dataclass(frozen=True, slots=True)
class Seam:
    """Where one map hands over to the next, on `beat` of the song."""

    before: Level
    after: Level
    beat: Fraction


@dataclass(frozen=True, slots=True)
class World:
    """All maps from left to right, and the x (px) at which the file draws each."""

    path: Path
    levels: tuple[Level, ...]
    drawn_x: tuple[int, ...]

    @property
    def seams(self) -> tuple[Seam, ...]:
        """The seams between neighbouring maps."""
        pairs = zip(self.levels, self.levels[1:], strict=False)
        return tuple(Seam(before, after, after.start_beat) for before, after in pairs)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in order of time."""
        found = (section for level in self.levels for section in level.sections)
        return tuple(sorted(found, key=lambda section: section.start_beat))

    def level_of(self, section_id: str) -> Level:
        """Return the map in which a section is; raises KeyError."""
        for level in self.levels:
            if any(section.id == section_id for section in level.sections):
                return level
        raise KeyError(section_id)


def read_world(path: Path, files: XmlFiles | None = None) -> tuple[World | None, list[Finding]]:
    """Read a world and all its maps; return it, or None where a file cannot be understood, and what reading found."""
    rows, findings = _rows(path)
    files = files or XmlFiles()
    levels: list[tuple[int, Level]] = []
    for x, name in sorted(rows):
        level, found = read_level(path.parent / name, files)
        findings += found
        if level is not None:
            levels.append((x, level))
    if not rows or len(levels) < len(rows):
        return None, list(dict.fromkeys(findings))
    return World(path, tuple(level for _, level in levels), tuple(x for x, _ in levels)), list(dict.fromkeys(findings))


def _rows(path: Path) -> tuple[list[tuple[int, str]], list[Finding]]:
    try:
        text = path.read_bytes()
        if text.lstrip(BYTE_ORDER_MARK + b" \r\n\t").startswith(b"<"):
            return [], [_broken(path, "is XML, not a world", f"if it is a map, rename it to {path.stem}.tmx")]
        found = parse_json(text)
    except OSError as error:
        return [], [_broken(path, f"cannot be read ({error.strerror})", "put the file back")]
    except Malformed as error:
        return [], [_broken(path, f"is not JSON ({error})", "take an older copy or save the world again from Tiled")]
    maps = found.get("maps") if isinstance(found, Mapping) else None
    if not isinstance(maps, list) or not maps:
        return [], [_broken(path, "lists no maps", "add the maps in Tiled with World > Add Map to World")]
    rows: list[tuple[int, str]] = []
    for number, row in enumerate(maps, start=1):
        x, name = (row.get("x"), row.get("fileName")) if isinstance(row, Mapping) else (None, None)
        if not isinstance(x, int) or not isinstance(name, str):
            what = f"map number {number} has no fileName or no whole x"
            return [], [_broken(path, what, "remove it in Tiled and add it again")]
        rows.append((x, name))
    return rows, []


def _broken(path: Path, what: str, mend: str) -> Finding:
    return Finding("unreadable", Location(str(path)), what, mend)

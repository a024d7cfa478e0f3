"""XML files that Tiled writes (maps, tilesets, templates), each opened and parsed once; what is broken is a finding."""

import os
import re
from math import isfinite
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Byte order mark of UTF-8."""
SUFFIXES = {"map": "tmx", "tileset": "tsx", "template": "tx"}
"""How the file of a root element is called."""
DOCUMENT_TYPE = b"<!DOCTYPE"
"""Begins what may define entities; Tiled never writes it. In UTF-16 and UTF-32 there are zeros between its letters."""
MOST_DIGITS = 18
"""A longer number is damage, and Python refuses to read very long ones."""


class Unreadable(Exception):
    """Something that Tiled may allow and this game cannot read; carries the finding."""

    def __init__(self, location: Location, what: str, mend: str) -> None:
        self.finding = Finding("unreadable", location, what, mend)
        super().__init__(str(self.finding))


SHARED_FOLDERS = ("templates", "tilesets", "backdrops")
"""Folders whose files may come from the shipped roots where a map's own are missing."""


class XmlFiles:
    """The files of one reading of a map or a world. What it returns is shared between maps: callers must not change it.

    `roots` are the folders in which a file of `templates/`, `tilesets/` or `backdrops/` is sought that is not where its
    map says. `confines` are the folders that no file may lie outside of; empty: anywhere.
    """

    def __init__(self, roots: tuple[Path, ...] = (), confines: tuple[Path, ...] = ()) -> None:
        self._roots = roots
        self._confines = tuple(folder.resolve() for folder in confines)
        self._parsed: dict[str, Element | Unreadable] = {}
        self._located: dict[Path, Path] = {}

    @property
    def read(self) -> tuple[Path, ...]:
        """The files that were opened so far."""
        return tuple(map(Path, self._parsed))

    @property
    def located(self) -> tuple[Path, ...]:
        """The files that maps and tilesets name, pictures among them, where each was found."""
        return tuple(dict.fromkeys(Path(os.path.normpath(path)) for path in self._located.values()))

    def locate(self, path: Path) -> Path:
        """Return where a file that a map names is: at `path`, or under a root; `path` itself where it is nowhere.

        Raises Unreadable for a file outside of the confines.
        """
        if path not in self._located:
            self._located[path] = self._locate(path)
        return self._located[path]

    def _locate(self, path: Path) -> Path:
        found = path
        if not is_there(path):
            shared = [number for number, part in enumerate(path.parts) if part in SHARED_FOLDERS]
            tails = [Path(*path.parts[number:]) for number in reversed(shared)]
            found = next((root / tail for tail in tails for root in self._roots if is_there(root / tail)), path)
        if self._confines and not any(_is_inside(found, folder) for folder in self._confines):
            raise Unreadable(Location(str(path)), "lies outside of its pack", "copy it into the pack's folder")
        return found

    def root(self, path: Path, tag: str) -> Element:
        """Return the root element of a file, which must have this tag; raises Unreadable."""
        key = os.path.normpath(path)
        if key not in self._parsed:
            try:
                self._parsed[key] = _parse(path, SUFFIXES[tag])
            except Unreadable as error:
                self._parsed[key] = error
        found = self._parsed[key]
        if isinstance(found, Unreadable):
            raise found
        if found.tag != tag:
            raise Unreadable(
                Location(str(path)), f"holds a <{found.tag}>, not a <{tag}>", f"put a .{SUFFIXES[tag]} file here"
            )
        return found


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder)
    except (OSError, ValueError):  # a name that no file can have lies nowhere
        return True


def _parse(path: Path, suffix: str) -> Element:
    place = Location(str(path))
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise Unreadable(place, "is a device, not a file", "name a file")
        text = path.read_bytes().removeprefix(BYTE_ORDER_MARK)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such file"
        raise Unreadable(place, f"cannot be read ({why})", "put the file back or allow reading it") from error
    if not text.strip():
        raise Unreadable(place, "is empty", "take an older copy of the file")
    if text.lstrip()[:1] in (b"{", b"["):
        raise _json_instead(place, path, text, suffix)
    if DOCUMENT_TYPE in text.replace(b"\0", b""):
        raise Unreadable(
            place, "has a document type, whose entities could grow without end", "save it again from Tiled"
        )
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        mend = "take an older copy of the file or save it again from Tiled"
        raise Unreadable(place, f"is not whole XML ({error})", mend) from error


def _json_instead(location: Location, path: Path, text: bytes, suffix: str) -> Unreadable:
    if path.suffix == ".world":
        return Unreadable(location, "is a world, not a map", f"name one of the .{suffix} maps that it lists")
    if b'"maps"' in text and b'"fileName"' in text:
        return Unreadable(location, "holds a world, not a map", f"rename it to {path.stem}.world")
    return Unreadable(location, "is JSON, not XML", f"save it from Tiled as .{suffix}")


def properties_of(element: Element) -> list[Element]:
    """Return the property elements of a map, layer or object."""
    return [item for block in element.findall("properties") for item in block.findall("property")]


def is_there(path: Path) -> bool:
    """Whether a file exists; a name that no file can have does not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


class BadNumber(ValueError):
    """An attribute that should be a number, and how to mend it."""

    def __init__(self, name: str, text: str) -> None:
        self.attribute = f'{name}="{text}"'
        """As the file has it."""
        self.what = f'its {name} is "{text}", which is no number'
        self.mend = f"write {dotted(text) or 'a number such as 12.5'}"
        super().__init__(self.what)


def dotted(text: str) -> str | None:
    """Return a number that was written with a comma with a dot, None where that makes no number of it."""
    changed = text.replace(",", ".")
    return changed if changed != text and re.fullmatch(r"-?[0-9]+\.[0-9]+", changed) else None


def number(element: Element, name: str, default: str = "0") -> float:
    """Return an attribute that is a finite number; raises BadNumber."""
    text = element.get(name, default)
    try:
        return finite(text)
    except ValueError:
        raise BadNumber(name, text) from None


def not_a_number(location: Location, error: BadNumber) -> Unreadable:
    """Return a bad number as what is unreadable, with its line where only one place in the file reads so."""
    try:
        lines = Path(location.file).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    found = [row for row, line in enumerate(lines, start=1) if f" {error.attribute}" in line]
    where = f" (line {found[0]})" if len(found) == 1 else ""
    return Unreadable(location, error.what + where, error.mend)


def finite(text: str) -> float:
    """Return a number; raises ValueError for a text that is none, or infinite."""
    value = float(text)
    if not isfinite(value):
        raise ValueError(f"{text!r} is no number")
    return value


def whole(element: Element, name: str, least: int = 0) -> int:
    """Return an attribute that is a whole number, 0 where it is missing; raises ValueError that names it."""
    text = element.get(name, "0")
    value = int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else -1
    if value < least:
        raise ValueError(f"has the {name} {element.get(name)!r}")
    return value

"""XML files that Tiled writes (maps, tilesets, templates), each opened and parsed once; what is broken is a finding."""

import os
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SUFFIXES = {"map": "tmx", "tileset": "tsx", "template": "tx"}
"""How the file of a root element is called."""
MOST_DIGITS = 18
"""A longer number is damage, and Python refuses to read very long ones."""


class Unreadable(Exception):
    """A file or a part of it cannot be used at all; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def problem(place: Location, what: str, mend: str) -> Finding:
    """Return the finding of something that Tiled may allow and this game cannot read."""
    return Finding("unreadable", place, what, mend)


class XmlFiles:
    """The files of one reading of a map or a world. What it returns is shared between maps: nobody changes it."""

    def __init__(self) -> None:
        self._parsed: dict[str, Element | Finding] = {}

    def root(self, path: Path, tag: str) -> Element:
        """Return the root element of a file, which must have this tag; raises Unreadable with the finding."""
        key = os.path.normpath(path)
        if key not in self._parsed:
            self._parsed[key] = _parse(path, tag)
        found = self._parsed[key]
        if isinstance(found, Finding):
            raise Unreadable(found)
        if found.tag != tag:
            what = f"holds a <{found.tag}>, not a <{tag}>"
            raise Unreadable(problem(Location(str(path)), what, f"put a .{SUFFIXES[tag]} file here"))
        return found


def _parse(path: Path, tag: str) -> Element | Finding:
    place = Location(str(path))
    try:
        text = path.read_bytes().removeprefix(BYTE_ORDER_MARK)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such file"
        return problem(place, f"cannot be read ({why})", "put the file back or allow reading it")
    if not text.strip():
        return problem(place, "is empty", "take an older copy of the file")
    if text.lstrip()[:1] in (b"{", b"["):
        return problem(place, "is JSON, not XML", f"save it from Tiled as .{SUFFIXES[tag]}")
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        mend = "take an older copy of the file or save it again from Tiled"
        return problem(place, f"is not whole XML ({error})", mend)


def is_there(path: Path) -> bool:
    """Whether a file exists; a name that no file can have does not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def whole(element: Element, name: str, least: int = 0) -> int:
    """Return an attribute that is a whole number, 0 where it is missing; raises ValueError that names it."""
    text = element.get(name, "0")
    value = int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else -1
    if value < least:
        raise ValueError(f"has the {name} {element.get(name)!r}")
    return value

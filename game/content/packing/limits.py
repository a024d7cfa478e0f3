"""What a pack may hold: kinds of files, their sizes and names. Everything else is left out or refused.

A pack comes from a stranger. The limits keep it from filling disk and memory, and from naming a file that another
system would write elsewhere.
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

KIB = 1024
MIB = 1024 * KIB

MOST_BYTES: Mapping[str, int] = MappingProxyType(
    {
        ".toml": 256 * KIB,
        ".world": 256 * KIB,
        ".tmx": 2 * MIB,
        ".tsx": MIB,
        ".tx": 64 * KIB,
        ".json": MIB,
        ".png": 16 * MIB,
        ".ogg": 64 * MIB,
        ".wav": 32 * MIB,
        ".txt": 256 * KIB,
        ".md": 256 * KIB,
    }
)
"""Kinds of files that a pack is made of, by suffix, with the greatest size of one in bytes."""
MOST_BYTES_IN_ALL = 384 * MIB
"""Greatest size of a whole pack, unpacked, in bytes."""
MOST_ZIP_BYTES = 256 * MIB
"""Greatest size of a pack's zip, in bytes."""
MOST_FILES = 2_000
"""Most files in a pack."""
MOST_DEPTH = 6
"""Most folders within each other, the file included."""
LONGEST_PART = 100
"""Longest name of a file or folder, in characters."""
MOST_PICTURE_PX = 16_777_216
"""Most pixels of one picture."""
MOST_SIDE_PX = 8_192
"""Longest side of a picture, px."""
MOST_PX_IN_ALL = 160_000_000
"""Most pixels of all pictures of a pack."""
MOST_OBJECTS = 5_000
"""Most objects of one map."""
MOST_MAPS = 64
"""Most maps of a world."""

_FORBIDDEN = frozenset('\\:*?"<>|')
"""Characters that Windows forbids or reads as a path."""
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})
"""File names that Windows opens as devices, with any suffix."""


def suffix_of(name: str) -> str:
    """Return a file name's suffix in lower case, with its dot."""
    return PurePosixPath(name).suffix.lower()


def is_wanted(name: str) -> bool:
    """Whether a file of this name is of a kind that packs are made of."""
    parts = PurePosixPath(name).parts
    return suffix_of(name) in MOST_BYTES and not any(part.startswith((".", "__MACOSX")) for part in parts)


def what_is_wrong_with(name: str) -> str | None:
    """Return why a file of a pack must not have this name (with `/` between folders), as half a sentence; or None."""
    parts = name.split("/")
    if name.startswith("/") or any(part == ".." for part in parts):
        return "leads out of the pack"
    if len(parts) > MOST_DEPTH:
        return f"lies more than {MOST_DEPTH} folders deep"
    if any(part in ("", ".") or part[-1] in ". " or part[0] == " " for part in parts):
        return "has an empty part, or one that begins or ends in a blank or ends in a point"
    if any(len(part.encode("utf-8", "replace")) > LONGEST_PART for part in parts):
        return f"has a part of more than {LONGEST_PART} bytes"
    if not name.isprintable() or set(name) & _FORBIDDEN:
        return "holds a character that not every system has in names"
    if any(part.split(".")[0].strip().lower() in _DEVICES for part in parts):
        return "is the name of a device on Windows"
    return None

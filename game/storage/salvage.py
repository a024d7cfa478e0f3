"""Reads what can be read of a TOML file that is not whole: statement by statement, leaving out those that are wrong.

Knows tables and keys, on one line or on several; arrays of tables are left out. A broken header costs the lines under
it, which could otherwise land in another table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from game.text_files import Malformed, parse_toml_text

MOST_LINES = 1000
"""A longer file is not looked through."""
MOST_LINES_A_STATEMENT = 20
"""Largest number of lines that are tried as one statement."""
BEGINS = re.compile(r"\s*(\[[^\],]*\]\s*(#.*)?$|[^\s\[#,=]+\s*=)")
"""The first line of a statement: a header, or a key."""


@dataclass(slots=True)
class Salvaged:
    """The tables that were read, and the numbers of the lines that were left out, from 1."""

    document: dict[str, Any] = field(default_factory=dict)
    left_out: list[int] = field(default_factory=list)


def salvaged(content: bytes) -> Salvaged:
    """Return what can be read of a file's content."""
    text = content.decode("utf-8-sig", errors="surrogateescape")  # a line in another encoding costs only itself
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found, header = Salvaged(), ""
    if len(lines) > MOST_LINES:
        found.left_out = list(range(1, len(lines) + 1))
        return found
    number = 0
    while number < len(lines):
        line = lines[number].strip()
        if line.startswith("["):
            length = 1 if _add(found.document, "", line) else 0
            header = line if length else "["  # nothing under a broken header can be parsed
        else:
            length = _statement(found.document, header, lines[number:])
        if length == 0:
            found.left_out.append(number + 1)
        number += max(1, length)
    return found


def _statement(document: dict[str, Any], header: str, lines: Sequence[str]) -> int:
    """Add the statement that begins with the first of the lines; return how many it has, 0 where it is wrong."""
    for count in range(1, min(MOST_LINES_A_STATEMENT, len(lines)) + 1):
        if count > 1 and BEGINS.match(lines[count - 1]):
            break
        if _add(document, header, "\n".join(lines[:count])):
            return count
    return 0


def _add(document: dict[str, Any], header: str, statement: str) -> bool:
    """Add a statement under its header; return whether it could be understood and says something new."""
    if not statement.strip() or statement.lstrip().startswith("#"):
        return True
    try:
        (header + statement).encode()
        return _merge(document, parse_toml_text(f"{header}\n{statement}"))
    except (Malformed, UnicodeEncodeError):
        return False


def _merge(into: dict[str, Any], tables: dict[str, Any]) -> bool:
    """Add the one value of `tables`, unless there is another in its place already."""
    for key, value in tables.items():
        if key not in into:
            into[key] = value
            continue
        if not isinstance(value, dict) or not isinstance(into[key], dict):
            return False
        if value and not _merge(into[key], value):
            return False
    return True

"""Parses TOML and JSON files as any editor leaves them: with or without byte order mark, UTF-8 or UTF-16, any line end.

Whatever is wrong with the text is a `Malformed` with a reason, also what the parsers let pass as other exceptions
(nesting without end, numbers without end).
"""

import codecs
import json
import tomllib
from typing import Any

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Byte order marks of UTF-16."""
WRONG_SHAPE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What the use of a parsed value raises that is of another type, shape or range than expected, `Malformed` included."""


class Malformed(ValueError):
    """A text is not of its format; the message says why, in half a sentence."""


def decoded(content: bytes) -> str:
    """Return a file's text with plain line ends; raises Malformed where it is neither UTF-8 nor marked UTF-16."""
    encoding = "utf-16" if content.startswith(UTF_16_MARKS) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Malformed(f"line {line} is not UTF-8: save it in that encoding") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_toml(content: bytes) -> dict[str, Any]:
    """Return a TOML file's tables; raises Malformed."""
    return parse_toml_text(decoded(content))


def parse_toml_text(text: str) -> dict[str, Any]:
    """Return the tables of a TOML text; raises Malformed."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Malformed(_reason(error)) from error


def parse_json(content: bytes) -> Any:
    """Return a JSON file's value; raises Malformed."""
    text = decoded(content)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Malformed(_reason(error)) from error


def _reason(error: Exception) -> str:
    return "too many brackets in each other" if isinstance(error, RecursionError) else str(error)

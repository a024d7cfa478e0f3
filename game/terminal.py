"""What goes to a terminal: text from files and rows is shown, never obeyed.

Control characters (C0 and C1, so also escape sequences), overrides of the writing direction, other invisible
formatting, line separators and lone surrogates are written as `\\u001b`; characters that the terminal's encoding lacks
as `\\u0441`. Both are also what JSON writes, so that JSON stays JSON.
"""

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TextIO, cast

UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that steer a terminal or hide: controls, formats, surrogates, line separators."""
LAYOUT = frozenset("\n\t")
"""Control characters that the game's own output has."""


def escaped(text: str) -> str:
    """Return `text` on one line, every character visible: for names and values that a file or row gives."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if unicodedata.category(character) not in UNSHOWN:
        return character
    number = ord(character)
    if number > 0xFFFF:  # JSON writes these as two surrogates
        high, low = divmod(number - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
    return f"\\u{number:04x}"


class EscapingStream:
    """Writes to a text stream; escapes everything but line ends, tabs and what can be seen."""

    def __init__(self, target: TextIO) -> None:
        self._target = target

    def __getattr__(self, name: str) -> object:
        """Everything but writing is the stream's own."""
        return getattr(self._target, name)

    def write(self, text: str) -> int:
        """Write the text, escaped; return how many characters of it were taken."""
        shown = text if text.isprintable() else "".join(c if c in LAYOUT else _visible(c) for c in text)
        try:
            self._target.write(shown)
        except UnicodeEncodeError:
            encoding = self._target.encoding
            self._target.write(shown.encode(encoding, "backslashreplace").decode(encoding))
        return len(text)


@contextmanager
def escaped_output() -> Iterator[None]:
    """Let everything that is written to standard output and error be escaped, whoever prints it."""
    with redirect_stdout(_escaping(sys.stdout)), redirect_stderr(_escaping(sys.stderr)):
        yield


def _escaping(stream: TextIO | None) -> TextIO | None:
    """A program without a console has no streams: nothing is printed there."""
    return None if stream is None else cast(TextIO, EscapingStream(stream))

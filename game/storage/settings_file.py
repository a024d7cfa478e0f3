"""Reads and writes the settings file: TOML, read leniently, written atomically.

A wrong value or line falls back to its default alone: the file is mended, and a copy of it as it was is set aside. A
file of which no line can be read is set aside whole; unknown keys are kept; a file from a newer version is neither read
nor overwritten. Each of these gives a notice of one sentence.
"""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import tomli_w

from game.errors import StorageError
from game.storage.files import keep_copy, set_aside, write_atomically
from game.storage.options import NumberOfEach, SettingKind, WrongValue, kind_of
from game.storage.salvage import salvaged
from game.storage.settings import FORMAT, Settings
from game.text_files import Malformed, parse_toml

GROUPS = tuple(group.name for group in fields(Settings))
"""Names of the groups."""
MOST_NAMED = 5
"""How many wrong lines a notice names."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings and the notices for the player."""

    settings: Settings
    notices: tuple[str, ...] = ()


class SettingsFile:
    """One settings file. Call `load` first; `save` keeps unknown keys."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._document: dict[str, Any] = {}
        self._locked: str | None = None

    def load(self) -> Loaded:
        """Read the file; never raises."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return Loaded(Settings())
        except OSError as error:
            return self._lock(
                f"{self.path}: cannot be read ({error.strerror}): defaults are used, changes are not kept"
            )
        if not content.strip():
            return Loaded(Settings(), (f"{self.path}: is empty: defaults are used",))
        try:
            return self._parse(parse_toml(content), [])
        except Malformed as error:
            found = salvaged(content)
            if not any(found.document.values()):
                return self._damaged(str(error))
        return self._parse(found.document, self._lines_left_out(found.left_out))

    def save(self, settings: Settings) -> None:
        """Write all settings; raises StorageError, also if the file must not be overwritten."""
        if self._locked is not None:
            raise StorageError(self._locked)
        self._document["format"] = FORMAT
        for name in GROUPS:
            table = self._document.setdefault(name, {})
            group = getattr(settings, name)
            for item in fields(group):
                table[item.name] = _written(kind_of(item), getattr(group, item.name))
        write_atomically(self.path, tomli_w.dumps(self._document).encode())

    def _lock(self, sentence: str) -> Loaded:
        self._locked = sentence
        return Loaded(Settings(), (sentence,))

    def _damaged(self, reason: str) -> Loaded:
        try:
            aside = set_aside(self.path)
        except StorageError as error:
            return self._lock(f"{error}: defaults are used, changes are not kept")
        return Loaded(
            Settings(), (f"{self.path}: is damaged ({reason}); it is now {aside.name}, and defaults are used",)
        )

    def _parse(self, document: dict[str, Any], notices: list[str]) -> Loaded:
        number = document.get("format", FORMAT)
        if isinstance(number, bool) or not isinstance(number, int) or number < 1:
            return self._damaged(f"format is {number!r}, not a number")
        if number > FORMAT:
            return self._lock(
                f"{self.path}: is from a newer version (format {number}, this one reads {FORMAT}): "
                "defaults are used, and the file stays as it is"
            )
        self._document = document
        settings = Settings()
        for name in GROUPS:
            group, wrong = self._group(name, getattr(settings, name))
            settings = replace(settings, **{name: group})
            notices += wrong
        if notices:
            notices[-1] += self._mended()
        return Loaded(settings, tuple(notices))

    def _group(self, name: str, group: Any) -> tuple[Any, list[str]]:
        table = self._document.get(name, {})
        if not isinstance(table, dict):
            del self._document[name]
            return group, [f"{self.path}: [{name}] is not a table: its defaults are used"]
        notices = []
        for item in fields(group):
            if item.name not in table:
                continue
            try:
                group = replace(group, **{item.name: kind_of(item).check(table[item.name])})
            except WrongValue as error:
                del table[item.name]
                notices.append(f"{self.path}: {name}.{item.name} {error}: the default is used")
        return group, notices

    def _lines_left_out(self, numbers: list[int]) -> list[str]:
        """Say which lines were not understood; a file whose comments alone are odd needs no word."""
        if not numbers:
            return []
        named = ", ".join(map(str, numbers[:MOST_NAMED])) + (", ..." if len(numbers) > MOST_NAMED else "")
        which = f"line {named} is" if len(numbers) == 1 else f"lines {named} are"
        return [f"{self.path}: {which} not understood and left out"]

    def _mended(self) -> str:
        """Keep a copy of the file and write it without what was wrong; say so, as the end of a notice."""
        try:
            copy = keep_copy(self.path)
            write_atomically(self.path, tomli_w.dumps(self._document).encode())
        except StorageError as error:
            return f" (it is not mended: {error})"
        return f"; as it was, it is now {copy.name}"


def _written(kind: SettingKind, value: Any) -> Any:
    """Return a value as TOML has it."""
    if isinstance(kind, NumberOfEach):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value

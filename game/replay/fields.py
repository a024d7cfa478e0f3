"""Reads untrusted JSON and validates it field by field: type, range, length. Raises ReplayError naming the field."""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from game.errors import ReplayError
from game.terminal import escaped

Choice = TypeVar("Choice", bound=str | int)


def parsed(data: bytes, name: str) -> dict[str, Any]:
    """Return a file's JSON object; raises ReplayError on other text, another encoding, and keys that stand twice."""
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError:
        raise ReplayError(f"{name}: not the plain text that a replay is: fetch or record it again") from None
    try:
        table = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refused)
    except json.JSONDecodeError as error:
        what = "goes on after its end" if error.msg == "Extra data" else "is not JSON, or cut short"
        raise ReplayError(f"{name}: its text {what}: fetch or record it again") from None
    except _Twice as error:
        raise ReplayError(f'{name}: "{escaped(str(error))}" stands there twice: no replay is written so') from None
    except (ValueError, RecursionError):
        raise ReplayError(f"{name}: its text is not JSON that a replay has: fetch or record it again") from None
    if not isinstance(table, dict):
        raise ReplayError(f"{name}: its text is not a JSON object: this is no replay")
    return table


class _Twice(Exception):
    """A key stands twice in an object."""


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return table


def _are_whole(values: Sequence[Any], least: int, most: int) -> bool:
    """Whether all are whole numbers, no booleans, from `least` to `most`."""
    return set(map(type, values)) <= {int} and least <= min(values, default=least) and max(values, default=most) <= most


def _refused(constant: str) -> None:
    raise ValueError(constant)


class FieldReader:
    """The fields of one JSON object of the file `name`."""

    def __init__(self, name: str, table: dict[str, Any], path: str = "") -> None:
        self._name = name
        self._table = table
        self._path = path

    def absent(self, key: str) -> bool:
        """Whether the field is missing or null."""
        return self._table.get(key) is None

    def only(self, keys: tuple[str, ...]) -> None:
        """Refuse any other key than these."""
        for key in self._table:
            if key not in keys:
                raise ReplayError(f'{self._name}: "{escaped(key)[:40]}" is no field of a replay')

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._table.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def text_or_none(self, key: str, longest: int) -> str | None:
        """Return a text, or None for null."""
        return None if self._table.get(key, "") is None else self.text(key, longest)

    def text(self, key: str, longest: int) -> str:
        """Return a string of at most `longest` characters, none of which steers a terminal."""
        value = self._table.get(key)
        if not isinstance(value, str) or len(value) > longest or escaped(value) != value:
            raise self.wrong(key, f"must be a text of at most {longest} characters that can be seen")
        return value

    def integer(self, key: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        return self.bounded(key, self._table.get(key), least, most)

    def choice(self, key: str, choices: tuple[Choice, ...]) -> Choice:
        """Return one of the choices."""
        value = self._table.get(key)
        for choice in choices:
            if type(value) is type(choice) and value == choice:
                return choice
        raise self.wrong(key, f"must be one of {', '.join(map(str, choices))}")

    def choices(self, key: str, allowed: tuple[str, ...]) -> list[str]:
        """Return a list whose members are all among the allowed ones."""
        values = self._list(key, len(allowed))
        if any(not isinstance(value, str) or value not in allowed for value in values):
            raise self.wrong(key, f"may hold only {', '.join(allowed)}")
        return values

    def integers(self, key: str, least: int, most: int, longest: int) -> list[int]:
        """Return a list of at most `longest` bounded whole numbers."""
        values = self._list(key, longest)
        if not _are_whole(values, least, most):
            raise self.wrong(key, f"must hold whole numbers from {least} to {most}")
        return values

    def texts(self, key: str, length: int, longest: int) -> list[str]:
        """Return a list of at most `longest` strings of exactly `length` characters."""
        values = self._list(key, longest)
        if any(not isinstance(value, str) or len(value) != length for value in values):
            raise self.wrong(key, f"must hold texts of {length} characters")
        return values

    def rows(self, key: str, bounds: tuple[int, ...], longest: int) -> list[list[int]]:
        """Return rows of whole numbers, as many as there are bounds, each from -bound to bound."""
        rows = self.mixed_rows(key, len(bounds), longest)
        self._check_columns(key, rows, bounds)
        return rows

    def rows_with(self, key: str, bounds: tuple[int, ...], longest: int) -> list[list[Any]]:
        """Return such rows, each with one more value that the caller checks."""
        rows = self.mixed_rows(key, len(bounds) + 1, longest)
        self._check_columns(key, rows, bounds)
        return rows

    def mixed_rows(self, key: str, width: int, longest: int) -> list[list[Any]]:
        """Return rows of `width` values that the caller checks."""
        rows = self._list(key, longest)
        if any(not isinstance(row, list) or len(row) != width for row in rows):
            raise self.wrong(key, f"must hold rows of {width} values")
        return rows

    def _check_columns(self, key: str, rows: list[list[Any]], bounds: tuple[int, ...]) -> None:
        """Refuse anything but whole numbers within the bounds; by columns, which is quicker than by rows."""
        for column, bound in zip(zip(*rows, strict=True), bounds, strict=False):
            if not _are_whole(column, -bound, bound):
                raise self.wrong(key, f"must hold whole numbers of at most {bound}")

    def integers_exactly(self, key: str, count: int, bound: int) -> list[int]:
        """Return a list of `count` whole numbers, each from -bound to bound."""
        values = self.integers(key, -bound, bound, count)
        if len(values) != count:
            raise self.wrong(key, f"must hold {count} whole numbers")
        return values

    def short_texts(self, key: str, count: int, longest: int) -> list[str]:
        """Return a list of `count` strings of at most `longest` characters."""
        values = self._list(key, count)
        if len(values) != count or any(not isinstance(value, str) or len(value) > longest for value in values):
            raise self.wrong(key, f"must hold {count} texts")
        return values

    def tables(self, key: str, longest: int) -> list["FieldReader"]:
        """Return the readers of a list of objects."""
        values = self._list(key, longest)
        if any(not isinstance(value, dict) for value in values):
            raise self.wrong(key, "must hold objects")
        return [FieldReader(self._name, value, f"{self._path}{key}.{place}.") for place, value in enumerate(values)]

    def table(self, key: str) -> "FieldReader":
        """Return the reader of an object within."""
        value = self._table.get(key)
        if not isinstance(value, dict):
            raise self.wrong(key, "must be an object")
        return FieldReader(self._name, value, f"{self._path}{key}.")

    def _list(self, key: str, longest: int) -> list[Any]:
        value = self._table.get(key)
        if not isinstance(value, list) or len(value) > longest:
            raise self.wrong(key, f"must be a list of at most {longest}")
        return value

    def bounded(self, key: str, value: object, least: int, most: int) -> int:
        """Return a value of a field that must be a whole number within bounds."""
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(key, f"must be a whole number from {least} to {most}")
        return value

    def wrong(self, key: str, what: str) -> ReplayError:
        """Return the error that a field is wrong."""
        return ReplayError(f'{self._name}: "{self._path}{key}" {what}: the replay is damaged, record it again')

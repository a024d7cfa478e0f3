"""Validates an untrusted JSON object field by field: type, range, length. Raises ReplayError naming the field."""

from collections.abc import Iterator
from typing import Any, TypeVar

from game.errors import ReplayError
from game.terminal import escaped

Choice = TypeVar("Choice", bound=str | int)


class FieldReader:
    """The fields of one JSON object of the file `name`."""

    def __init__(self, name: str, table: dict[str, Any], path: str = "") -> None:
        self._name = name
        self._table = table
        self._path = path

    def absent(self, key: str) -> bool:
        """Whether the field is missing or null."""
        return self._table.get(key) is None

    def text(self, key: str, longest: int) -> str:
        """Return a string of at most `longest` characters, none of which steers a terminal."""
        value = self._table.get(key)
        if not isinstance(value, str) or len(value) > longest or escaped(value) != value:
            raise self._wrong(key, f"must be a text of at most {longest} characters that can be seen")
        return value

    def integer(self, key: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        return self._bounded(key, self._table.get(key), least, most)

    def choice(self, key: str, choices: tuple[Choice, ...]) -> Choice:
        """Return one of the choices."""
        value = self._table.get(key)
        for choice in choices:
            if type(value) is type(choice) and value == choice:
                return choice
        raise self._wrong(key, f"must be one of {', '.join(map(str, choices))}")

    def choices(self, key: str, allowed: tuple[str, ...]) -> list[str]:
        """Return a list whose members are all among the allowed ones."""
        values = self._list(key, len(allowed))
        if any(not isinstance(value, str) or value not in allowed for value in values):
            raise self._wrong(key, f"may hold only {', '.join(allowed)}")
        return values

    def integers(self, key: str, least: int, most: int, longest: int) -> list[int]:
        """Return a list of at most `longest` bounded whole numbers."""
        return [self._bounded(key, value, least, most) for value in self._list(key, longest)]

    def texts(self, key: str, length: int, longest: int) -> list[str]:
        """Return a list of at most `longest` strings of exactly `length` characters."""
        values = self._list(key, longest)
        if any(not isinstance(value, str) or len(value) != length for value in values):
            raise self._wrong(key, f"must hold texts of {length} characters")
        return values

    def rows(self, key: str, width: int, bound: int, longest: int) -> Iterator[list[int]]:
        """Yield rows of `width` whole numbers, each from -bound to bound."""
        for row in self._list(key, longest):
            if not isinstance(row, list) or len(row) != width:
                raise self._wrong(key, f"must hold rows of {width} whole numbers")
            yield [self._bounded(key, value, -bound, bound) for value in row]

    def table(self, key: str) -> "FieldReader":
        """Return the reader of an object within."""
        value = self._table.get(key)
        if not isinstance(value, dict):
            raise self._wrong(key, "must be an object")
        return FieldReader(self._name, value, f"{self._path}{key}.")

    def _list(self, key: str, longest: int) -> list[Any]:
        value = self._table.get(key)
        if not isinstance(value, list) or len(value) > longest:
            raise self._wrong(key, f"must be a list of at most {longest}")
        return value

    def _bounded(self, key: str, value: object, least: int, most: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self._wrong(key, f"must be a whole number from {least} to {most}")
        return value

    def _wrong(self, key: str, what: str) -> ReplayError:
        return ReplayError(f'{self._name}: "{self._path}{key}" {what}: the replay is damaged, record it again')

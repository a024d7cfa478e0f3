"""Kinds of settings: range, default, validation, and a sentence for menus and documents."""

from dataclasses import Field, dataclass, field
from typing import Any

from game.errors import StorageError

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 "
"""Characters that initials may have."""


class WrongValue(StorageError):
    """A value that a setting does not accept; the message says what it accepts."""


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `low` to `high`; menus move it by `step` and write `unit` behind it."""

    sentence: str
    low: int
    high: int
    step: int = 1
    unit: str = ""

    def check(self, value: object) -> int:
        """Return `value` if it is such a number; raises WrongValue."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise WrongValue(f"takes a whole number from {self.low} to {self.high}, not {value!r}")
        return value

    def moved(self, value: int, steps: int) -> int:
        """Return the value some steps further, kept within the range."""
        return min(self.high, max(self.low, value + steps * self.step))


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words or numbers; menus walk through them in order."""

    sentence: str
    values: tuple[str, ...] | tuple[int, ...]
    unit: str = ""

    def check(self, value: object) -> str | int:
        """Return `value` if it is among them; raises WrongValue."""
        for known in self.values:
            if known == value and type(known) is type(value):
                return known
        raise WrongValue(f"takes one of {', '.join(map(str, self.values))}, not {value!r}")

    def moved(self, value: str | int, steps: int) -> str | int:
        """Return the value some places further, kept within the list."""
        known: tuple[str | int, ...] = self.values
        return known[min(len(known) - 1, max(0, known.index(value) + steps))]


@dataclass(frozen=True, slots=True)
class Flag:
    """On or off."""

    sentence: str

    def check(self, value: object) -> bool:
        """Return `value` if it is true or false; raises WrongValue."""
        if not isinstance(value, bool):
            raise WrongValue(f"takes true or false, not {value!r}")
        return value

    def moved(self, value: bool, steps: int) -> bool:
        """Return the other value, whatever the direction."""
        return not value if steps else value


@dataclass(frozen=True, slots=True)
class Keys:
    """Up to two names of keys or buttons."""

    sentence: str
    most: int = 2

    def check(self, value: object) -> tuple[str, ...]:
        """Return `value` as a tuple if it is a list of at most two distinct names; raises WrongValue."""
        if not isinstance(value, list | tuple) or len(value) > self.most or len(set(map(str, value))) != len(value):
            raise WrongValue(f"takes a list of at most {self.most} different names, not {value!r}")
        if not all(isinstance(name, str) and name for name in value):
            raise WrongValue(f"takes names in quotes, not {value!r}")
        return tuple(value)


@dataclass(frozen=True, slots=True)
class Letters:
    """A few capital letters of the Latin alphabet, digits or spaces."""

    sentence: str
    count: int = 3

    def check(self, value: object) -> str:
        """Return `value` if it is so many such letters; raises WrongValue."""
        if not isinstance(value, str) or len(value) != self.count or not set(value) <= set(LETTERS):
            raise WrongValue(f"takes {self.count} capital letters, not {value!r}")
        return value


@dataclass(frozen=True, slots=True)
class DeviceName:
    """The name of a device, as the system writes it; empty: the system's own choice."""

    sentence: str

    def check(self, value: object) -> str:
        """Return `value` if it is a text; raises WrongValue."""
        if not isinstance(value, str):
            raise WrongValue(f"takes the name of a device in quotes, not {value!r}")
        return value


@dataclass(frozen=True, slots=True)
class NumberOfEach:
    """A whole number for each of some names: a table in the file, pairs in the order of the names in the game."""

    sentence: str
    each: WholeNumber

    def check(self, value: object) -> tuple[tuple[str, int], ...]:
        """Return the pairs of such a table; raises WrongValue."""
        try:
            pairs = sorted(dict(value).items())  # type: ignore[call-overload]
        except (TypeError, ValueError) as error:
            raise WrongValue(f"takes a table of names and numbers, not {value!r}") from error
        return tuple((str(name), self.each.check(number)) for name, number in pairs)


SettingKind = WholeNumber | OneOf | Flag | Keys | Letters | DeviceName | NumberOfEach
_KIND = "kind"
"""Key of a setting's kind in its field's metadata."""


def setting(default: Any, kind: SettingKind) -> Any:
    """Return a dataclass field with this default that knows its kind."""
    return field(default=default, metadata={_KIND: kind})


def kind_of(setting_field: Field[Any]) -> SettingKind:
    """Return the kind that `setting` gave to a field."""
    kind: SettingKind = setting_field.metadata[_KIND]
    return kind

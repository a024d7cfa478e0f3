"""Serializes events as stable text, for digests and for finding where two runs diverge."""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, get_args

from game.sim.events import Event


def _pattern(kind: type) -> str:
    """Return the format of a kind's line: numbers, also those of enums, in decimal, text as it stands."""
    plain = ["%d" if isinstance(field.type, type) and issubclass(field.type, int) else "%s" for field in fields(kind)]
    return f"{' '.join(['%s', *plain])}\n"


_PATTERNS: dict[type, str] = {kind: _pattern(kind) for kind in get_args(Event)}
"""The line of each kind of event."""
_VALUES: dict[type, Callable[[Event], tuple[Any, ...]]] = {
    kind: attrgetter("__class__.__name__", *(field.name for field in fields(kind))) for kind in get_args(Event)
}
"""Gets the name and the fields of each kind of event."""


def wire(event: Event) -> str:
    """Return one line for an event; the same in every version of Python (enums as their numbers or values)."""
    values = _VALUES[type(event)](event)
    if None in values:
        values = tuple("-" if value is None else value for value in values)
    return _PATTERNS[type(event)] % values

"""Serializes events as stable text, for digests and for finding where two runs diverge."""

from dataclasses import fields
from typing import get_args

from game.sim.events import Event

_FIELDS: dict[type, tuple[str, ...]] = {kind: tuple(field.name for field in fields(kind)) for kind in get_args(Event)}
"""Names of the fields of each kind of event."""


def wire(event: Event) -> str:
    """Return one line for an event; the same in every version of Python (enums as their numbers or values)."""
    values = " ".join([_plain(getattr(event, name)) for name in _FIELDS[type(event)]])
    return f"{type(event).__name__} {values}\n"


def _plain(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, int):
        return str(int(value))
    return str(value)

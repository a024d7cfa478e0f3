"""Events as stable text, for digests and for naming the first moment at which two runs differ."""

from dataclasses import fields
from functools import cache

from game.sim.events import Event


@cache
def _field_names(kind: type[Event]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def wire(event: Event) -> str:
    """Return one line for an event; the same in every version of Python (enums as their numbers or values)."""
    kind = type(event)
    values = (getattr(event, name) for name in _field_names(kind))
    return f"{kind.__name__} {' '.join(_plain(value) for value in values)}\n"


def _plain(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, int):
        return str(int(value))
    return str(value)

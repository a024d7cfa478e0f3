"""Serializes events as stable text, for digests and for finding where two runs diverge."""

from dataclasses import fields

from game.sim.events import Event


def wire(event: Event) -> str:
    """Return one line for an event; the same in every version of Python (enums as their numbers or values)."""
    values = " ".join(_plain(getattr(event, field.name)) for field in fields(event))
    return f"{type(event).__name__} {values}\n"


def _plain(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, int):
        return str(int(value))
    return str(value)

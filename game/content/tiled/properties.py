"""Properties by the table: text from the file becomes a value of the right type, or a reason why it cannot."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from game.content.property_types import Property, Scalar, Type
from game.content.tiled.appearance import parse_color
from game.content.tiled.tiled_map import RawProperties, RawProperty
from game.content.tiled.xml_files import dotted, finite


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a property's value cannot stand, and what would do."""

    what: str
    mend: str


FLAT_TYPES = frozenset({"string", "int", "float", "bool", "color", "file", "object"})
"""What Tiled calls the types of properties that are one value; others (class, list) are not read."""
FLAT_MEND = "use a plain property: string, int, float, bool, color, file"
"""What to do about a property of type class or list."""


def value_of(wanted: Property, raw: RawProperty) -> Scalar | Wrong:
    """Return the value of a property, or why it is wrong."""
    if raw.type not in FLAT_TYPES:
        return Wrong(f"is of type {raw.type}", FLAT_MEND)
    value = _typed(wanted.type, raw.text)
    if value is None:
        return Wrong(f'is "{raw.text}", which is no {_WORDS[wanted.type]}', _typed_mend(wanted, raw.text))
    if wanted.choices is not None:
        return _chosen(wanted, str(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = wanted.least, wanted.most
        if (low is not None and value < low) or (high is not None and value > high):
            limits = f"at least {low:g}" if high is None else f"from {low:g} to {high:g}"
            return Wrong(f"is {raw.text}, out of range", f"set it {limits}")
    return value


def values_of(table: Iterable[Property], raw: RawProperties) -> dict[str, Scalar]:
    """Return all values of a table: those of the file where they are right, else the defaults."""
    values: dict[str, Scalar] = {}
    for wanted in table:
        value = value_of(wanted, raw[wanted.name]) if wanted.name in raw else wanted.default
        values[wanted.name] = wanted.default if isinstance(value, Wrong) else value
    return values


_WORDS = {
    Type.BOOL: "tick box",
    Type.INT: "whole number",
    Type.FLOAT: "number",
    Type.COLOR: "color",
    Type.STRING: "text",
}
"""What a type is called in a finding."""


def _typed_mend(wanted: Property, text: str) -> str:
    with_dot = dotted(text) if wanted.type is Type.FLOAT else None
    if with_dot is not None:
        return f"write {with_dot}"
    if wanted.type is Type.BOOL:
        return "write true or false"
    return f"write one such as {wanted.default}"


def _chosen(wanted: Property, text: str) -> str | Wrong:
    assert wanted.choices is not None
    words = [word.strip() for word in text.split(",")] if wanted.choices.several else [text]
    words = [word for word in words if word] or [""]
    strange = [word for word in words if word not in wanted.choices.values]
    if not strange:
        return ",".join(words)
    return Wrong(f'is "{strange[0]}", which is none of {wanted.choices.name}', did_you_mean(strange[0], wanted))


def did_you_mean(word: str, wanted: Property) -> str:
    """Return the mend for a word that is not among a property's choices."""
    choices = wanted.choices.values if wanted.choices is not None else ()
    near = nearest(word, choices)
    return f'did you mean "{near}"?' if near else f"choose one of {', '.join(choices[:12])}"


NEAR = 0.55
"""Least likeness of two names, 0 to 1, at which one is taken for a slip of the other."""


def nearest(word: str, names: Iterable[str], least: float = NEAR) -> str | None:
    """Return the name most like `word`, or None where none has the least likeness to it."""
    found = difflib.get_close_matches(word, list(names), n=1, cutoff=least)
    return found[0] if found else None


def _typed(kind: Type, text: str) -> Scalar | None:
    try:
        match kind:
            case Type.BOOL:
                return {"true": True, "false": False}.get(text)
            case Type.INT:
                return int(text)
            case Type.FLOAT:
                return finite(text)
            case Type.COLOR:
                parse_color(text)
                return text
            case Type.STRING:
                return text
    except ValueError:
        return None

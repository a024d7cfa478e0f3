"""Values of a look's file: colors, lights, numbers in a range, spans. Each reader returns a value or raises Invalid,
whose text is the mend.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

Color: TypeAlias = tuple[int, int, int]
ReadValue: TypeAlias = Callable[[object], object]


class Doorway(StrEnum):
    """What passes close before the lens at a door."""

    WALL = "wall"
    LIGHT = "light"
    BEEF = "beef"
    STRIPS = "strips"


DAYLIGHT: Color = (62, 43, 15)
"""Default color of the light that is added at the highest form."""
MOST_LIGHT = 1020
"""Four times as bright as painted."""


class Invalid(ValueError):
    """A value cannot be used; the text says what to write."""


def color(value: object) -> Color:
    """Return a color written as "#rrggbb"."""
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise Invalid('write a color such as "#c49c78"')
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def light(value: object) -> Color:
    """Return a light written as [red, green, blue], 255 leaving colors as they are painted."""
    parts = value if isinstance(value, list) else []
    if len(parts) != 3 or not all(type(part) is int and 0 <= part <= MOST_LIGHT for part in parts):
        raise Invalid(f"write [red, green, blue], whole numbers from 0 to {MOST_LIGHT}; 255 is as painted")
    return parts[0], parts[1], parts[2]


def number(least: float, most: float) -> ReadValue:
    """Return a reader of numbers from `least` to `most`."""

    def read(value: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
            raise Invalid(f"write a number from {least:g} to {most:g}")
        return float(value)

    return read


def choice(names: type[StrEnum]) -> ReadValue:
    """Return a reader of one of the names of an enumeration."""

    def read(value: object) -> StrEnum:
        try:
            return names(str(value))
        except ValueError:
            raise Invalid("write one of " + ", ".join(f'"{name}"' for name in names)) from None

    return read


def name(value: object) -> str:
    """Return the name of a folder of `backdrops/`."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z0-9_-]+", value):
        raise Invalid("write the name of a folder of backdrops/: letters, digits, - and _")
    return value


def spans(value: object) -> tuple[tuple[float, float], ...]:
    """Return x ranges written as [[from, to], ...] in map pixels."""
    found: list[tuple[float, float]] = []
    rows: list[object] = value if isinstance(value, list) else [None]
    for row in rows:
        ends = row if isinstance(row, list) else []
        if len(ends) != 2 or not all(isinstance(end, int | float) for end in ends) or ends[0] >= ends[1]:
            raise Invalid("write [[from, to], ...] in map pixels, from before to")
        found.append((float(ends[0]), float(ends[1])))
    return tuple(found)

"""How a layer is drawn once all groups around it have had their say: what pytmx does not inherit."""

from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias
from xml.etree.ElementTree import Element

Color: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue, alpha, each 0 to 255."""
WHITE: Color = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a layer is drawn, with all that its groups hand down. Offsets in pixels, opacity 0 to 1."""

    offset_x: float = 0.0
    offset_y: float = 0.0
    opacity: float = 1.0
    visible: bool = True
    parallax_x: float = 1.0
    parallax_y: float = 1.0
    tint: Color = WHITE


def appearance_of(element: Element, above: Appearance) -> Appearance:
    """Return how a layer or group is drawn inside of `above`; raises ValueError for a bad number or color."""
    return Appearance(
        offset_x=above.offset_x + _finite(element.get("offsetx", "0")),
        offset_y=above.offset_y + _finite(element.get("offsety", "0")),
        opacity=above.opacity * _finite(element.get("opacity", "1")),
        visible=above.visible and element.get("visible", "1") != "0",
        parallax_x=above.parallax_x * _finite(element.get("parallaxx", "1")),
        parallax_y=above.parallax_y * _finite(element.get("parallaxy", "1")),
        tint=_mixed(above.tint, parse_color(element.get("tintcolor", "#ffffffff"))),
    )


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError(f"{text!r} is no number")
    return value


def parse_color(text: str) -> Color:
    """Return a Tiled color, `#rrggbb` or `#aarrggbb`; raises ValueError."""
    digits = text.removeprefix("#")
    if len(digits) not in (6, 8):
        raise ValueError(f"{text!r} is no color")
    value = int(digits, 16)
    alpha = value >> 24 if len(digits) == 8 else 255
    return (value >> 16 & 255, value >> 8 & 255, value & 255, alpha)


def _mixed(one: Color, other: Color) -> Color:
    red, green, blue, alpha = (a * b // 255 for a, b in zip(one, other, strict=True))
    return (red, green, blue, alpha)

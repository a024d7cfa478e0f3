"""Attributes that layers inherit from their groups (offset, opacity, parallax, tint, visibility), Tiled's colors."""

from math import isfinite
from typing import TypeAlias
from xml.etree.ElementTree import Element

from game.content.layers import LayerFacts

Rgba: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue, alpha, each 0 to 255."""
OUTERMOST = LayerFacts("", parallax=1.0)
"""What a map hands down to its outermost layers."""


def facts_of(element: Element, above: LayerFacts) -> LayerFacts:
    """Return how a layer or group inside of `above` is drawn; raises ValueError for a bad number or color."""
    red, green, blue, _ = parse_color(element.get("tintcolor", "#ffffff"))
    return LayerFacts(
        name=element.get("name", ""),
        parallax=above.parallax * _finite(element.get("parallaxx", "1")),
        x=above.x + _finite(element.get("offsetx", "0")),
        y=above.y + _finite(element.get("offsety", "0")),
        opacity=above.opacity * _finite(element.get("opacity", "1")),
        tint=(above.tint[0] * red // 255, above.tint[1] * green // 255, above.tint[2] * blue // 255),
        parallax_y=above.parallax_y * _finite(element.get("parallaxy", "1")),
        visible=above.visible and element.get("visible", "1") != "0",
    )


def _finite(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError(f"{text!r} is no number")
    return value


def parse_color(text: str) -> Rgba:
    """Return a Tiled color, `#rrggbb` or `#aarrggbb`; raises ValueError."""
    digits = text.removeprefix("#")
    if len(digits) not in (6, 8):
        raise ValueError(f"{text!r} is no color")
    value = int(digits, 16)
    alpha = value >> 24 if len(digits) == 8 else 255
    return (value >> 16 & 255, value >> 8 & 255, value & 255, alpha)

"""Attributes that layers inherit from their groups (offset, opacity, parallax, tint, visibility), Tiled's colors."""

from typing import TypeAlias
from xml.etree.ElementTree import Element

from game.content.finding import Location
from game.content.layers import LayerFacts
from game.content.tiled.xml_files import Unreadable, finite

Rgba: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue, alpha, each 0 to 255."""
OUTERMOST = LayerFacts("", parallax=1.0)
"""What a map hands down to its outermost layers."""


def facts_of(element: Element, above: LayerFacts, place: Location) -> LayerFacts:
    """Return how a layer or group inside of `above` is drawn; raises Unreadable for a bad number or color."""
    try:
        red, green, blue, _ = parse_color(element.get("tintcolor", "#ffffff"))
        return LayerFacts(
            name=element.get("name", ""),
            parallax=above.parallax * finite(element.get("parallaxx", "1")),
            x=above.x + finite(element.get("offsetx", "0")),
            y=above.y + finite(element.get("offsety", "0")),
            opacity=above.opacity * finite(element.get("opacity", "1")),
            tint=(above.tint[0] * red // 255, above.tint[1] * green // 255, above.tint[2] * blue // 255),
            parallax_y=above.parallax_y * finite(element.get("parallaxy", "1")),
            visible=above.visible and element.get("visible", "1") != "0",
        )
    except ValueError as error:
        raise Unreadable(place, f"has a bad number or color ({error})", "set it again in Tiled") from error


def parse_color(text: str) -> Rgba:
    """Return a Tiled color, `#rrggbb` or `#aarrggbb`; raises ValueError."""
    digits = text.removeprefix("#")
    if len(digits) not in (6, 8):
        raise ValueError(f"{text!r} is no color")
    value = int(digits, 16)
    alpha = value >> 24 if len(digits) == 8 else 255
    return (value >> 16 & 255, value >> 8 & 255, value & 255, alpha)

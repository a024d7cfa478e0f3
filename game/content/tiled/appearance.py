"""Attributes that layers inherit from their groups (offset, opacity, parallax, tint, visibility), Tiled's colors."""

from typing import TypeAlias
from xml.etree.ElementTree import Element

from game.content.finding import Location
from game.content.layers import LayerFacts
from game.content.tiled.xml_files import BadNumber, Unreadable, not_a_number, number

Rgba: TypeAlias = tuple[int, int, int, int]
"""Red, green, blue, alpha, each 0 to 255."""
OUTERMOST = LayerFacts("", parallax=1.0)
"""What a map hands down to its outermost layers."""


def facts_of(element: Element, above: LayerFacts, location: Location) -> LayerFacts:
    """Return how a layer or group inside of `above` is drawn; raises Unreadable for a bad number or color."""
    try:
        red, green, blue, _ = parse_color(element.get("tintcolor", "#ffffff"))
        return LayerFacts(
            name=element.get("name", ""),
            parallax=above.parallax * number(element, "parallaxx", "1"),
            x=above.x + number(element, "offsetx"),
            y=above.y + number(element, "offsety"),
            opacity=above.opacity * number(element, "opacity", "1"),
            tint=(above.tint[0] * red // 255, above.tint[1] * green // 255, above.tint[2] * blue // 255),
            parallax_y=above.parallax_y * number(element, "parallaxy", "1"),
            visible=above.visible and element.get("visible", "1") != "0",
        )
    except BadNumber as error:
        raise not_a_number(location, error) from error
    except ValueError as error:
        tint = element.get("tintcolor")
        raise Unreadable(location, f'its tint is "{tint}", which is no color', "write it like #ffb878") from error


def parse_color(text: str) -> Rgba:
    """Return a Tiled color, `#rrggbb` or `#aarrggbb`; raises ValueError."""
    digits = text.removeprefix("#")
    if len(digits) not in (6, 8):
        raise ValueError(f"{text!r} is no color")
    value = int(digits, 16)
    alpha = value >> 24 if len(digits) == 8 else 255
    return (value >> 16 & 255, value >> 8 & 255, value & 255, alpha)

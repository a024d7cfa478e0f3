"""Rewriting a map the way Tiled writes it, so that a diff shows only what changed."""

from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from game.content import schema

ENUMERATIONS = {
    prop.name: prop.choices.name
    for table in (schema.LAYER_PROPERTIES, *(item.properties for item in schema.CLASSES if item.name == "Light"))
    for prop in table
    if prop.choices is not None
}
"""Of the properties that are painted places', by name: what Tiled calls their drop-down."""
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'


def read(path: Path) -> Element:
    """The root of a map."""
    return ElementTree.parse(path).getroot()


def text(root: Element) -> str:
    """The map as Tiled would write it: one space a level, no space before the end of an empty element."""
    ElementTree.indent(root, space=" ")
    return HEADER + ElementTree.tostring(root, encoding="unicode").replace(" />", "/>") + "\n"


def number(value: float) -> str:
    """A number as Tiled writes it: no trailing zeros."""
    return f"{value:.6g}"


def next_layer_id(root: Element) -> str:
    """Take the next free layer id."""
    return _take(root, "nextlayerid")


def next_object_id(root: Element) -> str:
    """Take the next free object id."""
    return _take(root, "nextobjectid")


def _take(root: Element, counter: str) -> str:
    taken = int(root.get(counter, "1"))
    root.set(counter, str(taken + 1))
    return str(taken)


def named(root: Element, tag: str, name: str) -> Element | None:
    """The layer or group of that name, or None."""
    return next((found for found in root.iter(tag) if found.get("name") == name), None)


def properties(element: Element) -> dict[str, str]:
    """An element's own properties as text."""
    return {item.get("name", ""): item.get("value", "") for item in element.findall("properties/property")}


def set_properties(element: Element, values: dict[str, tuple[str, str]]) -> None:
    """Give an element these properties, name to (Tiled type, text), in place of those it has."""
    for old in element.findall("properties"):
        element.remove(old)
    if not values:
        return
    block = Element("properties")
    element.insert(len(element.findall("image")), block)  # Tiled writes an image before them
    for name in sorted(values):
        kind, value = values[name]
        typed = {} if kind == "string" else {"type": kind}
        chosen = {"propertytype": ENUMERATIONS[name]} if name in ENUMERATIONS else {}
        block.append(Element("property", {"name": name, **typed, **chosen, "value": value}))

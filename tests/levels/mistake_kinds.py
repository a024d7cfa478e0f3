"""What can be wrong with an object of a map, its properties, and a chart: changes of an element of its XML."""

import copy
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from game.content.property_types import ObjectClass, Property, Type
from game.content.schema import TILE, VERB_ROWS
from game.sim.actions import Verb

TIMED = ("Section", "Cue", "Call", "Feint", "Lace", "Cut", "Trigger")


def property_set(name: str, kind: str, text: str) -> Callable[[Element], None]:
    """Return a change that gives an object a property in place of its own."""

    def change(item: Element) -> None:
        block = item.find("properties")
        if block is None:
            block = Element("properties")
            item.insert(0, block)
        for old in [one for one in block if one.get("name") == name]:
            block.remove(old)
        block.append(Element("property", {"name": name, "type": kind, "value": text}))

    return change


def attribute_set(**values: str) -> Callable[[Element], None]:
    """Return a change that sets attributes."""
    return lambda item: item.attrib.update(values)


def wrong_values(wanted: Property) -> Iterator[tuple[str, str, str]]:
    """Return how a property's value can be wrong: a word for it, the type and the text."""
    kind = str(wanted.type)
    if wanted.least is not None:
        yield "too small", kind, f"{wanted.least - 1:g}"
    if wanted.most is not None:
        yield "too large", kind, f"{wanted.most + 1:g}"
    if wanted.choices is not None:
        yield "misspelt", kind, wanted.choices.values[0][:-1] + "zz"
        yield "empty", kind, ""
    if wanted.type in (Type.INT, Type.FLOAT):
        yield "with a comma", kind, "12,5"
        yield "a word", "string", "many"
    if wanted.type is Type.BOOL:
        yield "a word", "string", "perhaps"
    if wanted.type is Type.COLOR:
        yield "a word", kind, "orange"


def property_mistakes(item: ObjectClass) -> Iterator[tuple[str, Callable[[Element], None]]]:
    """Return what can be wrong with each property of a class."""
    for wanted in item.properties:
        for word, kind, text in wrong_values(wanted):
            yield f"{item.name}.{wanted.name} {word}", property_set(wanted.name, kind, text)
        yield f"{item.name}.{wanted.name} misnamed", property_set(wanted.name[:-1] + "zz", str(wanted.type), "1")


def _as(shape: str) -> Callable[[Element], None]:
    def change(item: Element) -> None:
        for name in ("point", "ellipse"):
            for old in item.findall(name):
                item.remove(old)
        drawn = Element(shape, {"points": "0,0 24,0 24,24"} if shape == "polygon" else {})
        item.append(drawn)

    return change


def object_mistakes(item: ObjectClass) -> Iterator[tuple[str, Callable[[Element], None]]]:
    """Return what can be wrong with an object of a class as such."""
    name = item.name
    yield f"{name} with a misspelt class", attribute_set(type=name[:-1] + "zz")
    yield f"{name} of no class", attribute_set(type="", template="")
    yield f"{name} left of the map", attribute_set(x="-2400")
    yield f"{name} right of the map", attribute_set(x="99984")
    yield f"{name} above the map", attribute_set(y="-960")
    yield f"{name} below the map", attribute_set(y="960")
    yield f"{name} with x no number", attribute_set(x="12,5")
    yield f"{name} turned", attribute_set(rotation="45")
    yield f"{name} of a missing template", attribute_set(template="templates/gone.tx")
    yield f"{name} as a polygon", _as("polygon")
    yield f"{name} with the id of another", lambda found: found.set("id", "2" if found.get("id") == "1" else "1")
    if "rectangle" in item.shapes:
        yield f"{name} of negative width", attribute_set(width="-96", height="20")
    if name in TIMED:
        yield f"{name} off the grid", lambda found: found.set("x", f"{float(found.get('x', '0')) + 0.37:g}")
    if any(prop.name == "from_beat" for prop in item.properties):
        yield f"{name} from after to", from_after_to


def from_after_to(item: Element) -> None:
    property_set("from_beat", "float", "9")(item)
    property_set("to_beat", "float", "5")(item)


def chart_mistakes() -> Iterator[tuple[str, Callable[[Element, Element], bool]]]:
    """Return what can be wrong with a cue among others: changes of its layer and of it, False where it cannot be."""
    yield "cue pasted twice", _pasted_twice
    yield "cue in the other hand's row", _in_the_other_row


def _pasted_twice(layer: Element, item: Element) -> bool:
    pasted = copy.deepcopy(item)
    pasted.set("id", "90001")
    layer.append(pasted)
    return True


def _in_the_other_row(layer: Element, item: Element) -> bool:
    rows = {verb: row for row, verb in VERB_ROWS.items()}
    other = {rows[Verb.LEFT]: rows[Verb.RIGHT], rows[Verb.RIGHT]: rows[Verb.LEFT]}
    y = float(item.get("y", "0"))
    row = other.get(int(y // TILE))
    if row is None:
        return False
    item.set("y", f"{row * TILE + y % TILE:g}")
    return True

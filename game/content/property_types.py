"""Types of the entries of the schema: property types, enumerations, properties, object classes."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """Types of properties, as Tiled calls them."""

    BOOL = "bool"
    INT = "int"
    FLOAT = "float"
    STRING = "string"
    COLOR = "color"


Scalar = bool | int | float | str


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Allowed words of a string property; `several` allows more than one, joined by commas."""

    name: str
    values: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """One property. `least` and `most` bound a number, both allowed."""

    name: str
    type: Type
    default: Scalar
    sentence: str
    choices: Enumeration | None = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class ObjectClass:
    """One class of objects: which shapes it may have, its layer, properties and color in the editor."""

    name: str
    shapes: tuple[str, ...]
    layer: str
    sentence: str
    color: str
    properties: tuple[Property, ...]

    def property(self, name: str) -> Property | None:
        """Return the property called `name`, or None."""
        return next((item for item in self.properties if item.name == name), None)

"""What stands on a key: the label of the layout's key or of the pad's button; arrows, the space bar and a pad's shapes
are drawn."""

from dataclasses import dataclass
from enum import Enum


class KeyPicture(Enum):
    """Keys that are drawn instead of written."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    SPACE = "space"
    CROSS = "cross"
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"


class KeyShape(Enum):
    """The outline of a key; the value is the radius of its corners, px."""

    CAP = 4.0
    ROUND = 11.0
    """One of a controller's four buttons under the right thumb."""


THUMB_BUTTONS = ("A", "B", "X", "Y")
"""Names of the round buttons."""


@dataclass(frozen=True, slots=True)
class KeyFace:
    """A key's label, or its picture where it has one."""

    label: str
    picture: KeyPicture | None = None
    shape: KeyShape = KeyShape.CAP


def face_of(name: str, label: str) -> KeyFace:
    """Return the face of a key by the settings' name for it, and its label."""
    return KeyFace(label, _picture_of(name))


def button_face_of(name: str, label: str) -> KeyFace:
    """Return the face of a controller's button by the settings' name for it, and what its maker writes on it."""
    shape = KeyShape.ROUND if name in THUMB_BUTTONS else KeyShape.CAP
    return KeyFace(label, _picture_of(name.removeprefix("DPAD_")) or _picture_of(label), shape)


def _picture_of(name: str) -> KeyPicture | None:
    return next((picture for picture in KeyPicture if picture.value == name.lower()), None)

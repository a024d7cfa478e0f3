"""What stands on a key: the label of the layout's key or of the pad's button; arrows and the space bar are drawn."""

from dataclasses import dataclass
from enum import Enum


class KeyPicture(Enum):
    """Keys that are drawn instead of written."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class KeyFace:
    """A key's label, or its picture where it has one."""

    label: str
    picture: KeyPicture | None = None


def face_of(name: str, label: str) -> KeyFace:
    """Return the face of a key or button by the settings' name for it, and its label."""
    drawn = name.removeprefix("DPAD_").lower()
    return KeyFace(label, KeyPicture(drawn) if drawn in {picture.value for picture in KeyPicture} else None)

"""What a person may ask of the picture: less motion, fewer flashes, less work for a slow machine, the chaser's
strip."""

from dataclasses import dataclass
from enum import IntEnum


class Quality(IntEnum):
    """How much is drawn; the app steps down by itself when frames come late, and says so."""

    PLAIN = 0
    """Layers and bodies only."""
    REDUCED = 1
    """No rays, no grain, half the particles; the camera keeps to whole pixels."""
    FULL = 2


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """Choices of the picture. `overlay` shows the 4 px early and late strip at the fighter's feet."""

    reduced_motion: bool = False
    low_flash: bool = False
    quality: Quality = Quality.FULL
    overlay: bool = False

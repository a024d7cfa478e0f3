"""Options of the picture: reduced motion, reduced flashes, quality for slow machines, the timing error strip."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Quality(IntEnum):
    """Level of detail; the app lowers it by itself when frames are late, and says so."""

    PLAIN = 0
    """Layers and bodies only."""
    REDUCED = 1
    """No rays, no grain, half of the particles; the camera keeps to whole pixels."""
    FULL = 2


class UnlockableLook(StrEnum):
    """Looks that are unlocked by goals; none of them changes how a run is judged. The values are names of settings."""

    SWEAT_SUIT = "sweat_suit"
    DUSK = "dusk"
    BLACK_AND_WHITE = "black_and_white"


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """The player's options of the picture. `overlay` shows the 4 px timing error strip at the fighter's feet;
    `see_silence` is an assist: rings that show the player's own pace where nothing is heard."""

    reduced_motion: bool = False
    low_flash: bool = False
    quality: Quality = Quality.FULL
    overlay: bool = False
    looks: frozenset[UnlockableLook] = frozenset()
    see_silence: bool = False

"""What a figure wears and is: every choice that turns the one body plan into a person."""
from __future__ import annotations

from dataclasses import dataclass, field, replace

from .palette import MAT
from .skeleton import Build


@dataclass(frozen=True)
class Look:
    """Materials by name, and the cut of each garment. `top` is sweat, tank, bare, shirt, cardigan or coat."""

    build: Build = field(default_factory=Build)
    top: str = "sweat"
    cloth: str = "SWEAT"
    rib: str = "RIB"
    bottom: str = "PANTS"
    bottom_rib: str = "PRIB"
    hat: str = "knit"
    hat_cloth: str = "CAP"
    hat_band: str = "CUFF"
    hair: str = "HAIR"
    skin: str = "SKIN"
    stub: str = "STUB"
    shoe: str = "SHOE"
    sole: str = "SOLE"
    hand: str = "WRAP"
    hood: bool = True
    towel: bool = True
    moustache: bool = True
    young: bool = False
    beard: str = ""
    glasses: bool = False
    belly: float = 0.0
    apron: str = ""
    skirt: float = 0.0

    def mat(self, field: str) -> int:
        """Return the material index of one of the fields above."""
        return MAT[getattr(self, field)]

    def but(self, **changes: object) -> Look:
        """Return the same look with some choices changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


SWEATSUIT = Look()
TANK_TOP = Look(top="tank", cloth="TANK", rib="TANKRIB", hood=False, towel=False)
SHIRTLESS = Look(top="bare", hat="hair", hood=False, towel=False)

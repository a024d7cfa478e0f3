"""The volumes of the five buses, as factors of loudness that the ear takes for even steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

HEADROOM = 0.6
"""Music alone peaks at -1 dB: everything is lowered by 4.4 dB, so that a hit over a full chord does not clip."""
CURVE = 1.7
"""A setting of 50 sounds half as loud."""


@dataclass(frozen=True, slots=True)
class Buses:
    """Percentages of `master`, `music`, `hits`, `cues`, `places`; one that is not named is at full."""

    percent: Mapping[str, int] = field(default_factory=dict)

    def factor(self, bus: str) -> float:
        """Return the amplitude factor of a bus with the master's in it, 0 to HEADROOM."""
        return HEADROOM * self._one(bus) * self._one("master")

    def _one(self, bus: str) -> float:
        share = max(0, min(100, self.percent.get(bus, 100))) / 100
        return float(share**CURVE)

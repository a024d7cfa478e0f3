"""The light of each place: where it comes from and how it colours the ramps."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .palette import colours, ramps
from .space import unit


@dataclass(frozen=True)
class Light:
    """Directions point to the light. `shade` and `glow` tint the dark and the light end of every ramp."""

    name: str
    key: tuple[float, float, float]
    fill: tuple[float, float, float]
    rim: tuple[float, float]
    rim_colour: str = "f4d09a"
    rim_share: float = 0.0
    ambient: float = 0.40
    key_power: float = 0.62
    fill_power: float = 0.16
    shade: tuple[float, float, float] = (1, 1, 1)
    glow: tuple[float, float, float] = (1, 1, 1)
    steps: tuple[float, ...] = (0.10, 0.30, 0.50, 0.80, 1.3)
    rim_reach: float = field(default=0.35)
    cloth_most: float = 2.0  # how lit a garment may be: under a lamp overhead a sleeve would flash with every breath

    def to_key(self) -> np.ndarray:
        """Return the unit vector to the key light."""
        return unit(np.array(self.key, float))

    def palette(self) -> np.ndarray:
        """Return every ramp in this light, materials x 6 x 3 bytes."""
        table = ramps()
        for tone in range(6):
            share = min(1.0, tone / 4)
            table[:, tone] *= np.array(self.shade) * (1 - share) + np.array(self.glow) * share
        hot = colours(self.rim_colour)[0]
        table[:, 5] = table[:, 5] * (1 - self.rim_share) + hot * self.rim_share
        return np.clip(np.round(table), 0, 255).astype(np.uint8)


LIGHTS = {light.name: light for light in (
    Light("dawn", (0.66, 0.60, 0.45), (-0.3, 0.25, 0.9), (-0.8, 0.55), "f4d09a", 0.3,
          shade=(1.08, 0.98, 0.90), glow=(1.05, 1.0, 0.92)),
    Light("market", (0.72, 0.50, 0.30), (-0.4, 0.3, 0.85), (0.75, 0.62), "ffc078", 0.6, ambient=0.39,
          key_power=0.66, shade=(1.06, 0.94, 0.95), glow=(1.12, 1.0, 0.86)),
    Light("bridge", (-0.45, 0.62, 0.30), (0.3, 0.1, 0.9), (-0.80, 0.55), "c9d2c4", 0.65, ambient=0.30,
          key_power=0.46, fill_power=0.12, shade=(0.90, 0.92, 0.90), glow=(0.92, 0.93, 0.88)),
    Light("river", (0.72, 0.42, 0.40), (-0.5, 0.3, 0.8), (0.8, 0.5), "ffcf8e", 0.65, ambient=0.38,
          shade=(1.08, 0.95, 0.94), glow=(1.12, 0.99, 0.82)),
    Light("gym", (0.50, 0.76, 0.46), (-0.3, 0.2, 0.9), (-0.75, 0.6), "a9c4e6", 0.7, ambient=0.38,
          shade=(1.06, 0.94, 0.88), glow=(1.06, 1.0, 0.84)),
    Light("gym_lamp", (0.50, 0.76, 0.46), (-0.3, 0.2, 0.9), (0.72, 0.68), "fff2d8", 1.0, rim_reach=0.2, ambient=0.38,
          shade=(1.06, 0.94, 0.88), glow=(1.06, 1.0, 0.84)),
    Light("gym_back", (0.50, 0.76, 0.46), (-0.3, 0.2, 0.9), (-0.75, 0.6), "b8863c", 0.7, ambient=0.34,
          shade=(0.66, 0.56, 0.50), glow=(0.66, 0.58, 0.46)),
    Light("plant", (0.22, 0.90, 0.40), (-0.4, 0.1, 0.9), (-0.5, 0.85), "d8f2ea", 0.7, ambient=0.38,
          shade=(1.02, 1.0, 0.90), glow=(1.03, 1.02, 0.92), cloth_most=0.79),
    Light("noon", (0.52, 0.78, 0.42), (-0.5, 0.2, 0.8), (0.8, 0.6), "fff0c8", 0.6, ambient=0.39,
          key_power=0.66, shade=(0.98, 0.94, 1.06), glow=(1.10, 1.03, 0.88)),
    Light("summit", (0.60, 0.66, -0.10), (-0.2, 0.3, 0.9), (0.7, 0.7), "ffe2a0", 0.7, ambient=0.42,
          key_power=0.60, fill_power=0.26, shade=(1.0, 0.92, 1.0), glow=(1.12, 1.02, 0.84)),
)}

"""Presence: the octaves in which a hit is told from the band, lifted, so that it is heard through a full arrangement
without being louder."""

from __future__ import annotations

from collections.abc import Callable

from .dsp import Audio, Rng, band

PRESENCE_HZ = (1300.0, 5200.0)


def present(make: Callable[[Rng], Audio], gain_db: float) -> Callable[[Rng], Audio]:
    """The same maker with its presence lifted by so many decibels."""

    def made(rng: Rng) -> Audio:
        x = make(rng)
        return x + (10 ** (gain_db / 20) - 1) * band(x, *PRESENCE_HZ)

    return made

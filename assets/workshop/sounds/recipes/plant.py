"""The packing plant: beef, hooks, cold. Each function makes one dry take."""

from __future__ import annotations

from ..air import breath_in, hiss
from ..bodies import chain, cloth, flesh, metal, thump, whoosh, wood
from ..dsp import Audio, Rng, mixed, peaked


def meat_hit(rng: Rng) -> Audio:
    """A straight into the side of beef."""
    return flesh(rng, 84)


def meat_hooked(rng: Rng) -> Audio:
    """The hook: lower, wetter, and the rail feels it."""
    return mixed(
        0.55, (0, flesh(rng, 62)), (0.03, 0.10 * chain(rng, 0.4, 9)), (0.004, 0.35 * peaked(thump(rng, 55, 0.09, 0.35)))
    )


def winds_up(rng: Rng) -> Audio:
    """The shoulder goes back: cloth and a breath in."""
    return mixed(
        0.4, (0, 0.6 * cloth(rng, 0.22)), (0, 0.6 * breath_in(rng, 0.34)), (0, 0.5 * whoosh(rng, 0.16, 700, 350))
    )


def meat_missed(rng: Rng) -> Audio:
    """Past it, into cold air; the hooks swing."""
    return mixed(
        0.6,
        (0, 0.9 * whoosh(rng, 0.2, 1300, 420)),
        (0.15, 0.3 * peaked(metal(rng, 690, 0.06, 0.3))),
        (0.1, 0.18 * chain(rng, 0.4, 6)),
    )


def knuckles(rng: Rng) -> Audio:
    """Bone, and air through teeth."""
    crack = peaked(wood(rng, 1750, 0.006, 0.0002), 0.8) + 0.5 * mixed(
        0.25, (0.018, peaked(wood(rng, 2300, 0.004, 0.0002), 0.5))
    )
    return mixed(0.5, (0, 0.8 * crack), (0.07, 0.7 * hiss(rng)))

"""Warnings that say with which hand, also to one ear or from one speaker: the left falls to the key's tonic, low and
round; the right rises from its fifth, high and bright.

All four notes are of the minor pentatonic, so that no warning is ever wrong against the band: F-D and A-C in the
market's D minor, G-E and B-D in the E minor of gym and plant; on the summit, in the major, only D and A. Each function
makes one dry take of one hand.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..air import wind
from ..bodies import cloth, creak, metal, palm, whoosh, wood
from ..dsp import Audio, Rng, count, high, hump, low, mixed, modes, peaked
from .gym import canvas_hit
from .run import air_punched

SPREAD = 0.02
"""Takes lie this near their pitch: nearer than a third of a semitone."""
D5, E5 = 587.33, 659.26
MINOR_THIRD, FIFTH, MINOR_SEVENTH = 2 ** (3 / 12), 2 ** (7 / 12), 2 ** (10 / 12)


@dataclass(frozen=True)
class Hand:
    """A hand's voice: its two strokes as ratios to the tonic, and how `soft` they are, from 0 (flat, hard, bright) to 1
    (cupped, padded, round)."""

    name: str
    strokes: tuple[float, float]
    soft: float

    @property
    def home(self) -> float:
        """The pitch of a single stroke: tonic or fifth."""
        return min(self.strokes)


LEFT = Hand("left", (MINOR_THIRD, 1.0), 0.9)
RIGHT = Hand("right", (FIFTH, MINOR_SEVENTH), 0.0)
ROUND_HZ, BRIGHT_HZ = 1500.0, 3500.0


def coloured(x: Audio, hand: Hand) -> Audio:
    """Round the soft hand off, and give the hard one an edge."""
    return hand.soft * low(x, ROUND_HZ) + (1 - hand.soft) * (x + 0.8 * high(x, BRIGHT_HZ))


def clap(rng: Rng, pitch: float, hand: Hand) -> Audio:
    """A clap with a pitch: the hollow between the palms rings for a moment."""
    hollow = modes(rng, 0.2, [(pitch, 1.0, 0.03)], 0.0006)
    return mixed(0.2, (0, palm(rng, pitch, hand.soft, SPREAD)), (0.001, 0.7 * peaked(hollow)))


def claps_two(rng: Rng, hand: Hand) -> Audio:
    """Two claps: catch! In D minor."""
    first, second = (clap(rng, D5 * stroke, hand) for stroke in hand.strokes)
    return coloured(mixed(0.4, (0, 0.9 * first), (0.15, second)), hand)


def stick_roll(rng: Rng, hand: Hand) -> Audio:
    """The trainer's stick, as a triplet: hands up. A padded stick for the left, the bare one for the right."""
    first, second = hand.strokes
    contact = 0.0002 + 0.0008 * hand.soft
    knocks = [
        (at, gain * peaked(wood(rng, E5 * stroke, 0.028, contact)))
        for at, gain, stroke in ((0, 0.9, first), (0.062, 0.55, first), (0.124, 0.8, second))
    ]
    return coloured(mixed(0.36, *knocks), hand)


def rope_creaks(rng: Rng, hand: Hand) -> Audio:
    """The ring's rope: twist. Slack and slow to the left, taut and quick to the right; a hand on the apron with it."""
    rope = creak(rng, 0.3, E5 * hand.home, 72 - 32 * hand.soft)
    return coloured(mixed(0.35, (0, rope), (0, 0.4 * canvas_hit(rng, E5 / 4 * hand.home))), hand)


def clap_once(rng: Rng, hand: Hand) -> Audio:
    """The partner's clap: down."""
    return coloured(clap(rng, E5 * hand.home, hand), hand)


def hook_clanks(rng: Rng, hand: Hand) -> Audio:
    """A trolley wheel over a joint of the rail: a straight is due."""
    first, second = hand.strokes
    wheel = (0, 0.8 * peaked(metal(rng, E5 * first, 0.06, 0.3)))
    return coloured(mixed(0.5, wheel, (0.075, 0.9 * peaked(metal(rng, E5 * second, 0.09, 0.4)))), hand)


def chain_winds(rng: Rng, hand: Hand) -> Audio:
    """A ratchet that climbs an octave: wind up."""
    climb = np.geomspace(E5 * hand.home, 2 * E5 * hand.home, 6)
    parts = [
        (0.058 * step, gain * peaked(metal(rng, float(pitch), 0.03, 0.14)))
        for step, (pitch, gain) in enumerate(zip(climb, np.linspace(0.5, 0.95, 6), strict=True))
    ]
    return coloured(mixed(0.5, *parts), hand)


def wind_turns(rng: Rng, hand: Hand) -> Audio:
    """The wind comes round: turn to it. It sinks to the left and lifts to the right."""
    s = 0.7
    gust = 0.5 * peaked(wind(rng, s)[: count(s)] * hump(s, 0.8))
    moving = whoosh(rng, s, D5 * hand.home, D5 * (2 * FIFTH if hand is RIGHT else FIFTH / 2))
    return coloured(mixed(s, (0, gust), (0, 1.2 * moving), (0.3, 0.3 * cloth(rng, 0.3))), hand)


def coat_snaps(rng: Rng, hand: Hand) -> Audio:
    """A sleeve goes taut before the fist: the theme's two eighths."""
    return coloured(mixed(0.3, (0, 0.6 * air_punched(rng)), (0, 0.7 * clap(rng, D5 * hand.home, hand))), hand)

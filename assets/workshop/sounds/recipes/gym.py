"""The gym: bags, apron, boards, ball. Each function makes one dry take."""

from __future__ import annotations

import numpy as np

from ..air import breath_in, breath_out, gasp
from ..bodies import Blow, blow, chain, cloth, creak, palm, skin, thump, whoosh, wood
from ..dsp import Audio, Rng, band, clock, decay, hump, mixed, modes, noise, peaked

# -- speed bag


def bag_struck(rng: Rng) -> Audio:
    """A fist's side on the bladder, and the bag on the board behind it."""
    fist = 0.5 * peaked(band(noise(rng, 0.08), 250, 2600) * decay(0.08, 0.0008, 0.012))
    return mixed(0.24, (0, fist), (0.002, np.tanh(1.1 * skin(rng, rng.uniform(228, 258)))))


def bag_rebounds(rng: Rng) -> Audio:
    """The board again, by itself: softer, brighter."""
    return skin(rng, rng.uniform(240, 272), 0.9, 0.0011)


def bag_hangs(rng: Rng) -> Audio:
    """It swings past the board; the trainer's stick sets it going."""
    return mixed(
        0.45, (0, 0.3 * creak(rng, 0.25, 700, 30)), (0.12, 0.8 * stick(rng)), (0.17, 0.35 * skin(rng, 215, 0.2, 0.002))
    )


def stick(rng: Rng) -> Audio:
    """The trainer's stick on the ring post: counts time without a voice."""
    return peaked(wood(rng, rng.uniform(880, 930), 0.016, 0.00025), 0.8)


def call_high_left(rng: Rng) -> Audio:
    """A cupped hand on the bag's shoulder: the left lies lower."""
    hollow = modes(rng, 0.3, [(740, 1.0, 0.03)], 0.0006)
    return mixed(0.4, (0, 0.7 * _call(rng, 740, 130, 0.5)), (0.001, 0.6 * peaked(hollow)))


def call_high_right(rng: Rng) -> Audio:
    """A flat hand on the other side, much higher, with the chain in it."""
    flat = 0.6 * _call(rng, 1480, 150, 0.0) + mixed(0.4, (0, 0.6 * palm(rng, 1760)))
    return mixed(0.42, (0, flat), (0.03, 0.3 * chain(rng, 0.35, 6)))


def call_low(rng: Rng) -> Audio:
    """The hand's heel against the bag's belly: all low, with a hollow that is heard through the band's bass."""
    hollow = modes(rng, 0.3, [(370, 1.0, 0.045)], 0.0006)
    belly = (0, 0.5 * peaked(thump(rng, 82, 0.09, 0.4)))
    return mixed(0.42, (0, 0.8 * _call(rng, 420, 78, 0.6)), belly, (0.001, 0.7 * peaked(hollow)))


def call_under(rng: Rng) -> Audio:
    """From under: hollow, two quick, the second higher."""
    return mixed(0.42, (0, 0.55 * _call(rng, 620, 105, 0.6)), (0.085, 0.9 * _call(rng, 1950, 190, 0.0)))


def _call(rng: Rng, cavity: float, body: float, soft: float) -> Audio:
    return mixed(0.4, (0, palm(rng, cavity, soft)), (0.0, 0.55 * peaked(thump(rng, body, 0.035, 0.3))))


def _shot(rng: Rng, kind: Blow, links: int, jump: float) -> Audio:
    shaken = chain(rng, 0.5, links)
    return mixed(0.62, (0, blow(rng, kind)), (0.03 + jump, 0.13 * shaken), (0.1, 0.05 * creak(rng, 0.4, 480, 24)))


def jab(rng: Rng) -> Audio:
    """Fast, light, all leather."""
    return _shot(rng, Blow(92, 1.5, 0.05, 0.75, 3600, 0.04), 6, 0.0)


def cross(rng: Rng) -> Audio:
    """The whole shoulder behind it."""
    return _shot(rng, Blow(66, 1.9, 0.085, 0.6, 2800), 12, 0.0)


def body_shot(rng: Rng) -> Audio:
    """Deep into the bag's side."""
    return _shot(rng, Blow(52, 2.1, 0.12, 0.32, 1700, 0.08), 9, 0.02)


def uppercut(rng: Rng) -> Audio:
    """It lifts the bag: the chain goes slack and catches."""
    return mixed(0.7, (0, _shot(rng, Blow(78, 1.25, 0.07, 0.55, 2300), 8, 0.0)), (0.16, 0.3 * chain(rng, 0.4, 14)))


def bag_missed(rng: Rng) -> Audio:
    """Air; the bag swings on its chain."""
    return mixed(
        0.6,
        (0, 0.8 * whoosh(rng, 0.2, 1500, 450)),
        (0.12, 0.25 * chain(rng, 0.4, 7)),
        (0.1, 0.15 * creak(rng, 0.45, 460, 22)),
    )


# -- sit-ups


def apron_patted(rng: Rng) -> Audio:
    """A flat hand on the ring's apron, twice: up you come."""
    return mixed(0.45, (0, 0.6 * canvas_hit(rng, 170)), (0.16, 0.9 * canvas_hit(rng, 200)))


def canvas_hit(rng: Rng, pitch: float) -> Audio:
    """A hand on stretched canvas over boards."""
    return mixed(
        0.25,
        (0, 0.8 * peaked(thump(rng, pitch, 0.028, 0.22))),
        (0, 0.45 * peaked(band(noise(rng, 0.08), 500, 3600) * decay(0.08, 0.0008, 0.011))),
    )


def comes_up(rng: Rng) -> Audio:
    """The breath that lifts him, the apron's rope taking it."""
    return mixed(
        0.5,
        (0, 0.9 * breath_out(rng, 0.4, 1.8)),
        (0, 0.3 * peaked(thump(rng, 130, 0.03, 0.2))),
        (0.02, 0.22 * cloth(rng, 0.25)),
    )


def lies_back(rng: Rng) -> Audio:
    """Down again: a soft back against canvas, breath drawn."""
    return mixed(0.5, (0, 0.7 * canvas_hit(rng, 105)), (0.03, 0.5 * breath_in(rng, 0.38)))


def hangs(rng: Rng) -> Audio:
    """Arms loose over the edge."""
    return mixed(
        0.6,
        (0, 0.8 * peaked(thump(rng, 85, 0.06, 0.35))),
        (0.06, 0.6 * breath_out(rng, 0.45, 0.4)),
        (0.05, 0.15 * creak(rng, 0.4, 420, 20)),
    )


def twists(rng: Rng) -> Audio:
    """Cloth round a turning body, a short breath."""
    return mixed(
        0.35,
        (0, 0.7 * whoosh(rng, 0.16, 600, 1600)),
        (0.0, 0.6 * breath_out(rng, 0.26, 2.0)),
        (0.01, 0.4 * cloth(rng, 0.2)),
        (0, 0.3 * peaked(thump(rng, 150, 0.02, 0.15))),
    )


def breath_slips(rng: Rng) -> Audio:
    """The breath came out too soon."""
    return gasp(rng)


# -- push-ups


def claps_quick(rng: Rng) -> Audio:
    """Two fast claps: off the floor."""
    return mixed(0.3, (0, 0.8 * palm(rng, 1150)), (0.085, palm(rng, 1350)))


def goes_down(rng: Rng) -> Audio:
    """One hand takes his weight; the boards answer."""
    return mixed(
        0.4, (0, 0.9 * canvas_hit(rng, 125)), (0.02, 0.2 * creak(rng, 0.3, 380, 22)), (0.03, 0.3 * breath_in(rng, 0.3))
    )


def pushes_up(rng: Rng) -> Audio:
    """Out with the breath, and up."""
    return mixed(0.45, (0, 0.85 * breath_out(rng, 0.36, 2.0)), (0, 0.45 * canvas_hit(rng, 165)))


def chalk(rng: Rng) -> Audio:
    """One more stroke on the tally."""
    s = 0.17
    stroke = band(noise(rng, s), 1900, 5200) * hump(s, 0.5) * (0.6 + 0.4 * np.sign(np.sin(2 * np.pi * 95 * clock(s))))
    return mixed(0.24, (0, 0.35 * stick_tip(rng)), (0.006, 0.5 * peaked(stroke)))


def stick_tip(rng: Rng) -> Audio:
    """The chalk meets the board."""
    return peaked(wood(rng, 1300, 0.006, 0.0003), 0.8)


def hands_clap(rng: Rng) -> Audio:
    """His own clap, off the floor, and down again."""
    return mixed(0.4, (0, palm(rng, 860)), (0.13, 0.55 * canvas_hit(rng, 130)))


def flops(rng: Rng) -> Audio:
    """The arm gives way."""
    return mixed(
        0.6,
        (0, 0.9 * peaked(thump(rng, 78, 0.08, 0.4))),
        (0.01, 0.4 * canvas_hit(rng, 140)),
        (0.08, 0.5 * breath_out(rng, 0.4, 0.8)),
    )


# -- medicine ball


def lifted_high(rng: Rng) -> Audio:
    """The ball goes up overhead: a long rise that ends high. Two beats."""
    return mixed(
        0.75, (0, whoosh(rng, 0.62, 260, 1900)), (0.0, 0.35 * creak(rng, 0.3, 340, 34)), (0, 0.4 * palm(rng, 420, 0.9))
    )


def lifted_short(rng: Rng) -> Audio:
    """Only to the chest: a short low rise. One beat."""
    return mixed(
        0.4,
        (0, 0.9 * palm(rng, 330, 0.9)),
        (0, whoosh(rng, 0.26, 300, 700)),
        (0.02, 0.4 * peaked(thump(rng, 140, 0.03, 0.2))),
    )


def freezes(rng: Rng) -> Audio:
    """He stops: the leather is gripped, and nothing falls."""
    return mixed(0.35, (0, creak(rng, 0.16, 900, 90)), (0, 0.5 * palm(rng, 560, 0.8)))


def ball_braced(rng: Rng) -> Audio:
    """A flat, dry thud on a hard stomach."""
    return mixed(
        0.4,
        (0, blow(rng, Blow(96, 1.3, 0.045, 0.35, 1500, 0.03, 0.35))),
        (0, 0.5 * peaked(thump(rng, 165, 0.03, 0.2))),
        (0.015, 0.3 * breath_out(rng, 0.2, 2.4)),
    )


def ball_braced_short(rng: Rng) -> Audio:
    """The same from nearer: smaller, quicker."""
    return mixed(
        0.35,
        (0, 0.85 * blow(rng, Blow(118, 1.2, 0.035, 0.4, 1800, 0.02, 0.3))),
        (0.012, 0.25 * breath_out(rng, 0.18, 2.4)),
    )


def folded(rng: Rng) -> Audio:
    """It finds him soft: deep, and all his air goes."""
    return mixed(0.75, (0, 0.9 * blow(rng, Blow(58, 1.6, 0.11, 0.1, 900, 0.02))), (0.03, 0.8 * gasp(rng)))


def fooled(rng: Rng) -> Audio:
    """He tensed for nothing: a caught breath, cloth."""
    return mixed(
        0.4, (0, 0.7 * breath_in(rng, 0.16)), (0.14, 0.4 * breath_out(rng, 0.25, 0.5)), (0, 0.25 * cloth(rng, 0.15))
    )


# -- between


def rope_skips(rng: Rng) -> Audio:
    """A jump rope's tick on boards, far across the gym."""
    return mixed(
        0.4,
        (0, 0.8 * peaked(wood(rng, 330, 0.012, 0.0006))),
        (0.02, 0.25 * whoosh(rng, 0.2, 900, 1600)),
        (0.06, 0.3 * canvas_hit(rng, 120)),
    )

"""What goes wrong with a punch: too early it jars, too late it is pushed after the bag, missed it throws him.

Each takes a clean blow and returns another whose keys differ from the contact on, so that the wind-up is the same.
"""
from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from .boxing import Timing
from .punches import Blow, heel

FAULT = Timing(tuple(Fraction(n, 24) for n in (-3, -1, 0, 2, 4, 7, 10, 14, 18)),
               tuple(Fraction(n, 24) for n in (2, 1, 2, 2, 3, 3, 4, 4, 3)))
MISS = Timing(tuple(Fraction(n, 24) for n in (-1, 1, 3, 5, 8, 11, 14, 17, 20, 23)),
              tuple(Fraction(n, 24) for n in (2, 2, 2, 3, 3, 3, 3, 3, 3, 2)))


def _at_contact(blow: Blow) -> tuple[list, dict]:
    """Return the keys before the contact and the channels at it."""
    before = [key for key in blow.keys if key[0] < 0]
    return before, next(values for time, values in blow.keys if time == 0.0)


def _moved(values: dict, **by: tuple[float, ...]) -> dict:
    """Return channels with amounts added."""
    return dict(values) | {name: tuple(a + b for a, b in zip(values[name], amount, strict=True))
                           for name, amount in by.items()}


def early(blow: Blow) -> Blow:
    """The bag meets a bent arm: the wrist folds, he is thrown back on his heels, head up, and shakes the hand out."""
    before, hit = _at_contact(blow)
    side, other = (blow.side, "l" if blow.side == "r" else "r")
    out = 1.0 if side == "r" else -1.0
    x, y, z = hit[f"{side}_fist"]
    met = _moved(dict(hit, brow=1, **{f"{side}_wrist": (0, 55)}), hip=(-1.0, 1.0, 0), chest=(0, -4, 0))
    thrown = dict(hip=(-9.0, 39.0, 0), chest=(out * -14, -13, 0), pelvis=(out * -8, -6, 0), head=(-14, -15, 0), eyes=0,
                  mouth=1, brow=-1, **heel(-6, -25), **{f"{side}_fist": (x - 19, y + 1.0, z + out * 7),
                  f"{side}_wrist": (30, 60), f"{side}_shoulder": (-1.0, 3.2, 0), f"{side}_elbow": (-0.7, -0.5, out),
                  f"{other}_fist": (9, 52, -out * 13)})
    nursed = dict(thrown, hip=(-6.0, 38.0, 0), chest=(out * -10, 8, 0), pelvis=(out * -6, 4, 0), head=(-14, 15, 0),
                  eyes=1, **{f"{side}_fist": (13, 44, out * 9), f"{side}_wrist": (60, 40),
                             f"{other}_fist": (17, 58, -out * 3)})
    shaken = dict(nursed, **{f"{side}_fist": (14, 40, out * 10), f"{side}_wrist": (60, -30)})
    return replace(blow, keys=[*before, (0.0, met), (0.13, thrown), (0.30, dict(thrown, eyes=0)), (0.46, nursed),
                               (0.56, shaken)], extension=0.0)


def late(blow: Blow) -> Blow:
    """The bag is going away: the fist slides off its side and he follows it, stretched, head down, heel high."""
    before, hit = _at_contact(blow)
    side, other = (blow.side, "l" if blow.side == "r" else "r")
    out = 1.0 if side == "r" else -1.0
    x, y, z = hit[f"{side}_fist"]
    touched = _moved(hit, chest=(0, 10, 0), hip=(1.5, -1.0, 0))
    after = dict(hip=(12.5, 33.0, 0), chest=(out * 24, 33, 0), pelvis=(out * 20, 15, 0), head=(-14, 35, 0), mouth=1,
                 brow=1, **heel(-56, 10), **{f"{side}_fist": (x + 5.0, y - 13.0, z + out * 9),
                 f"{side}_elbow": (-0.3, 0.2, out), f"{side}_wrist": (0, -25), f"{side}_shoulder": (3.4, 0.4, 0),
                 f"{other}_fist": (-9, 47, -out * 16), f"{other}_elbow": (-1, 0.3, -out)})
    caught = dict(after, hip=(7.0, 33.6, 0), chest=(out * 10, 26, 0), head=(-14, 30, 0), **heel(-30, 0),
                  **{f"{side}_fist": (26, 40, out * 9), f"{other}_fist": (6, 52, -out * 13)})
    return replace(blow, keys=[*before, (0.0, touched), (0.14, after), (0.30, dict(after, hip=(13.0, 32.4, 0))),
                               (0.52, caught)], extension=0.0)


def missed(blow: Blow) -> Blow:
    """Nothing is there: his own arm whirls him round, the back is turned, the other arm is flung out for balance."""
    before, hit = _at_contact(blow)
    side, other = (blow.side, "l" if blow.side == "r" else "r")
    out = 1.0 if side == "r" else -1.0
    x, y, z = hit[f"{side}_fist"]
    past = _moved(hit, hip=(3.0, -1.0, 0), chest=(out * 20, 8, 0)) | {f"{side}_fist": (x + 4, y, z - out * 9)}
    whirled = dict(hip=(14.0, 33.0, 0), chest=(out * 58, 26, out * 12), pelvis=(out * 36, 14, 0),
                   head=(10 * out, 25, 0), mouth=1, brow=1, **heel(-62, 14),
                   **{f"{side}_fist": (x - 10, y - 15, -out * 21), f"{side}_elbow": (0.3, -0.3, out),
                      f"{other}_fist": (-15, 62, -out * 20), f"{other}_elbow": (-0.6, 0.6, -out),
                      f"{side}_shoulder": (3.0, 0.0, 0)})
    bent = dict(whirled, hip=(9.0, 31.0, 0), chest=(out * 26, 34, out * 6), head=(-14, 40, 0), **heel(-40, 4),
                **{f"{side}_fist": (20, 34, -out * 6), f"{other}_fist": (2, 44, -out * 16)})
    return replace(blow, keys=[*before, (0.0, past), (0.13, whirled), (0.30, dict(whirled, hip=(15.0, 32.0, 0))),
                               (0.55, bent)], extension=0.0)


def missed_upward(blow: Blow) -> Blow:
    """The missed uppercut: fist and chin fly up past the bag, he topples backwards, both heels dig in."""
    before, hit = _at_contact(blow)
    x, y, z = hit["r_fist"]
    past = _moved(hit, hip=(-2.0, 2.0, 0), chest=(0, -8, 0)) | {"r_fist": (x - 9, y + 14, z)}
    toppled = dict(hip=(-10.0, 37.0, 0), chest=(22, -26, 10), pelvis=(14, -12, 0), head=(-14, -35, 0), mouth=1, brow=1,
                   **heel(0, -25), r_fist=(7, y + 26, 6), r_elbow=(0.4, -0.6, 1), l_fist=(16, 46, -20),
                   l_elbow=(-0.4, -0.2, -1), r_shoulder=(1.0, 5.0, 0), l_step=(16, 0, -4))
    sat = dict(toppled, hip=(-7.0, 33.0, 0), chest=(8, 14, 0), pelvis=(4, 4, 0), head=(-14, 10, 0),
               r_fist=(10, 58, 10), l_fist=(18, 50, -12), l_step=(0, 0, -4))
    return replace(blow, keys=[*before, (0.0, past), (0.14, toppled), (0.30, dict(toppled, hip=(-11.0, 36.4, 0))),
                               (0.54, sat)], extension=0.0)

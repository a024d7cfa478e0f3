"""Sheets of things. Swinging things have a clip `swing` of one frame an angle, with the angles in the data."""
from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ... import carcass, props
from ...clips import Clip, Sheet, Shot, even

SQUASH_BEATS = (Fraction(1, 12),) * 2
ROCKING = (-5.0, -7.0, -2.5, 3.0, 5.0, 1.5, -2.5, -1.0)  # degrees: no two frames alike but for the one between
DENT_BEATS = (Fraction(1, 12),) * 3


def _clip(name: str, things: Sequence[props.Thing], beats: tuple[Fraction, ...] | None = None, **facts: object) -> Clip:
    shots = tuple(Shot((), -22.0, (thing,)) for thing in things)
    return Clip(name, shots, beats or even(len(shots)), facts=tuple(facts.items()))  # type: ignore[arg-type]


def _bag_speed() -> list[Clip]:
    angles = list(range(-75, 76, 5))
    return [_clip("swing", [props.speed_bag(a) for a in angles], angles=angles),
            _clip("squash", [props.speed_bag(8, 1.0), props.speed_bag(26, 0.5)], SQUASH_BEATS),
            _clip("board", [props.board])]


def _dented(where: float) -> list[props.Thing]:
    return [props.heavy_bag(angle, (depth, where)) for angle, depth in ((1, 5.2), (3, 4.4), (6, 2.0))]


def _bag_heavy() -> list[Clip]:
    angles = list(range(-24, 25, 2))
    return [_clip("swing", [props.heavy_bag(a) for a in angles], angles=angles),
            _clip("squash_high", _dented(0.33), DENT_BEATS),
            _clip("squash_low", _dented(0.80), DENT_BEATS)]


def _beef() -> list[Clip]:
    made = []
    for cut, word in enumerate("abc"):
        angles = list(range(-16, 17, 2))
        made.append(_clip(f"swing_{word}", [carcass.beef(a, cut) for a in angles], angles=angles))
        waves = ((2.8, 0.2), (2.6, 1.5), (2.2, 2.8), (1.7, 4.1), (1.1, 5.4), (0.6, 6.7))
        made.append(_clip(f"ripple_{word}", [carcass.beef(2 + n, cut, wave) for n, wave in enumerate(waves)],
                          even(6, Fraction(1, 2))))
    return made


def _ball() -> list[Clip]:
    return [_clip("spin", [props.ball(spin=-45 * n) for n in range(8)]),
            _clip("squash", [props.ball(squash=s) for s in (1, 0.5)], SQUASH_BEATS)]


def _orange() -> list[Clip]:
    return [_clip("spin", [props.orange(-45 * n) for n in range(8)], even(8, Fraction(1, 2)))]


def _crate() -> list[Clip]:
    return [_clip("idle", [props.crate()]), _clip("rock", [props.crate(tilt) for tilt in ROCKING],
                                                         even(len(ROCKING), Fraction(1, 2)))]


def _brick() -> list[Clip]:
    return [_clip("idle", [props.brick])]


FROM = ("anim/cast/things",)
BAG_SPEED = Sheet("bag_speed", "gym", _bag_speed, 2.0, 3, far_down=False, normals=False, sources=FROM)
BAG_HEAVY = Sheet("bag_heavy", "gym", _bag_heavy, 2.0, 3, far_down=False, normals=False, sources=FROM,
                  facts={"length": 168})
BEEF = Sheet("beef", "plant", _beef, 2.0, 3, far_down=False, normals=False, sources=("carcass", *FROM))
BALL = Sheet("ball", "gym", _ball, 2.0, 3, far_down=False, normals=False, sources=FROM)
ORANGE = Sheet("orange", "market", _orange, far_down=False, normals=False, sources=FROM)
CRATE = Sheet("crate", "market", _crate, far_down=False, normals=False, sources=FROM)
BRICK = Sheet("brick", "dawn", _brick, far_down=False, normals=False, sources=FROM)

"""The children of the city: six of their own build, clothes, gait and way of cheering, each with clips of its own.

They are drawn in three sheets of one proportion to the fighter, at the size that he has there: beside him on the run,
and from behind on the steps and at the summit. A small child takes more steps to the beat than a large one.
"""
# ruff: noqa: C408 - tables of named channels read better as keywords
from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from ...clay import Clay, Drape, Stuff
from ...clips import Clip, Extra, Figure, Sheet, Shot, even
from ...palette import MAT
from ...skeleton import Build, Pose, add, over, pose
from ...space import vec
from ...wardrobe import Look
from ..run import Gait, run_pose

GROUND = 144  # px a beat: they keep up with him
MAN_PX, HEAD_PX = 74.0, 14.0  # of the man's 88 px: his head, and all below it
AHEAD, TO_CHEER, AWAY = -22.0, -52.0, 97.0  # turns: along the lane, toward the viewer, from behind
STEPS_SCALE, SUMMIT_SCALE = 1.38, 1.36
RUN_FRAMES = 12


def _build(head: float, bulk: float = 0.9) -> Build:
    return Build(half_shoulders=6.9, half_hips=3.7, head=head, bulk=bulk, yoke=0.8)


def _dressed(build: Build, **choices: object) -> Look:
    """Return a child's clothes: no towel, no beard, bare or gloved hands."""
    plain = dict(towel=False, moustache=False, young=True, hood=False, skin="PALE", hand="PALE",
                 hat_band="CUFF")
    return Look(build, **(plain | choices))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Child:
    """Who a child is: clothes, height in px beside a man of 88 px, gait, and beats a cycle of its run and its cheer."""

    look: Look
    height: float
    stride: Fraction
    cheer: Callable[[float], Pose]
    cheer_beats: Fraction
    bounce: float = 1.2
    swing: float = 1.2
    lean: float = 8.0
    kick: float = 3.0
    extras: tuple[Extra, ...] = ()

    @property
    def size(self) -> float:
        """Return its size as a factor of the man's bones: a large head takes a larger share of its height."""
        return self.height / (MAN_PX + HEAD_PX * self.look.build.head)

    def gait(self) -> Gait:
        """Return its way of running at the lane's speed."""
        return Gait(speed=GROUND * float(self.stride) / self.size, stance=0.15, land=12, lift=2, kick=self.kick,
                    lean=self.lean, chest=3, swing=self.swing, nod=-4, twist=24, bounce=self.bounce, width=2.4,
                    yaw=AHEAD)


def _scarf(mat: str, length: float) -> Extra:
    """A scarf round the neck whose end flies behind."""
    def build(clay: Clay, joints: dict) -> None:
        neck, ribs = joints["neck"], joints["ribs"]
        wool = Stuff(MAT[mat], 130, 9, 1.0)
        for s in (1, -1):
            clay.cone(neck + ribs @ vec(-3.4, 1.4, s * 2.4), neck + ribs @ vec(3.6, 0.0, s * 2.2), (2.3, 2.3), wool)
        clay.cone(neck + ribs @ vec(3.6, 0.0, 2.2), neck + ribs @ vec(3.6, 0.0, -2.2), (2.3, 2.3), wool)
        end = neck + vec(-5.0 - length, -1.0, 3.0)
        clay.cone(neck + ribs @ vec(-4.4, 1.0, 1.5), end, (2.2, 1.9), wool, Drape(0.5, 0.7, 0.4))
    return build


def _satchel(clay: Clay, joints: dict) -> None:
    """A bag of newspapers on the hip, its strap across the chest."""
    root, pelvis, ribs, chest = joints["root"], joints["pelvis"], joints["ribs"], joints["chest"]
    bag = Stuff(MAT["CANVAS"], 131, 18, 0.5)
    clay.box(root + pelvis @ vec(-4.0, -1.0, 8.6), pelvis, (5.4, 5.6, 2.2, 1.0), bag)
    clay.box(root + pelvis @ vec(-4.0, 5.4, 8.6), pelvis, (4.4, 2.4, 1.4, 0.4), Stuff(MAT["TAPE"], 132, 19, 0.2))
    for front in (7.4, -7.4):
        clay.cone(chest + ribs @ vec(0.5 * front, 9.0, -5.0), root + pelvis @ vec(0.6 * front, 3.0, 8.0), (1.1, 1.1),
                  bag.but(group=1, part=1, k=0, paint=True))


# -- how each of them cheers: t from 0 to 1 over a cycle

def _jump(t: float, high: float, late: float = 0.0) -> tuple[float, float]:
    """Return height in the air and sinking at the knees, units."""
    wave = math.sin(2 * math.pi * (t - late))
    return max(0.0, wave) ** 0.8 * high, max(0.0, -wave) * 3.2


def _stood(air: float, sink: float, **channels: object) -> Pose:
    feet = dict(r_foot=(-2, 4.5 + air, 5), l_foot=(2, 4.5 + air, -5), r_step=(-34 * min(1, air / 4), 0, 0),
                l_step=(-34 * min(1, air / 4), 0, 0))
    return pose(**(dict(hip=(0, 42.2 + air - sink, 0), head=(0, -10, 0), mouth=1) | feet | channels))  # type: ignore


def _both_fists(t: float) -> Pose:
    """Both fists thrown up, off both feet."""
    air, sink = _jump(t, 8)
    up = 0.4 + 0.6 * min(1.0, air / 5)
    return _stood(air, sink, chest=(0, -6 * up, 0), r_hand=(3, -6 + 27 * up, 8), l_hand=(3, -6 + 27 * up, -8),
                  r_elbow=(0.2, -0.4, 1), l_elbow=(0.2, -0.4, -1), r_shoulder=(0, 3 * up, 0),
                  l_shoulder=(0, 3 * up, 0))


def _claps(t: float) -> Pose:
    """Claps over the head, rocking from foot to foot."""
    rock, apart = math.sin(2 * math.pi * t), abs(math.sin(2 * math.pi * t))
    lifted = max(0.0, rock), max(0.0, -rock)
    return _stood(0, 0.8 * apart, hip=(0, 42.2 - 0.8 * apart, 1.6 * rock), chest=(0, -4, 7 * rock),
                  r_foot=(-2, 4.5 + 4 * lifted[1], 5), l_foot=(2, 4.5 + 4 * lifted[0], -5), r_step=(0, 0, 0),
                  l_step=(0, 0, 0), r_hand=(5, 19 - 2 * apart, -4 + 11 * apart),
                  l_hand=(5, 19 - 2 * apart, 4 - 11 * apart), r_elbow=(0, -0.2, 1), l_elbow=(0, -0.2, -1),
                  r_open=1, l_open=1, r_shoulder=(0, 3, 0), l_shoulder=(0, 3, 0))


def _waves(t: float) -> Pose:
    """One arm waved from side to side, the other hand at the mouth: he calls."""
    side, hop = math.sin(2 * math.pi * t), max(0.0, math.sin(4 * math.pi * t)) * 2.2
    return _stood(hop, 0.6, chest=(0, -3, 5 * side), head=(0, -10, 5 * side), r_hand=(2, 20, 5 + 8 * side),
                  r_elbow=(0, -0.3, 1), r_shoulder=(0, 3.4, 0), r_open=1, l_hand=(13, 7, 3), l_elbow=(0, -1, -0.7),
                  l_open=1)


def _flaps(t: float) -> Pose:
    """The smallest jumps as high as it can and flaps, behind everybody else."""
    air, sink = _jump(t, 9.5, 0.1)
    flap = math.sin(4 * math.pi * t)
    return _stood(air, sink * 1.3, chest=(0, -5, 0), r_hand=(2, 6 + 9 * flap, 17), l_hand=(2, 6 + 9 * flap, -17),
                  r_elbow=(0, -0.6, 0.6), l_elbow=(0, -0.6, -0.6), r_shoulder=(0, 2, 0), l_shoulder=(0, 2, 0))


def _swings(t: float) -> Pose:
    """Both arms swung over the head from side to side, hips against them."""
    side = math.sin(2 * math.pi * t)
    return _stood(0, 1.0, hip=(0, 41.4, -2.4 * side), pelvis=(0, 0, -5 * side), chest=(0, -3, 14 * side),
                  r_step=(0, 0, 0), l_step=(0, 0, 0), r_hand=(2, 21, 3 + 9 * side), l_hand=(2, 21, -3 + 9 * side),
                  r_elbow=(0, 0.2, 1), l_elbow=(0, 0.2, -1), r_open=1, l_open=1, r_shoulder=(0, 3, 0),
                  l_shoulder=(0, 3, 0))


def _pumps(t: float) -> Pose:
    """One fist pumped by the ear, the other on the strap of his bag; a bend of the knees with each."""
    pump = 0.5 + 0.5 * math.cos(2 * math.pi * t)
    return _stood(0, 2.6 * (1 - pump), r_step=(0, 0, 0), l_step=(0, 0, 0), chest=(-10 + 14 * pump, -4 * pump, 0),
                  l_hand=(6, -2 + 22 * pump, -8), l_elbow=(0.3, -0.5, -1), l_shoulder=(0, 3.2 * pump, 0),
                  r_hand=(7, -8, -3), r_elbow=(-0.8, -0.6, 1))


CHILDREN = (
    Child(_dressed(_build(1.34), cloth="YELLOW", rib="CARDRIB", bottom="DENIM", bottom_rib="FELT", hat="bobble",
                   hat_cloth="TEAL", hat_band="TANK", skin="SKIN", hand="SKIN", hood=True),
          60, Fraction(1), _both_fists, Fraction(1), bounce=0.84),
    Child(_dressed(_build(1.46), top="coat", cloth="PINK", rib="CUFF", bottom="FELT", bottom_rib="FELT", hat="tails",
                   hat_band="APRON", hair="HAIR", skirt=11.0, sole="SHOE"),
          54, Fraction(3, 4), _claps, Fraction(2), bounce=1.2, kick=6.0),
    Child(_dressed(_build(1.5), top="shirt", cloth="FLANNEL", rib="CUFF", bottom="BROWN", bottom_rib="BROWNRIB",
                   hat="mop", hair="CARDIGAN"),
          51, Fraction(3, 4), _waves, Fraction(3, 2), lean=12.0, swing=1.5, extras=(_scarf("LEAF", 9.0),)),
    Child(_dressed(_build(1.6, 1.0), top="coat", cloth="OLIVE", rib="OLIVERIB", bottom="CAP", bottom_rib="CUFF",
                   hat="hood", hat_cloth="OLIVE", hat_band="FURPALE", hand="CAP", skirt=6.0),
          43, Fraction(2, 3), _flaps, Fraction(1), bounce=1.6, swing=0.8, lean=5.0),
    Child(_dressed(_build(1.4), cloth="APRON", rib="TANKRIB", bottom="TEAL", bottom_rib="FELT", hat="puffs",
                   hair="HAIR", skin="DARK", hand="DARK"),
          57, Fraction(1), _swings, Fraction(2), lean=5.0, kick=8.0, swing=0.9),
    Child(_dressed(_build(1.28, 0.94), top="shirt", cloth="GREY", rib="BLACK", bottom="CARDIGAN",
                   bottom_rib="CARDRIB", hat="flat", hat_cloth="BROWN", hat_band="BROWNRIB", sole="SHOE"),
          62, Fraction(1), _pumps, Fraction(1), swing=0.7, lean=10.0, extras=(_satchel,)),
)


def _run_clip(name: str, child: Child, turn: float) -> Clip:
    gait = child.gait()
    shots = []
    for n in range(RUN_FRAMES):
        body = over(run_pose(n / RUN_FRAMES, gait), mouth=1)
        if turn > 45:  # from behind a knee that opens would swing the leg out to the side
            body = add(over(body, r_knee=0, l_knee=0), head=(10, 0, 0))
        shots.append(Shot((Figure(body, child.look, turn=turn, size=child.size, extras=child.extras),), 0.0))
    return Clip(name, tuple(shots), even(RUN_FRAMES, child.stride), True, hold=0.05)


def _cheer_clip(name: str, child: Child, turn: float) -> Clip:
    count = 10 if child.cheer_beats == 1 else 14
    shots = tuple(Shot((Figure(child.cheer(n / count), child.look, turn=turn, size=child.size, extras=child.extras),),
                       0.0) for n in range(count))
    return Clip(name, shots, even(count, child.cheer_beats), True, hold=0.05)


def _beside_him() -> list[Clip]:
    return [make(f"{word}_{number}", child, turn) for number, child in enumerate(CHILDREN, 1)
            for make, word, turn in ((_run_clip, "run", AHEAD), (_cheer_clip, "cheer", TO_CHEER))]


def _on_the_steps() -> list[Clip]:
    return [make(f"{word}_{number}", child, AWAY) for number, child in enumerate(CHILDREN, 1)
            for make, word in ((_run_clip, "run_back"), (_cheer_clip, "cheer_back"))]


def _at_the_top() -> list[Clip]:
    return [_cheer_clip(f"cheer_back_{number}", child, AWAY) for number, child in enumerate(CHILDREN, 1)]


FROM = ("anim/run", "anim/cast/children")
BESIDE = Sheet("kids", "river", _beside_him, samples=6, far_down=False, normals=False, sources=FROM,
               ground_speed=GROUND)
STEPS = Sheet("kids_steps", "noon", _on_the_steps, STEPS_SCALE, far_down=False, normals=False, sources=FROM)
SUMMIT = Sheet("kids_summit", "summit", _at_the_top, SUMMIT_SCALE, far_down=False, normals=False, sources=FROM)

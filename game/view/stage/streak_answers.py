"""What the world answers to a long streak: steam from the ground, children who wave, birds that a train's horn scares.

Sounds go with them (`streak_25` and so on in the sound table). Children stand only where a place has some; on the
climb and the summit, which have a camera of their own, birds answer every mark.
"""

import pygame

from game.sim.streak import MARKS
from game.timing.units import Micros, ms
from game.view.canvas.event_log import StreakMark
from game.view.canvas.lens import WIDTH
from game.view.canvas.particles import Burst, Stuff, draw_burst
from game.view.exercise.children import BESIDE_HIM, Child, draw_child, from_the_back
from game.view.exercise.pigeons import Flock, draw_flock
from game.view.exercise.section_view import SectionView, Staging
from game.view.film.draw_context import DrawContext

SEEN_US = ms(6500)
"""Longest time for which an answer is seen."""
JET = Stuff(((244, 240, 234), (214, 212, 214)), 7, 14, 104, 1.3, -6, 1.5, (4, 15), 120)
"""One puff of steam, at 50 px a metre."""
JETS = 9
"""Puffs of one grate."""
JET_EVERY_S = 0.2
"""Interval of puffs, in seconds."""
WISP = Stuff(((244, 240, 234), (222, 220, 220)), 3, 5, 66, 1.1, -4, 1.3, (1, 7), 44)
"""One puff of a wisp of steam from a radiator's valve, at 50 px a metre."""
WISPS, WISP_EVERY_S = 22, 0.08
"""Puffs of one valve, and their interval in seconds."""
VALVE = "valve."
"""Beginning of the names of a place's marks at which steam gets out."""
VALVE_MARGIN_PX = 24
"""Least distance of a valve that opens from the sides of the picture, px."""
GRATES_AT_PX = (190, 60, 300)
"""Distances of the grates ahead of a runner, px: one or two open, by mark."""
ROOM_STEAM_AT_PX = (180, -230, 320)
"""Distances of the steam beside him in a room, px: one, two or three columns, by mark."""
BEHIND_PX = 8
"""Rows by which grates and birds lie beyond his lane."""
GRATE = (22, 3)
"""Width and height of a grate, px."""
GRATE_COLOR = (30, 29, 34)
"""Color of a grate."""
WAITING = (Child(6, 560.0, 8.0, 0.0), Child(4, 588.0, 10.0, 0.37), Child(3, 640.0, 9.0, 0.2))
"""Children who stand by his way and wave, none of those who run along: px ahead of him as the mark is reached, outside
of the picture, and rows beyond his lane.
"""
BIRDS = {25: 3, 50: 5, 100: 9}
"""Number of birds by mark."""
BIRDS_AHEAD_PX = 110
"""Distance of the birds ahead of him, px."""
BIRDS_WIDE_PX = 90
"""Width over which they sit, px."""


def draw_streak_answers(context: DrawContext, view: SectionView) -> None:
    """Draw the answers to the marks that the streak reached in this section, behind the fighter."""
    section = view.setting.section
    for mark in context.log.streak_marks(context.now.us, SEEN_US):
        if section.start_us <= mark.time_us < section.end_us:
            _answer(context, view, mark)


def _answer(context: DrawContext, view: SectionView, mark: StreakMark) -> None:
    birds = mark.length >= MARKS[-1] and view.staging is not Staging.STAND
    if view.staging is Staging.OWN or birds:
        _birds(context, view, mark)
    elif mark.length > MARKS[0] and BESIDE_HIM in view.cast and view.staging is Staging.RUN:
        _children(context, view, mark)
    elif view.staging is Staging.STAND and (valves := _valves(context, view)):
        for number, valve in enumerate(valves[: MARKS.index(mark.length) + 1]):
            _wisp(context, mark, number, valve)
    else:
        places = GRATES_AT_PX if view.staging is Staging.RUN else ROOM_STEAM_AT_PX
        for number, ahead in enumerate(places[: MARKS.index(mark.length) + 1]):
            _steam(context, view, mark, (number, ahead))


def _x_then(context: DrawContext, view: SectionView, time_us: Micros) -> float:
    """Return where he was when the mark was reached, in the place's pixels."""
    return view.setting.x_of(context.now.beat - context.beats_since(time_us))


def _steam(context: DrawContext, view: SectionView, mark: StreakMark, grate: tuple[int, int]) -> None:
    """Draw a grate, given by its number and distance, with the steam that rises from it; in a room only the steam."""
    setting, scale = view.setting, view.setting.scale / 50
    age = context.seconds_since(mark.time_us)
    if age > JETS * JET_EVERY_S + JET.life:
        return
    x = _x_then(context, view, mark.time_us) + grate[1]
    row = setting.row - scale * BEHIND_PX
    if view.staging is Staging.RUN:
        corner = (context.lens.column(x) - GRATE[0] // 2, context.lens.row(row))
        context.target.fill(GRATE_COLOR, pygame.Rect(corner, GRATE))
    for jet in range(JETS):
        seed = mark.length + 31 * grate[0] + jet
        burst = Burst(age - jet * JET_EVERY_S, (round(x), round(row)), seed, 1.0, lean=-0.2, scale=scale)
        context.burst(JET, burst)


def _valves(context: DrawContext, view: SectionView) -> list[tuple[int, int]]:
    """Return the screen positions of the valves in the picture, those nearest to the fighter first."""
    x = context.lens.column(view.x_at(context))
    marks = [mark for name, mark in view.setting.place.marks.items() if name.startswith(VALVE)]
    found = [(context.lens.column(mark.x, mark.parallax), context.lens.row(mark.row)) for mark in marks]
    seen = [at for at in found if VALVE_MARGIN_PX < at[0] < WIDTH - VALVE_MARGIN_PX]
    return sorted(seen, key=lambda at: abs(at[0] - x))


def _wisp(context: DrawContext, mark: StreakMark, number: int, valve: tuple[int, int]) -> None:
    """Draw the steam that hisses out of a radiator's valve at a screen position."""
    age = context.seconds_since(mark.time_us)
    for puff in range(WISPS):
        seed = mark.length + 31 * number + puff
        draw_burst(context.target, WISP, Burst(age - puff * WISP_EVERY_S, valve, seed, 1.0, lean=0.3))


def _children(context: DrawContext, view: SectionView, mark: StreakMark) -> None:
    """Draw children who stand by his way and wave until he has passed."""
    x = _x_then(context, view, mark.time_us)
    for child in from_the_back(WAITING):
        pose = child.doing("cheer", context.now.beat)
        draw_child(context, BESIDE_HIM, pose, (x + child.across, view.setting.row - child.beyond))


def _birds(context: DrawContext, view: SectionView, mark: StreakMark) -> None:
    """Draw birds that fly up from the ground beyond him."""
    x, row = view.feet_at(context)
    if view.staging is Staging.RUN:
        x = _x_then(context, view, mark.time_us)
    at = (context.lens.column(x + BIRDS_AHEAD_PX), context.lens.row(row - BEHIND_PX))
    flock = Flock(at, BIRDS_WIDE_PX, BIRDS[mark.length], mark.cue_id, 0)
    draw_flock(context, flock, context.beats_since(mark.time_us))

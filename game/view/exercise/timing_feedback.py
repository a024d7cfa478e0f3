"""What a hit beside its moment looks like: early is thrown ahead of or back at him, late is dragged behind or slides
past.

Nothing here is drawn for a clean hit or a miss: those have answers of their own.
"""

from game.sim.events import Judged
from game.view.canvas.particles import Burst, Stuff
from game.view.canvas.timing_error import TimingError, timing_of
from game.view.film.draw_context import DrawContext

DULL = Stuff(((126, 98, 78), (84, 64, 58)), 6, 62, 20, 6.0, 150, 0.26, (1, 2))
"""Leather that was grazed, not struck: no light in it."""
KNUCKLE = Stuff(((255, 196, 112), (240, 118, 62)), 7, 96, 84, 4.0, 240, 0.34, (2, 1))
PUFF = Stuff(((214, 202, 184), (168, 154, 140)), 7, 44, 26, 4.0, 6, 0.42, (3, 7), 192)
SCRAPE = Stuff(((188, 172, 152), (66, 58, 58), (120, 106, 98)), 8, 64, 88, 2.6, 230, 0.46, (2, 1))
SKID, SKID_PX, SKID_S = (178, 164, 148), 26, 0.34
"""The line that a dragged foot leaves on the ground: how long at first, and until it is gone."""
FOOT_PX = 11
"""How far ahead of or behind the foot a mistimed step kicks up the ground."""


def scuff(context: DrawContext, judged: Judged, at: tuple[int, int], scale: float = 1.0) -> None:
    """Draw the ground that a mistimed foot at a place's pixel kicks up: a puff ahead of it, or a scrape and a skid
    behind."""
    age = context.seconds_since(judged.time_us)
    match timing_of(judged):
        case TimingError.EARLY:
            ahead = (at[0] + round(FOOT_PX * scale), at[1])
            context.burst(PUFF, Burst(age, ahead, judged.cue_id + 41, 1.0, lean=0.9, scale=scale))
        case TimingError.LATE:
            behind = (at[0] - round(FOOT_PX * scale), at[1])
            context.burst(SCRAPE, Burst(age, behind, judged.cue_id + 43, 1.6, lean=-1.0, scale=scale))
            length = round(SKID_PX * scale * (1.0 - age / SKID_S))
            if age >= 0 and length > 0:
                context.target.fill(SKID, (context.lens.column(at[0]) - length, context.lens.row(at[1]) + 1, length, 2))
        case _:
            return


def graze(context: DrawContext, judged: Judged, at: tuple[int, int], stuff: Stuff = DULL) -> None:
    """Draw what a mistimed fist at a place's pixel grazes off: early it springs back at him, late it slides past."""
    side = timing_of(judged).side
    if side:
        age = context.seconds_since(judged.time_us)
        context.burst(stuff, Burst(age, (at[0] + 4 * side, at[1]), judged.cue_id + 47, 1.2, 0.9 * side, scale=1.3))

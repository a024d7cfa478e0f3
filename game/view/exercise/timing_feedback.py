"""Particles of an early or late hit: early is thrown ahead or back at the fighter, late is dragged behind or slides
past.

Draws nothing for clean hits and misses, which have effects of their own.
"""

from game.sim.events import Judged
from game.view.canvas.particles import Burst, Stuff
from game.view.canvas.timing_error import TimingError, timing_of
from game.view.film.draw_context import DrawContext

DULL = Stuff(((126, 98, 78), (84, 64, 58)), 6, 62, 20, 6.0, 150, 0.26, (1, 2))
"""Particles of a grazed leather surface: no highlight."""
KNUCKLE = Stuff(((255, 196, 112), (240, 118, 62)), 7, 96, 84, 4.0, 240, 0.34, (2, 1))
"""Sparks off knuckles."""
PUFF = Stuff(((214, 202, 184), (168, 154, 140)), 7, 44, 26, 4.0, 6, 0.42, (3, 7), 192)
"""Puff of dust ahead of an early foot."""
SCRAPE = Stuff(((188, 172, 152), (66, 58, 58), (120, 106, 98)), 8, 64, 88, 2.6, 230, 0.46, (2, 1))
"""Dust behind a late foot."""
SKID = (178, 164, 148)
"""Color of the skid mark that a late foot leaves."""
SKID_PX = 26
"""Length of the skid mark at first, px."""
SKID_S = 0.34
"""Duration of the skid mark, in seconds."""
FOOT_PX = 11
"""Distance ahead of or behind the foot at which dust is thrown, px."""


def scuff(context: DrawContext, judged: Judged, at: tuple[int, int], scale: float = 1.0) -> None:
    """Draw the dust of an early or late foot at a place's pixel: a puff ahead, or a scrape and a skid mark behind."""
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
    """Draw the particles of an early or late fist at a place's pixel: early they spring back, late they slide past."""
    side = timing_of(judged).side
    if side:
        age = context.seconds_since(judged.time_us)
        context.burst(stuff, Burst(age, (at[0] + 4 * side, at[1]), judged.cue_id + 47, 1.2, 0.9 * side, scale=1.3))

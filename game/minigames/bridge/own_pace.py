"""Assist for those who cannot hear their steps echo: a ring on the wet stones that shows the runner's own pace.

It leaves his foot with each step and meets a still ring after as long as his steps took while the heart was heard. It
knows nothing of the song's beat: what he brought into the silence is what he sees there.
"""

from collections.abc import Sequence

import pygame

from game.sim.chart import Cue
from game.view.film.draw_context import DrawContext

OUTER_PX = 58
"""Radius of the still ring, px."""
INNER_PX = 6
"""Radius of the moving ring as it leaves the foot, px."""
FLAT = 4
"""The rings are this many times wider than high: they lie on the ground."""
LONGEST = 1.35
"""Share of a step's time after which the rings are gone: he stands."""
STILL = (122, 116, 104)
"""Color of the still ring."""
MOVING = (255, 236, 190)
"""Color of the moving ring."""


def draw_own_pace(context: DrawContext, cues: Sequence[Cue], at: tuple[float, float]) -> None:
    """Draw the rings around a place's pixel from the player's own steps on some cues in order, while the next step lies
    in the silence."""
    now_us, log = context.now.us, context.log
    pressed = [(cue, us) for cue in cues if (us := log.pressed_us(cue.id, now_us)) is not None]
    heard = [(cue.id, us) for cue, us in pressed if cue.kind.heard]
    coming = next((cue for cue in cues if context.judged(cue.id) is None), None)
    if len(heard) < 2 or coming is None or coming.kind.heard:
        return
    (first, first_us), (last, last_us) = heard[0], heard[-1]
    share = (now_us - pressed[-1][1]) * (last - first) / (last_us - first_us)
    if share >= LONGEST:
        return
    x, row = context.lens.column(at[0]), context.lens.row(at[1])
    moving = round(INNER_PX + (OUTER_PX - INNER_PX) * share)
    for radius, tint, thick in ((OUTER_PX, STILL, 1), (moving, MOVING, 2)):
        area = pygame.Rect(x - radius, row - radius // FLAT, 2 * radius, 2 * radius // FLAT)
        pygame.draw.ellipse(context.target, tint, area, thick)

"""In the cuts the film itself answers: it runs true where a cue was hit, slips in the gate beside the moment, and
loses its color where one was missed.

Early the picture jumps up, late it hangs down and shows the end of the frame before; both run back within a sixth of
a second.
"""

from math import floor

import pygame

from game.sim.chart import Cue
from game.sim.events import Judged
from game.timing.units import US_PER_SECOND
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.timing_error import TimingError, timing_of
from game.view.film.draw_context import DrawContext
from game.view.film.film_print import fade_to_grey
from game.view.film.light_leak import leak_of

SLIP_PX, SLIP_S = 26, 0.17
LINE, LINE_PX = (8, 6, 8), 4
"""The dark line between two frames of the film."""
BURN_S, BURN_STEPS = 0.26, 8
"""A true hit's light burns through the edge it came from for so long."""
GREY_S, GREY = 0.55, 0.85


def draw_splices(context: DrawContext, cues: tuple[Cue, ...]) -> None:
    """Draw what the film makes of the judgements of these cues."""
    for cue in cues:
        judged = context.log.judged(cue.id, context.now.us)
        age = -1.0 if judged is None else (context.now.us - judged.time_us) / US_PER_SECOND
        if judged is None or not 0 <= age < GREY_S:
            continue
        match timing_of(judged):
            case TimingError.CLEAN:
                _burn(context.target, judged, age)
            case TimingError.MISSED:
                fade_to_grey(context.target, GREY * (1.0 - age / GREY_S))
            case timing if not context.options.reduced_motion:
                _slip(context, timing.side, age)


def _burn(target: pygame.Surface, judged: Judged, age: float) -> None:
    step = round(BURN_STEPS * (1.0 - age / BURN_S)) if age < BURN_S else 0
    if step > 0:
        leak, at = leak_of(judged.verb, step)
        target.blit(leak, at, special_flags=pygame.BLEND_RGB_ADD)


def _slip(context: DrawContext, side: int, age: float) -> None:
    """Let the picture lie `side` frames lower than it should, less and less; beyond it its neighbour is seen."""
    slipped = side * SLIP_PX * (1.0 - age / SLIP_S) if age < SLIP_S else 0.0
    by = floor(slipped + 0.5)
    if by:
        target = context.target
        frame = target.copy()
        context.composite.hang(0.0, slipped)
        target.blit(frame, (0, by))
        target.blit(frame, (0, by - side * HEIGHT))
        target.fill(LINE, (0, (by if side > 0 else HEIGHT + by) - LINE_PX // 2, WIDTH, LINE_PX))
        context.composite.seal()

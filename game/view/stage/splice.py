"""Film splice effects of the cuts: light at the edge after a clean hit, a frame slip after an early or late one,
desaturation after a miss.

Early, the picture jumps up; late, it hangs down and shows the end of the previous frame; both return within a sixth of
a second.
"""

from collections.abc import Sequence
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

SLIP_PX = 26
"""Distance of a slip, px."""
SLIP_S = 0.17
"""Duration of a slip, in seconds."""
LINE = (8, 6, 8)
"""Color of the line between two frames."""
LINE_PX = 4
"""Height of that line, px."""
BURN_S = 0.26
"""Duration of the light after a clean hit, in seconds."""
BURN_STEPS = 8
"""Steps of its strength."""
GREY_S = 0.55
"""Duration of the desaturation after a miss, in seconds."""
GREY = 0.85
"""Strength of the desaturation at first, 0 to 1."""


def draw_splices(context: DrawContext, cues: Sequence[Cue]) -> None:
    """Draw the effects of these cues' judgements."""
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
    """Shift the picture down by `side` times the slip, decreasing with age; the gap shows the neighbouring frame."""
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

"""Timing error display: a strip of four pixels at the fighter's feet with the last hits' errors. Off by default."""

from game.sim.events import Judged
from game.sim.judge import SLOPPY_WINDOW_US
from game.timing.units import US_PER_SECOND
from game.view.canvas.timing_error import TimingError, is_clean, timing_of
from game.view.film.draw_context import DrawContext

HALF_PX = 60
"""Half the strip's width, px."""
ROWS = 4
"""Height of the strip, px."""
KEPT_US = 3 * US_PER_SECOND
"""Duration for which a hit is shown, in microseconds."""
CLEAN = (240, 228, 66)
"""Color of a clean hit; the colors are of the Okabe-Ito palette, and position repeats them: early left, late right."""
EARLY = (86, 180, 233)
"""Color of an early hit."""
LATE = (213, 94, 0)
"""Color of a late hit."""
RAIL = (40, 40, 46)
"""Color of the strip."""


def draw_error_strip(context: DrawContext, column: int, row: int) -> None:
    """Draw the strip, its middle, and the hits of the last three seconds, the newest brightest."""
    target = context.target
    target.fill(RAIL, (column - HALF_PX, row, 2 * HALF_PX + 1, ROWS))
    for judged in context.log.recent(Judged, context.now.us, KEPT_US):
        if judged.offset_us is None:
            continue
        share = max(-1.0, min(1.0, judged.offset_us / SLOPPY_WINDOW_US))
        fade = 1.0 - (context.now.us - judged.time_us) / KEPT_US
        color = CLEAN if is_clean(judged) else EARLY if timing_of(judged) is TimingError.EARLY else LATE
        faded = tuple(round(r + (c - r) * fade) for c, r in zip(color, RAIL, strict=True))
        target.fill(faded, (column + round(share * HALF_PX) - 1, row, 3, ROWS))
    target.fill((255, 255, 255), (column, row - 1, 1, ROWS + 2))

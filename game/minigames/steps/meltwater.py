"""Draws meltwater on the stairs, reflecting the sky, on treads that have a cue.

Told by light as well as by color: darker than the stone in the sun and lighter than it in the shade, with a gleam and a
dark lower edge, so that it is also seen by those who do not tell blue from yellow.
"""

from game.view.film.draw_context import DrawContext

WATER = (78, 130, 210)
"""Color of the water on the tread."""
RUNNING = (58, 96, 166)
"""Color of the water that runs down the riser."""
EDGE = (20, 34, 76)
"""Color of its lower edge."""
GLEAM = (250, 252, 255)
"""Color of the sky's reflection."""


TONGUES = (0.2, 0.55, 0.35, 0.8, 1.0, 0.7, 0.9, 0.5, 0.65, 0.3, 0.15)
"""How far down the riser each part of its width runs, as a share."""
GLEAMS = ((0.14, 0.3), (0.5, 0.26), (0.82, 0.08))
"""Where the sky gleams in it: from where and how wide, as shares of its width."""


def draw_meltwater(context: DrawContext, corner: tuple[int, int], size: tuple[int, int], drip: int) -> None:
    """Draw water on a tread of `size` px, running up to `drip` px down its riser."""
    (x, y), (width, height) = corner, size
    for number, share in enumerate(TONGUES):
        left, right = (x + width * part // len(TONGUES) for part in (number, number + 1))
        long = max(1, round(drip * share))
        context.target.fill(RUNNING, (left, y + height, right - left, long))
        context.target.fill(EDGE, (left, y + height + long, right - left, 1))
    for row in range(height):
        inset = width // 10 if row == 0 and height > 1 else 0
        context.target.fill(WATER, (x + inset, y + row, width - 2 * inset, 1))
    for begins, wide in GLEAMS:
        context.target.fill(GLEAM, (x + round(width * begins), y + height // 2, max(1, round(width * wide)), 1))

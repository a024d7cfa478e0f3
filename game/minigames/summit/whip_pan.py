"""What the camera turns away from and what it turns to, smeared as a film camera smears it: the faster the turn, the
wider.

It is also why a row of columns that passes does not flash: their light and dark run together.
"""

import pygame

from game.view.canvas.pictures import cached_by_picture

SMEARS_PX = (1, 10, 32, 64)
"""Widths of the smear, px, from a standing camera to the fastest."""
PX_PER_BEAT = 140.0
"""Speed of the turn for each step of the smear, px a beat."""


def smeared_at(picture: pygame.Surface, px_per_beat: float) -> pygame.Surface:
    """Return the picture as seen at a speed of the turn."""
    width = _width_at(px_per_beat)
    return smeared(picture, width) if width > 1 else picture


def smear_from(target: pygame.Surface, column: int, px_per_beat: float) -> None:
    """Smear a picture from a column on, as seen at a speed of the turn."""
    width, across = _width_at(px_per_beat), target.get_width() - column
    if width > 1 and across >= width:
        part = target.subsurface((column, 0, across, target.get_height()))
        part.blit(_run_together(part, width), (0, 0))


def _width_at(px_per_beat: float) -> int:
    return SMEARS_PX[min(len(SMEARS_PX) - 1, int(px_per_beat / PX_PER_BEAT))]


@cached_by_picture(maxsize=len(SMEARS_PX))
def smeared(picture: pygame.Surface, width: int) -> pygame.Surface:
    """Return the picture smeared across by `width` px."""
    return _run_together(picture, width)


def _run_together(picture: pygame.Surface, width: int) -> pygame.Surface:
    across, down = picture.get_size()
    narrow = pygame.transform.smoothscale(picture, (across // width, down))
    return pygame.transform.smoothscale(narrow, (across, down))

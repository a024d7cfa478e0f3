"""The air of the summit: winter haze over the city that lifts, and the clearest air of the last chord, in which dark
and light are drawn apart.
"""

import pygame

from game.view.canvas.color import Color

HAZE: Color = (198, 216, 232)
"""Color of the haze over sky and city."""
HAZE_COVER = 0.18
"""Opacity of the haze before it lifts, 0 to 1."""
SUNK = 18
"""What is taken off every channel in the clearest air, of 255: the haze's own light."""
RAISED = 50
"""What is added of each pixel in return, in 255ths: white stays white."""
STEPS = 12
"""Steps of it."""


def far_haze(target: pygame.Surface, share: float) -> None:
    """Lay haze over what is drawn so far, `share` (0 to 1) of it."""
    cover = HAZE_COVER * share
    if cover <= 0:
        return
    target.fill((round(255 * (1.0 - cover)),) * 3, special_flags=pygame.BLEND_RGB_MULT)
    target.fill([round(part * cover) for part in HAZE], special_flags=pygame.BLEND_RGB_ADD)


def clear_air(target: pygame.Surface, share: float) -> None:
    """Take the haze out of a picture, `share` (0 to 1) of it."""
    step = round(STEPS * share)
    if step <= 0:
        return
    target.fill((SUNK * step // STEPS,) * 3, special_flags=pygame.BLEND_RGB_SUB)
    more = target.copy()
    more.fill((RAISED * step // STEPS,) * 3, special_flags=pygame.BLEND_RGB_MULT)
    target.blit(more, (0, 0), special_flags=pygame.BLEND_RGB_ADD)

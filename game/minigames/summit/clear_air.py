"""The air of the last chord: dark and light drawn apart, so that the last picture is the clearest of the run."""

import pygame

SUNK = 25
"""What is taken off every channel in the clearest air, of 255: the haze's own light."""
RAISED = 50
"""What is added of each pixel in return, in 255ths: white stays white."""
STEPS = 12
"""Steps of it."""


def clear_air(target: pygame.Surface, share: float) -> None:
    """Take the haze out of a picture, `share` (0 to 1) of it."""
    step = round(STEPS * share)
    if step <= 0:
        return
    target.fill((SUNK * step // STEPS,) * 3, special_flags=pygame.BLEND_RGB_SUB)
    more = target.copy()
    more.fill((RAISED * step // STEPS,) * 3, special_flags=pygame.BLEND_RGB_MULT)
    target.blit(more, (0, 0), special_flags=pygame.BLEND_RGB_ADD)

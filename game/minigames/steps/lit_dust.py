"""The dust that is lit along the edge of the building's shadow, over the whole width of the stairs: there the stone
behind him is half bright and half dark, and the dust brings both nearer to one tone.
"""

from game.content.look import Mist
from game.view.canvas.easing import clamp
from game.view.canvas.lens import WIDTH
from game.view.film.draw_context import DrawContext
from game.view.stage.fog import OPACITY_STEPS, bank_of

DUST_STAIRS = 6.5
"""Stairs from the middle of the lit dust to its ends."""
DUST_AHEAD = 5.0
"""Stairs by which its middle is below the shadow's edge."""
DUST_EDGE = 2.5
"""Stairs over which it fades at its ends."""
DUST_STEPS = 6
"""Steps of its strength: so many banks are kept."""
DUST_BELOW_PX = 20
"""Rows below his feet to which it reaches."""


class LitDust:
    """The banks of dust, from the faintest to the thickest, computed once and kept."""

    def __init__(self, mist: Mist, scale: float) -> None:
        """`mist` gives its color, cover and height; `scale` px a metre."""
        self._over_feet = round(mist.top * scale)
        steps = (round(OPACITY_STEPS * mist.cover * step / DUST_STEPS) for step in range(1, DUST_STEPS + 1))
        self._banks = [bank_of(mist, step, scale) for step in steps]

    def draw(self, context: DrawContext, row: float, stairs: float) -> None:
        """Draw it around feet on a place's row, at a number of stairs beyond the shadow's edge."""
        strength = round(DUST_STEPS * dust_at(stairs))
        if strength:
            top = context.lens.row(row + DUST_BELOW_PX) - self._over_feet
            bank = self._banks[strength - 1]
            context.target.blit(bank, (0, top), (0, 0, WIDTH, bank.get_height()))


def dust_at(stairs: float) -> float:
    """Return the strength of the lit dust around him, 0 to 1, at a number of stairs beyond the shadow's edge."""
    return clamp((DUST_STAIRS - abs(stairs + DUST_AHEAD)) / DUST_EDGE)

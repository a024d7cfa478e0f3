"""A generator whose draws are known, to count what simulated players drop."""

from game.sim.rng import Rng


class EveryDraw(Rng):
    """Draws each number from `first` on, `times` in a row, where thousandths are drawn; else 0, and no timing error."""

    def __init__(self, times: int = 1, first: int = 0) -> None:
        super().__init__(0)
        self._times = times
        self._drawn = first * times

    def below(self, bound: int) -> int:
        """Return the next number from 0 to 999 and round again; 0 for any other bound."""
        if bound != 1000:
            return 0
        draw = self._drawn // self._times % bound
        self._drawn += 1
        return draw

    def normal_us(self, spread_us: int) -> int:
        """Return no error."""
        return 0

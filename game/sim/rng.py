"""The session's random generator: integers only, splitmix64 (Steele, Lea and Flood 2014).

Seeded from the replay header. Views have separate generators and cannot reach this one.
"""

_MASK = (1 << 64) - 1
"""Keeps the state within 64 bits."""


class Rng:
    """A reproducible stream of integers: the same seed gives the same stream on every machine."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    def next_u64(self) -> int:
        """Return the next whole number from 0 to 2**64 - 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to `bound` - 1; `bound` is positive and small against 2**64."""
        return self.next_u64() % bound

    def normal_us(self, spread_us: int) -> int:
        """Return a whole number spread about 0 with standard deviation `spread_us`: twelve uniforms, all integers."""
        total = sum(self.below(2_000_001) - 1_000_000 for _ in range(12))
        return total * spread_us // 2_000_000

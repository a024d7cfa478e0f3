"""The count-in after a pause: clicks on the song's beat grid, so that they lead into the music in tempo."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from game.platform.clock.song_clock import RATE_ONE
from game.timing.tempo import TempoMap
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class CountIn:
    """How long the song waits, and how long before its end each click sounds (real microseconds)."""

    wait_us: Micros
    clicks_before_us: tuple[Micros, ...]


def count_in(tempo: TempoMap, song_us: Micros, beats: int, rate_permille: int) -> CountIn:
    """Return the count-in of `beats` beats before the song goes on from `song_us`."""
    beat = tempo.to_beat(song_us)
    us_per_beat = Fraction(tempo.segment_at(song_us).us_per_beat * RATE_ONE, rate_permille)
    to_next_beat = ceil(beat) - beat
    before = (number - to_next_beat for number in range(beats + 1, 0, -1))
    clicks = tuple(round(beat * us_per_beat) for beat in before if 0 < beat <= beats)
    return CountIn(round(beats * us_per_beat), clicks)

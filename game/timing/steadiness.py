"""Says whether the song ran steadily enough for a board: whether its clock could have changed a score.

A press is judged at the song time that was heard at its poll. So a stutter changes nothing by itself: the sound stands
still, song time waits with it, and goes on at its speed. On a busy machine stutters of 20 to 100 ms add up to 1.2 s in
twenty. What does change a score:

- another speed, as every window is as much wider in real time. It is the same in every stretch, stutters are not;
- standing still for a tenth of the time: whatever the reason, that is another song;
- standing still at the presses themselves: whoever can stop the song at each cue hits it whenever he likes. Stutters
  know nothing of the presses;
- a leap ahead over more than 300 ms (`replay.fit`, from the file alone): what it leaps over need not be played.

A bound on each single re-anchor, say of 50 ms, would be simpler, and was given up: it tells none of these from a
stutter. With two busy neighbours three of four honest runs had larger ones (413 to 600 ms apart in a run), while
standing still for 40 ms at every press stays below it.

Pure, and of differences alone, so that the clock judges a run while it is played as the verifier does from its file.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from statistics import median

from game.timing.units import US_PER_MS, US_PER_SECOND, Micros, ms

LOOKED_AT_S = 20
"""Seconds over which differences add up."""
MAX_APART_US = ms(2000)
"""Largest difference that may add up over so many seconds."""
SPEED_S = 40
"""Seconds in which another speed shows."""
SHORTEST_S = 12
"""A run of fewer seconds says nothing about another speed."""
MAX_SLOPE_US = ms(5)
"""Largest usual difference of the two clocks in a second: half a percent."""
STRETCH_S = 4
"""Seconds of a stretch: the smoothing follows another speed in a sawtooth of about three."""
UNEVEN = 3
"""Stretches that differ by more than their mean divided by this are no even speed."""
BEFORE_PRESS_US = ms(150)
"""Real time before a press in which standing still could have been meant for it: a little more than a window."""
STOOD_US = ms(22)
"""The least standing still that helps a press: the window of a perfect hit."""
ENOUGH_PRESSES = 20
"""From so many presses on their share says something."""

Step = tuple[Micros, Micros]
"""Wall time, and how far song time left the line of the monotonic clock then, in real time; ahead is above 0."""


def why_unsteady(changes_us: Sequence[Micros]) -> str | None:
    """Return why the latest seconds are no steady song, as a clause, or None.

    `changes_us` is how far song time ran ahead of the monotonic clock in each of the last seconds, in real time.
    """
    apart_us = sum(changes_us[-LOOKED_AT_S:])
    if abs(apart_us) > MAX_APART_US:
        return f"the sound stuttered during this run, by {abs(apart_us) // US_PER_MS} ms"
    return _another_speed(changes_us[-SPEED_S:]) if len(changes_us) >= SPEED_S else None


def ever_unsteady(changes_us: Sequence[Micros]) -> str | None:
    """Return why the seconds of a whole run were no steady song at some time, or None; a short run is taken whole."""
    if SHORTEST_S <= len(changes_us) < SPEED_S:
        return why_unsteady(changes_us) or _another_speed(changes_us)
    ends = range(1, len(changes_us) + 1)
    reasons = (why_unsteady(changes_us[max(0, end - SPEED_S) : end]) for end in ends)
    return next((reason for reason in reasons if reason is not None), None)


def changes_by_second(steps: Iterable[Step], from_us: Micros, to_us: Micros) -> list[Micros]:
    """Return the sum of the steps in each whole second of wall time from `from_us` on."""
    changes = [0] * max(0, (to_us - from_us) // US_PER_SECOND)
    for wall_us, step_us in steps:
        second = (wall_us - from_us) // US_PER_SECOND
        if 0 <= second < len(changes):
            changes[second] += step_us
    return changes


def stood_at_presses(presses_us: Sequence[Micros], steps: Sequence[Step]) -> str | None:
    """Return why it shows that the song was stopped for the presses, as a clause, or None; wall times, in order."""
    times = [wall_us for wall_us, _ in steps]
    sums = list(accumulate((step_us for _, step_us in steps), initial=0))
    stood = sum(
        sums[bisect_right(times, press_us - BEFORE_PRESS_US)] - sums[bisect_right(times, press_us)] > STOOD_US
        for press_us in presses_us
    )
    if len(presses_us) >= ENOUGH_PRESSES and stood * 2 > len(presses_us):
        return f"the song stood still just before {stood} of {len(presses_us)} presses"
    return None


def _another_speed(changes_us: Sequence[Micros]) -> str | None:
    """Return at which speed the song ran if every stretch of seconds differs, to the same side and about equally."""
    begins = range(0, len(changes_us) - STRETCH_S + 1, STRETCH_S)
    speeds = [sum(changes_us[begin : begin + STRETCH_S]) / STRETCH_S for begin in begins]
    beyond = min(speeds) > MAX_SLOPE_US or max(speeds) < -MAX_SLOPE_US
    even = max(speeds) - min(speeds) <= max(MAX_SLOPE_US, abs(sum(speeds)) / len(speeds) / UNEVEN)
    if not (beyond and even):
        return None
    return f"the sound ran at {1 + median(changes_us) / US_PER_SECOND:.3f} of its speed, and so parted from the clock"

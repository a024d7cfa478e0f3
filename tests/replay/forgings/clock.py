"""Forgings of the clock: runs that were slowed, stopped or played through clocks that somebody tampered with."""

from collections.abc import Callable
from dataclasses import replace

from game.replay.codec import encode
from game.replay.model import Replay
from game.timing.units import Micros, ms
from tests.replay.forgings.source import FALSE, HOUR_US, UNFIT, Forging, Source, with_walls
from tests.replay.live import Clocks, play_live
from tests.replay.recording import person_inputs


def slowed(source: Source) -> Replay:
    """Half speed, relabelled as full speed: a song of 193 s in 386 s of wall time."""
    first = source.trace.witnesses[0].wall_us
    return with_walls(source.honest, lambda wall_us: first + 2 * (wall_us - first))


def live(source: Source, clocks: Clocks) -> Replay:
    """A run that was really played, through clocks that were tampered with under the program."""
    return play_live(source.header, source.chart, person_inputs(source.chart, 15), clocks)


def paused_at_each_cue(source: Source, lasted_us: Micros) -> Replay:
    """A pause ahead of every cue, honestly on record."""
    begin_us = source.chart.start_us - source.chart.lead_in_us
    moments = sorted({cue.time_us - begin_us - ms(300) for cue in source.chart.cues})
    return live(source, Clocks(pauses=[(moment_us, lasted_us) for moment_us in moments]))


def half(times: Micros) -> Micros:
    """A clock at half speed."""
    return times // 2


def leaping(at_us: Micros, by_us: Micros) -> Callable[[Micros], Micros]:
    """A clock that leaps once."""
    return lambda real_us: real_us + (by_us if real_us >= at_us else 0)


CLOCK = {
    "slowed to half, relabelled": Forging(lambda s: encode(slowed(s)), FALSE, "ahead of|behind"),
    "wall times all zero": Forging(lambda s: encode(with_walls(s.honest, lambda _: 0)), FALSE, "the clock"),
    "wall times reversed": Forging(
        lambda s: encode(with_walls(s.honest, lambda wall_us: 10 * HOUR_US - wall_us)), FALSE, "runs backwards"
    ),
    "wall times jumping": Forging(
        lambda s: encode(with_walls(s.honest, lambda wall_us: wall_us + wall_us // 5_000_000 % 3 * 400_000)),
        FALSE,
        "the clock|backwards",
    ),
    "an hour's pause at each cue": Forging(lambda s: encode(paused_at_each_cue(s, HOUR_US)), UNFIT, "paused"),
    "half a second's pause at each cue": Forging(lambda s: encode(paused_at_each_cue(s, ms(500))), UNFIT, "paused"),
    "hours of pauses left out": Forging(
        lambda s: encode(replace(p := paused_at_each_cue(s, HOUR_US), trace=replace(p.trace, pauses=()))),
        FALSE,
        "the clock",
    ),
    "monotonic clock halved, with a device": Forging(
        lambda s: encode(live(s, Clocks(wall=half))), UNFIT, "its clock left its line 4000 times"
    ),
    "monotonic clock halved, the game follows it": Forging(
        lambda s: encode(live(s, Clocks(song=half, wall=half))), UNFIT, "the calendar and the computer's clock parted"
    ),
    "monotonic clock halved, without a device": Forging(
        lambda s: encode(live(s, Clocks(song=half, wall=half, device=lambda _: None))), UNFIT, "without a sound device"
    ),
    "monotonic clock and calendar halved": Forging(
        lambda s: encode(live(s, Clocks(song=half, wall=half, utc=half))), UNFIT, "the sound device and the computer"
    ),
    "calendar jumps by an hour": Forging(
        lambda s: encode(live(s, Clocks(utc=leaping(ms(9_000), HOUR_US)))), UNFIT, "the calendar"
    ),
    "device jumps by an hour": Forging(
        lambda s: encode(live(s, Clocks(device=leaping(ms(9_000), HOUR_US)))), UNFIT, "the sound device"
    ),
    "song jumps over a hard part": Forging(
        lambda s: encode(live(s, Clocks(song=leaping(ms(9_000), ms(1_500))))), UNFIT, "its clock jumped"
    ),
    "slowed by one percent in steps too small to see": Forging(
        lambda s: encode(live(s, Clocks(song=lambda real_us: real_us * 99 // 100))), UNFIT, "parted|stuttered"
    ),
}

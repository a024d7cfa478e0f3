"""Plays a run as the game does, poll by poll, through clocks that a test makes up: honest ones, and others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from game.minigames.manifest import MINIGAMES
from game.replay.claims import setup_of
from game.replay.model import Replay, ReplayHeader, Witness
from game.replay.recorder import Recorder
from game.sim.actions import InputEvent
from game.sim.chart import Chart
from game.sim.session import Session
from game.timing.units import Micros, ms

POLL_US = ms(4)
"""Real time between two polls of the made-up game."""
UTC_US = 1_764_000_000_000_000
WALL_US = 77_000_000

TimeOf = Callable[[Micros], Micros]


def plainly(real_us: Micros) -> Micros:
    """A clock that never errs."""
    return real_us


@dataclass(frozen=True)
class Clocks:
    """What each clock says after so much real time of a run, pauses left out. `song` is how far song time has come at
    full rate; `device` None where there is none; `pauses` are (real time of the run, length) pairs."""

    song: TimeOf = plainly
    wall: TimeOf = plainly
    utc: TimeOf = plainly
    device: Callable[[Micros], Micros | None] = plainly
    pauses: Sequence[tuple[Micros, Micros]] = field(default_factory=tuple)


def play_live(header: ReplayHeader, chart: Chart, inputs: Sequence[InputEvent], clocks: Clocks) -> Replay:
    """Return the recording of a run whose inputs come when song time reaches them, at the poll that finds them."""
    session, recorder = Session(chart, header.options, MINIGAMES, setup_of(header)), Recorder(header, chart)
    begin_us, rate_permille = chart.start_us - chart.lead_in_us, header.options.rate_permille
    waiting, pauses = list(reversed(inputs)), list(reversed(clocks.pauses))
    real_us, paused_us, song_us = 0, 0, begin_us
    while not session.ended:
        real_us += POLL_US
        song_us = max(song_us, begin_us + clocks.song(real_us) * rate_permille // 1000)
        wall_us = WALL_US + clocks.wall(real_us) + paused_us
        while pauses and pauses[-1][0] <= real_us:
            lasted_us = pauses.pop()[1]
            recorder.pause(song_us, wall_us, lasted_us)
            paused_us, wall_us = paused_us + lasted_us, wall_us + lasted_us
        while waiting and waiting[-1].time_us <= song_us:
            event = waiting.pop()
            event = replace(event, time_us=max(event.time_us, song_us - POLL_US))
            ago_us = (song_us - event.time_us) * 1000 // rate_permille
            recorder.input(session.queue(event), wall_us - min(ago_us, POLL_US))
        device_us = clocks.device(real_us)
        recorder.observe(
            Witness(song_us, wall_us, UTC_US + clocks.utc(real_us) + paused_us, device_us and device_us + paused_us)
        )
        recorder.on_events(session.advance_to(song_us))
    return recorder.finish(session)

"""Records a run that is not played in real time: by a simulated player, or by a test.

Its clocks are made up, all exactly at the rate or pace, so such a run is true; it says that a machine made it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.replay.claims import setup_of
from game.replay.model import Replay, ReplayHeader, Witness
from game.replay.recorder import Recorder
from game.sim.actions import InputEvent
from game.sim.chart import Chart
from game.sim.rules import Registry
from game.sim.session import Session
from game.sim.simulate import END_OF_TIME_US
from game.sim.timeline import barlines_of
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class MadeUpClock:
    """What the clocks say when the run begins; `has_device` is whether there is a sound device."""

    wall_us: Micros = 0
    utc_us: int = 0
    has_device: bool = False

    def seen(self, song_us: Micros, played_us: Micros) -> Witness:
        """Return what the clocks say at a song time, `played_us` of real time after the beginning."""
        device_us = played_us if self.has_device else None
        return Witness(song_us, self.wall_us + played_us, self.utc_us + played_us, device_us)


def play_headless(
    header: ReplayHeader,
    chart: Chart,
    registry: Registry,
    inputs: Iterable[InputEvent],
    clock: MadeUpClock | None = None,
) -> tuple[Session, Replay]:
    """Play `inputs` (in order of time) over `chart` to its end; return the ended session and its replay."""
    clock = clock or MadeUpClock()
    session, recorder = Session(chart, header.options, registry, setup_of(header)), Recorder(header, chart)
    queued = [session.queue(event) for event in inputs]
    recorder.on_events(session.advance_to(END_OF_TIME_US))
    course, begin_us = session.course, chart.start_us - chart.lead_in_us

    def played_us(song_us: Micros) -> Micros:
        return course.real_at(song_us) - course.real_at(begin_us)

    barlines = [(time_us, None) for time_us in barlines_of(chart)]
    steps = sorted([*barlines, *((placed.time_us, placed) for placed in queued)], key=lambda step: step[0])
    for time_us, placed in steps:
        if placed is None:
            recorder.observe(clock.seen(time_us, played_us(time_us)))
        else:
            recorder.input(placed, clock.wall_us + played_us(placed.time_us))
    return session, recorder.finish(session)

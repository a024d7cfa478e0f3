"""Keeps a run that is about to end even if the program is killed: its inputs so far are written in the last moments.

The next launch plays them to the end and enters the run. Only the end is written ahead, as a run that was left
earlier has not been finished. Pausing or leaving takes the file back.
"""

import threading
from dataclasses import replace

from game.replay.codec import encode
from game.replay.model import Replay
from game.replay.recorder import laces_of, result_of
from game.replay.verify import played_again
from game.sim.chart import Chart
from game.sim.events import Judged
from game.sim.rules import Registry
from game.states.run.run import Run
from game.timing.units import Micros, ms

AHEAD_US: Micros = ms(400)
"""Song time before the end from which the run is kept."""


class RunEnding:
    """Writes what was recorded, from `AHEAD_US` before the end, and again after each input. `follow` once a frame."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._written: int | None = None
        self._writing = threading.Event()

    def follow(self) -> None:
        """Write where there is something new and the last writing is done."""
        run = self._run
        if not run.plan.counts or run.session.now_us < run.chart.end_us - AHEAD_US or run.player.unfit is not None:
            return
        if run.inputs_recorded != self._written and not self._writing.is_set():
            self._written = run.inputs_recorded
            self._writing.set()
            unfinished = run.replay()
            run.app.writer.submit(lambda: self._write(unfinished))

    def take_back(self) -> None:
        """The run goes on, was left, or is kept as a whole."""
        if self._written is not None:
            self._written = None
            self._run.app.writer.submit(self._run.app.replays.ending.discard)

    def _write(self, unfinished: Replay) -> None:
        try:
            self._run.app.replays.ending.write(encode(unfinished))
        finally:
            self._writing.clear()


def completed(unfinished: Replay, chart: Chart, registry: Registry) -> Replay:
    """Return the replay with everything that follows from its inputs: points, digests and result."""
    session, events = played_again(unfinished, chart, registry)
    conditions = replace(unfinished.conditions, laces=laces_of(events))
    return replace(
        unfinished,
        conditions=conditions,
        points=tuple(event.points for event in events if isinstance(event, Judged)),
        section_digests=tuple(session.section_digests),
        result=result_of(session, conditions),
    )


def is_start_of(unfinished: Replay, whole: Replay) -> bool:
    """Whether a replay is of the same run as one that was not recorded to the end; one without a witness is of none."""
    inputs, witnesses = unfinished.trace.inputs, unfinished.trace.witnesses
    return (
        unfinished.header == whole.header
        and len(witnesses) > 0
        and whole.trace.inputs[: len(inputs)] == inputs
        and whole.trace.witnesses[: len(witnesses)] == witnesses
    )

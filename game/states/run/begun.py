"""Keeps the attempt that goes on: if the program is killed in it, the next launch counts it as one that was quit.

It is written when the run begins or goes on after a pause, and at the end of each section; and deleted when the attempt
is in the history.
"""

import json
from dataclasses import dataclass, replace

from game.errors import ReplayError
from game.replay.claims import setup_of
from game.replay.codec import decode, encode
from game.replay.fields import FieldReader, parsed
from game.replay.model import Replay
from game.sim.chart import Chart
from game.sim.events import Judged
from game.sim.rules import Registry
from game.sim.session import Session
from game.states.run.run import Run
from game.states.run.run_plan import Mode
from game.storage.board_rows import LAST_SECOND
from game.storage.history.attempt import Attempt, Ended, attempt_of
from game.storage.proof.examined import board_of_header

NAME = "the last attempt"
"""What the file is called where it cannot be read."""


class BegunRun:
    """Writes how far an attempt has come. `follow` once a frame, while it is played."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._sections: int | None = None

    def follow(self) -> None:
        """Write where a section has ended, and at first."""
        run = self._run
        app, began_at = run.app, run.attempt_began_at
        sections = None if began_at is None else len(run.session.section_digests)
        if sections == self._sections:
            return
        self._sections = sections
        if began_at is None:  # it has become a trial
            app.writer.submit(app.replays.begun.discard)
            return
        begun = BegunAttempt(run.plan.mode, began_at, run.replay())
        app.writer.submit(lambda: app.replays.begun.write(begun.content()))


@dataclass(frozen=True, slots=True)
class BegunAttempt:
    """An attempt that goes on: what it is for, when it began in seconds since 1970, and what was recorded so far."""

    mode: Mode
    began_at: int
    so_far: Replay

    def content(self) -> bytes:
        """Return it as a file's bytes: a line of its own, and the replay."""
        about = json.dumps({"began_at": self.began_at, "mode": str(self.mode)})
        return b"\n".join((about.encode("ascii"), encode(self.so_far)))

    def attempt(self, chart: Chart, registry: Registry) -> Attempt:
        """Return the attempt over its chart, quit after what was recorded."""
        header, trace = self.so_far.header, self.so_far.trace
        session = Session(chart, header.options, registry, setup_of(header))
        for row in trace.inputs:
            session.queue(row.event)
        ended = chart.sections[: len(self.so_far.section_digests)]
        times_us = [*(row.song_us for row in trace.inputs[-1:]), *(row.song_us for row in trace.witnesses[-1:])]
        events = session.advance_to(max([*times_us, *(section.end_us for section in ended)], default=session.now_us))
        judged = [event for event in events if isinstance(event, Judged)]
        board = replace(board_of_header(header), mode=str(self.mode))
        return attempt_of(board, session, judged, self.so_far, Ended.QUIT, self.began_at)


def read_begun(content: bytes) -> BegunAttempt | None:
    """Return the attempt of a file's bytes, None where they are none."""
    about, _, replay = content.partition(b"\n")
    try:
        reader = FieldReader(NAME, parsed(about, NAME))
        mode = Mode(reader.choice("mode", tuple(map(str, Mode))))
        return BegunAttempt(mode, reader.integer("began_at", 0, LAST_SECOND), decode(replay, NAME))
    except ReplayError:
        return None

"""What a replay file on its way in or out of the boards is, small enough to pass from one process to another."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from pathlib import Path

from game.replay.codec import MAX_FILE_BYTES, identity_of
from game.replay.verify import Verdict
from game.sim.events import Judged
from game.sim.rules import Registry
from game.storage.board import Board, BoardRow, Split
from game.storage.proof.chart_store import ChartStore
from game.storage.proof.examined import Examined, examine_data
from game.storage.proof.sidecars import read_initials
from game.storage.replay_folder import published_name
from game.timing.units import Micros

NO_FILE = "cannot be read as a file: check its rights"
"""What is said of a folder, a pipe or a file that cannot be opened."""
KNOWN = "is here already"
"""What is said of a double."""


@dataclass(frozen=True, slots=True)
class Checks:
    """What replays are verified with."""

    charts: ChartStore
    registry: Registry


OpenChecks = Callable[[], Checks]
"""Opens them, once in each process: a function at the top of its module that remembers what it has opened."""


@dataclass(frozen=True, slots=True)
class PlottedHit:
    """A judgement for a plot: song time, and how far off it was in real time, None for a miss."""

    song_us: Micros
    offset_us: Micros | None


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """When a section is played, in song time, and how long the run took for it, in real time."""

    section: str
    start_us: Micros
    end_us: Micros
    real_us: Micros = 0


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What a file is. `verdict` is None for a double; `board` and `row` are there where the replay is true."""

    path: Path
    identity: str
    verdict: Verdict | None
    sentence: str
    board: Board | None = None
    row: BoardRow | None = None
    hits: tuple[PlottedHit, ...] = ()
    spans: tuple[SectionSpan, ...] = ()

    @property
    def splits(self) -> tuple[tuple[Split, Micros], ...]:
        """The sections of the run, and how long each took in real time."""
        times_us = {span.section: span.real_us for span in self.spans}
        splits = () if self.row is None else self.row.splits
        return tuple((split, times_us.get(split.section, 0)) for split in splits)


def find(path: Path, checks: Checks, known: Container[str] = ()) -> CheckedFile:
    """Examine a file; one whose identity is among `known` is not verified again. Never raises."""
    data = read_bounded(path)
    if data is None:
        return CheckedFile(path, "", Verdict.UNKNOWN, NO_FILE)
    identity = identity_of(data)
    if identity in known:
        return CheckedFile(path, identity, None, KNOWN)
    examined = examine_data(data, path.name, checks.charts, checks.registry)
    said = examined.sentence.removeprefix(f"{path.name}: ")
    row = examined.row(read_initials(path.parent, identity), published_name(identity))
    if row is None:
        return CheckedFile(path, identity, examined.verdict, said)
    return CheckedFile(path, identity, examined.verdict, said, examined.board(), row, _hits(examined), _spans(examined))


def read_bounded(path: Path) -> bytes | None:
    """Return a file's bytes, at most one more than a replay may have; None for what is no readable file."""
    try:
        if not path.is_file():  # a named pipe would be waited for without end
            return None
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError):
        return None


def _hits(examined: Examined) -> tuple[PlottedHit, ...]:
    verification = examined.verification
    session = None if verification is None else verification.session
    if verification is None or session is None:
        return ()
    judged = (event for event in verification.events if isinstance(event, Judged))
    return tuple(PlottedHit(event.time_us, session.real_us_of(event)) for event in judged)


def _spans(examined: Examined) -> tuple[SectionSpan, ...]:
    session = None if examined.verification is None else examined.verification.session
    if session is None:
        return ()
    real_at = session.course.real_at
    return tuple(
        SectionSpan(section.id, section.start_us, section.end_us, real_at(section.end_us) - real_at(section.start_us))
        for section in session.chart.sections
    )

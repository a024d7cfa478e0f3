"""Examines a replay file: reads it, verifies it, and makes the row that it is on a board. Believes no claim of it."""

from dataclasses import dataclass
from pathlib import Path

from game.errors import ReplayError, UnknownChart, UnknownFormat
from game.replay.codec import MAX_FILE_BYTES, decode, identity_of
from game.replay.model import Player, Replay, ReplayHeader
from game.replay.verify import Verdict, Verification, verify
from game.sim.events import Judged
from game.sim.rules import Registry
from game.storage.board import Board, BoardRow, Proof, Split, board_section
from game.storage.history.attempt import Attempt, Ended, attempt_of
from game.storage.proof.chart_store import ChartStore
from game.timing.units import US_PER_SECOND

NOT_THERE = "its replay is not there any more"
"""What is said of a row without its file."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file is. `replay` is None where it could not be read, `verification` where it could not be verified."""

    identity: str
    verdict: Verdict
    sentence: str
    replay: Replay | None = None
    verification: Verification | None = None

    def board(self) -> Board | None:
        """Return the board that the run belongs to, None where the replay could not be read."""
        return None if self.replay is None else board_of_header(self.replay.header)

    def row(self, initials: str, name: str) -> BoardRow | None:
        """Return the row of the run, all its figures computed; None unless the replay is true."""
        replay, verification = self.replay, self.verification
        if replay is None or verification is None or verification.session is None:
            return None
        score, conditions = verification.session.score, replay.conditions
        return BoardRow(
            initials=initials,
            score=score.total,
            accuracy_permyriad=score.accuracy_permyriad,
            dead_on=score.dead_on,
            rank=str(score.rank),
            played_at=replay.trace.witnesses[0].utc_us // US_PER_SECOND,
            replay=name,
            badges="" if conditions.overlay_ever else "by ear",
            splits=tuple(
                Split(tally.id, score.section_score(index), str(tally.grade))
                for index, tally in enumerate(score.sections)
            ),
            proof=Proof(
                identity=self.identity,
                verdict=self.verdict,
                sentence="" if self.verdict is Verdict.TRUE else self.sentence,
                pauses=len(replay.trace.pauses),
                laces=len(conditions.laces),
                laces_there=sum(section.lace is not None for section in verification.session.chart.sections),
                overlay_ever=conditions.overlay_ever,
                hints_ever=conditions.hints_ever,
            ),
            real_us=verification.session.duration_us,
        )

    def attempt(self) -> Attempt | None:
        """Return the attempt that the run was, None unless the replay is true and of a person, as it says."""
        board, replay, verification = self.board(), self.replay, self.verification
        if board is None or replay is None or verification is None or verification.session is None:
            return None
        if replay.header.player is not Player.PERSON:
            return None
        judged = [event for event in verification.events if isinstance(event, Judged)]
        began_at = replay.trace.witnesses[0].utc_us // US_PER_SECOND
        return attempt_of(board, verification.session, judged, replay, Ended.FINISHED, began_at, self.identity)


def board_of_header(header: ReplayHeader) -> Board:
    """Return the board that a run of such a setup belongs to. A run of one map stands under the map's name."""
    return Board(
        mode=str(header.mode),
        section=board_section(header.section or header.map or "", header.options),
        difficulty=header.difficulty,
        rate_permille=header.options.rate_permille,
        window_percent=header.options.window_percent,
        assists=" ".join(sorted(header.options.assists)),
        chart_hash=header.chart_hash,
    )


def examine(path: Path, charts: ChartStore, registry: Registry) -> Examined:
    """Return what a file is. Never raises: what cannot be read or verified is a verdict with a sentence."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError:
        return Examined("", Verdict.UNKNOWN, NOT_THERE)
    return examine_data(data, path.name, charts, registry)


def examine_data(data: bytes, name: str, charts: ChartStore, registry: Registry) -> Examined:
    """Return what a file's bytes are."""
    identity, replay = identity_of(data), None
    try:
        replay = decode(data, name)
        verification = verify(replay, charts.find(replay.header), registry)
    except (UnknownFormat, UnknownChart) as error:
        return Examined(identity, Verdict.UNKNOWN, str(error), replay)
    except ReplayError as error:
        return Examined(identity, Verdict.FALSE, str(error))
    return Examined(identity, verification.verdict, verification.sentence, replay, verification)

"""A row is nothing but a verified replay: its figures are its file's, and without a true and fit one it is apart."""

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.chart_codec import Origin
from game.replay.codec import encode, identity_of
from game.replay.model import Player, Replay
from game.replay.verify import Verdict
from game.sim.chart import Difficulty
from game.storage.board import Board, BoardRow
from game.storage.history.attempt import Ended
from game.storage.history.history import History
from game.storage.proof.board_check import BoardCheck, enter, needs_check
from game.storage.proof.chart_store import ChartStore, Playable
from game.storage.proof.examined import board_of_header, examine
from game.storage.proof.rebuild import rebuild
from game.storage.proof.sidecars import NOBODY, read_initials, sidecar_path, write_sidecar
from game.storage.replay_folder import ReplayFolder
from game.storage.scores import Scores
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CLOCK, person_run, run_of_header

CHART = frozen_chart(Difficulty.NORMAL)
GOOD, BETTER = person_run(CHART, 20), person_run(CHART, 9, seed=5)
BOARD = board_of_header(GOOD.header)


class Installation:
    """A player's folder with its boards."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.replays = ReplayFolder(home / "replays")
        self.scores = Scores(home / "scores.sqlite")
        self.history = History(self.scores.database)
        self.charts = ChartStore(Playable(lambda *_: CHART, Origin("tests", "0" * 64)), self.replays.folder / "charts")

    def put(self, replay: Replay, name: str, initials: str = "JOE") -> str:
        """Write a replay and enter it, as the game does at the end of a run; return its identity."""
        data, path = encode(replay), self.replays.path_of(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        write_sidecar(self.replays.folder, identity_of(data), initials)
        enter(self.scores, self.history, examine(path, self.charts, MINIGAMES), initials, name)
        return identity_of(data)

    def check(self) -> int:
        """Verify the board; return how many rows had to be."""
        return BoardCheck(self.scores, self.replays, self.charts, MINIGAMES).run()

    def forge(self, **values: object) -> None:
        """Write into every row by hand."""
        with closing(sqlite3.connect(self.home / "scores.sqlite")) as connection, connection:
            for column, value in values.items():
                connection.execute(f"UPDATE run SET {column} = ?", (value,))

    def ranked(self, board: Board = BOARD) -> list[tuple[str, int]]:
        """Return initials and scores of the board."""
        return [(row.initials, row.score) for row in self.scores.best(board)]

    def apart(self, board: Board = BOARD) -> list[tuple[str, str]]:
        """Return initials and sentences of what stands apart."""
        return [(row.initials, row.proof.sentence) for row in self.scores.apart(board)]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    installation = Installation(tmp_path / "here")
    yield installation
    installation.scores.close()


def test_a_run_that_is_true_and_fit_is_ranked_with_all_figures_computed(here: Installation) -> None:
    identity = here.put(GOOD, "a.laceup")
    (row,) = here.scores.best(BOARD)
    assert (row.score, row.dead_on, row.rank) == (GOOD.result.score, GOOD.result.dead_on, GOOD.result.rank)
    assert row.played_at == CLOCK.utc_us // 1_000_000 + 2, "the first barline, after the lead-in"
    assert row.proof.identity == identity
    assert (row.proof.one_take, row.proof.bare, row.proof.all_laces, row.proof.laces_there) == (True, True, False, 13)
    assert sum(split.section_score for split in row.splits) == row.score


def test_what_was_verified_is_not_verified_again(here: Installation) -> None:
    here.put(GOOD, "a.laceup")
    here.put(BETTER, "b.laceup")
    assert not needs_check(here.scores, here.replays)
    assert here.check() == 0


@pytest.mark.parametrize(
    "values",
    [
        {"score": 1_000_000},
        {"dead_on": 99_999},
        {"rank": "Champion of all"},
        {"difficulty": "hard"},
        {"section": "yard"},
        {"played_at": 0},
        {"pauses": 9},
        {"laces": 13},
        {"score": 4_611_686_018_427_387_904},
        {"played_at": 10**15},
        {"rank": "\x1b[2J"},
    ],
    ids=str,
)
def test_a_row_that_was_changed_by_hand_is_put_right_from_its_file(
    here: Installation, values: dict[str, object]
) -> None:
    here.put(GOOD, "a.laceup")
    before = here.scores.best(BOARD)
    here.forge(**values)
    assert needs_check(here.scores, here.replays)
    assert here.check() == 1
    assert here.scores.best(BOARD) == before
    assert here.scores.boards() == (BOARD,)


def test_initials_are_a_label_that_can_be_changed(here: Installation) -> None:
    here.put(GOOD, "a.laceup")
    here.scores.rename("a.laceup", "MIC")
    assert here.check() == 0
    assert here.ranked() == [("MIC", GOOD.result.score)]


def test_a_row_without_its_file_is_apart(here: Installation) -> None:
    here.put(GOOD, "a.laceup")
    here.replays.path_of("a.laceup").unlink()
    here.check()
    assert here.ranked() == []
    assert here.apart() == [("JOE", "its replay is not there any more")]
    assert here.check() == 0


def test_a_row_that_is_written_by_hand_never_leads_the_board(here: Installation) -> None:
    here.put(GOOD, "a.laceup")
    row = here.scores.best(BOARD)[0]
    here.scores.add(BOARD, replace(row, initials="BAD", score=1_000_000, replay="none.laceup", proof=row.proof))
    forged = replace(row.proof, identity="f" * 64)
    here.scores.add(BOARD, replace(row, initials="BAD", score=1_000_000, replay="../../etc/passwd", proof=forged))
    here.scores.add(BOARD, replace(row, initials="BAD", score=1_000_000, replay="", proof=forged))
    here.check()
    assert here.ranked() == [("JOE", GOOD.result.score)]


def test_a_file_that_was_changed_is_apart_and_says_why(here: Installation) -> None:
    here.put(GOOD, "a.laceup")
    path = here.replays.path_of("a.laceup")
    path.write_bytes(encode(replace(GOOD, result=replace(GOOD.result, score=999_999))))
    here.check()
    ((_, sentence),) = here.apart()
    assert "score is claimed as 999999" in sentence
    assert here.scores.apart(BOARD)[0].proof.verdict is Verdict.FALSE


def test_a_machines_run_is_kept_apart(here: Installation) -> None:
    here.put(run_of_header(GOOD, CHART, player=Player.AUTO), "a.laceup")
    assert here.ranked() == []
    ((_, sentence),) = here.apart()
    assert "a machine made it" in sentence
    assert here.history.attempts() == (), "it earns no medals"


def test_a_row_from_before_proof_is_apart(here: Installation) -> None:
    here.scores.add(BOARD, BoardRow("OLD", 990_000, 9_900, 100, "Champion", 1_000, "old.laceup"))
    here.replays.folder.mkdir()
    here.replays.path_of("old.laceup").write_bytes(gzip.compress(b'{"game":"lace-up","format":1}'))
    here.check()
    ((initials, sentence),) = here.apart()
    assert initials == "OLD"
    assert "made before runs were proven" in sentence
    assert here.check() == 0


def test_a_check_that_is_stopped_verifies_the_rest_another_time(here: Installation) -> None:
    for number, replay in enumerate((GOOD, BETTER)):
        here.put(replay, f"{number}.laceup")
    here.forge(score=7)
    check = BoardCheck(here.scores, here.replays, here.charts, MINIGAMES)
    check.stop()
    assert check.run() == 0
    assert here.check() == 2


def test_a_run_of_one_map_stands_under_its_name(here: Installation) -> None:
    here.put(run_of_header(GOOD, CHART, map="bridge"), "a.laceup")
    (board,) = here.scores.boards()
    assert board.section == "bridge"


def test_an_attempt_is_made_from_a_replay_hit_by_hit(here: Installation) -> None:
    identity = here.put(GOOD, "a.laceup")
    (attempt,) = here.history.attempts()
    assert (attempt.identity, attempt.ended, attempt.score) == (identity, Ended.FINISHED, GOOD.result.score)
    assert len(attempt.segments) == 13
    assert len(here.history.hits()) == len(GOOD.points)
    assert [hit.points for hit in here.history.hits()] == list(GOOD.points)


# -- rebuild, and two installations


def test_rebuild_makes_the_rows_anew_from_files_and_sidecars(here: Installation) -> None:
    here.put(GOOD, "a.laceup", "JOE")
    here.put(BETTER, "b.laceup", "MIC")
    before, attempts = here.scores.best(BOARD), here.history.attempts()
    here.forge(score=1, initials="BAD", identity="f" * 64)
    (here.replays.folder / "junk.laceup").write_bytes(b"junk")
    verdicts = [one.verdict for one in rebuild(here.scores, here.replays, here.charts, MINIGAMES)]
    assert verdicts == [Verdict.TRUE, Verdict.TRUE, Verdict.FALSE]
    assert here.scores.best(BOARD) == before
    assert here.history.attempts() == attempts, "no attempt is lost, none is there twice"


def test_two_installations_that_exchange_replays_agree(here: Installation, tmp_path: Path) -> None:
    there = Installation(tmp_path / "there")
    here.put(GOOD, "a.laceup", "JOE")
    there.put(BETTER, "b.laceup", "MIC")
    for one, other, name in ((here, there, "a.laceup"), (there, here, "b.laceup")):
        path = one.replays.path_of(name)
        identity = one.replays.identity_of(name)
        other.replays.path_of(f"from-{one.home.name}.laceup").write_bytes(path.read_bytes())
        sidecar_path(other.replays.folder, identity).write_bytes(
            sidecar_path(one.replays.folder, identity).read_bytes()
        )
        list(rebuild(other.scores, other.replays, other.charts, MINIGAMES))
    mine, theirs = here.scores.best(BOARD), there.scores.best(BOARD)
    assert [replace(row, replay="") for row in mine] == [replace(row, replay="") for row in theirs]
    assert [row.initials for row in mine] == ["MIC", "JOE"]
    there.scores.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"junk = ", b'initials = "\x1b[2"', b'initials = "too long"', b"initials = 3", b"x" * 5_000, b"\xff\xfe\x00"],
)
def test_a_sidecar_is_a_bounded_claim(tmp_path: Path, content: bytes) -> None:
    sidecar_path(tmp_path, "a" * 64).write_bytes(content)
    assert read_initials(tmp_path, "a" * 64) == NOBODY
    assert read_initials(tmp_path, "b" * 64) == NOBODY
    write_sidecar(tmp_path, "a" * 64, "JOE")
    assert read_initials(tmp_path, "a" * 64) == "JOE"


def test_a_replay_that_was_given_another_name_is_ranked_once_after_a_rebuild(here: Installation) -> None:
    here.put(GOOD, "a.laceup")
    here.replays.path_of("a.laceup").rename(here.replays.path_of("b.laceup"))
    list(rebuild(here.scores, here.replays, here.charts, MINIGAMES))
    assert [row.replay for board in here.scores.boards() for row in here.scores.best(board)] == ["b.laceup"]
    assert here.apart() == []

"""Boards leave a computer as a folder and come into another: every run is verified, nothing that is said believed."""

import json
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import UsageError
from game.replay.codec import encode, identity_of
from game.replay.model import Player
from game.replay.verify import Verdict
from game.storage.history.history import History
from game.storage.proof.board_check import BoardCheck
from tests.replay.recording import person_run, run_of_header
from tests.storage.sharing.installation import CHART, Installation, files_in, open_checks

GOOD, BETTER = person_run(CHART, 20), person_run(CHART, 9, seed=5)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Return the exported boards of a player with two runs."""
    with Installation(tmp_path / "mine") as mine:
        mine.play(GOOD, "good", "JOE")
        mine.play(BETTER, "better", "ANN")
        mine.export(tmp_path / "board")
    return tmp_path / "board"


def test_an_export_has_the_page_the_data_and_every_replay_with_its_sidecar(published: Path) -> None:
    names = {f"replays/{identity_of(encode(run))}" for run in (GOOD, BETTER)}
    files = {f"{name}.laceup" for name in names} | {f"{name}.toml" for name in names}
    assert set(files_in(published)) == files | {"board.html", "board.json"}


@pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")
def test_a_web_server_may_read_every_published_file(published: Path) -> None:
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in published.rglob("*") if path.is_file())


def test_export_import_export_gives_the_same_bytes(published: Path, tmp_path: Path) -> None:
    with Installation(tmp_path / "theirs") as theirs:
        assert all(one.entered for one in theirs.take(published))
        theirs.export(tmp_path / "again")
    assert files_in(tmp_path / "again") == files_in(published)


def test_a_friend_sees_the_same_rows(published: Path, tmp_path: Path) -> None:
    with Installation(tmp_path / "theirs") as theirs:
        theirs.take(published)
        assert [initials for initials, _ in theirs.rows()] == ["ANN", "JOE"]
        assert theirs.rows()[1][1] == GOOD.result.score


def test_what_comes_in_counts_in_none_of_the_players_own_figures(published: Path, tmp_path: Path) -> None:
    with Installation(tmp_path / "theirs") as theirs:
        theirs.take(published)
        theirs.scores.database.write(lambda connection: connection.execute("UPDATE run SET seen = ''"))
        BoardCheck(theirs.scores, theirs.replays, open_checks().charts, open_checks().registry).run()
        assert len(theirs.rows()) == 2
        assert History(theirs.scores.database).attempts() == ()


def test_doubles_are_left_out_within_a_folder_and_against_the_boards(published: Path, tmp_path: Path) -> None:
    (tmp_path / "board" / "copy.laceup").write_bytes(encode(GOOD))
    with Installation(tmp_path / "theirs") as theirs:
        assert Counter(one.verdict for one in theirs.take(published)) == {Verdict.TRUE: 2, None: 1}
        assert {one.verdict for one in theirs.take(published)} == {None}
        assert len(theirs.rows()) == 2


def test_what_is_not_true_and_fit_is_refused_with_its_reason(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    forged = replace(GOOD, result=replace(GOOD.result, score=GOOD.result.score + 1))
    other_chart = replace(GOOD, header=replace(GOOD.header, chart_hash="f" * 64))
    (folder / "a.laceup").write_bytes(encode(forged))
    (folder / "b.laceup").write_bytes(encode(other_chart))
    (folder / "c.laceup").write_bytes(encode(run_of_header(GOOD, CHART, player=Player.AUTO)))
    (folder / "d.laceup").write_bytes(b"junk")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "e.laceup")
    with Installation(tmp_path / "theirs") as theirs:
        taken = theirs.take(folder)
        assert theirs.rows() == []
    said = {one.path.name: (one.verdict, one.sentence) for one in taken}
    assert said["a.laceup"][0] is Verdict.FALSE and "score is claimed as" in said["a.laceup"][1]
    assert said["b.laceup"][0] is Verdict.UNKNOWN and "chart ffffffff" in said["b.laceup"][1]
    assert said["c.laceup"][0] is Verdict.UNFIT and "a machine made it" in said["c.laceup"][1]
    assert said["d.laceup"][0] is Verdict.FALSE
    if hasattr(os, "mkfifo"):
        assert said["e.laceup"][1].startswith("cannot be read as a file")


def test_initials_are_taken_from_the_data_where_a_sidecar_is_missing_and_only_if_they_can_be(
    published: Path, tmp_path: Path
) -> None:
    for sidecar in (published / "replays").glob("*.toml"):
        sidecar.unlink()
    table = json.loads((published / "board.json").read_bytes())
    table["boards"][0]["rows"][1]["initials"] = "<b>"
    (published / "board.json").write_text(json.dumps(table))
    with Installation(tmp_path / "theirs") as theirs:
        theirs.take(published)
        assert [initials for initials, _ in theirs.rows()] == ["ANN", "???"]


def test_claims_in_the_data_change_no_figure(published: Path, tmp_path: Path) -> None:
    table = json.loads((published / "board.json").read_bytes())
    for row in table["boards"][0]["rows"]:
        row |= {"score": 999_999, "played_at": 0, "rank": "Legend"}
    (published / "board.json").write_text(json.dumps(table))
    with Installation(tmp_path / "theirs") as theirs:
        theirs.take(published)
        assert [score for _, score in theirs.rows()] == [BETTER.result.score, GOOD.result.score]


def test_a_run_whose_file_was_changed_is_not_exported(tmp_path: Path) -> None:
    with Installation(tmp_path / "mine") as mine:
        mine.play(GOOD, "good", "JOE")
        mine.replays.path_of("good.laceup").write_bytes(encode(GOOD)[:-1])
        exported = mine.export(tmp_path / "board")
    assert exported.runs == 0
    assert len(exported.left_out) == 1


def test_a_place_with_nothing_is_said(tmp_path: Path) -> None:
    with Installation(tmp_path / "mine") as mine, pytest.raises(UsageError, match="nothing is there"):
        mine.take(tmp_path / "nowhere")


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
@pytest.mark.timeout(600)
def test_a_folder_of_mostly_bad_files_is_examined_on_two_cores(count: int, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    good, bad = encode(GOOD), (b"", b"junk", b"{" * 90_000, encode(BETTER)[:-2], b"[" * 200_000, b"\x00" * 1_000_100)
    for number in range(count):
        (folder / f"{number:05d}.laceup").write_bytes(good if number % 100 == 7 else bad[number % len(bad)])
    with Installation(tmp_path / "theirs") as theirs:
        counts = Counter(one.verdict for one in theirs.take(folder, processes=2))
        assert len(theirs.rows()) == 1
    assert counts == {Verdict.TRUE: 1, None: count // 100 - 1, Verdict.FALSE: count - count // 100}

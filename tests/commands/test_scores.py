"""`scores`, `scores stats` and `scores rebuild`: what is printed, and that it comes from replays."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.app.content import load_content
from game.cli import main
from game.minigames.manifest import MINIGAMES
from game.replay.codec import encode
from game.replay.headless import play_headless
from game.replay.model import Player, ReplayHeader
from game.sim.chart import RULES_VERSION, Difficulty
from game.sim.options import RunOptions
from tests.replay.recording import CLOCK, person_inputs

Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Return what runs a command that succeeds and returns what it printed."""

    def run(*words: str) -> str:
        assert main(words) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def replays(home: Path) -> Path:
    """Return a player's folder with a replay of the yard by somebody and one by a machine, and no database."""
    content = load_content()
    chart = content.chart(Difficulty.NORMAL, "yard")
    folder = home / "replays"
    folder.mkdir(parents=True)
    for name, player in (("a", Player.PERSON), ("b", Player.AUTO)):
        song = (content.pack.id, chart.hash(), content.song_hash)
        header = ReplayHeader("0.0.0", RULES_VERSION, player, *song, "normal", "yard", RunOptions())
        _, replay = play_headless(header, chart, MINIGAMES, person_inputs(chart, 12), CLOCK)
        (folder / f"{name}.laceup").write_bytes(encode(replay))
    return folder


def test_rebuild_fills_an_empty_database_and_counts(replays: Path, said: Said) -> None:
    printed = said("scores", "rebuild").splitlines()
    assert printed[-1] == "1 ranked, 1 true but not fit for a board, 0 false, 0 not verifiable here"
    assert printed[0].startswith("b.laceup: true, but not fit for a board: a machine made it")


def test_a_board_shows_its_rows_and_what_stands_apart(replays: Path, said: Said) -> None:
    said("scores", "rebuild")
    title, ranked, apart = said("scores").splitlines()
    assert title.startswith("montage, yard, normal")
    assert ranked.startswith("   1  ???")
    assert "2025-11-24" in ranked
    assert apart.startswith("   -  ???")
    assert "not ranked: true, but not fit for a board: a machine made it" in apart


def test_a_board_as_json_has_the_identity_of_each_row(replays: Path, said: Said) -> None:
    said("scores", "rebuild")
    (board,) = json.loads(said("scores", "--json"))["boards"]
    assert len(board["entries"][0]["proof"]["identity"]) == 64
    assert len(board["apart"]) == 1


def test_the_figures_of_all_attempts_add_up(replays: Path, said: Said) -> None:
    said("scores", "rebuild")
    stats: dict[str, Any] = json.loads(said("scores", "stats", "--json"))
    assert stats["attempts"] == 1, "a machine's run is none"
    hands = stats["by_hand"].values()
    assert sum(hand["hits"] for hand in hands) == stats["whole"]["hits"] > 0
    assert sum(hand["misses"] for hand in hands) == stats["whole"]["misses"]
    assert sum(sum(columns.values()) for columns in stats["histogram"].values()) == stats["whole"]["hits"]
    assert list(stats["by_section"]) == ["yard"]
    assert 5 < stats["whole"]["spread_ms"] < 25
    assert [point["ended"] for point in stats["trend"]] == ["finished"]


def test_the_figures_as_text(replays: Path, said: Said) -> None:
    assert said("scores", "stats") == "No run has been begun yet.\n"
    said("scores", "rebuild")
    printed = said("scores", "stats")
    assert printed.startswith("The last attempt: ")
    assert "yard" in printed
    assert "#" in printed


def test_verify_takes_a_folder_and_the_worst_counts(
    replays: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["replay", "verify", str(replays / "a.laceup")]) == 0
    assert "That a person pressed the keys is not proven." in capsys.readouterr().out
    assert main(["replay", "verify", str(replays)]) == 3
    (replays / "c.laceup").write_bytes(b"junk")
    assert main(["replay", "verify", str(replays)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize("words", [("verify",), ("verify", "no-such-file"), ("verify", "--frequently", "x"), ()])
def test_misuse_is_no_verdict(words: tuple[str, ...], home: Path) -> None:
    try:
        status = main(["replay", *words])
    except SystemExit as left:
        status = int(str(left.code))
    assert status == 64


def test_boards_go_out_to_a_folder_and_come_back_into_an_empty_one(
    replays: Path, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said("scores", "rebuild")
    printed = said("scores", "export", str(tmp_path / "board"))
    assert printed.endswith("board.html: runs 1, boards 1\n")
    monkeypatch.setenv("LACE_UP_HOME", str(tmp_path / "friend"))
    (tmp_path / "board" / "replays" / "junk.laceup").write_bytes(b"junk")
    refused, counts = said("scores", "import", str(tmp_path / "board")).splitlines()
    assert "junk.laceup: false or no replay: " in refused
    assert counts.startswith("1 ranked, 0 here already, 0 true but not fit for a board, 1 false or no replay, 0 not")
    assert said("scores").splitlines()[1].startswith("   1  ???")
    again = json.loads(said("scores", "import", "--json", str(tmp_path / "board")))
    assert again["counts"]["here already"] == 1

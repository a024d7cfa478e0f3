"""Forged replays, database rows and maps: a command shows what they say, and obeys none of it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.replay.codec import sealed
from game.storage.board import Board, BoardRow
from game.storage.scores import Scores
from tests.content.test_bad_files import write_all
from tests.content.tiny import Tiny

STEERING = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m\nlace-up: true"
STEERS = frozenset("\x1b\x07\x9b\u202e\x00\x85\u2028")
BEYOND = 10**15
KEYS = ("section", "engine", "chart_hash", "song_hash", "difficulty", "game", "rank", "digest")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command in this process; return all that it wrote, in which nothing may steer a terminal."""
    main(words)
    shown = "".join(capsys.readouterr())
    assert not STEERS & set(shown), ascii(shown)
    assert "Traceback" not in shown
    return shown


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the table of a replay of the yard."""
    path = tmp_path_factory.mktemp("replay") / "honest.laceup"
    main(["play", "--headless", "--autoplay", "--section", "yard", "--record", str(path)])
    table = json.loads(path.read_bytes())
    assert isinstance(table, dict)
    return table


@pytest.mark.parametrize("command", ["verify", "info"])
@pytest.mark.parametrize(
    "key", ["section", "engine", "chart_hash", "song_hash", "difficulty", "game", "rank", "digest"]
)
def test_a_forged_replay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], honest: dict[str, Any], command: str, key: str
) -> None:
    parts = {name: part for name, part in honest.items() if isinstance(part, dict)}
    table = honest | {name: {**part, key: STEERING} if key in part else part for name, part in parts.items()}
    path = tmp_path / "forged.laceup"
    path.write_bytes(sealed(table | ({key: STEERING} if key in honest else {})))
    shown = said(capsys, "replay", command, str(path))
    assert len(shown.strip().splitlines()) == 1
    assert f"{path}: " in shown


def test_a_file_name_that_steers_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\x1b[2J\x9b.laceup"
    path.write_bytes(b"junk")
    assert "a\\u001b[2J\\u009b.laceup: false: its text is not JSON" in said(capsys, "replay", "verify", str(path))


@pytest.mark.parametrize("json_flag", [(), ("--json",)], ids=["table", "json"])
@pytest.mark.parametrize(
    ("column", "value"),
    [("rank", STEERING), ("initials", STEERING), ("section", STEERING), ("played_at", BEYOND), ("played_at", -1)],
)
def test_a_forged_row(
    home: Path, capsys: pytest.CaptureFixture[str], json_flag: tuple[str, ...], column: str, value: object
) -> None:
    add_run(home)
    with closing(sqlite3.connect(home / "scores.sqlite")) as connection, connection:
        connection.execute(f"UPDATE run SET {column} = ?", (value,))
    assert "holds rows that this game cannot have written" in said(capsys, "scores", *json_flag)


def add_run(home: Path) -> None:
    with Scores(home / "scores.sqlite") as scores:
        scores.add(Board("montage", "", "normal", 1000, 100, "", "ab" * 32), BoardRow("JOE", 9, 9, 1, "Champion", 9))


def test_an_honest_row_is_shown(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_run(home)
    shown = said(capsys, "scores")
    assert "JOE" in shown
    assert "1970-01-01" in shown


@pytest.mark.parametrize("json_flag", [(), ("--json",)], ids=["lines", "json"])
def test_a_forged_map(tmp_path: Path, capsys: pytest.CaptureFixture[str], json_flag: tuple[str, ...]) -> None:
    path = write_all(tmp_path)
    marks = "&#x9b;31m&#x202e;&#10;lace-up: true&#x2028;&#x85;"
    text = path.read_text(encoding="utf-8").replace('name="tiny"', f'name="tiny{marks}"')
    text = text.replace('<property name="px_per_beat"', f'<property name="{marks}" value="{marks}"/>\\g<0>')
    text = text.replace('name="cues"', f'name="cues{marks}"').replace("\\g<0>", '<property name="px_per_beat"')
    path.write_text(text, encoding="utf-8")
    shown = said(capsys, "levels", "check", str(path), *json_flag)
    assert "\\u009b31m\\u202e" in shown
    if json_flag:
        assert json.loads(shown.splitlines()[0])["findings"]
    else:
        assert not any(line.startswith("lace-up") for line in shown.splitlines())


def test_a_run_of_a_section_of_a_strange_name_gives_a_replay_that_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    level = Tiny(name="a&#x9b;b").cue(2, "lift").text()
    (tmp_path / "odd.tmx").write_text(level, encoding="utf-8")
    replay, flags = str(tmp_path / "odd.laceup"), ("--level", str(tmp_path / "odd.tmx"))
    said(capsys, "play", "--headless", "--autoplay", *flags, "--section", "a\\u009bb", "--record", replay)
    assert ": true, but not fit for a board: a machine made it" in said(capsys, "replay", "verify", replay, *flags)

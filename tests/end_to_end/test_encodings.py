"""Every command on a terminal of few characters: what it lacks is written as a number, and nothing fails."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from tests.content.tiny import Tiny

ROOT = Path(__file__).resolve().parents[2]
NAME = "\u0442\u0435\u0441\u0442"
NUMBERS = "\\u0442\\u0435\\u0441\\u0442"
MANY = "levels check", "levels chart", "play", "preview", "doctor", "replay", "scores", "shots", "help"


def words_of(command: str, folder: Path) -> list[str]:
    """Return the command line of a command that has something to say about a file of a Cyrillic name."""
    level, out = str(folder / f"{NAME}.tmx"), str(folder / NAME)
    return {
        "levels check": ["levels", "check", level],
        "levels chart": ["levels", "chart", NAME],
        "play": ["play", "--headless", "--autoplay", "--level", level, "--section", f"{NAME}!"],
        "preview": ["levels", "preview", level, "-o", f"{out}.png"],
        "doctor": ["doctor"],
        "replay": ["replay", "info", level],
        "scores": ["scores"],
        "shots": ["shots", "--level", level, "--at", f"{NAME}:1", "-o", out],
        "help": ["play", "--section", NAME, f"--{NAME}"],
    }[command]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a map, and a home that is the player's, of Cyrillic names; the home's scores are damaged."""
    home = tmp_path / NAME
    home.mkdir()
    (home / "scores.sqlite").write_bytes(b"junk" * 500)
    monkeypatch.setenv("LACE_UP_HOME", str(home))
    Tiny(name=NAME, properties={NAME: 1}).cue(2, "lift").cue(4, "lift", "right").write(tmp_path)
    return tmp_path


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("command", MANY)
def test_output_never_fails_on_an_encoding(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, encoding: str
) -> None:
    said = io.BytesIO()
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, io.TextIOWrapper(said, encoding=encoding, write_through=True))
    try:
        main(words_of(command, folder))
    except SystemExit as left:  # argparse leaves by itself
        assert left.code == 2
    assert NUMBERS in said.getvalue().decode(encoding)


def test_a_real_process_too(folder: Path) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, str(ROOT / "main.py"), *words_of("levels check", folder)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert "Traceback" not in done.stderr.decode("cp1252")
    assert NUMBERS in done.stdout.decode("cp1252")

"""The command line from outside: every command answers, and mistakes cost one clear sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = ("play", "replay", "levels", "shots", "film", "scores", "doctor", "bench")
PATIENCE_S = 60
CPU_LIMIT_S = 2.0
"""Of processor time, which a loaded machine does not stretch."""
ROOT = Path(__file__).resolve().parents[2]


def run(*words: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        env={**inherited, "LACE_UP_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )


def test_version_and_help(tmp_path: Path) -> None:
    assert run("--version", home=tmp_path).stdout.startswith("lace-up ")
    words = run("--help", home=tmp_path).stdout
    assert all(command in words for command in COMMANDS)


def test_the_doctor_says_where_files_are(tmp_path: Path) -> None:
    done = run("doctor", "--json", home=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 0, report["problems"]
    assert report["settings"] == str(tmp_path / "settings.toml")
    assert report["pygame-ce"]


def test_scores_as_json(tmp_path: Path) -> None:
    assert json.loads(run("scores", "--json", home=tmp_path).stdout) == {"boards": [], "notice": None}


def test_the_title_comes_up_without_a_screen_on_the_dummy_drivers(tmp_path: Path) -> None:
    done = run("play", "--until", "title", home=tmp_path)
    assert done.returncode == 0, done.stderr


NO_DRIVER = {"SDL_VIDEODRIVER": "", "XDG_RUNTIME_DIR": ""}


@pytest.mark.parametrize(
    "environment",
    [NO_DRIVER, {"SDL_VIDEODRIVER": "x11"}, {**NO_DRIVER, "DISPLAY": ":4711"}],
    ids=["none", "x11", "dead"],
)
@pytest.mark.parametrize("words", [(), ("play", "--section", "yard"), ("play", "--screen", "menu")], ids=" ".join)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")
def test_no_display_is_one_clear_line(tmp_path: Path, words: tuple[str, ...], environment: dict[str, str]) -> None:
    done = run(*words, home=tmp_path, **environment)
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("lace-up: no display")
    assert all(way in line for way in ("play --autoplay --headless", "film", "shots"))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")
@pytest.mark.parametrize("words", [(), ("play", "--section", "yard")], ids=" ".join)
def test_no_display_is_told_within_two_seconds_of_computing(tmp_path: Path, words: tuple[str, ...]) -> None:
    before = os.times()
    assert run(*words, home=tmp_path, **NO_DRIVER).returncode == 1
    after = os.times()
    computing_s = after.children_user - before.children_user + after.children_system - before.children_system
    assert computing_s < CPU_LIMIT_S


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")
def test_no_display_is_told_before_anything_else_is_imported(tmp_path: Path) -> None:
    done = run(home=tmp_path, PYTHONPROFILEIMPORTTIME="1", **NO_DRIVER)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert {"game.platform.window.display", "pygame"} <= imported
    assert not imported & {"numpy", "pytmx", "game.app.content", "game.content.level", "game.states.context"}


@pytest.mark.parametrize("driver", ["dummy", "offscreen"])
def test_a_driver_without_a_picture_that_is_asked_for_is_used(tmp_path: Path, driver: str) -> None:
    done = run("play", "--until", "title", home=tmp_path, SDL_VIDEODRIVER=driver)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")
def test_the_doctor_names_a_missing_display(tmp_path: Path) -> None:
    done = run("doctor", "--json", home=tmp_path, **NO_DRIVER)
    assert done.returncode == 1
    assert any(problem.startswith("no display") for problem in json.loads(done.stdout)["problems"])


def test_shots_need_no_display(tmp_path: Path) -> None:
    done = run("shots", "--at", "yard:1", "-o", str(tmp_path), home=tmp_path, SDL_VIDEODRIVER="x11")
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("*.png"))) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("play", "--rate", "3"), "3 is not among"),
        (("play", "--rate", "fast"), "is not a number"),
        (("play", "--seed", "-1"), "is not a whole number"),
        (("play", "--seed", "4294967296"), "is not a whole number"),
        (("play", "--autoplay", "900"), "between 0 and 500"),
        (("play", "--difficulty", "brutal"), "invalid choice"),
        (("play", "--headless"), "no keys to press"),
        (("play", "--headless", "--autoplay", "--section", "moon"), 'no section "moon"'),
        (("bench", "luck"), "invalid choice"),
        (("dance",), "invalid choice"),
    ],
)
def test_mistakes_cost_one_sentence(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    done = run(*words, home=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_damaged_settings_file_does_not_keep_the_game_from_starting(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[sound")
    (tmp_path / "scores.sqlite").write_bytes(b"junk" * 500)
    done = run("play", "--until", "title", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "settings.toml.damaged").exists()
    assert (tmp_path / "scores.sqlite.damaged").exists()

"""A program that is killed at the last chord of a run, or at any moment after it, loses nothing."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.app.application import open_application
from game.cli import main
from game.storage.history.attempt import Ended
from game.storage.paths import user_paths

ROOT = Path(__file__).resolve().parents[2]
DELAYS_MS = (0, 2, 5, 10, 20)
PATIENCE_S = 100


def play_and_be_killed(home: Path, level: Path, delay_ms: int) -> subprocess.Popen[bytes]:
    words = [str(delay_ms), "play", "--level", str(level), "--difficulty", "normal", "--rate", "1.5"]
    environment = {**os.environ, "LACE_UP_HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-m", "tests.end_to_end.killed_game", *words], cwd=ROOT, env=environment)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_run_survives_a_kill_at_any_moment_from_the_last_chord_on(tmp_path: Path) -> None:
    assert main(["levels", "new", "short", "--minigame", "yard", "--bars", "4", "--into", str(tmp_path)]) == 0
    level = tmp_path / "short.tmx"
    games = {delay_ms: play_and_be_killed(tmp_path / str(delay_ms), level, delay_ms) for delay_ms in DELAYS_MS}
    try:
        killed = {delay_ms: game.wait(PATIENCE_S) for delay_ms, game in games.items()}
    finally:
        for game in games.values():
            game.kill()
    assert killed == dict.fromkeys(DELAYS_MS, -signal.SIGKILL)
    for delay_ms in DELAYS_MS:
        home = tmp_path / str(delay_ms)
        launch = argparse.Namespace(level=str(level), pack=None, safe=True, claps=False, difficulty=None)
        with open_application(launch, user_paths({"LACE_UP_HOME": str(home)})) as application:
            application.app.writer.wait()
            entries = [row.entry for row in application.app.scores.stored()]
            assert len(entries) == 1, f"{delay_ms} ms after the last chord"
            assert entries[0] is not None
            assert entries[0].accuracy_permyriad > 5000, "played by a robot between frames of a busy machine"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_run_that_is_killed_in_its_second_section_counts_as_quit_with_its_first(tmp_path: Path) -> None:
    words = ["1", "play", "--difficulty", "normal", "--rate", "1.5"]
    environment = {**os.environ, "LACE_UP_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.end_to_end.killed_in_a_run", *words]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as game:
        assert game.wait(PATIENCE_S) == -signal.SIGKILL
    launch = argparse.Namespace(level=None, pack=None, safe=True, claps=False, difficulty=None)
    with open_application(launch, user_paths({"LACE_UP_HOME": str(tmp_path)})) as application:
        application.app.writer.wait()
        (attempt,) = application.app.history.attempts()
        hits = application.app.history.hits()
    assert attempt.ended is Ended.QUIT
    assert [segment.section for segment in attempt.segments] == ["yard"]
    assert len(hits) >= attempt.segments[0].max_points // 1000

"""A newcomer in a real window: from the first launch to the results, and through a second run."""

import json
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest

from tests.end_to_end.screen import missing_tools, virtual_screen

ROOT = Path(__file__).resolve().parents[2]
PROSPECT = 700_000
missing = [*missing_tools(), *(name for name in ("X11", "Xtst") if find_library(name) is None)]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")
def test_a_newcomer_who_presses_what_is_drawn_is_a_prospect_in_the_second_run(tmp_path: Path) -> None:
    with virtual_screen() as screen:
        environment = screen.environment(LACE_UP_HOME=str(tmp_path))
        command = [sys.executable, "-m", "tests.end_to_end.newcomer_game", "play"]
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as game:
            try:
                screen.window(game.pid)
                words, _ = game.communicate(timeout=860)
            finally:
                game.kill()
    assert game.returncode == 0, words
    first, second = [json.loads(line) for line in words.splitlines() if line.startswith("{")]
    assert first["difficulty"] == second["difficulty"] == "easy"
    assert first["hints"], "keys were shown"
    assert second["score"] >= PROSPECT, words

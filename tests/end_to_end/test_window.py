"""One real window, driven from the title to the results by keys alone."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.screen import Screen, missing_tools, virtual_screen

ROOT = Path(__file__).resolve().parents[2]
MAIN = [sys.executable, str(ROOT / "main.py")]
needs_screen = pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}")


def short_level(folder: Path) -> Path:
    """Write a map of two bars."""
    command = [*MAIN, "levels", "new", "short", "--minigame", "yard", "--bars", "2", "--into", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "short.tmx"


@contextmanager
def playing(screen: Screen, home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Start the game on a screen; all that it says is kept. Whatever happens, it is ended."""
    environment = screen.environment(LACE_UP_HOME=str(home))
    command = [*MAIN, "play", *words]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as game:
        try:
            yield game
        finally:
            game.kill()


@needs_screen
def test_from_the_title_to_the_results(tmp_path: Path) -> None:
    level = short_level(tmp_path)
    words_in = ("--level", str(level), "--title", "--json", "--until", "results")
    with virtual_screen() as screen, playing(screen, tmp_path, *words_in) as game:
        screen.window(game.pid)
        time.sleep(1.5)
        screen.xdotool("key", "Return", "sleep", "0.4", "key", "Return", "sleep", "2")
        screen.xdotool(*("key", "k", "sleep", "0.3") * 30)
        words, _ = game.communicate(timeout=20)
    assert game.returncode == 0, words
    outcome = json.loads(words.strip().splitlines()[-1])
    counts = outcome["sections"][0]["counts"]
    assert counts["stray"] >= 2, "the presses that no cue wanted must have arrived"
    assert len(list((tmp_path / "replays").glob("*.laceup"))) == 1
    scores = subprocess.run(
        [*MAIN, "scores", "--json"],
        env=screen.environment(LACE_UP_HOME=str(tmp_path)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(scores.stdout)["boards"] == [], "a run of no points enters no board"


@needs_screen
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_whole_run_in_a_window(tmp_path: Path) -> None:
    words_in = ("--autoplay", "--json", "--until", "results")
    with virtual_screen() as screen, playing(screen, tmp_path, *words_in) as game:
        words, _ = game.communicate(timeout=280)
    assert game.returncode == 0, words
    assert words, "the window was closed from outside"
    outcome = json.loads(words.strip().splitlines()[-1])
    assert outcome["score"] == 1_000_000
    assert outcome["duration_us"] == 193_000_000


@needs_screen
def test_a_replay_is_watched_until_it_is_left(tmp_path: Path) -> None:
    level, replay = short_level(tmp_path), tmp_path / "short.laceup"
    record = ("play", "--headless", "--autoplay", "12", "--level", str(level), "--record", str(replay))
    subprocess.run([*MAIN, *record], check=True, capture_output=True)
    with virtual_screen() as screen:
        environment = screen.environment(LACE_UP_HOME=str(tmp_path))
        command = [*MAIN, "replay", "watch", str(replay), "--level", str(level)]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as game:
            try:
                screen.window(game.pid)
                time.sleep(1.5)
                screen.xdotool("key", "space", "sleep", "0.3", "key", "Right", "sleep", "0.3", "key", "Escape")
                words, _ = game.communicate(timeout=20)
            finally:
                game.kill()
    assert game.returncode == 0, words

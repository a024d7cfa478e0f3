"""What every test stands on: no screen, no sound device, and a home of its own for the player's files."""

import os
from pathlib import Path

os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Share the tests among workers file by file."""
    from tests.workers import FileScheduling

    return FileScheduling(config, log)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the player's files of this test lie."""
    monkeypatch.setenv("LACE_UP_HOME", str(tmp_path))
    return tmp_path

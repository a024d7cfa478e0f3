"""The real game with the monotonic clock halved under it: its run never verifies as fit for a board.

Run by name: `pytest -m external tests/end_to_end/test_halved_clock.py` (needs a C compiler and PulseAudio).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.replay.verify import Verdict
from tests.platform.audio.sound_server import SoundServer, missing_tools, sound_server

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("half_clock.c")
PATIENCE_S = 200
COMPILER = shutil.which("cc")
NO_DEVICE = {"SDL_AUDIODRIVER": "nonesuch"}

pytestmark = [
    pytest.mark.external,
    pytest.mark.timeout(2 * PATIENCE_S),
    pytest.mark.skipif(COMPILER is None or bool(missing_tools()), reason="there is no C compiler or no PulseAudio"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries are preloaded otherwise there"),
]


@pytest.fixture
def halving(tmp_path: Path) -> dict[str, str]:
    """Return the variables that halve the monotonic clock of a program."""
    library = tmp_path / "half_clock.so"
    command = [str(COMPILER), "-shared", "-fPIC", "-O1", str(SOURCE), "-o", str(library), "-ldl"]
    subprocess.run(command, check=True)
    return {"LD_PRELOAD": str(library)}


def verdict_of_a_run(folder: Path, variables: dict[str, str]) -> int:
    """Let a person play eight bars in the real game; return the exit status of verifying them."""
    assert main(["levels", "new", "short", "--minigame", "yard", "--bars", "8", "--into", str(folder)]) == 0
    level, record = folder / "short.tmx", folder / "run.laceup"
    environment = {**os.environ, **variables, "LACE_UP_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}
    words = ["play", "--level", str(level), "--difficulty", "normal", "--record", str(record)]
    command = [sys.executable, "-m", "tests.end_to_end.honest_game", *words]
    assert subprocess.run(command, cwd=ROOT, env=environment, timeout=PATIENCE_S, check=False).returncode == 0
    return main(["replay", "verify", "--level", str(level), str(record)])


def test_the_same_run_by_an_honest_clock_is_true(tmp_path: Path, home: Path) -> None:
    with sound_server(tmp_path / "sound") as server:
        assert verdict_of_a_run(tmp_path, pulse(server)) in (Verdict.TRUE, Verdict.UNFIT)


def test_by_a_halved_clock_it_is_not_fit_though_a_device_plays(
    tmp_path: Path, home: Path, halving: dict[str, str]
) -> None:
    with sound_server(tmp_path / "sound") as server:
        assert verdict_of_a_run(tmp_path, {**pulse(server), **halving}) in (Verdict.FALSE, Verdict.UNFIT)


def test_by_a_halved_clock_it_is_not_fit_without_a_device(
    tmp_path: Path, home: Path, halving: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert verdict_of_a_run(tmp_path, {**NO_DEVICE, **halving}) in (Verdict.FALSE, Verdict.UNFIT)
    assert "without a sound device" in capfd.readouterr().out


def pulse(server: SoundServer) -> dict[str, str]:
    """Return the variables of a program that plays to the server."""
    return {**server.variables, "SDL_AUDIODRIVER": "pulseaudio"}

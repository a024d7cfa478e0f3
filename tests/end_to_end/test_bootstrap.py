"""The first launch: what it refuses it refuses in one line, and what it can make it makes once."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import bootstrap

ROOT = Path(__file__).resolve().parents[2]


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit) as left:
        bootstrap.ensure_environment(["main.py"])
    assert left.value.code == 1
    assert capsys.readouterr().err == "lace-up: Lace Up needs Python 3.11 or newer; this is 3.9.\n"


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, module: str
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(bootstrap, "GAME_MODULES", ("a_module_that_is_not_there",))
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == module else found(name))
    with pytest.raises(SystemExit) as left:
        bootstrap.ensure_environment(["main.py"])
    assert left.value.code == 1
    assert "apt install python3-venv" in capsys.readouterr().err


def test_packages_that_cannot_be_fetched_are_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    monkeypatch.setattr(bootstrap, "SETUP_LOG", str(tmp_path / "setup.log"))
    words = "print('Collecting pygame-ce>=2.5'); print('ERROR: no route'); raise SystemExit(1)"
    with pytest.raises(SystemExit):
        bootstrap._run([sys.executable, "-c", words], "the packages could not be fetched (no network?)")
    assert capsys.readouterr().err == " pygame-ce\nlace-up: the packages could not be fetched (no network?)\n"
    assert "no route" in (tmp_path / "setup.log").read_text()


def test_both_pygames_in_one_environment_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "_has_other_pygame", lambda: True)
    monkeypatch.setattr(bootstrap, "VENV", sys.prefix)
    with pytest.raises(SystemExit):
        bootstrap.ensure_environment(["main.py"])
    assert "both pygame and pygame-ce" in capsys.readouterr().err


def test_an_environment_that_has_everything_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(bootstrap, "_make", lambda *_: done.append("made"))
    monkeypatch.setattr(bootstrap, "_start_again", lambda *_: done.append("started again"))
    bootstrap.ensure_environment(["main.py"], extra="test")
    assert done == []


def test_the_map_editor_finds_the_interpreter_of_windows_where_it_is_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "Scripts").mkdir()
    (tmp_path / "Scripts" / "python.exe").write_bytes(b"launcher")
    bootstrap._add_posix_path(str(tmp_path))
    assert (tmp_path / "bin" / "python.exe").read_bytes() == b"launcher"


def test_its_syntax_is_old_enough_for_an_old_python() -> None:
    for name in ("main.py", "game/bootstrap.py", "game/__init__.py", "tests/__main__.py", "tests/__init__.py"):
        assert ast.parse((ROOT / name).read_text(), feature_version=(3, 7)) is not None


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_fresh_copy_sets_itself_up_and_shows_its_title(tmp_path: Path) -> None:
    for name in ("main.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("game", "levels", "assets/music", "assets/fonts", "assets/sounds"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    bare = Path(getattr(sys, "_base_executable", sys.executable))
    environment = {**os.environ, "LACE_UP_HOME": str(tmp_path / "home")}
    command = [str(bare), str(tmp_path / "main.py"), "play", "--until", "title"]
    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    assert "sets itself up in .venv, this once" in first.stderr
    second = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert second.returncode == 0, second.stderr
    assert "sets itself up" not in second.stderr


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_wheel_runs_with_its_assets_and_levels_inside(tmp_path: Path) -> None:
    environment = {**os.environ, "LACE_UP_HOME": str(tmp_path / "home")}
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    python = venv / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", str(ROOT)], check=True, env=environment)
    lace_up = python.with_name("lace-up")
    run = [str(lace_up), "play", "--headless", "--autoplay", "--json"]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert '"score": 1000000' in done.stdout, done.stderr
    shown = subprocess.run([str(lace_up), "play", "--until", "title"], cwd=tmp_path, env=environment, check=False)
    assert shown.returncode == 0

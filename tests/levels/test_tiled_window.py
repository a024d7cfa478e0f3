"""Tiled itself, under a virtual display: its commands run, it checks on opening and saving, choices are drop-downs.

Run by name: `pytest -m external tests/levels/test_tiled_window.py` (needs tiled, Xvfb and xdotool).
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.content.designer import COMMANDS, PROJECT_FILE
from game.storage.paths import assets_dir, levels_dir

PROGRAMS = ("tiled", "Xvfb", "xdotool")
ROOT = levels_dir().parent
PATIENCE_S = 40.0
KEYS = {"Ctrl": "ctrl", "Shift": "shift"}
SETTINGS = """[Install]
DonationDialogTime=2099-01-01
[Interface]
OpenGL=false
[Project]
LastSession={session}
[Startup]
RestorePreviousSession=true
[Scripting]
EnabledProjects={project}
"""
INTERPRETER = """#!/bin/sh
printf '%s|' "$@" >> "{log}"; echo >> "{log}"
case "$2" in levels) exec "{python}" "$@";; esac
"""
PROBE = """
tiled.assetOpened.connect(map => {{
    let seen = {{}};
    try {{
        const cues = map.layers.find(layer => layer.name === "cues").objects;
        laceUp.show(map.fileName, cues[3].id);
        seen = {{
            kind: cues[0].resolvedProperty("kind").typeName,
            difficulties: cues[2].property("difficulties").typeName,
            selected: map.selectedObjects.map(object => object.id),
            clicked: [cues[3].id],
        }};
    }} catch (error) {{
        seen.error = String(error);
    }}
    const file = new TextFile("{seen}", TextFile.WriteOnly);
    file.write(JSON.stringify(seen));
    file.commit();
}});
"""
pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(any(shutil.which(name) is None for name in PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"),
]


class Window:
    """Tiled with the project and one map open, and what it has run."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.map = folder / "levels" / "yard.tmx"
        self.seen = folder / "seen.json"
        self._log = folder / "log.txt"
        self._environment = environment

    def press(self, keys: str) -> None:
        """Press a key as Tiled writes it, such as Shift+F5."""
        words = "+".join(KEYS.get(word, word) for word in keys.split("+"))
        subprocess.run(["xdotool", "key", words], env=self._environment, check=True, timeout=10)

    def ran(self) -> list[str]:
        """Return the arguments of each program start so far, joined by bars."""
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened; fail after a while."""
        end = time.monotonic() + PATIENCE_S
        while not happened():
            assert time.monotonic() < end, self.ran()
            time.sleep(0.2)


def set_up(folder: Path) -> None:
    levels = folder / "levels"
    shutil.copytree(levels_dir(), levels)
    for name in ("game", "main.py", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "assets").symlink_to(assets_dir().resolve(), target_is_directory=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    python = folder / ".venv" / "bin" / "python"
    python.write_text(INTERPRETER.format(log=folder / "log.txt", python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    (levels / "extensions" / "probe.js").write_text(PROBE.format(seen=folder / "seen.json"), encoding="utf-8")
    session = levels / "lace-up.tiled-session"
    opened = {"activeFile": "yard.tmx", "openFiles": ["yard.tmx"], "project": PROJECT_FILE}
    session.write_text(json.dumps(opened), encoding="utf-8")
    settings = folder / "home" / ".config" / "mapeditor.org" / "tiled.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(session=session, project=levels / PROJECT_FILE), encoding="utf-8")
    (folder / "run").mkdir(mode=0o700)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    """Start Tiled on a copy of the levels, end it after the test."""
    set_up(tmp_path)
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"], pass_fds=(writing,))
    number = os.read(reading, 16).decode().strip()
    environment = {
        **os.environ,
        "DISPLAY": f":{number}",
        "HOME": str(tmp_path / "home"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "QT_QPA_PLATFORM": "xcb",
    }
    environment.pop("XDG_CONFIG_HOME", None)
    editor = subprocess.Popen(
        ["tiled", "--disable-opengl", "--new-instance"], env=environment, stderr=subprocess.DEVNULL
    )
    found = Window(tmp_path, environment)
    try:
        found.wait_for(found.seen.exists)
        subprocess.run(
            ["xdotool", "search", "--sync", "--name", "yard.tmx", "windowfocus"],
            env=environment,
            check=False,
            timeout=20,
        )
        yield found
    finally:
        for process in (editor, screen):
            process.terminate()
            process.wait(timeout=20)
        for end in (reading, writing):
            os.close(end)


def test_a_day_in_tiled(window: Window) -> None:
    before = window.map.read_bytes()
    check = f"main.py|levels|check|{window.map}|"
    window.wait_for(lambda: f"{check}--json|" in window.ran())
    seen = json.loads(window.seen.read_text(encoding="utf-8"))
    assert "error" not in seen, seen
    assert (seen["kind"], seen["difficulties"]) == ("CueKind", "Difficulties")
    assert seen["selected"] == seen["clicked"]

    for _, arguments, key in COMMANDS:
        words = arguments.replace("%mapfile", str(window.map)).replace("%objectid", str(seen["clicked"][0]))
        wanted = words.replace(" ", "|") + "|"
        window.press(key)
        window.wait_for(lambda wanted=wanted: wanted in window.ran())  # type: ignore[misc]

    checks = window.ran().count(f"{check}--json|")
    window.press("Ctrl+s")
    window.wait_for(lambda: window.ran().count(f"{check}--json|") > checks)
    assert window.map.read_bytes() == before
    settings = window.folder / "home" / ".config" / "mapeditor.org" / "tiled.conf"
    assert "SnapToGrid=true" in settings.read_text(encoding="utf-8")

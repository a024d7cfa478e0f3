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
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.content.designer import PROJECT_FILE
from game.content.packing.starter import Starter, write_starter
from game.storage.paths import assets_dir, levels_dir

LOADS = "loads.txt"
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
case "$2" in levels|packs) exec "{python}" "$@";; esac
"""
PROBE = """
const loaded = new TextFile("{loads}", TextFile.Append);
loaded.writeLine("loaded");
loaded.commit();
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
LISTENER = """
tiled.assetOpened.connect(map => {{
    let said = "nothing";
    try {{
        laceUp.report([map]);
    }} catch (error) {{
        said = String(error);
    }}
    const file = new TextFile("{heard}", TextFile.WriteOnly);
    file.write(said);
    file.commit();
}});
"""
pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(any(shutil.which(name) is None for name in PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"),
]


class Window:
    """Tiled with the project and one map open, and what it has run."""

    def __init__(self, folder: Path, edited: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.map = edited
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

    def loads(self) -> int:
        """Return how often Tiled has loaded the extensions, which takes what they listed off its list."""
        return len((self.folder / LOADS).read_text(encoding="utf-8").splitlines())

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened; fail after a while."""
        end = time.monotonic() + PATIENCE_S
        while not happened():
            assert time.monotonic() < end, self.ran()
            time.sleep(0.2)


def copied_game(folder: Path) -> None:
    """Make a folder of the game whose levels may be changed, and whose interpreter logs what it is asked for."""
    levels = folder / "levels"
    shutil.copytree(levels_dir(), levels)
    for name in ("game", "main.py", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "assets").symlink_to(assets_dir().resolve(), target_is_directory=True)
    (folder / ".venv" / "bin").mkdir(parents=True)
    python = folder / ".venv" / "bin" / "python"
    python.write_text(INTERPRETER.format(log=folder / "log.txt", python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    (levels / "extensions" / "probe.js").write_text(
        PROBE.format(seen=folder / "seen.json", loads=folder / LOADS), encoding="utf-8"
    )


def own_pack(folder: Path) -> Path:
    """Begin a pack beside the game; return its map."""
    root = folder / "mine" / "harbor"
    write_starter(root, Starter("Harbor", "Ada"), folder)
    project = root / "levels" / PROJECT_FILE
    text = project.read_text(encoding="utf-8").replace(sys.executable, str(folder / ".venv" / "bin" / "python"))
    project.write_text(text, encoding="utf-8")
    return root / "levels" / "first.tmx"


def opened_at_start(folder: Path, edited: Path) -> None:
    """Have Tiled begin with the project of a map, and the map."""
    levels = edited.parent
    session = levels / "lace-up.tiled-session"
    opened = {"activeFile": edited.name, "openFiles": [edited.name], "project": PROJECT_FILE}
    session.write_text(json.dumps(opened), encoding="utf-8")
    settings = folder / "home" / ".config" / "mapeditor.org" / "tiled.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(session=session, project=levels / PROJECT_FILE), encoding="utf-8")
    (folder / "run").mkdir(mode=0o700)


@contextmanager
def tiled(folder: Path, edited: Path) -> Iterator[Window]:
    """Start Tiled on a map under a display of its own, end it afterwards."""
    opened_at_start(folder, edited)
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"], pass_fds=(writing,))
    number = os.read(reading, 16).decode().strip()
    environment = {
        **os.environ,
        "DISPLAY": f":{number}",
        "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "QT_QPA_PLATFORM": "xcb",
    }
    environment.pop("XDG_CONFIG_HOME", None)
    editor = subprocess.Popen(
        ["tiled", "--disable-opengl", "--new-instance"], env=environment, stderr=subprocess.DEVNULL
    )
    found = Window(folder, edited, environment)
    try:
        found.wait_for(found.seen.exists)
        subprocess.run(
            ["xdotool", "search", "--sync", "--name", edited.name, "windowfocus"],
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


def commands_run(window: Window, project: Path, selected: int) -> None:
    """Press the key of each command; what the game is asked for must be what the project says."""
    for command in json.loads(project.read_text(encoding="utf-8"))["commands"]:
        words = command["arguments"].replace("%mapfile", str(window.map)).replace("%objectid", str(selected))
        wanted = words.replace("%projectpath", str(project.parent)).replace(" ", "|") + "|"
        window.press(command["shortcut"])
        window.wait_for(lambda wanted=wanted: wanted in window.ran())  # type: ignore[misc]


def test_a_day_in_tiled(tmp_path: Path) -> None:
    copied_game(tmp_path)
    edited = tmp_path / "levels" / "yard.tmx"
    before = edited.read_bytes()
    check = f"main.py|levels|check|{edited}|--json|"
    with tiled(tmp_path, edited) as window:
        window.wait_for(lambda: check in window.ran())
        seen = json.loads(window.seen.read_text(encoding="utf-8"))
        assert "error" not in seen, seen
        assert (seen["kind"], seen["difficulties"]) == ("CueKind", "Difficulties")
        assert seen["selected"] == seen["clicked"]

        commands_run(window, edited.parent / PROJECT_FILE, seen["clicked"][0])

        checks, loads = window.ran().count(check), window.loads()
        window.press("Ctrl+s")
        window.wait_for(lambda: window.ran().count(check) > checks)
        assert edited.read_bytes() == before
        assert window.loads() == loads, "a map without findings leaves the list as it is"
    settings = tmp_path / "home" / ".config" / "mapeditor.org" / "tiled.conf"
    assert "SnapToGrid=true" in settings.read_text(encoding="utf-8")


def test_what_an_earlier_check_listed_is_taken_off_before_the_next(tmp_path: Path) -> None:
    copied_game(tmp_path)
    edited = own_pack(tmp_path)
    whole = edited.read_text(encoding="utf-8")
    edited.write_text(whole.replace('name="actors"', 'name="people"'), encoding="utf-8")
    check = f"main.py|levels|check|{edited}|--json|"
    with tiled(tmp_path, edited) as window:
        window.wait_for(lambda: check in window.ran())
        loads = window.loads()
        window.press("Ctrl+s")
        window.wait_for(lambda: window.loads() > loads)
        checks = window.ran().count(check)
        window.press("Ctrl+s")
        window.wait_for(lambda: window.ran().count(check) > checks)


def test_a_pack_of_ones_own_is_played_and_checked_from_tiled(tmp_path: Path) -> None:
    copied_game(tmp_path)
    edited = own_pack(tmp_path)
    check = f"main.py|levels|check|{edited}|--json|"
    with tiled(tmp_path, edited) as window:
        window.wait_for(lambda: check in window.ran())
        seen = json.loads(window.seen.read_text(encoding="utf-8"))
        assert seen["selected"] == seen["clicked"]

        commands_run(window, edited.parent / PROJECT_FILE, seen["clicked"][0])

        checks = window.ran().count(check)
        window.press("Ctrl+s")
        window.wait_for(lambda: window.ran().count(check) > checks)
    pack = f"{edited.parent}/.."
    assert {f"main.py|play|--pack|{pack}|", f"main.py|packs|check|{pack}|"} <= set(window.ran())


def test_without_the_games_interpreter_nothing_is_said_and_maps_are_saved_as_ever(tmp_path: Path) -> None:
    copied_game(tmp_path)
    shutil.rmtree(tmp_path / ".venv")
    heard = tmp_path / "heard.txt"
    (tmp_path / "levels" / "extensions" / "quiet.js").write_text(LISTENER.format(heard=heard), encoding="utf-8")
    edited = tmp_path / "levels" / "yard.tmx"
    with tiled(tmp_path, edited) as window:
        window.wait_for(heard.exists)
        saved = edited.stat().st_mtime_ns
        window.press("Ctrl+s")
        window.wait_for(lambda: edited.stat().st_mtime_ns > saved)
    assert heard.read_text(encoding="utf-8").strip() == "nothing"

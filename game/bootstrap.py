"""The first launch: makes `.venv` beside `main.py` when a dependency is missing, and starts again inside it.

Standard library only, and no syntax newer than Python 3.6, so that an older Python can still say what is wrong with it.
Refuses to touch any environment but that one: what a person has installed elsewhere stays as it is.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from typing import List, Optional, Tuple  # the old names: this file must load on an old Python

OLDEST_PYTHON = (3, 11)
"""Oldest version of Python that the game runs on."""
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""Folder of `main.py`."""
MAIN = os.path.join(ROOT, "main.py")
"""Path of `main.py`."""
VENV = os.path.join(ROOT, ".venv")
"""Virtual environment of the game."""
SETUP_LOG = os.path.join(VENV, "setup.log")
"""Log of the installer."""
GAME_MODULES = ("pygame", "pytmx", "numpy", "platformdirs", "tomli_w")
"""Modules that the game needs."""
TEST_MODULES = ("pytest", "hypothesis", "pytest_timeout", "xdist", "ruff", "mypy", "importlinter")
"""Modules that the tests need in addition."""


def ensure_environment(arguments: List[str], extra: str = "") -> None:
    """Return when this interpreter can run the game (with `extra`, a list of pyproject.toml: its tests).

    Otherwise start `python <arguments> <the words after>` in an interpreter that can, and leave with its status.
    Leaves with one sentence and status 1 when none can be made.
    """
    if sys.version_info < OLDEST_PYTHON:
        _leave(f"Lace Up needs Python 3.11 or newer; this is {sys.version_info[0]}.{sys.version_info[1]}.")
    wanted = GAME_MODULES + (TEST_MODULES if extra else ())
    missing = _missing(wanted)
    clash = _has_other_pygame()
    if not missing and not clash:
        return
    inside = os.path.realpath(sys.prefix) == os.path.realpath(VENV)
    if inside and clash:
        _leave("both pygame and pygame-ce are in .venv, and hide each other: delete .venv and start again")
    python = _venv_python()
    if inside or not _can_run(python, wanted):
        _make(python, extra)
    if inside and _missing(wanted):
        _leave(f"set-up ended, yet {_missing(wanted)[0]} cannot be imported: delete .venv and start again")
    if not inside:
        _start_again([python, *arguments, *sys.argv[1:]])


def _missing(modules: Tuple[str, ...]) -> List[str]:
    importlib.invalidate_caches()
    return [name for name in modules if importlib.util.find_spec(name) is None]


def _has_other_pygame() -> bool:
    """The old pygame answers to the same name; only the distribution tells them apart."""
    from importlib import metadata

    try:
        metadata.distribution("pygame")
    except metadata.PackageNotFoundError:
        return False
    return True


def _venv_python() -> str:
    if os.name == "nt":
        return os.path.join(VENV, "Scripts", "python.exe")
    return os.path.join(VENV, "bin", "python")


def _can_run(python: str, modules: Tuple[str, ...]) -> bool:
    if not os.path.exists(python):
        return False
    question = f"import importlib.util as u, sys; sys.exit(any(u.find_spec(m) is None for m in {modules!r}))"
    return subprocess.call([python, "-c", question], stderr=subprocess.DEVNULL) == 0


def _make(python: str, extra: str) -> None:
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            _leave(
                f"this Python has no {module} module, which the first launch needs; on Debian and Ubuntu: "
                "sudo apt install python3-venv, then start again"
            )
    _say("Lace Up sets itself up in .venv, this once:", "")
    if not os.path.exists(python):
        _run([sys.executable, "-m", "venv", VENV], "making .venv failed")
        _add_posix_path(VENV)
    if subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL) != 0:
        _run([python, "-m", "ensurepip"], "this .venv has no pip: delete .venv and start again")
    _install(python, _requirements(extra))
    _say(" done", "\n")


def _add_posix_path(venv: str) -> None:
    """Let `.venv/bin/python` start the interpreter on Windows too: the map editor has one command for all systems."""
    scripts, posix = os.path.join(venv, "Scripts", "python.exe"), os.path.join(venv, "bin")
    if os.path.exists(scripts):
        os.makedirs(posix, exist_ok=True)
        shutil.copy(scripts, posix)


def _requirements(extra: str) -> List[str]:
    import tomllib  # needs the Python that was asked for above

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]


def _install(python: str, requirements: List[str]) -> None:
    command = [python, "-m", "pip", "install", "--progress-bar", "off", "--no-input", "--retries", "2"]
    failure = "the packages could not be fetched (no network?): connect and start again; details in " + SETUP_LOG
    _run([*command, "--disable-pip-version-check", *requirements], failure)


def _run(command: List[str], failure: str) -> None:
    """Run a step of the set-up, a dot for each package it names; its words go to the set-up log."""
    lines: List[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            name = _package_named(line)
            if name is not None:
                _say(" " + name, "")
    if os.path.isdir(VENV):
        with open(SETUP_LOG, "a", encoding="utf-8") as log:
            log.writelines(lines)
    if process.returncode != 0:
        _say("", "\n")
        _leave(failure)


def _package_named(line: str) -> Optional[str]:
    """Return the package that pip begins with on this line of its output, or None."""
    if not line.startswith("Collecting "):
        return None
    name = line.split()[1]
    for mark in "<>=!~[;":
        name = name.split(mark)[0]
    return name


def _start_again(command: List[str]) -> None:
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _say(words: str, end: str) -> None:
    sys.stderr.write(words + end)
    sys.stderr.flush()


def _leave(sentence: str) -> None:
    sys.stderr.write("lace-up: " + sentence + "\n")
    sys.exit(1)

"""What importing songs needs besides the game: told when it is missing, and installed where a person says yes."""

import importlib
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

from game.errors import UsageError

EXTRA = "songs"
"""Name of the extra in `pyproject.toml`."""
MODULES = ("soundfile", "scipy", "simfile", "slider")
"""Modules that it brings."""
PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"
"""The project's file, in a checkout."""
WHEEL = "lace-up[songs]"
"""What to install where the game itself was installed."""


def missing_modules() -> list[str]:
    """Return what importing needs and this interpreter does not have."""
    importlib.invalidate_caches()
    return [name for name in MODULES if find_spec(name) is None]


def need_extra() -> None:
    """Return once everything is there; where something is missing, offer to install it. Raises UsageError."""
    missing = missing_modules()
    if not missing:
        return
    command = [sys.executable, "-m", "pip", "install", *requirements()]
    shown = " ".join(f'"{word}"' if set(word) & set("<>[") else word for word in command)
    if not sys.stdin.isatty():
        raise UsageError(f"importing songs needs {', '.join(missing)}: install it with {shown}")
    print(f"Importing songs needs {', '.join(missing)}. Install it now? [Y/n] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("", "y", "yes"):
        raise UsageError(f"importing songs needs {', '.join(missing)}: install it with {shown}")
    if subprocess.call(command) != 0 or missing_modules():
        raise UsageError("what importing songs needs could not be installed (no network?): connect and try again")


def requirements() -> list[str]:
    """Return what the extra asks for: from the project's file, else the installed game's own extra."""
    if not PROJECT.is_file():
        return [WHEEL]
    with PROJECT.open("rb") as file:
        found: list[str] = tomllib.load(file)["project"]["optional-dependencies"][EXTRA]
    return found

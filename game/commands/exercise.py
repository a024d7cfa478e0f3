"""`exercise new ID`: generates an exercise that runs at once with stand-in pictures and default sounds: rules, view,
test, a map of its own and its line in the manifest.

Refuses an id that is taken, or an installed game: exercises are written in a checkout.
"""

import argparse
import keyword
import re
import string
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from game.commands import Subparsers
from game.commands.exercise_templates import RULES, TEST, VIEW
from game.errors import StorageError, UsageError
from game.minigames.manifest import MINIGAMES
from game.storage.settings import KeyBindings

ROOT = Path(__file__).resolve().parents[2]
"""Top folder of the checkout."""
ID = re.compile(r"[a-z][a-z0-9_]{1,23}")
"""Allowed ids of exercises."""
BARS = 8
"""Length of the generated map, in bars."""
IMPORT = re.compile(r"^from game\.minigames\.(\w+)\.rules import MINIGAME as \w+\n", re.MULTILINE)
"""A line of the manifest that imports an exercise."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command and its one sub-command."""
    parser = subparsers.add_parser("exercise", help="begin a new exercise")
    commands = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    new = commands.add_parser("new", help="write rules, view, test and map of an exercise that can be played at once")
    new.add_argument("id", metavar="ID", help="its name in code and maps: lower-case letters, digits and _")
    new.set_defaults(run=run_new)


def run_new(args: argparse.Namespace) -> int:
    """Write the files, the manifest's line and the files generated from it; print the name of each."""
    name = str(args.id)
    _refuse(name)
    words = {
        "id": name,
        "class_name": "".join(part.capitalize() for part in name.split("_")),
        "title": name.replace("_", " ").capitalize(),
        "key": free_key(name),
    }
    folder = ROOT / "game" / "minigames" / name
    texts = {
        folder / "__init__.py": "",
        folder / "rules.py": RULES.substitute(words),
        folder / "view.py": VIEW.substitute(words),
        ROOT / "tests" / "minigames" / f"test_{name}.py": TEST.substitute(words),
    }
    manifest = ROOT / "game" / "minigames" / "manifest.py"
    texts[manifest] = listed(manifest.read_text(encoding="utf-8"), name)
    for path, text in texts.items():
        _write(path, text)
    # Another process, for this one has already read the manifest without the exercise.
    _run("levels", "new", name, "--minigame", name, "--bars", str(BARS), "--into", str(ROOT / "levels"))
    _run("levels", "generate")
    _run("levels", "freeze")
    print(f"Play it: main.py play --section {name}   What to edit next: game/minigames/README.md")
    return 0


def listed(manifest: str, name: str) -> str:
    """Return the manifest's text with an exercise's import added in alphabetical place and its entry added last."""
    line = f"from game.minigames.{name}.rules import MINIGAME as {name.upper()}\n"
    after = [found for found in IMPORT.finditer(manifest) if found[1] < name]
    at = after[-1].end() if after else next(IMPORT.finditer(manifest)).start()
    text = manifest[:at] + line + manifest[at:]
    end = text.index("\n)\n", text.index("_IN_ORDER"))
    return f"{text[:end]}\n    {name.upper()},{text[end:]}"


def free_key(name: str) -> str:
    """Return a letter that is no practice key and no default key binding, trying the id's own letters first."""
    taken = {minigame.spec.practice_key for minigame in MINIGAMES.values()}
    taken |= {key for group in fields(KeyBindings) for key in getattr(KeyBindings(), group.name)}
    letters = [letter for letter in name.upper() if letter in string.ascii_uppercase]
    return next((key for key in (*letters, *string.ascii_uppercase) if key not in taken), "")


def _refuse(name: str) -> None:
    if not (ROOT / "tests" / "minigames").is_dir():
        raise UsageError("exercises are written in a checkout of the game: this is an installed one")
    if not ID.fullmatch(name) or keyword.iskeyword(name):
        raise UsageError(f"{name!r} is no id: use 2 to 24 lower-case letters, digits and _, a letter first")
    for path in (ROOT / "game" / "minigames" / name, ROOT / "game" / "minigames" / f"{name}.py", _map(name)):
        if path.exists():
            raise UsageError(f"{path}: is there already; choose another id")


def _map(name: str) -> Path:
    return ROOT / "levels" / f"{name}.tmx"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StorageError(f"{path}: cannot be written ({error.strerror}): mend its rights") from error
    print(path)


def _run(*words: str) -> None:
    done = subprocess.run([sys.executable, "-m", "game", *words], cwd=ROOT, check=False)
    if done.returncode:
        raise StorageError(f"main.py {' '.join(words)}: failed; mend what it says and run it again")

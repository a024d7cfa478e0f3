"""`desktop install|remove`: on Linux, the game in the desktop's menu, and replays that open in it by a double click."""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from game.commands import Subparsers
from game.errors import UsageError
from game.storage.files import write_atomically
from game.storage.paths import PACKAGE
from game.storage.replay_folder import SUFFIX

ENTRY = Path("applications/lace-up.desktop")
"""The desktop entry, in the folder of the user's data."""
TYPE = Path("mime/packages/lace-up.xml")
"""The file type."""
MIME = "application/x-lace-up-replay"
"""Name of the file type of replays."""
REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""Programs that tell the desktop, with the folder that each looks at; where one is missing the desktop looks itself."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("desktop", help="on Linux: the game in the menu, replays open in it")
    jobs = parser.add_subparsers(title="what to do", metavar="install|remove", required=True)
    jobs.add_parser("install", help="write the desktop entry and the file type").set_defaults(run=run_install)
    jobs.add_parser("remove", help="take both away").set_defaults(run=run_remove)


def run_install(_: argparse.Namespace) -> int:
    """Write both files and print them."""
    data = _data_folder()
    for path, text in ((data / ENTRY, desktop_entry(_command())), (data / TYPE, file_type())):
        write_atomically(path, text.encode())
        path.chmod(0o644)
        print(path)
    _refresh(data)
    return 0


def run_remove(_: argparse.Namespace) -> int:
    """Delete both files."""
    data = _data_folder()
    for path in (data / ENTRY, data / TYPE):
        path.unlink(missing_ok=True)
    _refresh(data)
    return 0


def desktop_entry(command: str) -> str:
    """Return the desktop entry (freedesktop.org, Desktop Entry Specification 1.4) that starts `command`."""
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.4\nName=Lace Up\nComment=A rhythm game about a training montage\n"
        f"Exec={command} %f\nTerminal=false\nCategories=Game;\nMimeType={MIME};\n"
    )


def file_type() -> str:
    """Return the file type (freedesktop.org, Shared MIME-info Database)."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f' <mime-type type="{MIME}">\n  <comment>Lace Up replay</comment>\n  <glob pattern="*{SUFFIX}"/>\n'
        " </mime-type>\n</mime-info>\n"
    )


def _command() -> str:
    """Return what starts the game: its installed command, or this Python with the checkout's main.py."""
    installed = shutil.which("lace-up")
    main = PACKAGE.parent / "main.py"
    words = [sys.executable, str(main)] if main.is_file() else [installed or sys.executable]
    if len(words) == 1 and installed is None:
        raise UsageError("the game's command is not on the path: install it again, or start it from a checkout")
    return " ".join(quoted(word) for word in words)


def quoted(word: str) -> str:
    """Return a word of an Exec line: in double quotes where it needs them, a percent sign doubled."""
    escaped = word.replace("%", "%%")
    if shlex.quote(word) == word:
        return escaped
    for sign in ("\\", '"', "`", "$"):
        escaped = escaped.replace(sign, f"\\{sign}")
    return f'"{escaped}"'.replace("\\", "\\\\")


def _data_folder() -> Path:
    if not sys.platform.startswith("linux"):
        raise UsageError("desktop: only on Linux; elsewhere drag a replay onto the game's window")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _refresh(data: Path) -> None:
    for program, folder in REFRESH:
        if shutil.which(program) is not None and (data / folder).is_dir():
            subprocess.run([program, str(data / folder)], check=False, capture_output=True)

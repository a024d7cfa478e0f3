"""Atomic writes, and renaming of damaged files instead of deleting them."""

import os
import tempfile
from pathlib import Path

from game.errors import StorageError
from game.storage.paths import make_folder

SET_ASIDE_SUFFIX = ".damaged"
"""Appended to the name of a damaged file."""


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content` atomically: a crash leaves the old file or the new one. Raises StorageError."""
    make_folder(path.parent)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
    except OSError as error:
        raise StorageError(f"{path}: its folder cannot be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise StorageError(f"{path}: cannot be written ({error.strerror})") from error


def set_aside(path: Path) -> Path:
    """Rename a damaged file to the first free `<name>.damaged`, `.damaged-2`, ...; return where it is now."""
    aside = path.with_name(path.name + SET_ASIDE_SUFFIX)
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}{SET_ASIDE_SUFFIX}-{count}")
    try:
        path.rename(aside)
    except OSError as error:
        raise StorageError(f"{path}: is damaged and cannot be set aside ({error.strerror})") from error
    return aside

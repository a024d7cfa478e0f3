"""Atomic writes, and renaming of damaged files instead of deleting them."""

import os
import shutil
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
    aside = _free_name(path)
    try:
        path.rename(aside)
    except OSError as error:
        raise StorageError(f"{path}: is damaged and cannot be set aside ({error.strerror})") from error
    return aside


def keep_copy(path: Path) -> Path:
    """Copy a partly damaged file to the name that `set_aside` would give it; return the copy. Raises StorageError."""
    aside = _free_name(path)
    try:
        shutil.copyfile(path, aside)
    except OSError as error:
        raise StorageError(f"{aside}: cannot be written ({error.strerror})") from error
    return aside


def _free_name(path: Path) -> Path:
    aside = path.with_name(path.name + SET_ASIDE_SUFFIX)
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}{SET_ASIDE_SUFFIX}-{count}")
    return aside

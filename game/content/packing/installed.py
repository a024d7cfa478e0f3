"""The packs in the player's own folder: one folder each, named by the pack's id. A faulty one is listed too."""

import hashlib
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from game.content.finding import Finding, refuse_errors
from game.content.pack import PACK_FILE, Pack, read_pack
from game.content.packing.archive import unpack
from game.content.packing.check import check_pack
from game.content.packing.media import files_of_pack
from game.errors import ContentError
from game.terminal import escaped

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
"""Ids of packs that are installed: they name a folder."""
SHIPPED_ID = "montage"
"""Id of the pack that ships with the game."""
UNFINISHED = ".unpacking-"
"""Prefix of a folder that is being unpacked."""


@dataclass(frozen=True, slots=True)
class Installation:
    """A pack that was installed, the files of its zip that were left out, and warnings."""

    pack: Pack
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder of the installed packs: its pack, or why it has none."""

    folder: Path
    pack: Pack | None
    problem: str = ""


def install(path: Path, folder: Path, shipped: tuple[Path, ...], *, replace: bool) -> Installation:
    """Install a pack's zip into the folder of packs; raises ContentError, and then nothing has changed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    except OSError as error:
        raise ContentError(f"{folder}: cannot be written ({error.strerror}); look at its rights") from error
    try:
        left_out = unpack(path, place)
        findings = check_pack(place, shipped)
        refuse_errors(findings)
        pack = read_pack(place, shipped)
        home = _home(path, pack.id, folder, replace)
        _move(place, home)
        return Installation(read_pack(home, shipped), left_out, tuple(findings))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _home(path: Path, pack_id: str, folder: Path, replace: bool) -> Path:
    if not ID.fullmatch(pack_id) or pack_id == SHIPPED_ID:
        raise ContentError(
            f'{path}: {PACK_FILE}: id is "{escaped(pack_id)}"; write up to 48 lower-case letters, digits and -, '
            f"and not {SHIPPED_ID}"
        )
    home = folder / pack_id
    if home.exists() and not replace:
        raise ContentError(f'{path}: a pack "{pack_id}" is installed already; say --replace to put this in its place')
    return home


def _move(place: Path, home: Path) -> None:
    """Put a whole folder in the place of an older one; the older one is gone only after that."""
    old = place.with_name(f"{place.name}-old")
    try:
        if home.exists():
            os.replace(home, old)
        os.replace(place, home)
    except OSError as error:
        if old.exists() and not home.exists():
            os.replace(old, home)
        raise ContentError(f"{home}: cannot be replaced ({error.strerror}); close what has it open") from error
    shutil.rmtree(old, ignore_errors=True)


def installed(folder: Path, shipped: tuple[Path, ...]) -> list[Listed]:
    """Return what the folder of packs holds, by id."""
    if not folder.is_dir():
        return []
    homes = sorted(home for home in folder.iterdir() if home.is_dir() and not home.name.startswith("."))
    return [_listed(home, shipped) for home in homes]


def _listed(home: Path, shipped: tuple[Path, ...]) -> Listed:
    try:
        return Listed(home, read_pack(home, shipped))
    except ContentError as error:
        return Listed(home, None, str(error))


def pack_hash(root: Path) -> str:
    """Return 64 hex digits of a pack's files, by name and content: the same for its folder and its zip."""
    digest = hashlib.sha256()
    for name in sorted(files_of_pack(root)):
        content = hashlib.sha256((root / name).read_bytes()).hexdigest()
        digest.update(f"{name}\n{content}\n".encode())
    return digest.hexdigest()

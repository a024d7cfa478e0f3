"""Packs as zips: writes one, and unpacks a stranger's. The zip's own words on sizes are never trusted.

Unpacking refuses encrypted files, links, devices, unknown compression, names that lead out of the pack or that not
every system has, two files of one name, and whatever is beyond the limits. Files of kinds that no pack is made of are
left out, so nothing that could be run is ever written.
"""

import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.content.pack import PACK_FILE
from game.content.packing.limits import (
    MOST_BYTES,
    MOST_BYTES_IN_ALL,
    MOST_FILES,
    MOST_ZIP_BYTES,
    is_wanted,
    suffix_of,
    what_is_wrong_with,
)
from game.errors import ContentError
from game.terminal import escaped

END_RECORD = b"PK\x05\x06"
"""Begins the record at the end of a zip."""
END_RECORD_BYTES = 22
"""Its length where the zip has no comment."""
ZIP64_LOCATOR = b"PK\x06\x07"
"""Begins the record before it in a zip of the large format."""
ZIP64_LOCATOR_BYTES = 20
"""Length of that record."""
MOST_DIRECTORY_BYTES = 1024 * 1024
"""Longest list of files of a zip that is read, in bytes."""
ENCRYPTED = 0x1
"""Flag of an encrypted file."""
READ_BYTES = 65_536
"""How much is unpacked at once."""
PACKED_ON = (1980, 1, 1, 0, 0, 0)
"""Time that every file in a written zip bears: the same pack gives the same bytes."""
FILE_MODE = (stat.S_IFREG | 0o644) << 16
"""Kind and rights of a file, as a zip keeps them."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip, and its name in the pack."""

    info: zipfile.ZipInfo
    name: str


def write_zip(folder: Path, files: Iterable[str], target: Path) -> None:
    """Write files of a pack's folder, named from it with `/`, into a zip. Raises ContentError."""
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in sorted(files):
                info = zipfile.ZipInfo(name, PACKED_ON)
                info.external_attr = FILE_MODE
                stored = suffix_of(name) in {".png", ".ogg"}  # they are packed already
                info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                packed.writestr(info, (folder / name).read_bytes())
    except OSError as error:
        raise ContentError(f"{target}: cannot be written ({error.strerror}); choose another place with -o") from error


def unpack(path: Path, into: Path) -> tuple[str, ...]:
    """Unpack a pack's zip into an empty folder; return the names of the files that were left out.

    Raises ContentError where the zip is none, or holds what no pack may; the folder may then hold a part of it.
    """
    _refuse_large(path)
    try:
        with zipfile.ZipFile(path) as packed:
            members = list(_members(path, packed.infolist()))
            wanted = [member for member in members if is_wanted(member.name)]
            _extract(path, packed, wanted, into)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ContentError(f"{path}: is no whole zip ({escaped(str(error))}); ask for it again") from error
    except OSError as error:
        raise ContentError(f"{path}: cannot be unpacked ({error.strerror}); look for room on the disk") from error
    return tuple(sorted(member.name for member in members if not is_wanted(member.name)))


def _refuse_large(path: Path) -> None:
    """Look at the zip's last record before anything else reads it: its list of files must not be huge."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(max(0, size - END_RECORD_BYTES - ZIP64_LOCATOR_BYTES))
            tail = file.read()
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); name a pack's zip") from error
    end = tail[-END_RECORD_BYTES:]
    if size > MOST_ZIP_BYTES:
        raise ContentError(f"{path}: is larger than {MOST_ZIP_BYTES >> 20} MiB; a pack is smaller")
    if not end.startswith(END_RECORD) or tail.startswith(ZIP64_LOCATOR):
        raise ContentError(f"{path}: is no plain zip; make it with `packs zip`")
    count, directory = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if count > MOST_FILES or directory > MOST_DIRECTORY_BYTES:
        raise ContentError(f"{path}: lists {count} files; a pack has at most {MOST_FILES}")


def _members(path: Path, infos: list[zipfile.ZipInfo]) -> Iterator[Member]:
    files = [info for info in infos if not info.orig_filename.endswith("/")]
    prefix = _prefix(path, [info.orig_filename for info in files])
    seen: dict[str, str] = {}
    for info in files:
        wrong = _what_is_wrong(info) or what_is_wrong_with(info.orig_filename)
        name = info.orig_filename.removeprefix(prefix)
        same = unicodedata.normalize("NFC", name).casefold()
        if wrong is None and same in seen:
            wrong = f'is there twice, also as "{escaped(seen[same])}"'
        if wrong is not None:
            raise ContentError(f'{path}: "{escaped(info.orig_filename)}" {wrong}; take that file out')
        seen[same] = name
        yield Member(info, name)


def _prefix(path: Path, names: list[str]) -> str:
    """Return the folder that the whole pack lies in, with its `/`; empty where it lies at the top."""
    if PACK_FILE in names:
        return ""
    found = [name for name in names if name.count("/") == 1 and name.endswith(f"/{PACK_FILE}")]
    if len(found) != 1:
        raise ContentError(f"{path}: has no {PACK_FILE} at its top; zip a pack with `packs zip`")
    return found[0].removesuffix(PACK_FILE)


def _what_is_wrong(info: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if "\0" in info.orig_filename:
        return "has a name with an end in its middle"
    if info.flag_bits & ENCRYPTED:
        return "is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way that this game does not read"
    if kind not in (0, stat.S_IFREG):
        return "is no plain file but a link or a device"
    return None


def _extract(path: Path, packed: zipfile.ZipFile, members: list[Member], into: Path) -> None:
    left = MOST_BYTES_IN_ALL
    for member in members:
        most = min(MOST_BYTES[suffix_of(member.name)], left)
        target = into / member.name
        if not target.resolve().is_relative_to(into.resolve()):
            raise ContentError(f'{path}: "{escaped(member.name)}" leads out of the pack; take that file out')
        target.parent.mkdir(parents=True, exist_ok=True)
        left -= _extract_one(path, packed, member, target, most)


def _extract_one(path: Path, packed: zipfile.ZipFile, member: Member, target: Path, most: int) -> int:
    """Unpack one file; return its size. What it is said to measure does not count, only what comes out."""
    size = 0
    with packed.open(member.info) as source, target.open("xb") as file:
        while chunk := source.read(READ_BYTES):
            size += len(chunk)
            if size > most:
                raise ContentError(f'{path}: "{escaped(member.name)}" is larger than {most} bytes; make it smaller')
            file.write(chunk)
    return size

"""Writes zips whose every field can lie, which the standard library's writer does not let one do."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")
FILE_MODE = 0o100644
UTF_8 = 0x800
MIB = 1024 * 1024


@dataclass
class Entry:
    """One file: what it holds as packed bytes, and what is said of it."""

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = 8
    flags: int = UTF_8
    mode: int = FILE_MODE
    said_size: int | None = None
    at: int | None = None
    """Where its data is said to begin; None: where it does."""


def entry(name: str, content: bytes | str) -> Entry:
    """Return an honest entry."""
    plain = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Entry(name, packer.compress(plain) + packer.flush(), len(plain), zlib.crc32(plain))


def zeros(name: str, mib: int) -> Entry:
    """Return an entry of so many MiB of zeros in about a thousandth of that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = 0
    for _ in range(mib):
        crc = zlib.crc32(bytes(MIB), crc)
    return Entry(name, block * mib + packer.flush(), mib * MIB, crc)


def zip_of(entries: Iterable[Entry], comment: bytes = b"", count: int | None = None) -> bytes:
    """Return a zip of the entries, which may say that it has another number of them."""
    body, directory, number = bytearray(), bytearray(), 0
    for item in entries:
        number += 1
        name = item.name.encode("utf-8", "surrogatepass")
        said = item.size if item.said_size is None else item.said_size
        at = len(body) if item.at is None else item.at
        common = (20, item.flags, item.method, 0, 0x21, item.crc, len(item.packed), said, len(name), 0)
        body += LOCAL.pack(b"PK\x03\x04", *common) + name + item.packed
        directory += CENTRAL.pack(b"PK\x01\x02", 0x031E, *common, 0, 0, 0, item.mode << 16, at) + name
    said_count = min(0xFFFF, number) if count is None else count
    end = END.pack(b"PK\x05\x06", 0, 0, said_count, said_count, len(directory), len(body), len(comment))
    return bytes(body) + bytes(directory) + end + comment

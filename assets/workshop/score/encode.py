"""OGG Vorbis, the same bytes twice: the encoder's random stream serial is replaced by a fixed one and every page's
checksum is made new. It refuses audio that would clip."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import soundfile

from .tempo import SAMPLE_RATE

SERIAL = 0x4C414345  # "LACE"
CHUNK = 32_768  # the encoder overflows its stack on very long writes
HEADER = 27
POLYNOMIAL = 0x04C11DB7


def _table() -> list[int]:
    table = []
    for i in range(256):
        r = i << 24
        for _ in range(8):
            r = ((r << 1) ^ POLYNOMIAL if r & 0x80000000 else r << 1) & 0xFFFFFFFF
        table.append(r)
    return table


CRC = _table()


def _checksum(page: bytes) -> int:
    crc = 0
    for byte in page:
        crc = ((crc << 8) & 0xFFFFFFFF) ^ CRC[(crc >> 24) ^ byte]
    return crc


def with_serial(data: bytes, serial: int = SERIAL) -> bytes:
    """The same stream under a fixed serial (RFC 3533, section 6)."""
    out, place = bytearray(), 0
    while place < len(data):
        if data[place : place + 4] != b"OggS":
            raise ValueError(f"no page at byte {place}: not an OGG stream")
        segments = data[place + HEADER - 1]
        size = HEADER + segments + sum(data[place + HEADER : place + HEADER + segments])
        page = bytearray(data[place : place + size])
        page[14:18], page[22:26] = struct.pack("<I", serial), b"\0\0\0\0"
        page[22:26] = struct.pack("<I", _checksum(bytes(page)))
        out += page
        place += size
    return bytes(out)


def write(path: Path, audio: np.ndarray, quality: float) -> int:
    """Write audio (n, 2) at a Vorbis quality (0.5 is "q5"). Returns the size in bytes."""
    peak = float(np.abs(audio).max(initial=0.0))
    if peak >= 1.0:
        raise ValueError(f"{path.name}: peak {peak:.3f} would clip; lower the mix")
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(
        path, "w", SAMPLE_RATE, 2, format="OGG", subtype="VORBIS", compression_level=1 - quality
    ) as file:
        for start in range(0, len(audio), CHUNK):
            file.write(audio[start : start + CHUNK])
    path.write_bytes(with_serial(path.read_bytes()))
    return path.stat().st_size

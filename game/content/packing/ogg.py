"""Facts of an Ogg Vorbis file from its pages and headers alone, without decoding it.

Ogg: RFC 3533 (pages, lacing values). Vorbis I specification, 4.2.2 (identification header) and 4.3.8 (what a packet
decodes to: at most half of the longer block).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE_MARK = b"OggS"
"""Begins every page."""
PAGE_HEADER_BYTES = 27
"""Length of a page's header before its lacing values."""
FIRST_PAGE = 0x02
"""Flag of the first page of a stream."""
FULL_LACE = 255
"""A lacing value below it ends a packet."""
HEADER_PACKETS = 3
"""Packets before the sound."""
IDENTIFICATION = b"\x01vorbis"
"""Begins the identification header."""
MOST_CHANNELS = 2
"""Most channels of a pack's sound."""
RATES = range(8_000, 96_001)
"""Sample rates that are taken, in frames a second."""


class NotVorbis(ValueError):
    """The file is no single whole Ogg Vorbis stream; the message says why, in half a sentence."""


@dataclass(frozen=True, slots=True)
class VorbisFacts:
    """`most_frames`: a decoder gives no more, whatever the file says of its length."""

    rate: int
    channels: int
    most_frames: int


def read_facts(path: Path) -> VorbisFacts:
    """Return the facts of a file; raises NotVorbis, and OSError where it cannot be read."""
    content = path.read_bytes()
    packets, first, firsts = 0, b"", 0
    for flags, laces, body in _pages(content):
        firsts += bool(flags & FIRST_PAGE)
        first = first or body
        packets += sum(lace < FULL_LACE for lace in laces)
    if firsts != 1:
        raise NotVorbis(f"holds {firsts} streams")
    if not first.startswith(IDENTIFICATION) or len(first) < 30:
        raise NotVorbis("is no Vorbis sound")
    channels, rate = first[11], int.from_bytes(first[12:16], "little")
    longer_block = 1 << (first[28] >> 4)
    if not 1 <= channels <= MOST_CHANNELS or rate not in RATES:
        raise NotVorbis(f"has {channels} channels at {rate} Hz")
    return VorbisFacts(rate, channels, max(0, packets - HEADER_PACKETS) * longer_block // 2)


def _pages(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Walk over the pages: flags, lacing values, body."""
    at = 0
    while at < len(content):
        header = content[at : at + PAGE_HEADER_BYTES]
        if len(header) < PAGE_HEADER_BYTES or not header.startswith(PAGE_MARK):
            raise NotVorbis("is no Ogg file, or is cut off")
        body_at = at + PAGE_HEADER_BYTES + header[26]
        laces = content[at + PAGE_HEADER_BYTES : body_at]
        end = body_at + sum(laces)
        if len(laces) < header[26] or end > len(content):
            raise NotVorbis("is cut off")
        yield header[5], laces, content[body_at:end]
        at = end

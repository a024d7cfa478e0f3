"""Encodes a picture as PNG in small steps.

pygame's own encoder holds Python's lock for its whole duration, some 100 ms, and stops the frame loop from another
thread too. Here each row is compressed apart, with the lock released.
"""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""First bytes of a PNG file."""
TRUE_COLOR_8_BIT = bytes((8, 2, 0, 0, 0))
"""Bit depth, color type, compression, filter and interlace of the header."""
UNFILTERED = b"\x00"
"""Filter byte of a row that stands as it is."""
AS_ABOVE = b"\x02"
"""Filter byte of a row of differences from the row above."""
LEVEL = 4
"""Level of compression, 1 to 9."""
CHANNELS = 3
"""Bytes of a pixel: red, green, blue."""


def encode_png(pixels: bytes, size: tuple[int, int], scale: int) -> bytes:
    """Return a PNG of RGB `pixels` (rows from the top, three bytes each) enlarged by a whole `scale`."""
    width, height = size
    packer = zlib.compressobj(LEVEL)
    repeated = (AS_ABOVE + bytes(width * scale * CHANNELS)) * (scale - 1)
    data = bytearray()
    for top in range(height):
        row = pixels[top * width * CHANNELS : (top + 1) * width * CHANNELS]
        data += packer.compress(UNFILTERED + _widened(row, scale) + repeated)
    data += packer.flush()
    header = struct.pack(">II", width * scale, height * scale) + TRUE_COLOR_8_BIT
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", bytes(data)) + _chunk(b"IEND", b"")


def _widened(row: bytes, scale: int) -> bytes:
    wide = bytearray(len(row) * scale)
    for channel in range(CHANNELS):
        for copy in range(scale):
            wide[copy * CHANNELS + channel :: CHANNELS * scale] = row[channel::CHANNELS]
    return bytes(wide)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

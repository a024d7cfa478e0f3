"""The picture of an imported song that the menu shows: its loudness over time, a column a stretch, quiet to loud."""

import struct
import zlib

import numpy as np
import numpy.typing as npt

from game.content.importing.recording import Samples

WIDTH, HEIGHT = 448, 252
"""Size of the picture, px: twice what the menu shows."""
COLUMN_PX, GAP_PX = 6, 2
"""Width of a column and of the gap behind it, px."""
MARGIN_PX = 24
"""Room above and below the loudest column, px."""
NIGHT = (22, 16, 20)
"""Color of the ground."""
QUIET, LOUD = (143, 51, 48), (244, 196, 128)
"""Colors of the quietest and the loudest column."""
TRUE_COLOR = 2
"""Three bytes a pixel, in PNG's words."""


def cover_of(samples: Samples) -> bytes:
    """Return the picture of a recording as a PNG."""
    count = WIDTH // (COLUMN_PX + GAP_PX)
    parts = np.array_split(samples.mean(axis=1), count)
    loud = np.array([float(np.sqrt(np.mean(part**2))) for part in parts])
    share = np.sqrt(loud / (loud.max() + 1e-9))
    pixels = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    pixels[:] = NIGHT
    for place, level in enumerate(share):
        left, half = place * (COLUMN_PX + GAP_PX), int(level * (HEIGHT / 2 - MARGIN_PX)) + 1
        color = np.array(QUIET) + level * (np.array(LOUD) - np.array(QUIET))
        pixels[HEIGHT // 2 - half : HEIGHT // 2 + half, left : left + COLUMN_PX] = color
    return _png(pixels)


def _png(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Return pixels (height, width, 3) as a PNG (ISO/IEC 15948), rows unfiltered."""
    height, width, _ = pixels.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels.reshape(height, -1)], axis=1)
    head = struct.pack(">IIBBBBB", width, height, 8, TRUE_COLOR, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b""))
    body = (struct.pack(">I", len(d)) + kind + d + struct.pack(">I", zlib.crc32(kind + d)) for kind, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)

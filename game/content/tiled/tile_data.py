"""Tile numbers of a tile layer: the only module that imports pytmx (3.32), which decodes them.

They are the one thing in a map that is packed. Refuses, each with its mend: chunks of an infinite map, encodings other
than CSV, base64, zlib and gzip, and data of more or fewer tiles than the layer has. Flips stay in the numbers.
"""

import os
import zlib
from base64 import b64decode
from typing import TypeAlias
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location, Severity
from game.content.tiled.xml_files import Unreadable, whole

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pytmx imports pygame, which greets on standard output
from pytmx.pytmx import unpack_gids

TileRows: TypeAlias = tuple[tuple[int, ...], ...]
"""Tile numbers from top to bottom and left to right, 0 for none."""
READABLE_DATA = frozenset({("csv", ""), ("base64", ""), ("base64", "zlib"), ("base64", "gzip")})
"""Pairs of encoding and compression that are read."""
MOST_TILES = 1_000_000
"""Most tiles of a layer."""
BYTES_A_TILE = 4
"""Bytes of a tile number in packed data."""
EITHER_HEADER = zlib.MAX_WBITS | 32
"""Has zlib take its own header and that of gzip."""
SAVE_AGAIN = "save the map again from Tiled"
"""What to do about a damaged file."""
UNTICK_INFINITE = "untick Infinite in Map > Map Properties"
"""What to do about an infinite map."""
SET_CSV = "set Tile Layer Format to CSV in Map > Map Properties"
"""What to do about an encoding that is not read."""


def read_tiles(layer: Element, location: Location) -> tuple[TileRows, list[Finding]]:
    """Return the tile numbers of a tile layer, and a warning where they are not CSV; raises Unreadable."""
    data = _data(layer, location)
    try:
        columns, rows = whole(layer, "width", 1), whole(layer, "height", 1)
    except ValueError as error:
        raise Unreadable(location, str(error), SAVE_AGAIN) from error
    try:
        _refuse_swollen(data, columns * rows)
        tiles = unpack_gids((data.text or "").strip(), data.get("encoding"), data.get("compression"))
    except Exception as error:  # every codec has errors of its own
        what, mend = f"cannot be read ({error or type(error).__name__})", f"{SAVE_AGAIN}, or undo the last change"
        raise Unreadable(location, what, mend) from error
    if len(tiles) != columns * rows:
        raise Unreadable(location, f"has {len(tiles)} tiles of {columns * rows}", "take an older copy of the map")
    found = tuple(tuple(tiles[first : first + columns]) for first in range(0, len(tiles), columns))
    if data.get("encoding") == "csv":
        return found, []
    what = f"stores its tiles as {_encoding(data)}"
    return found, [Finding("encoding", location, what, SET_CSV, Severity.WARNING)]


def _refuse_swollen(data: Element, tiles: int) -> None:
    """Raise ValueError for tile data that unpacks to more than its tiles, before anything unpacks all of it."""
    if tiles > MOST_TILES:
        raise ValueError(f"{tiles} tiles, {MOST_TILES} at most")
    if data.get("compression"):
        unpacker, packed = zlib.decompressobj(EITHER_HEADER), b64decode((data.text or "").strip())
        if len(unpacker.decompress(packed, tiles * BYTES_A_TILE + 1)) > tiles * BYTES_A_TILE:
            raise ValueError(f"more than its {tiles} tiles")


def _data(layer: Element, location: Location) -> Element:
    data = layer.find("data")
    if data is None:
        raise Unreadable(location, "has no tile data", SAVE_AGAIN)
    if data.find("chunk") is not None:
        raise Unreadable(location, "holds chunks of an infinite map", UNTICK_INFINITE)
    if (data.get("encoding", ""), data.get("compression", "")) not in READABLE_DATA:
        raise Unreadable(location, f"stores its tiles as {_encoding(data)}", SET_CSV)
    if not (data.text or "").strip():
        raise Unreadable(location, "has no tile data", SAVE_AGAIN)
    return data


def _encoding(data: Element) -> str:
    return f"{data.get('encoding') or 'XML'} {data.get('compression', '')}".rstrip()

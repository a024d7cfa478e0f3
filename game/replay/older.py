"""Tells replays of format 1 from other compressed files. They are not read: they have no witnesses to verify."""

import json
import zlib

from game.errors import ReplayError, UnknownFormat

MAX_TEXT_BYTES = 1_000_000
"""Largest size after decompression that is looked at."""
GZIP_MAGIC = b"\x1f\x8b"
"""First bytes of a gzip file."""
_GZIP = 16 + zlib.MAX_WBITS
"""Window bits that make zlib read a gzip header."""


def refuse_packed(data: bytes, name: str) -> None:
    """Raise UnknownFormat on a replay of format 1, ReplayError on any other gzip file."""
    if not data.startswith(GZIP_MAGIC):
        return
    if _is_first_format(data):
        raise UnknownFormat(f"{name}: of format 1, made before runs were proven: it cannot be verified any more")
    raise ReplayError(f"{name}: compressed, which a replay is not: unpack it")


def _is_first_format(data: bytes) -> bool:
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        table = json.loads(unpacker.decompress(data, MAX_TEXT_BYTES))
    except (zlib.error, ValueError, RecursionError):
        return False
    return isinstance(table, dict) and table.get("game") == "lace-up" and table.get("format") == 1

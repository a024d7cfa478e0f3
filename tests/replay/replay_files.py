"""A short replay's file with other values in it: what the tests of the codec are made of."""

import json
from typing import Any

from game.errors import ReplayError
from game.replay.codec import decode, encode, sealed
from tests.replay.recording import recorded_run

REPLAY = recorded_run()
BOUNDS = json.JSONEncoder(separators=(",", ":"), sort_keys=True)
A_DAY_US = 24 * 3600 * 1_000_000
LONG = 1 << 53
LAST_UTC_US = 253_402_300_799_000_000


def table_of() -> dict[str, Any]:
    """Return what a file holds, to be changed."""
    table = json.loads(encode(REPLAY))
    assert isinstance(table, dict)
    return table


def changed(**values: object) -> bytes:
    """Return a file with other values, sealed again; `header__x` changes x of the header."""
    table = table_of()
    for name, value in values.items():
        part, _, key = name.partition("__")
        if key:
            table[part][key] = value
        else:
            table[part] = value
    return sealed(table)


def accepts(**values: object) -> bool:
    """Whether a file with other values is read as a replay."""
    try:
        decode(changed(**values), "r")
    except ReplayError:
        return False
    return True


FIELDS = [
    *sorted(set(table_of()) - {"seal", "game"}),
    *(f"{part}__{key}" for part in ("header", "conditions", "result") for key in table_of()[part]),
]

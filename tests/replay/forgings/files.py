"""Forgings of the file: other encodings, bombs, keys that stand twice, numbers that are none."""

import gzip
import json

from game.replay.codec import sealed
from tests.replay.forgings.source import FALSE, UNKNOWN, Forging, by_program, table_of, text_of

FILES = {
    "compressed": Forging(lambda s: gzip.compress(text_of(s)), FALSE, "compressed"),
    "two gzip members": Forging(
        lambda s: gzip.compress(text_of(s)[:99]) + gzip.compress(text_of(s)[99:]), FALSE, "compr"
    ),
    "trailing data": Forging(lambda s: text_of(s) + b"\n{}", FALSE, "goes on after its end"),
    "a line more": Forging(lambda s: text_of(s) + b"\n", FALSE, "written otherwise"),
    "a key twice": Forging(lambda s: text_of(s).replace(b'"game"', b'"game":"lace-up","game"'), FALSE, "twice"),
    "an unknown key": Forging(lambda s: sealed({**table_of(s), "proof": "true"}), FALSE, "no field of a replay"),
    "UTF-16": Forging(lambda s: text_of(s).decode().encode("utf-16"), FALSE, "plain text"),
    "spaces": Forging(lambda s: json.dumps(table_of(s), sort_keys=True).encode(), FALSE, "written otherwise"),
    "keys in another order": Forging(
        lambda s: json.dumps(dict(reversed(table_of(s).items())), separators=(",", ":")).encode(),
        FALSE,
        "written other",
    ),
    "a float": Forging(lambda s: text_of(s).replace(b'"restart":0', b'"restart":0.0'), FALSE, "whole number"),
    "NaN": Forging(lambda s: text_of(s).replace(b'"restart":0', b'"restart":NaN'), FALSE, "not JSON"),
    "true as a number": Forging(
        lambda s: text_of(s).replace(b'"restart":0', b'"restart":false'), FALSE, "whole number"
    ),
    "a long number": Forging(lambda s: text_of(s).replace(b'"restart":0', b'"restart":1' + b"0" * 5000), FALSE, "JSON"),
    "deep lists": Forging(lambda s: b"[" * 200_000, FALSE, "not JSON"),
    "a bomb": Forging(lambda s: gzip.compress(b" " * 50_000_000), FALSE, "compressed"),
    "100,000 events at one time": Forging(
        lambda s: sealed({**table_of(s), "events": [[0, 0, 0, 1]] * 100_000}), FALSE, "too large|at most"
    ),
    "a verdict painted on the terminal": Forging(
        by_program("header", "section", "\x1b[2Jtrue"), FALSE, "must be a text"
    ),
    "format 1": Forging(
        lambda s: gzip.compress(json.dumps({"game": "lace-up", "format": 1}).encode()),
        UNKNOWN,
        "before runs were proven",
    ),
    "a later format": Forging(lambda s: sealed({**table_of(s), "format": 3}), UNKNOWN, "newer version"),
}

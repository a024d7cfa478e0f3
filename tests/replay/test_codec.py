"""Replays survive the way to a file and back, and anything else is refused with one sentence."""

import gzip
import json
import time
from dataclasses import replace
from typing import Any

import pytest

from game.errors import ReplayError, UnknownFormat
from game.replay.codec import MAX_FILE_BYTES, decode, encode, identity_of
from game.replay.model import Pause, Reanchor, Reason
from tests.replay.replay_files import BOUNDS, FIELDS, REPLAY, changed, table_of


def test_a_replay_comes_back_as_it_was_written() -> None:
    trace = replace(
        REPLAY.trace,
        pauses=(Pause(1_000_000, 78_000_000, 5_000_000),),
        reanchors=(Reanchor(1_200_000, 78_200_000, Reason.DEVICE),),
    )
    conditions = replace(REPLAY.conditions, unfit="the sound stuttered", overlay_ever=True, laces=(0,))
    replay = replace(REPLAY, trace=trace, conditions=conditions)
    assert decode(encode(replay), "r") == replay


def test_the_same_replay_is_the_same_bytes_and_has_one_identity() -> None:
    again = encode(decode(encode(REPLAY), "r"))
    assert encode(REPLAY) == again
    assert identity_of(again) == identity_of(encode(REPLAY))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a replay",
        encode(REPLAY)[:-9],
        encode(REPLAY)[: len(encode(REPLAY)) // 2],
        b"[1, 2, 3]",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"game": "another"}',
        gzip.compress(b""),
        gzip.compress(b" " * 9_000_000),
        gzip.compress(encode(REPLAY)),
        gzip.compress(encode(REPLAY)) * 2,
        b"x" * (MAX_FILE_BYTES + 1),
        encode(REPLAY) + b"\n",
        encode(REPLAY) + encode(REPLAY),
        b" " + encode(REPLAY),
        encode(REPLAY).decode().encode("utf-16"),
        encode(REPLAY).decode().encode("utf-8-sig"),
        encode(REPLAY).replace(b'"game":"lace-up"', b'"game":"lace-up","game":"lace-up"'),
        encode(REPLAY).replace(b'"mode":"montage"', b'"mode":"road","mode":"montage"'),
        encode(REPLAY).replace(b'"seed":5', b'"seed":5.0'),
        encode(REPLAY).replace(b'"seed":5', b'"seed":5e0'),
        encode(REPLAY).replace(b'"seed":5', b'"seed":NaN'),
        encode(REPLAY).replace(b'"seed":5', b'"seed":' + b"9" * 5_000),
        encode(REPLAY).replace(b"montage", b"m\\u006fntage"),
        encode(REPLAY).replace(b'"game":"lace-up"', b'"zeal":1,"game":"lace-up"'),
    ],
    ids=[
        *("empty", "text", "no end", "half", "list", "deep lists", "deep objects", "other game", "nothing packed"),
        *(
            "bomb",
            "packed",
            "two members",
            "huge",
            "a line more",
            "twice",
            "a blank before",
            "UTF-16",
            "byte order mark",
        ),
        *("a key twice", "a key twice within", "float", "exponent", "NaN", "long number", "escape", "unknown key"),
    ],
)
def test_what_is_no_replay_is_refused_with_the_files_name(data: bytes) -> None:
    assert data != encode(REPLAY)
    with pytest.raises(ReplayError, match=r"^run\.replay: "):
        decode(data, "run.replay")


def test_a_field_changed_by_hand_breaks_the_seal() -> None:
    table = {**table_of(), "points": [1000] * len(REPLAY.points)}
    with pytest.raises(ReplayError, match="its seal does not fit"):
        decode(BOUNDS.encode(table).encode(), "r")


def test_every_field_of_the_header_is_under_the_seal() -> None:
    for key, value in (("engine", "9"), ("seed", 6), ("restart", 3), ("audio_offset_us", 1), ("pack", "x")):
        table = table_of()
        table["header"][key] = value
        with pytest.raises(ReplayError, match="its seal does not fit"):
            decode(BOUNDS.encode(table).encode(), "r")


def test_other_formats_are_unknown_and_not_false() -> None:
    first = gzip.compress(json.dumps({"game": "lace-up", "format": 1}).encode())
    with pytest.raises(UnknownFormat, match="format 1, made before runs were proven"):
        decode(first, "r")
    with pytest.raises(UnknownFormat, match="newer version"):
        decode(changed(format=3), "r")
    assert UnknownFormat.exit_code == 2


@pytest.mark.parametrize(("events", "words"), [(70_000, "at most 20000"), (100_000, "too large")])
def test_a_hundred_thousand_events_are_refused_at_once(events: int, words: str) -> None:
    data = changed(events=[[0, 0, 0, 1]] * events)
    begin = time.process_time()
    with pytest.raises(ReplayError, match=words):
        decode(data, "r")
    assert time.process_time() - begin < 2.0, "0.1 s on a common computer; a limit that a slow one keeps as well"


WRONG: list[Any] = [None, True, -1, 1.5, "x" * 300, [], [[]], {}, [["a", "b", "c", "d"]], 1 << 70]
HARMLESS = {"header__section", "header__map", "conditions__unfit", "conditions__overlay_ever", "conditions__hints_ever"}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", WRONG, ids=lambda value: str(value)[:12])
def test_a_field_of_the_wrong_type_or_range_is_named_or_harmless(field: str, value: object) -> None:
    try:
        decode(changed(**{field: value}), "r")
    except ReplayError as error:
        assert field.rpartition("__")[2] in str(error)
    else:
        assert value == [] or field in HARMLESS or (value == -1 and field.endswith("offset_us"))


def test_events_that_run_backwards_are_refused() -> None:
    with pytest.raises(ReplayError, match="run backwards at event 1"):
        decode(changed(events=[[10, 0, 0, 1], [9, 0, 0, 0]]), "r")

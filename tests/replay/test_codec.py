"""Replays survive the way to a file and back, and anything else is refused with one sentence."""

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import ReplayError
from game.replay.codec import MAX_FILE_BYTES, decode, encode
from game.replay.model import Pause
from tests.replay.recording import recorded_run

REPLAY = recorded_run()


def unpacked() -> dict[str, Any]:
    table = json.loads(gzip.decompress(encode(REPLAY)))
    assert isinstance(table, dict)
    return table


def packed(table: object) -> bytes:
    return gzip.compress(json.dumps(table).encode())


def test_a_replay_comes_back_as_it_was_written() -> None:
    with_pause = replace(REPLAY, pauses=(Pause(1_000_000, 5_000_000),))
    assert decode(encode(with_pause), "r") == with_pause


def test_the_same_replay_is_the_same_bytes() -> None:
    assert encode(REPLAY) == encode(decode(encode(REPLAY), "r"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a replay",
        encode(REPLAY)[:-9],
        encode(REPLAY)[: len(encode(REPLAY)) // 2],
        gzip.compress(b""),
        gzip.compress(b"[1, 2, 3]"),
        gzip.compress(b"[" * 100_000),
        gzip.compress(b'{"game": "another"}'),
        gzip.compress(b" " * 9_000_000),
        b"x" * (MAX_FILE_BYTES + 1),
    ],
    ids=["empty", "text", "no end", "half", "nothing", "list", "deep", "other game", "bomb", "huge"],
)
def test_what_is_no_replay_is_refused_with_the_files_name(data: bytes) -> None:
    with pytest.raises(ReplayError, match=r"^run\.replay: "):
        decode(data, "run.replay")


def test_a_newer_version_is_refused_politely() -> None:
    with pytest.raises(ReplayError, match="newer version"):
        decode(packed({**unpacked(), "format": 2}), "r")


WRONG: list[Any] = [None, True, -1, 1.5, "x" * 300, [], [[]], {}, [["a", "b", "c", "d"]], 1 << 70]


@pytest.mark.parametrize("key", sorted(set(unpacked()) - {"windows_us", "section"}))
@pytest.mark.parametrize("value", WRONG, ids=lambda value: str(value)[:12])
def test_a_field_of_the_wrong_type_or_range_is_named_or_harmless(key: str, value: object) -> None:
    try:
        decode(packed({**unpacked(), key: value}), "r")
    except ReplayError as error:
        assert key in str(error)
    else:
        assert value == [] or (value == -1 and key.endswith("offset_us"))


def test_events_that_run_backwards_are_refused() -> None:
    table = unpacked()
    table["events"] = [[10, 0, 0, 1], [9, 0, 0, 0]]
    with pytest.raises(ReplayError, match="event 1: song time runs backwards"):
        decode(packed(table), "r")


@given(st.binary(max_size=200))
def test_random_bytes_never_do_more_than_raise_a_replay_error(data: bytes) -> None:
    with pytest.raises(ReplayError):
        decode(data, "r")


@given(st.integers(0, len(encode(REPLAY)) - 1), st.integers(0, 255))
def test_one_flipped_byte_is_refused_or_read_but_never_crashes(place: int, value: int) -> None:
    data = bytearray(encode(REPLAY))
    data[place] = value
    try:
        decode(bytes(data), "r")
    except ReplayError as error:
        assert str(error).startswith("r: ")

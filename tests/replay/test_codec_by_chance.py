"""Whatever is encoded comes back, and whatever else is read does no more than be refused: by hypothesis."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import ReplayError
from game.replay.codec import decode, encode
from game.replay.model import Pause, Reanchor, Reason, Trace
from tests.replay.replay_files import A_DAY_US, FIELDS, LONG, REPLAY, changed


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


numbers = st.integers(-A_DAY_US, A_DAY_US)
walls = st.integers(0, LONG)


@given(
    st.lists(st.tuples(numbers, walls, walls), max_size=20),
    st.lists(st.tuples(numbers, walls, st.sampled_from(Reason)), max_size=20),
    st.none() | st.text(max_size=60),
    st.integers(0, (1 << 64) - 1),
)
def test_whatever_is_encoded_comes_back_or_is_refused(
    pauses: list[tuple[int, int, int]], reanchors: list[tuple[int, int, Reason]], section: str | None, seed: int
) -> None:
    header = replace(REPLAY.header, section=section, options=replace(REPLAY.header.options, seed=seed))
    trace = Trace(pauses=tuple(Pause(*row) for row in pauses), reanchors=tuple(Reanchor(*row) for row in reanchors))
    replay = replace(REPLAY, header=header, trace=trace)
    try:
        assert decode(encode(replay), "r") == replay
    except ReplayError as error:
        assert "section" in str(error), "a text that steers a terminal is refused"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(FIELDS), values)
def test_any_value_in_any_field_is_read_as_it_stands_or_refused(field: str, value: object) -> None:
    try:
        data = changed(**{field: value})
    except ValueError:  # JSON has no such text
        return
    try:
        assert encode(decode(data, "r")) == data
    except ReplayError as error:
        assert str(error).startswith("r: ")

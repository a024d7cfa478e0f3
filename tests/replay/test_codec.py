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


A_DAY_US = 24 * 3600 * 1_000_000


def accepts(table: dict[str, Any]) -> bool:
    """Whether a table is read as a replay."""
    try:
        decode(packed(table), "r")
    except ReplayError:
        return False
    return True


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("rules_version", 0, 1_000_000),
        ("seed", 0, (1 << 64) - 1),
        ("audio_offset_us", -A_DAY_US, A_DAY_US),
        ("visual_offset_us", -A_DAY_US, A_DAY_US),
    ],
)
def test_a_number_is_read_up_to_both_of_its_bounds_and_no_further(key: str, least: int, most: int) -> None:
    accepted = [accepts({**unpacked(), key: value}) for value in (least - 1, least, most, most + 1)]
    assert accepted == [False, True, True, False]


@pytest.mark.parametrize(
    ("key", "most"),
    [("score", 1_000_000), ("accuracy_permyriad", 10_000), ("dead_on", 100_000), ("duration_us", A_DAY_US)],
)
def test_a_claim_is_read_from_nothing_up_to_its_bound(key: str, most: int) -> None:
    table = unpacked()
    accepted = [accepts({**table, "result": {**table["result"], key: value}}) for value in (-1, 0, most, most + 1)]
    assert accepted == [False, True, True, False]


@pytest.mark.parametrize(("key", "longest"), [("engine", 40), ("section", 200), ("chart_hash", 64), ("song_hash", 64)])
def test_a_text_is_read_up_to_its_length(key: str, longest: int) -> None:
    assert [accepts({**unpacked(), key: "x" * length}) for length in (longest, longest + 1)] == [True, False]


@pytest.mark.parametrize(("key", "longest"), [("rank", 40), ("digest", 64)])
def test_a_text_of_the_claim_is_read_up_to_its_length(key: str, longest: int) -> None:
    table = unpacked()
    texts = ["x" * longest, "x" * (longest + 1)]
    assert [accepts({**table, "result": {**table["result"], key: text}}) for text in texts] == [True, False]


@pytest.mark.parametrize(
    ("event", "accepted"),
    [
        ([0, 0, 3, 1], True),
        ([0, 0, 4, 1], False),
        ([0, 0, -1, 1], False),
        ([0, 0, 0, 2], False),
        ([A_DAY_US, A_DAY_US, 0, 0], True),
        ([A_DAY_US + 1, 0, 0, 0], False),
        ([0, -A_DAY_US - 1, 0, 0], False),
    ],
)
def test_an_event_has_a_time_within_a_day_one_of_four_actions_and_a_press_or_release(
    event: list[int], accepted: bool
) -> None:
    assert accepts({**unpacked(), "events": [event]}) is accepted


def test_events_of_one_moment_are_read_and_points_only_from_nothing_to_a_thousand() -> None:
    assert accepts({**unpacked(), "events": [[5, 5, 0, 1], [5, 5, 1, 1]]})
    assert [accepts({**unpacked(), "points": [points]}) for points in (-1, 0, 1000, 1001)] == [False, True, True, False]


def test_a_digest_of_a_section_has_thirty_two_digits() -> None:
    assert [accepts({**unpacked(), "section_digests": ["0" * n]}) for n in (31, 32, 33)] == [False, True, False]
    assert [accepts({**unpacked(), "section_digests": ["0" * 32] * n}) for n in (64, 65)] == [True, False]


@pytest.mark.parametrize("text", ["\x1b[31m", "a\nb", "\u202e", "\x9b", "\u2028", "\ud800"], ids=ascii)
@pytest.mark.parametrize("key", ["section", "engine", "chart_hash", "song_hash"])
def test_a_text_that_steers_a_terminal_is_refused(key: str, text: str) -> None:
    with pytest.raises(ReplayError, match=f'"{key}" must be a text'):
        decode(packed({**unpacked(), key: text}), "r")


@pytest.mark.parametrize("key", ["rank", "digest"])
def test_a_claim_that_steers_a_terminal_is_refused(key: str) -> None:
    table = unpacked()
    table["result"][key] = "\x1b[2J"
    with pytest.raises(ReplayError, match=f'"result.{key}" must be a text'):
        decode(packed(table), "r")


def test_a_section_of_a_long_name_is_read() -> None:
    name = "\u043d\u0435\u0431\u043e " * 30
    assert decode(packed({**unpacked(), "section": name}), "r").header.section == name

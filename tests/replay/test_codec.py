"""Replays survive the way to a file and back, and anything else is refused with one sentence."""

import gzip
import json
import time
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import ReplayError, UnknownFormat
from game.replay.codec import MAX_FILE_BYTES, decode, encode, identity_of, sealed
from game.replay.model import Pause, Reanchor, Reason, Trace
from tests.replay.recording import recorded_run

REPLAY = recorded_run()
BOUNDS = json.JSONEncoder(separators=(",", ":"), sort_keys=True)


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


def test_a_hundred_thousand_events_are_refused_at_once() -> None:
    data = changed(events=[[0, 0, 0, 1]] * 70_000)
    begin = time.process_time()
    with pytest.raises(ReplayError, match="at most 20000"):
        decode(data, "r")
    with pytest.raises(ReplayError, match="too large"):
        decode(changed(events=[[0, 0, 0, 1]] * 100_000), "r")
    assert time.process_time() - begin < 1.0


WRONG: list[Any] = [None, True, -1, 1.5, "x" * 300, [], [[]], {}, [["a", "b", "c", "d"]], 1 << 70]
FIELDS = [
    *sorted(set(table_of()) - {"seal", "game"}),
    *(f"{part}__{key}" for part in ("header", "conditions", "result") for key in table_of()[part]),
]
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
LONG = 1 << 53
LAST_UTC_US = 253_402_300_799_000_000


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("header__rules_version", 0, 1_000_000),
        ("header__seed", 0, (1 << 64) - 1),
        ("header__audio_offset_us", -A_DAY_US, A_DAY_US),
        ("header__visual_offset_us", -A_DAY_US, A_DAY_US),
        ("header__restart", 0, 1_000_000),
        ("result__score", 0, 1_000_000),
        ("result__accuracy_permyriad", 0, 10_000),
        ("result__dead_on", 0, 20_000),
        ("result__duration_us", 0, A_DAY_US),
    ],
)
def test_a_number_is_read_up_to_both_of_its_bounds_and_no_further(field: str, least: int, most: int) -> None:
    accepted = [accepts(**{field: value}) for value in (least - 1, least, most, most + 1)]
    assert accepted == [False, True, True, False]


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        ("header__engine", 40),
        ("header__pack", 200),
        ("header__section", 200),
        ("header__map", 200),
        ("header__chart_hash", 64),
        ("header__song_hash", 64),
        ("conditions__unfit", 200),
        ("result__rank", 40),
        ("result__digest", 64),
    ],
)
def test_a_text_is_read_up_to_its_length_and_steers_no_terminal(field: str, longest: int) -> None:
    texts = ("x" * longest, "x" * (longest + 1), "\x1b[31m", "a\nb", "\u202e", "\x9b", "\u2028", "\ud800")
    assert [accepts(**{field: text}) for text in texts] == [True, *[False] * 7]


@pytest.mark.parametrize(
    ("table", "row", "accepted"),
    [
        ("events", [0, 0, 3, 1], True),
        ("events", [0, 0, 4, 1], False),
        ("events", [0, 0, -1, 1], False),
        ("events", [0, 0, 0, 2], False),
        ("events", [0, 0, 0, True], False),
        ("events", [A_DAY_US, LONG, 0, 0], True),
        ("events", [A_DAY_US + 1, 0, 0, 0], False),
        ("events", [0, LONG + 1, 0, 0], False),
        ("witnesses", [0, 0, 0, None], True),
        ("witnesses", [0, 0, 0, LONG], True),
        ("witnesses", [0, 0, 0, LONG + 1], False),
        ("witnesses", [0, 0, 0, False], False),
        ("witnesses", [0, 0, 0], False),
        ("witnesses", [0, 0, 0, -LONG], True),
        ("witnesses", [0, 0, 0, -LONG - 1], False),
        ("witnesses", [A_DAY_US, LONG, LAST_UTC_US, 0], True),
        ("witnesses", [A_DAY_US + 1, 0, 0, 0], False),
        ("witnesses", [0, LONG + 1, 0, 0], False),
        ("witnesses", [0, 0, LAST_UTC_US + 1, 0], False),
        ("reanchors", [-A_DAY_US, LONG, "drift"], True),
        ("reanchors", [-A_DAY_US - 1, 0, "drift"], False),
        ("reanchors", [0, LONG + 1, "drift"], False),
        ("pauses", [A_DAY_US, LONG, LONG], True),
        ("pauses", [A_DAY_US + 1, 0, 0], False),
        ("pauses", [0, LONG + 1, 0], False),
        ("pauses", [0, 0, LONG + 1], False),
        ("reanchors", [0, 0, "snap"], True),
        ("reanchors", [0, 0, "whim"], False),
        ("reanchors", [0, 0, None], False),
        ("pauses", [0, 0, 3_600_000_000 * 24 * 365], True),
        ("pauses", [0, 0], False),
    ],
)
def test_a_row_has_its_width_types_and_bounds(table: str, row: list[object], accepted: bool) -> None:
    assert accepts(**{table: [row]}) is accepted


def test_a_row_of_an_event_says_which_bound_it_passes() -> None:
    for row, bound in (([0, 0, 4, 0], 3), ([0, 0, 0, 2], 1)):
        with pytest.raises(ReplayError, match=f'"events" must hold whole numbers of at most {bound}:'):
            decode(changed(events=[row]), "r")


@pytest.mark.parametrize(
    ("table", "row", "longest"),
    [
        ("events", [0, 0, 0, 1], 20_000),
        ("pauses", [0, 0, 0], 4_000),
        ("witnesses", [0, 0, 0, 0], 4_000),
        ("reanchors", [0, 0, "snap"], 4_000),
        ("points", 7, 20_000),
        ("paces", 7, 4_000),
        ("conditions__laces", 7, 64),
    ],
)
def test_a_list_is_read_up_to_its_length(table: str, row: object, longest: int) -> None:
    assert [accepts(**{table: [row] * length}) for length in (longest, longest + 1)] == [True, False]


@pytest.mark.parametrize(
    ("table", "least", "most"), [("points", 0, 1_000), ("paces", 1, 1_000_000), ("conditions__laces", 0, 64)]
)
def test_a_number_of_a_list_is_read_up_to_both_of_its_bounds(table: str, least: int, most: int) -> None:
    accepted = [accepts(**{table: [value]}) for value in (least - 1, least, most, most + 1)]
    assert accepted == [False, True, True, False]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"format": 0}, '"format" must be a whole number'),
        ({"format": 1}, "format 1 was never written as plain text"),
        ({"format": 3}, "written by a newer version of the game"),
        ({"format": 1_000_000}, "written by a newer version of the game"),
        ({"format": 1_000_001}, '"format" must be a whole number'),
        ({"game": "x" * 20}, "this is no replay of this game"),
        ({"game": "x" * 21}, '"game" must be a text'),
    ],
)
def test_another_format_is_told_from_damage(values: dict[str, object], words: str) -> None:
    with pytest.raises(ReplayError, match=words):
        decode(changed(**values), "r")


def test_a_seal_has_at_most_sixty_four_digits() -> None:
    for digits, words in ((64, "its seal does not fit"), (65, '"seal" must be a text')):
        data = BOUNDS.encode({**table_of(), "seal": "0" * digits}).encode()
        with pytest.raises(ReplayError, match=words):
            decode(data, "r")


def test_a_file_is_looked_at_up_to_its_size() -> None:
    for size, words in ((1_000_000, "not JSON"), (1_000_001, "too large for a replay")):
        with pytest.raises(ReplayError, match=words):
            decode(b" " * size, "r")


def test_the_first_format_is_known_up_to_a_size() -> None:
    for size, known in ((1_000_000, True), (1_000_001, False)):
        text = json.dumps({"game": "lace-up", "format": 1}).encode()
        with pytest.raises(ReplayError) as refused:
            decode(gzip.compress(text.rjust(size)), "r")
        assert isinstance(refused.value, UnknownFormat) is known


@pytest.mark.parametrize("table", [{"game": "lace-up", "format": 2}, {"game": "other", "format": 1}, [], {}, 1])
def test_what_is_packed_otherwise_is_no_first_format(table: object) -> None:
    with pytest.raises(ReplayError, match="compressed, which a replay is not"):
        decode(gzip.compress(json.dumps(table).encode()), "r")


def test_a_digest_of_a_section_has_thirty_two_digits() -> None:
    assert [accepts(section_digests=["0" * n]) for n in (31, 32, 33)] == [False, True, False]
    assert [accepts(section_digests=["0" * 32] * n) for n in (64, 65)] == [True, False]


def test_a_section_of_a_long_name_is_read() -> None:
    name = "\u043d\u0435\u0431\u043e " * 30
    assert decode(changed(header__section=name), "r").header.section == name


def test_no_bytes_that_zlib_packs_are_read_whole() -> None:
    bomb = zlib.compress(b"0" * 50_000_000)
    with pytest.raises(ReplayError):
        decode(bomb, "r")


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

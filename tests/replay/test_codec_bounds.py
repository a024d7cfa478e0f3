"""Every number, text and list of a replay is read up to its bounds and no further."""

import gzip
import json
import zlib

import pytest

from game.errors import ReplayError, UnknownFormat
from game.replay.codec import decode
from tests.replay.replay_files import A_DAY_US, BOUNDS, LAST_UTC_US, LONG, accepts, changed, table_of


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

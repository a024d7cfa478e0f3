"""The fields of an untrusted JSON object: each is read up to its bounds, and anything else names the field."""

from collections.abc import Callable
from typing import Any

import pytest

from game.errors import ReplayError
from game.replay.fields import FieldReader, parsed


def accepts(read: Callable[[FieldReader], object], value: Any) -> bool:
    """Whether a value is read from the field "it"."""
    try:
        read(FieldReader("file", {"it": value}))
    except ReplayError as error:
        assert str(error).startswith('file: "it" m')
        return False
    return True


READ: dict[str, tuple[Callable[[FieldReader], object], list[Any], list[Any]]] = {
    "a text": (lambda it: it.text("it", 3), ["", "abc"], ["abcd", 3, None, ["a"]]),
    "a number": (lambda it: it.integer("it", -2, 5), [-2, 0, 5], [-3, 6, 1.0, "1", True, None]),
    "a choice": (lambda it: it.choice("it", (1, 2)), [1, 2], [0, 3, 1.0, True, "1", None]),
    "choices": (lambda it: it.choices("it", ("a", "b")), [[], ["b"], ["a", "b"]], [["c"], ["a", 1], ["a"] * 3, "a"]),
    "numbers": (lambda it: it.integers("it", 0, 9, 2), [[], [0, 9]], [[0, 10], [-1], [1, 2, 3], [True], ["1"], 1]),
    "texts": (
        lambda it: it.texts("it", 2, 2),
        [[], ["ab", "cd"]],
        [["abc"], ["a"], ["ab"] * 3, [12], [["a", "b"]], "ab"],
    ),
    "rows": (
        lambda it: list(it.rows("it", (9, 3), 2)),
        [[], [[9, -3]] * 2],
        [[[10, 0]], [[0, 4]], [[0]], [[0] * 3], [[0, 0]] * 3, [0], [[0, True]]],
    ),
    "rows with more": (
        lambda it: list(it.rows_with("it", (9,), 2)),
        [[], [[9, None], [-9, "a"]]],
        [[[10, 0]], [[0]], [[0] * 3], [[0, 0]] * 3, [0]],
    ),
    "a flag": (lambda it: it.flag("it"), [True, False], [0, 1, None, "true"]),
    "a text or none": (lambda it: it.text_or_none("it", 3), [None, "", "abc"], ["abcd", 3, False]),
    "rows of anything": (
        lambda it: it.mixed_rows("it", 2, 2),
        [[], [[None, "a"]] * 2],
        [[["a"]], [["a"] * 3], [["a"] * 2] * 3, ["ab"], {}],
    ),
    "so many numbers": (
        lambda it: it.integers_exactly("it", 2, 9),
        [[-9, 9]],
        [[0], [0] * 3, [0, 10], [-10, 0], [0, True], "00"],
    ),
    "so many texts": (
        lambda it: it.short_texts("it", 2, 3),
        [["abc", ""]],
        [["a"], ["a"] * 3, ["a", "abcd"], ["a", 1], ["a", ["b"]], "ab"],
    ),
    "objects": (lambda it: it.tables("it", 2), [[], [{}, {"a": 1}]], [[{}] * 3, [[]], [{}, 1], {}]),
    "an object": (lambda it: it.table("it"), [{}, {"a": 1}], [[], None, 1, "{}"]),
}


@pytest.mark.parametrize(("read", "good", "bad"), READ.values(), ids=list(READ))
def test_each_kind_of_field_takes_what_it_says_and_nothing_else(
    read: Callable[[FieldReader], object], good: list[Any], bad: list[Any]
) -> None:
    assert [value for value in good if not accepts(read, value)] == []
    assert [value for value in bad if accepts(read, value)] == []


def test_a_field_of_an_object_within_is_named_by_its_path() -> None:
    with pytest.raises(ReplayError, match=r'file: "result\.score" must be a whole number'):
        FieldReader("file", {"result": {"score": "much"}}).table("result").integer("score", 0, 9)


def test_a_field_is_absent_if_it_is_missing_or_null() -> None:
    reader = FieldReader("file", {"null": None, "nothing": 0})
    assert [reader.absent(key) for key in ("missing", "null", "nothing")] == [True, True, False]


def test_objects_of_a_list_are_named_by_their_place() -> None:
    reader = FieldReader("file", {"rows": [{"a": 1}, {"a": "much"}]}).tables("rows", 2)[1]
    with pytest.raises(ReplayError, match=r'file: "rows\.1\.a" must be a whole number'):
        reader.integer("a", 0, 9)


def test_an_unknown_key_is_shown_up_to_forty_characters() -> None:
    reader = FieldReader("file", {"known": 1, "x" * 41: 2})
    with pytest.raises(ReplayError, match=f'^file: "{"x" * 40}" is no field of a replay$'):
        reader.only(("known",))
    reader.only(("known", "x" * 41))


def test_the_key_that_stands_twice_is_named() -> None:
    with pytest.raises(ReplayError, match='"b" stands there twice'):
        parsed(b'{"a": 1, "b": 2, "c": 3, "b": 4}', "file")
    assert parsed(b'{"a": {"b": 1}, "b": 2}', "file") == {"a": {"b": 1}, "b": 2}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{} {}", "its text goes on after its end"),
        (b"{", "is not JSON, or cut short"),
        (b"[]", "its text is not a JSON object"),
        (b'{"a": NaN}', "its text is not JSON that a replay has"),
        ("{\u00e9}".encode(), "not the plain text"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(data: bytes, words: str) -> None:
    with pytest.raises(ReplayError, match=f"^file: .*{words}"):
        parsed(data, "file")


def test_a_row_of_another_width_is_told_its_width() -> None:
    with pytest.raises(ReplayError, match="must hold rows of 2 values"):
        list(FieldReader("file", {"it": [[0]]}).rows_with("it", (9,), 2))
    with pytest.raises(ReplayError, match="must hold rows of 1 values"):
        list(FieldReader("file", {"it": [[0, 0]]}).rows("it", (9,), 2))

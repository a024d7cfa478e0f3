"""Whatever a file or row says, a terminal shows it and does nothing else, in any encoding."""

import io
import json
import sys

import pytest

from game.terminal import EscapingStream, escaped, escaped_output

STEERING = [
    ("\x1b[2J", "\\u001b[2J"),
    ("\x9b31m", "\\u009b31m"),
    ("\x07\x08\x7f", "\\u0007\\u0008\\u007f"),
    ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
    ("\u200b\ufeff", "\\u200b\\ufeff"),
    ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\u0085d"),
    ("\ud800", "\\ud800"),
    ("\U000e0041", "\\udb40\\udc41"),
    ("one\r\ntwo", "one\\u000d\\u000atwo"),
]


def written(text: str, encoding: str) -> str:
    raw = io.BytesIO()
    target = io.TextIOWrapper(raw, encoding=encoding, newline="")
    print(text, end="", file=EscapingStream(target))
    target.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(("text", "shown"), STEERING)
def test_what_steers_a_terminal_is_shown(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(
    "text", ["plain", "na\u00efve", "\u0442\u0435\u0441\u0442", "\u62f3", "a\u00a0b", "\U0001f94a"]
)
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize(("text", "shown"), STEERING)
def test_the_stream_escapes_whatever_is_printed(text: str, shown: str) -> None:
    assert written(text, "utf-8") == shown.replace("\\u000a", "\n")


def test_lines_and_tabs_of_the_output_itself_stay() -> None:
    assert written("one\n\ttwo\n", "utf-8") == "one\n\ttwo\n"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1251"])
def test_what_an_encoding_lacks_is_written_as_its_number(encoding: str) -> None:
    shown = "\u0442" if encoding == "cp1251" else "\\u0442"
    assert written("map \u0442\u2605", encoding) == f"map {shown}\\u2605"


def test_json_is_still_json_when_it_was_escaped() -> None:
    value = {"name": "\x7f\x9b\u202e\U000e0041\U0001f94a\ud800"}
    assert json.loads(escaped(json.dumps(value, ensure_ascii=False))) == value
    assert json.loads(written(json.dumps(value), "ascii")) == value


def test_a_program_without_a_console_prints_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with escaped_output():
        print("\u0442")
        assert sys.stdout is None

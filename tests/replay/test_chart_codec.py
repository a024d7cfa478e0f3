"""Charts survive the way to a file and back; each field is read up to both of its bounds, and no further."""

import json
from typing import Any

import pytest

from game.errors import ReplayError
from game.replay.chart_codec import MAX_CHART_BYTES, Origin, decode_chart, encode_chart
from game.sim.chart import RULES_VERSION, Chart, Difficulty
from game.sim.form import FORM_MAX
from tests.golden.frozen import frozen_chart

CHART = frozen_chart(Difficulty.NORMAL)
ORIGIN = Origin("tests", "0" * 64)
A_DAY_US = 24 * 3600 * 1_000_000
CALLED = next(section.index for section in CHART.sections if section.calls)
Path = tuple[str | int, ...]
CUE: Path = ("sections", 0, "cues", 0)
CALL: Path = ("sections", CALLED, "calls", 0)


def table_with(path: Path, value: object) -> dict[str, Any]:
    """Return what a file holds, with another value at a path of keys and places."""
    table: dict[str, Any] = json.loads(encode_chart(CHART, ORIGIN))
    within: Any = table
    for key in path[:-1]:
        within = within[key]
    within[path[-1]] = value
    return table


def read_with(path: Path, value: object) -> Chart:
    return decode_chart(json.dumps(table_with(path, value)).encode(), "c")[0]


def accepts(path: Path, value: object) -> bool:
    """Whether a file with another value there is read as a chart."""
    try:
        read_with(path, value)
    except ReplayError as error:
        assert str(error).startswith("c: ")
        return False
    return True


@pytest.mark.parametrize("difficulty", Difficulty)
def test_a_chart_comes_back_as_it_was_written(difficulty: Difficulty) -> None:
    chart = frozen_chart(difficulty)
    again, origin = decode_chart(encode_chart(chart, ORIGIN), "c")
    assert (again.sections, again.tempo.segments, again.lead_in_us) == (
        chart.sections,
        chart.tempo.segments,
        chart.lead_in_us,
    )
    assert (again.hash(), origin) == (chart.hash(), ORIGIN)


def test_cues_are_numbered_through_all_sections() -> None:
    table = json.loads(encode_chart(CHART, ORIGIN))
    for section, count in zip(table["sections"], (3, 1, 2), strict=False):
        section["cues"] = section["cues"][:count]
    table["sections"] = table["sections"][:3]
    chart, _ = decode_chart(json.dumps(table).encode(), "c")
    assert [(cue.section, cue.id) for cue in chart.cues] == [(0, 0), (0, 1), (0, 2), (1, 3), (2, 4), (2, 5)]


@pytest.mark.parametrize(
    ("path", "least", "most"),
    [
        (("chart_format",), 1, 1),
        (("rules_version",), RULES_VERSION, RULES_VERSION),
        (("lead_in_us",), 0, A_DAY_US),
        (("tempo", 0, 1), -A_DAY_US, A_DAY_US),
        (("tempo", 0, 2), 1, A_DAY_US),
        (("sections", 0, "start_us"), -A_DAY_US, A_DAY_US),
        (("sections", 0, "end_us"), -A_DAY_US, A_DAY_US),
        (("sections", 0, "form_ceiling"), 0, FORM_MAX),
        (("sections", 0, "lace", 0), 0, 3),
        (("sections", 0, "lace", 1), -A_DAY_US, A_DAY_US),
        (("sections", 0, "lace", 2), -A_DAY_US, A_DAY_US),
        ((*CUE, 2), -A_DAY_US, A_DAY_US),
        ((*CUE, 3), -A_DAY_US, A_DAY_US),
        ((*CUE, 5), 0, 20_000),
        ((*CUE, 6), 0, 1),
        ((*CUE, 7), 0, A_DAY_US),
        ((*CALL, 2), -A_DAY_US, A_DAY_US),
        ((*CALL, 3), -A_DAY_US, A_DAY_US),
        ((*CALL, 4), 0, 3),
    ],
    ids=str,
)
def test_a_number_is_read_up_to_both_of_its_bounds_and_no_further(path: Path, least: int, most: int) -> None:
    accepted = [accepts(path, value) for value in (least - 1, least, most, most + 1)]
    assert accepted == [False, True, True, False]


@pytest.mark.parametrize(
    ("path", "longest", "fill"),
    [
        (("pack",), 200, "x"),
        (("song_hash",), 64, "0"),
        (("sections", 0, "id"), 200, "x"),
        (("sections", 0, "beats", 0), 40, "1"),
        (("tempo", 0, 0), 40, "1"),
        ((*CUE, 1), 40, "1"),
        ((*CALL, 0), 200, "x"),
        ((*CALL, 1), 40, "1"),
    ],
    ids=str,
)
def test_a_text_is_read_up_to_its_length_and_nothing_else_is(path: Path, longest: int, fill: str) -> None:
    assert [accepts(path, value) for value in (fill * longest, fill * (longest + 1), 7, None)] == [True, *[False] * 3]


@pytest.mark.parametrize(
    ("path", "longest"),
    [
        (("sections",), 64),
        (("tempo",), 20_000),
        (("sections", 0, "cues"), 20_000),
        (("sections", CALLED, "calls"), 20_000),
    ],
    ids=str,
)
def test_a_list_is_read_up_to_its_length(path: Path, longest: int) -> None:
    rows: Any = json.loads(encode_chart(CHART, ORIGIN))
    for key in path:
        rows = rows[key]
    assert [accepts(path, [rows[0]] * length) for length in (longest, longest + 1)] == [True, False]


@pytest.mark.parametrize(
    ("path", "width"), [(("tempo", 0), 3), (CUE, 8), (CALL, 5), (("sections", 0, "lace"), 3)], ids=str
)
def test_a_row_has_its_width(path: Path, width: int) -> None:
    row: Any = json.loads(encode_chart(CHART, ORIGIN))
    for key in path:
        row = row[key]
    others: tuple[object, ...] = (row[:-1], [*row, 0], {})
    assert len(row) == width
    assert accepts(path, row)
    assert not any(accepts(path, value) for value in others)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("game",), "another"),
        (("difficulty",), "impossible"),
        (("sections",), []),
        (("sections", 0, "minigame"), "croquet"),
        (("sections", 0, "beats"), ["0"]),
        (("sections", 0, "beats"), ["0", "1", "2"]),
        (("tempo",), []),
        ((*CUE, 0), "no kind"),
        ((*CUE, 0), 3),
        ((*CUE, 1), "1/0"),
        ((*CUE, 1), "one"),
        ((*CUE, 4), ""),
        ((*CUE, 4), "4"),
        ((*CUE, 4), 0),
    ],
    ids=str,
)
def test_what_no_chart_has_is_refused(path: Path, value: object) -> None:
    assert not accepts(path, value)


def test_each_verb_and_either_hand_are_read() -> None:
    assert [read_with((*CUE, 4), "0123").cues[0].verbs, read_with((*CALL, 4), None).sections[CALLED].calls[0].verb] == [
        (0, 1, 2, 3),
        None,
    ]
    assert [read_with((*CUE, 6), flag).cues[0].either_hand for flag in (0, 1)] == [False, True]
    assert read_with(("sections", 0, "lace"), None).sections[0].lace is None


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("game", "x" * 20, "is no chart"),
        ("game", "x" * 21, '"game" must be a text'),
        ("chart_format", 1_000_000, "is no chart"),
        ("chart_format", 1_000_001, '"chart_format" must be a whole number'),
        ("rules_version", 0, "version 0 of the rules"),
        ("rules_version", -1, '"rules_version" must be a whole number'),
        ("rules_version", 1_000_000, "version 1000000 of the rules"),
        ("rules_version", 1_000_001, '"rules_version" must be a whole number'),
    ],
)
def test_another_format_is_told_from_damage(key: str, value: object, words: str) -> None:
    with pytest.raises(ReplayError, match=words):
        read_with((key,), value)


def test_a_file_is_read_up_to_its_size() -> None:
    data = encode_chart(CHART, ORIGIN)
    whole = data + b" " * (2_000_000 - len(data))
    assert len(whole) == MAX_CHART_BYTES
    assert decode_chart(whole, "c")[0].hash() == CHART.hash()
    with pytest.raises(ReplayError, match="too large for a chart"):
        decode_chart(whole + b" ", "c")

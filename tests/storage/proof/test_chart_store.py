"""Charts are kept as data by hash: editing a level makes no replay unknown, and a chart file is distrusted like any."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import ReplayError, UnknownChart
from game.replay.chart_codec import MAX_CHART_BYTES, Origin, decode_chart, encode_chart
from game.sim.chart import RULES_VERSION, Chart, Difficulty
from game.sim.options import RunOptions
from game.storage.proof.chart_store import ChartStore, Playable, file_name
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CHART, header_of

WHOLE = frozen_chart(Difficulty.HARD)
ORIGIN = Origin("tests", "0" * 64)


def playing(chart: Chart | None, origin: Origin = ORIGIN) -> Playable:
    """Return what can be played: one chart, whatever is asked for, or none."""

    def play(_difficulty: Difficulty, _section: str | None) -> Chart:
        if chart is None:
            raise KeyError
        return chart

    return Playable(play, origin)


@pytest.mark.parametrize(
    "chart", [WHOLE, CHART, frozen_chart(Difficulty.EASY).only("meat")], ids=["all", "yard", "meat"]
)
def test_a_chart_is_the_same_after_a_file(chart: Chart) -> None:
    again, origin = decode_chart(encode_chart(chart, ORIGIN), "c")
    assert replace(again, tempo=chart.tempo) == chart
    assert again.tempo.segments == chart.tempo.segments
    assert again.hash() == chart.hash()
    assert origin == ORIGIN


def test_a_chart_that_was_played_is_found_after_the_level_was_edited(tmp_path: Path) -> None:
    ChartStore(playing(WHOLE), tmp_path).keep(WHOLE)
    header = header_of(WHOLE, RunOptions())
    assert ChartStore(playing(CHART), tmp_path).find(header).hash() == WHOLE.hash()
    with pytest.raises(UnknownChart, match=f"chart {WHOLE.hash()[:8]}, which this installation does not have"):
        ChartStore(playing(CHART), tmp_path / "elsewhere").find(header)


def test_a_section_of_a_kept_chart_is_found(tmp_path: Path) -> None:
    ChartStore(playing(WHOLE), tmp_path).keep(WHOLE)
    meat = WHOLE.only("meat")
    header = replace(header_of(meat, RunOptions()), section="meat")
    assert ChartStore(playing(None), tmp_path).find(header).hash() == meat.hash()
    with pytest.raises(UnknownChart):
        ChartStore(playing(None), tmp_path).find(replace(header, section="attic"))


def test_a_foreign_song_or_pack_is_unknown_until_the_chart_was_played_with_it(tmp_path: Path) -> None:
    other = Origin("another", "f" * 64)
    header = replace(header_of(WHOLE, RunOptions()), pack=other.pack, song_hash=other.song_hash)
    with pytest.raises(UnknownChart, match="names song ffffffff of pack another"):
        ChartStore(playing(WHOLE), tmp_path).find(header)
    ChartStore(playing(WHOLE, other), tmp_path).keep(WHOLE)
    assert ChartStore(playing(WHOLE), tmp_path).find(header) == WHOLE


def test_older_rules_are_said_before_an_unknown_chart(tmp_path: Path) -> None:
    header = replace(header_of(WHOLE, RunOptions()), rules_version=RULES_VERSION - 1, chart_hash="0" * 64)
    with pytest.raises(UnknownChart, match="older rules"):
        ChartStore(playing(WHOLE), tmp_path).find(header)


def test_a_file_whose_content_does_not_fit_its_name_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / file_name(WHOLE, ORIGIN)).write_bytes(encode_chart(CHART, ORIGIN))
    (tmp_path / "junk.chart.json").write_bytes(b"junk")
    (tmp_path / "folder.chart.json").mkdir()
    with pytest.raises(UnknownChart):
        ChartStore(playing(None), tmp_path).find(header_of(CHART, RunOptions()))


def test_a_chart_is_written_once(tmp_path: Path) -> None:
    released, own = tmp_path / "released", tmp_path / "own"
    ChartStore(playing(WHOLE), released).keep(WHOLE)
    ChartStore(playing(WHOLE), own, (released,)).keep(WHOLE)
    assert not own.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("game", "another"),
        ("chart_format", 2),
        ("rules_version", 0),
        ("sections", []),
        ("sections", [{}]),
        ("tempo", []),
        ("tempo", [["0", 0, 0]]),
        ("tempo", [["1/0", 0, 500_000]]),
        ("difficulty", "none"),
        ("lead_in_us", -1),
        ("pack", "\x1b[2J"),
    ],
)
def test_a_chart_that_the_game_cannot_have_written_is_refused(key: str, value: object) -> None:
    table = {**json.loads(encode_chart(WHOLE, ORIGIN)), key: value}
    with pytest.raises(ReplayError, match=r"^c: "):
        decode_chart(json.dumps(table).encode(), "c")


def test_a_huge_chart_is_refused() -> None:
    with pytest.raises(ReplayError, match="too large"):
        decode_chart(b" " * (MAX_CHART_BYTES + 1), "c")


@given(st.integers(0, 7), st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=3))
def test_any_value_in_a_cue_is_read_or_refused(column: int, value: object) -> None:
    table = json.loads(encode_chart(CHART, ORIGIN))
    table["sections"][0]["cues"][3][column] = value
    try:
        decode_chart(json.dumps(table).encode(), "c")
    except ReplayError as error:
        assert str(error).startswith("c: ")

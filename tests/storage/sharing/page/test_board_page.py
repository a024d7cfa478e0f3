"""The published page: nothing from a file is markup on it, and it asks for nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.replay.codec import encode
from game.replay.verify import Verdict
from game.sim.options import RunMode, RunOptions
from game.storage.board import Board, BoardRow, Split
from game.storage.sharing.board_json import PublishedBoard
from game.storage.sharing.checked_file import CheckedFile, PlottedHit, SectionSpan, find
from game.storage.sharing.exporting import best_first
from game.storage.sharing.page.board_page import board_page
from game.storage.sharing.page.markup import element
from game.timing.units import clock_text
from tests.replay.recording import person_run
from tests.storage.sharing.installation import CHART, open_checks

HOSTILE = (
    "<script>document.title='owned'</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></script><svg/onload=alert(1)>",
    "\u202e\x1b[2Jjavascript:alert(1)'",
)
KNOWN_ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "h1",
        "h2",
        "h3",
        "a",
        "p",
        "main",
        "section",
        "label",
        "select",
        "option",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "button",
        "span",
        "svg",
        "path",
        "text",
        "dl",
        "dt",
        "dd",
        "footer",
        "script",
    ]
)


class Elements(HTMLParser):
    """Notes the elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one."""
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}


def elements_of(page: str) -> Elements:
    """Return what a page is made of."""
    found = Elements()
    found.feed(page)
    return found


def hostile_boards() -> tuple[PublishedBoard, ...]:
    """Return boards in which every text that can come from a file is hostile."""
    boards = []
    for number, text in enumerate(HOSTILE):
        row = BoardRow(text, 5, 6, 7, text, 8, text, text, (Split(text, 1, text),))
        spans, hits = (SectionSpan(text, 0, 9_000_000),), (PlottedHit(5, 6), PlottedHit(7, None))
        run = CheckedFile(Path(text), f"{number}" * 64, Verdict.TRUE, text, None, row, hits, spans)
        boards.append(PublishedBoard(Board(text, text, "normal", 1000, 100, text, text), (run,)))
    return tuple(boards)


def test_nothing_from_a_file_is_markup() -> None:
    page = board_page(hostile_boards()).decode()
    found = elements_of(page)
    assert set(found.names) <= KNOWN_ELEMENTS
    assert found.names.count("script") == 1
    assert not {name for name in found.attributes if name.startswith("on") or name == "src"}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)


def test_the_page_asks_for_nothing() -> None:
    page = board_page(hostile_boards()).decode()
    assert "default-src 'none'" in page
    assert "://" not in re.sub(r"&[^;]*;", "", page)


def test_a_run_has_its_splits_its_plot_and_its_replay(tmp_path: Path) -> None:
    path = tmp_path / "a.laceup"
    path.write_bytes(encode(person_run(CHART, 15)))
    run = find(path, open_checks())
    assert run.board is not None and run.row is not None
    boards = (PublishedBoard(run.board, (replace(run, row=replace(run.row, initials="JOE")),)),)
    page = board_page(boards).decode()
    assert f'href="replays/{run.identity}.laceup"' in page
    assert f'id="run-{run.identity[:12]}"' in page
    assert 'id="player-0"' in page
    drawn = sum(len(re.findall("h0", path)) for path in re.findall(r'<path d="(M[^"]*h0)"', page))
    assert drawn == len(run.hits) == len(person_run(CHART, 15).points)
    assert "<td>yard</td>" in page


def test_a_board_of_road_work_goes_by_time_and_shows_the_time_of_each_section(tmp_path: Path) -> None:
    path = tmp_path / "road.laceup"
    path.write_bytes(encode(person_run(CHART, 15, options=RunOptions(mode=RunMode.ROAD))))
    run = find(path, open_checks())
    assert run.board is not None and run.row is not None
    slower = replace(run, identity="0" * 64, row=replace(run.row, real_us=run.row.real_us + 1_000_000))
    page = board_page((PublishedBoard(run.board, tuple(sorted((slower, run), key=best_first))),)).decode()
    heads = re.findall(r"<th[^>]*><button>([^<]*)</button>", page)
    assert heads[:4] == ["#", "Player", "Time", "Points"]
    assert "Road work" in page
    keys = re.findall(r'<td data-key="(\d+)"><a href="#run-', page)
    assert keys[:2] == [str(run.row.real_us), str(run.row.real_us + 1_000_000)]
    ((split, time_us),) = run.splits
    assert time_us == run.row.real_us > 0
    times = f"<td>{clock_text(time_us)}</td>" * 2
    assert f'<td>yard</td>{times}<td class="wide">{split.section_score:,}</td>' in page


@pytest.mark.parametrize("text", HOSTILE)
def test_attributes_and_text_are_escaped(text: str) -> None:
    found = elements_of(element("a", text, href=text))
    assert found.names == ["a"]
    assert found.attributes == {"href"}


def test_a_page_without_runs_says_so() -> None:
    assert b"No run has been published yet." in board_page(())

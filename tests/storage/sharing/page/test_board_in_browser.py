"""The published page in a real Chromium, from a file: it sorts, filters and opens pages, and runs nothing else.

`LACE_UP_PICTURES` names a folder for pictures of it at the width of a phone and of a desktop.
"""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from game.replay.codec import encode
from game.storage.sharing.board_json import PublishedBoard
from game.storage.sharing.checked_file import CheckedFile, find
from game.storage.sharing.page.board_page import board_page
from tests.replay.recording import person_run
from tests.storage.sharing.installation import CHART, open_checks
from tests.storage.sharing.page.test_board_page import hostile_boards

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
WIDTHS = (390, 1280)
ACT = """
const said = [];
const wide = document.documentElement.scrollWidth > innerWidth;
const heads = document.querySelectorAll(".board table")[0].querySelectorAll("button");
const rows = () => [...document.querySelectorAll(".board table")[0].tBodies[0].rows];
const scores = () => rows().map(row => Number(row.cells[2].dataset.key));
heads[2].click(); said.push("rising " + scores().join(","));
heads[2].click(); said.push("falling " + scores().join(","));
choice.value = "1"; choice.dispatchEvent(new Event("change"));
said.push("boards " + [...document.querySelectorAll(".board")].filter(b => b.offsetParent).length);
location.hash = "#player-0";
setTimeout(() => {
  said.push("open " + [...document.querySelectorAll("section")].filter(s => s.offsetParent).map(s => s.id).join(","));
  said.push("wide " + (wide || document.documentElement.scrollWidth > innerWidth));
  said.push("title " + document.title);
  document.body.innerHTML = "<pre id=said></pre>";
  document.getElementById("said").textContent = said.join("|");
}, 200);
"""
pytestmark = [pytest.mark.external, pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")]


@pytest.fixture
def page(tmp_path: Path) -> bytes:
    """Return a page of a board with runs of the yard, and of hostile boards."""
    runs: list[CheckedFile] = []
    for seed, (spread_ms, initials) in enumerate(((9, "ANN"), (14, "JOE"), (22, "JOE"), (35, "MIA"))):
        path = tmp_path / f"{seed}.laceup"
        path.write_bytes(encode(person_run(CHART, spread_ms, seed)))
        run = find(path, open_checks())
        assert run.row is not None
        runs.append(replace(run, row=replace(run.row, initials=initials)))
    assert runs[0].board is not None
    return board_page((PublishedBoard(runs[0].board, tuple(runs)), *hostile_boards()))


def chromium(*words: str) -> str:
    """Run Chromium without a window; return what it printed."""
    assert CHROMIUM is not None
    flags = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=3000")
    done = subprocess.run((CHROMIUM, *flags, *words), capture_output=True, text=True, timeout=110, check=True)
    return done.stdout


@pytest.mark.parametrize("width", WIDTHS)
def test_it_sorts_filters_and_opens_the_page_of_a_player(page: bytes, width: int, tmp_path: Path) -> None:
    acting = page.decode().split("script-src", 1)
    policy_off = acting[0] + "script-src 'unsafe-inline'; x" + acting[1].split("'", 2)[2]
    file = tmp_path / "board.html"
    file.write_text(policy_off.replace("</body>", f"<script>{ACT}</script></body>"))
    printed = chromium(f"--window-size={width},900", "--dump-dom", file.as_uri())
    said = dict(part.split(" ", 1) for part in printed.split('<pre id="said">')[1].split("</pre>")[0].split("|"))
    rising = [int(score) for score in said["rising"].split(",")]
    assert rising == sorted(rising) and len(set(rising)) == 4
    assert said["falling"] == ",".join(map(str, reversed(rising)))
    assert said["boards"] == "1"
    assert said["open"].startswith("player-")
    assert said["wide"] == "false"
    assert said["title"] == "Lace Up: boards"


@pytest.mark.parametrize("hash_of_page", ["", "run"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_drawn_at_the_width_of_a_phone_and_of_a_desktop(
    page: bytes, width: int, hash_of_page: str, tmp_path: Path
) -> None:
    folder = Path(os.environ.get("LACE_UP_PICTURES", tmp_path))
    file, picture = tmp_path / "board.html", folder / f"board-{hash_of_page or 'all'}-{width}.png"
    file.write_bytes(page)
    run = page.decode().split('id="run-')[1].split('"')[0]
    place = file.as_uri() + (f"#run-{run}" if hash_of_page else "")
    chromium(f"--window-size={width},1600", f"--screenshot={picture}", place)
    assert picture.stat().st_size > 10_000


def test_nothing_in_a_hostile_page_runs(page: bytes, tmp_path: Path) -> None:
    file = tmp_path / "board.html"
    file.write_bytes(page)
    assert "<title>Lace Up: boards</title>" in chromium("--dump-dom", file.as_uri())

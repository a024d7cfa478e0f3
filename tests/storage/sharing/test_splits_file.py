"""A splits file holds every attempt at Road work, its golds and its game times, as LiveSplit reads them."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from game.storage.board import Board
from game.storage.history.attempt import Attempt, Ended, Segment, Stop
from game.storage.sharing.splits_file import SplitsOf, duration_text, splits_file
from game.timing.units import ms

BOARD = Board("road", "", "normal", 1000, 100, "", "c" * 64)
READER = """
const core = require("livesplit-core"), fs = require("fs");
core.Run.parseString(fs.readFileSync(process.argv[1], "utf8"), "", false).with((result) => {
  if (!result.parsedSuccessfully()) throw new Error("not parsed");
  const kind = result.timerKind();
  result.unwrap().with((run) => {
    const seconds = (time) => (time === null ? null : time.totalSeconds());
    const segments = [];
    for (let i = 0; i < run.len(); i++) {
      const part = run.segment(i);
      const end = seconds(part.personalBestSplitTime().gameTime());
      segments.push([part.name(), end, seconds(part.bestSegmentTime().gameTime())]);
    }
    const facts = { game: run.gameName(), category: run.categoryName(), attempts: run.attemptCount(), segments };
    console.log(JSON.stringify({ kind, ...facts }));
  });
});
"""


def segment(section: str, real_us: int) -> Segment:
    return Segment(section, 0, "OK", 0, 0, 0, 0, real_us)


def attempt(ended: Ended, *times_us: int, identity: str = "") -> Attempt:
    segments = tuple(segment(section, us) for section, us in zip(("yard", "market"), times_us, strict=False))
    return Attempt(BOARD, 1_790_000_000, ended, 0, 0, sum(times_us), 0, identity=identity, segments=segments)


ATTEMPTS = (
    attempt(Ended.FINISHED, ms(13_000), ms(14_000), identity="a" * 64),
    attempt(Ended.RESTARTED, ms(12_000)),
    attempt(Ended.FINISHED, ms(12_500), ms(14_100) + 7, identity="b" * 64),
    attempt(Ended.QUIT),
    attempt(Ended.FINISHED, ms(1), ms(1)),
)
SPLITS = SplitsOf("Road work, normal", (("yard", "Rail yard & dawn"), ("market", "Market")), ATTEMPTS)


def parsed() -> Element:
    return ElementTree.fromstring(splits_file(SPLITS))


def test_every_attempt_is_in_it_and_those_that_were_finished_have_their_time() -> None:
    attempts = parsed().findall("AttemptHistory/Attempt")
    assert [item.get("id") for item in attempts] == ["1", "2", "3", "4", "5"]
    assert [item.findtext("GameTime") for item in attempts] == [
        "00:00:27.0000000",
        None,
        "00:00:26.6000070",
        None,
        "00:00:00.0020000",
    ]
    assert attempts[0].get("started") == "09/21/2026 14:13:20"
    assert attempts[0].get("ended") == "09/21/2026 14:13:47"


def test_pauses_lengthen_an_attempt_but_not_its_game_time() -> None:
    paused = replace(ATTEMPTS[0], pauses=(Stop(0, ms(60_000)),))
    item = ElementTree.fromstring(splits_file(replace(SPLITS, attempts=(paused,)))).find("AttemptHistory/Attempt")
    assert item is not None
    assert item.get("ended") == "09/21/2026 14:14:47"
    assert item.findtext("GameTime") == "00:00:27.0000000"


def test_the_best_run_is_the_fastest_that_has_a_replay() -> None:
    ends = [item.findtext("SplitTimes/SplitTime/GameTime") for item in parsed().findall("Segments/Segment")]
    assert ends == ["00:00:12.5000000", "00:00:26.6000070"]


def test_golds_count_in_attempts_that_were_restarted() -> None:
    golds = [item.findtext("BestSegmentTime/GameTime") for item in parsed().findall("Segments/Segment")]
    assert golds == ["00:00:00.0010000", "00:00:00.0010000"]
    without = replace(SPLITS, attempts=ATTEMPTS[:4])
    segments = ElementTree.fromstring(splits_file(without)).findall("Segments/Segment")
    assert [item.findtext("BestSegmentTime/GameTime") for item in segments] == ["00:00:12.0000000", "00:00:14.0000000"]
    assert [time.get("id") for time in segments[0].findall("SegmentHistory/Time")] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("time_us", "text"),
    [(0, "00:00:00.0000000"), (172_801_234, "00:02:52.8012340"), (3_600_000_001, "01:00:00.0000010")],
)
def test_durations_have_hours_and_seven_digits(time_us: int, text: str) -> None:
    assert duration_text(time_us) == text


@pytest.mark.external
def test_livesplits_own_library_reads_it(tmp_path: Path) -> None:
    """Needs Node and `livesplit-core` where Node finds it (NODE_PATH)."""
    node = shutil.which("node")
    if node is None or subprocess.run([node, "-e", 'require("livesplit-core")'], check=False).returncode:
        pytest.skip("Node or its package livesplit-core is not installed")
    path = f"{tmp_path}/road.lss"
    with open(path, "wb") as file:
        file.write(splits_file(replace(SPLITS, attempts=ATTEMPTS[:4])))
    done = subprocess.run([node, "-e", READER, path], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["kind"] == "LiveSplit"
    assert (found["game"], found["category"], found["attempts"]) == ("Lace Up", "Road work, normal", 4)
    assert found["segments"] == [
        ["Rail yard & dawn", 12.5, 12.0],
        ["Market", pytest.approx(26.600007, abs=1e-9), 14.0],
    ]

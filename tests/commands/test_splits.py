"""`scores splits`: a player's attempts at Road work as a file that LiveSplit opens."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.app.content import load_content
from game.cli import main
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.states.run.run_plan import Mode, RunPlan, road_options
from game.storage.history.attempt import Attempt, Ended, Segment
from game.storage.history.history import History
from game.storage.paths import user_paths
from game.storage.scores import Scores


def test_the_attempts_of_the_settings_difficulty_are_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, file = load_content(), home / "road.lss"
    chart = content.chart(Difficulty.NORMAL)
    board = RunPlan(Mode.ROAD, Difficulty.NORMAL, None, road_options(RunOptions())).board(chart.hash(), None)
    segments = (Segment("yard", 0, "OK", 0, 0, 0, 0, 13_250_000),)
    with Scores(user_paths().scores) as scores:
        History(scores.database).add(Attempt(board, 0, Ended.RESTARTED, 0, 0, 14_000_000, 0, segments=segments))
    assert main(["scores", "splits", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: attempts: 1\n"
    run = ElementTree.parse(file).getroot()
    names = [item.findtext("Name") for item in run.findall("Segments/Segment")]
    assert len(names) == len(chart.sections)
    assert run.findtext("Segments/Segment/BestSegmentTime/GameTime") == "00:00:13.2500000"


def test_without_an_attempt_nothing_is_written_and_it_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scores", "splits", str(home / "road.lss"), "--difficulty", "hard"]) == 1
    assert capsys.readouterr().out == "No run of Road work has been begun on hard yet.\n"
    assert not (home / "road.lss").exists()

"""Your montage, cut by a program of its own while the game goes on."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from game.commands import replay
from game.states.menus.records.results import MONTAGE, Results
from game.states.reels import DONE, ReelCommand, Reels, reel_words
from game.states.samples import sample_outcome
from game.states.transitions import Transition
from tests.states.rig import Rig

HALF_WAY = "print('[####] 303 of 606 pictures', flush=True); input_file.touch(); time.sleep(60)"
WHOLE = "print('/films/run.mp4')"
BROKEN = "sys.exit('lace-up: no ffmpeg here')"


def saying(program: str, mark: Path) -> ReelCommand:
    """Return the command of a program that stands for the film command, and touches a file when it has begun."""

    def words(replay: Path, film: Path, content_words: Sequence[str]) -> list[str]:
        begin = f"import os, pathlib, sys, time; input_file = pathlib.Path({str(mark)!r}); "
        return [sys.executable, "-c", begin + program]

    return words


def wait_for(reels: Reels) -> Sequence[str]:
    """Return what is reported in the end."""
    for _ in range(400):
        said = reels.reports()
        if said:
            return said
        time.sleep(0.05)
    raise AssertionError("it has not ended")


def test_a_reel_tells_how_far_it_is_and_yields_to_everything(tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    reels = Reels(tmp_path, saying(HALF_WAY, mark))
    reels.start(tmp_path / "run.laceup")
    for _ in range(400):
        if mark.exists():
            break
        time.sleep(0.05)
    process = reels._process
    assert process is not None
    assert reels.state_of("run.laceup") == "50 %"
    assert reels.is_cutting
    if sys.platform == "linux":
        assert os.sched_getscheduler(process.pid) == os.SCHED_IDLE
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == 19
    process.kill()
    process.wait()


def test_when_it_is_done_it_says_where_the_film_lies(tmp_path: Path) -> None:
    reels = Reels(tmp_path, saying(WHOLE, tmp_path / "begun"))
    reels.start(tmp_path / "run.laceup")
    assert wait_for(reels) == ("Your montage: /films/run.mp4",)
    assert reels.state_of("run.laceup") == DONE
    assert not reels.is_cutting
    assert reels.reports() == ()


def test_a_failure_is_said_and_it_can_be_tried_again(tmp_path: Path) -> None:
    reels = Reels(tmp_path, saying(BROKEN, tmp_path / "begun"))
    reels.start(tmp_path / "run.laceup")
    assert wait_for(reels) == ("Your montage was not cut: lace-up: no ffmpeg here",)
    assert reels.state_of("run.laceup") == ""


def test_the_command_is_one_that_the_game_knows(tmp_path: Path) -> None:
    words = reel_words(tmp_path / "run.laceup", tmp_path / "run.mp4", ["--pack", str(tmp_path)])
    parser = argparse.ArgumentParser()
    replay.add_parser(parser.add_subparsers())
    args = parser.parse_args(words[3:])
    assert (args.file, args.output, args.reel) == (tmp_path / "run.laceup", tmp_path / "run.mp4", True)


@pytest.fixture
def results(rig: Rig, tmp_path: Path) -> Results:
    """Open the results of a run that was kept; the film command is a program that ends at once."""
    rig.app.reels = Reels(rig.app.paths.films, saying(WHOLE, tmp_path / "begun"))
    outcome = sample_outcome(rig.app)
    outcome = replace(outcome, entry=replace(outcome.entry, replay="run.laceup"))
    rig.app.replays.folder.mkdir(parents=True)
    (rig.app.replays.folder / "run.laceup").write_bytes(b"a replay")
    rig.go(Transition("results", outcome))
    assert isinstance(rig.state, Results)
    return rig.state


def value_of(results: Results) -> str:
    """Return what stands in the row of the montage."""
    return next(row.value for row in results.rows() if row.label == MONTAGE)


def test_the_results_of_a_run_that_was_kept_offer_its_montage_and_say_where_it_lies(rig: Rig, results: Results) -> None:
    assert value_of(results) == ""
    rig.choose(MONTAGE).press("RETURN")
    assert rig.app.reels.state_of("run.laceup") != ""
    for _ in range(400):
        rig.frame()
        if value_of(results) == DONE:
            break
        time.sleep(0.05)
    shown = rig.app.notices.shown(rig.clock.now_us(), 1_000_000)
    assert shown == "Your montage: /films/run.mp4"


def test_every_row_of_the_results_leads_where_it_says(rig: Rig, results: Results) -> None:
    for label, name in (("Scores", "Boards"), ("Watch it", "Theatre"), ("Quit to menu", "MainMenu")):
        outcome = results._outcome
        rig.go(Transition("results", outcome)).choose(label).press("RETURN")
        assert rig.name == name


def test_a_second_one_waits_until_the_first_is_cut(rig: Rig, results: Results, tmp_path: Path) -> None:
    reels = Reels(tmp_path, saying(HALF_WAY, tmp_path / "begun"))
    rig.app.reels = reels
    rig.choose(MONTAGE).press("RETURN").press("RETURN")
    process = reels._process
    assert process is not None
    assert rig.app.notices.shown(rig.clock.now_us(), 1_000_000) is not None
    process.kill()
    process.wait()

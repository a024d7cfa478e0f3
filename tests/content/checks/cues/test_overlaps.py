from pathlib import Path

from game.content.checks.cues import overlaps
from tests.content.tiny import Tiny


def test_a_verb_that_is_still_held_cannot_be_pressed(tmp_path: Path) -> None:
    tiny = Tiny("push_ups").cue(4, "lower", "left", 1).cue(4.5, "lower", "left", 1)
    (finding,) = tiny.found(tmp_path, overlaps.find)
    assert finding.what == "left is still held for object 101"


def test_a_verb_cannot_be_pressed_twice_at_once(tmp_path: Path) -> None:
    tiny = Tiny("market").cue(4, "slip_left", "left").cue(4, "catch", "left")
    (finding,) = tiny.found(tmp_path, overlaps.find)
    assert finding.what == "left is also asked by object 101"


def test_another_verb_and_another_difficulty_do_not_overlap(tmp_path: Path) -> None:
    tiny = Tiny("push_ups").cue(4, "lower", "left", 1).cue(4.5, "clap", "up")
    tiny.cue(6, "lower", "left", 1, difficulties="easy").cue(6, "lower", "left", 0.5, difficulties="hard")
    assert tiny.found(tmp_path, overlaps.find) == []

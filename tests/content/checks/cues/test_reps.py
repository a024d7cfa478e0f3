from pathlib import Path

from game.content.checks.cues import reps
from tests.content.tiny import Tiny


def test_push_ups_that_do_not_come_to_fifty_are_found(tmp_path: Path) -> None:
    tiny = Tiny("push_ups").cue(2, "lower", "left", 1, reps=23)
    assert tiny.found(tmp_path, reps.find) == []
    (finding,) = tiny.cue(4, "lower", "left", 1, reps=1, difficulties="hard").found(tmp_path, reps.find)
    assert (finding.on, finding.what) == (("hard",), "its cues carry 24 reps")
    assert finding.mend == "make the reps of its cues add up to 23"


def test_reps_where_nothing_counts_are_found(tmp_path: Path) -> None:
    findings = Tiny("yard").cue(2, "lift", reps=1).found(tmp_path, reps.find)
    assert {finding.mend for finding in findings} == {"set reps to 0: nothing counts here"}

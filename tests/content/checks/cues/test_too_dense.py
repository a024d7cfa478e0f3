from pathlib import Path

from game.content.checks.cues import too_dense
from game.sim.chart import Difficulty
from tests.content.tiny import Tiny


def test_four_presses_a_second_are_allowed_in_the_yard_and_eight_are_not(tmp_path: Path) -> None:
    tiny = Tiny("yard").cue(4, "lift", "left").cue(4.5, "lift", "right")
    assert tiny.found(tmp_path, too_dense.find) == []
    findings = tiny.cue(4.75, "lift", "left").found(tmp_path, too_dense.find)
    assert {finding.what for finding in findings} == {"it follows at 8.0 presses a second, yard allows 6.5"}
    assert [finding.on for finding in findings] == [(difficulty,) for difficulty in Difficulty]

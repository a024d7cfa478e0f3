from pathlib import Path

from game.content.checks.cues import obstacles_at_seams
from tests.content.tiny import Tiny


def test_a_rail_just_before_the_seam_is_found_and_a_lift_is_not(tmp_path: Path) -> None:
    tiny = Tiny("yard", bars=4).cue(14, "rail", "up").cue(15, "lift")
    assert tiny.found(tmp_path, obstacles_at_seams.find) == []
    (finding,) = tiny.cue(14.5, "rail", "up").found(tmp_path, obstacles_at_seams.find)
    assert finding.what == "this rail lies less than two beats before the seam"
    assert finding.mend == "move it to x 1344 or before"

from fractions import Fraction
from pathlib import Path

from game.content.checks.objects import off_grid
from tests.content.tiny import Tiny


def test_a_cue_beside_the_grid_is_found_and_snapped(tmp_path: Path) -> None:
    tiny = Tiny().cue(2 + 1 / 200, "lift")
    (finding,) = tiny.found(tmp_path, off_grid.find)
    assert finding.mend.startswith("set x to 192,")
    assert tiny.level(tmp_path).cues[0].beat == 2


def test_every_forty_eighth_of_a_beat_is_on_the_grid(tmp_path: Path) -> None:
    tiny = Tiny().cue(2 + 1 / 48, "lift").cue(2 + 1 / 3, "lift").cue(3 - 1 / 16, "lift")
    assert tiny.found(tmp_path, off_grid.find) == []
    beats = [cue.beat for cue in tiny.level(tmp_path).cues]
    assert beats == [2 + Fraction(1, 48), 2 + Fraction(1, 3), 3 - Fraction(1, 16)]

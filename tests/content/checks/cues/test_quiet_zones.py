from pathlib import Path

from game.content.checks.cues import quiet_zones
from tests.content.tiny import Tiny


def test_a_cue_in_an_echo_is_found_and_one_just_after_is_not(tmp_path: Path) -> None:
    tiny = Tiny("meat").add("calls", "Call", 6, 170, 2, kind="echo").cue(8, "straight")
    assert tiny.found(tmp_path, quiet_zones.find) == []
    findings = tiny.cue(7.5, "straight").found(tmp_path, quiet_zones.find)
    assert {finding.what for finding in findings} == {"it lies in the echo of object 101"}


def test_a_blow_just_before_a_feint_is_found(tmp_path: Path) -> None:
    tiny = Tiny("medicine_ball").add("calls", "Feint", 8).cue(9, "brace", "down")
    assert tiny.found(tmp_path, quiet_zones.find) == []
    assert tiny.cue(7.5, "brace", "down").found(tmp_path, quiet_zones.find)

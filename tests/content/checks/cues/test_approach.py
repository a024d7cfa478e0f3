from pathlib import Path

from game.content.checks.cues import approach
from game.content.finding import Severity
from tests.content.tiny import Tiny


def test_a_cue_in_the_first_two_beats_is_found(tmp_path: Path) -> None:
    findings = Tiny().cue(1, "lift").cue(2, "lift", "right").found(tmp_path, approach.find)
    assert {finding.what for finding in findings} == {"it falls into the first 2 beats"}


def test_the_first_cue_must_be_alone(tmp_path: Path) -> None:
    assert Tiny().cue(2, "lift").cue(3, "lift", "right").found(tmp_path, approach.find) == []
    findings = Tiny().cue(2, "lift").cue(2.5, "lift", "right").found(tmp_path, approach.find)
    assert {finding.what for finding in findings} == {'beat 3 of "tiny" is not a lone cue'}
    assert {finding.severity for finding in findings} == {Severity.WARNING}


def test_the_cuts_begin_at_once(tmp_path: Path) -> None:
    assert Tiny("cuts").cue(1, "yard.lift").found(tmp_path, approach.find) == []

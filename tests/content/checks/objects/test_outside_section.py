from pathlib import Path

from game.content.checks.objects import outside_section
from tests.content.tiny import Tiny, whats


def test_a_cue_beyond_the_last_section_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny(bars=4).cue(17, "lift").found(tmp_path, outside_section.find)
    assert finding.what == "this cue lies in no section"


def test_a_hold_over_a_seam_is_found_and_one_up_to_it_is_not(tmp_path: Path) -> None:
    tiny = Tiny("sit_ups", bars=4).cue(14, "sit_up", "up", 2)
    assert tiny.found(tmp_path, outside_section.find) == []
    (finding,) = tiny.cue(15, "sit_up", "up", 1.5).found(tmp_path, outside_section.find)
    assert finding.what == 'ends 0.5 beats after its section "tiny"'


def test_a_call_that_no_exercise_takes_is_found(tmp_path: Path) -> None:
    assert whats(Tiny("yard").add("calls", "Call", 4, kind="call_jab").found(tmp_path, outside_section.find)) == [
        'no section here takes a call "call_jab"'
    ]

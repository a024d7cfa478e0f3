from pathlib import Path

from game.content.checks.cues import unknown_kind
from tests.content.tiny import Tiny, whats


def test_a_kind_of_another_exercise_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny("yard").cue(2, "crate", "up").found(tmp_path, unknown_kind.find)
    assert finding.what == 'yard has no cue kind "crate"'


def test_a_borrowing_exercise_wants_the_lender_named(tmp_path: Path) -> None:
    assert Tiny("cuts").cue(2, "yard.lift").found(tmp_path, unknown_kind.find) == []
    (finding,) = Tiny("cuts").cue(2, "lift").found(tmp_path, unknown_kind.find)
    assert finding.mend == 'did you mean "yard.lift"?'


def test_a_cue_in_a_row_that_says_no_hand_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny().add("cues", "Cue", 2, 10, kind="lift").found(tmp_path, unknown_kind.find)
    assert "its row says neither" in finding.what
    assert "4 (left), 5 (right)" in finding.mend


def test_a_tap_drawn_as_a_hold_and_a_hold_drawn_as_a_tap_are_found(tmp_path: Path) -> None:
    assert whats(Tiny("yard").cue(2, "lift", "left", 1).found(tmp_path, unknown_kind.find)) == [
        'is 1 beats long, but a "lift" is not held'
    ]
    assert whats(Tiny("sit_ups").cue(2, "sit_up", "up").found(tmp_path, unknown_kind.find)) == [
        'a "sit_up" is held, but this one has no length'
    ]

from pathlib import Path

from game.content.checks.cues import alternation
from game.content.finding import merged
from tests.content.tiny import Tiny


def test_a_repeated_hand_is_found(tmp_path: Path) -> None:
    tiny = Tiny().cue(4, "lift", "left", difficulties="easy,hard").cue(5, "lift", "left")
    (finding,) = merged(tiny.found(tmp_path, alternation.find))
    assert (finding.what, finding.on) == ("it repeats left", ("easy", "hard"))


def test_a_cue_in_the_wrong_row_is_one_finding(tmp_path: Path) -> None:
    tiny = Tiny()
    for beat, hand in ((4, "left"), (5, "right"), (6, "right"), (7, "right"), (8, "left"), (9, "left")):
        tiny = tiny.cue(beat, "lift", hand)
    found = merged(tiny.found(tmp_path, alternation.find))
    assert [(finding.location.beat, finding.what) for finding in found] == [
        (6, "it repeats right"),
        (9, "it repeats left"),
    ]


def test_a_copy_in_one_place_is_no_repetition(tmp_path: Path) -> None:
    tiny = Tiny().cue(4, "lift", "left").cue(4, "lift", "left").cue(5, "lift", "right")
    assert tiny.found(tmp_path, alternation.find) == []


def test_after_more_than_two_beats_or_another_kind_either_hand_begins(tmp_path: Path) -> None:
    tiny = Tiny().cue(2, "lift", "left").cue(4.5, "lift", "left").cue(5, "rail", "up").cue(6, "lift", "left")
    assert tiny.found(tmp_path, alternation.find) == []
    assert Tiny().cue(2, "lift", "left").cue(4, "lift", "left").found(tmp_path, alternation.find)

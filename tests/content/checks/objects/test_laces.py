from pathlib import Path

from game.content.checks.objects import laces
from tests.content.tiny import Tiny, whats


def test_a_section_without_a_lace_and_one_with_two_are_found(tmp_path: Path) -> None:
    assert whats(Tiny(lace=False).found(tmp_path, laces.find)) == ["has 0 laces"]
    assert whats(Tiny().add("laces", "Lace", 8, 194, 1, verb="down").found(tmp_path, laces.find)) == ["has 2 laces"]


def test_a_lace_under_a_cue_of_its_verb_is_found(tmp_path: Path) -> None:
    tiny = Tiny(lace=False).add("laces", "Lace", 4, 194, 1, verb="up")
    assert tiny.found(tmp_path, laces.find) == []
    (finding,) = tiny.cue(5, "rail", "up", difficulties="hard").found(tmp_path, laces.find)
    assert (finding.on, finding.what) == (("hard",), "object 102 wants up at that time")

from pathlib import Path

from game.content.checks.objects import duplicate_ids
from tests.content.tiny import Tiny, whats


def test_an_id_that_comes_twice_is_one_finding(tmp_path: Path) -> None:
    tiny = Tiny().cue(2, "lift")
    tiny.ids -= 1
    assert whats(tiny.cue(4, "lift").found(tmp_path, duplicate_ids.find)) == ["2 objects have the id 101"]


def test_ids_of_their_own_are_fine(tmp_path: Path) -> None:
    assert Tiny().cue(2, "lift").cue(4, "lift").found(tmp_path, duplicate_ids.find) == []

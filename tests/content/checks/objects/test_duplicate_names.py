from pathlib import Path

from game.content.checks.objects import duplicate_names
from tests.content.tiny import Tiny, whats


def test_two_triggers_of_one_name_are_found(tmp_path: Path) -> None:
    tiny = Tiny().add("triggers", "Trigger", 2, name="bell").add("triggers", "Trigger", 4, name="bell")
    assert whats(tiny.found(tmp_path, duplicate_names.find)) == ["has the name of object 101, a Trigger too"]


def test_two_layers_of_one_name_are_found(tmp_path: Path) -> None:
    tiny = Tiny(extra=['<objectgroup name="cues"/>'])
    assert whats(tiny.found(tmp_path, duplicate_names.find)) == ["2 layers have this name"]

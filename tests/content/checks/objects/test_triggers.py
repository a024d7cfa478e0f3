from pathlib import Path

from game.content.checks.objects import triggers
from tests.content.tiny import Tiny, whats


def test_the_bell_is_heard_at_the_summit_alone(tmp_path: Path) -> None:
    tiny = Tiny().add("triggers", "Trigger", 4, 100, action="bell")
    assert whats(tiny.found(tmp_path, triggers.find)) == ['"bell" has no effect in yard']
    assert Tiny("summit").add("triggers", "Trigger", 4, 100, action="bell").found(tmp_path, triggers.find) == []


def test_a_trigger_beside_the_sections_is_found(tmp_path: Path) -> None:
    tiny = Tiny().add("triggers", "Trigger", -4, 100)
    assert whats(tiny.found(tmp_path, triggers.find)) == ["lies in no section"]

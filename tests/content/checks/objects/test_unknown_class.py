from pathlib import Path

from game.content.checks.objects import unknown_class
from tests.content.tiny import Tiny


def test_an_object_of_an_unknown_class_is_found_with_the_nearest_name(tmp_path: Path) -> None:
    (finding,) = Tiny().add("cues", "Sectoin", 2).found(tmp_path, unknown_class.find)
    assert finding.what == 'is of the unknown class "Sectoin"'
    assert finding.mend == 'set its class to "Section"'
    assert finding.location.layer == "cues"
    assert finding.location.object_id == 101


def test_notes_to_self_may_hold_anything(tmp_path: Path) -> None:
    assert Tiny().add("// ideas", "", 2).found(tmp_path, unknown_class.find) == []


def test_a_class_of_no_name_that_is_known_is_told_the_class_of_its_layer(tmp_path: Path) -> None:
    (finding,) = Tiny().add("lights", "Lamp", 2).found(tmp_path, unknown_class.find)
    assert finding.mend == 'set its class to "Light"'

from pathlib import Path

from game.content.checks.objects import stacked
from tests.content.tiny import Tiny, whats


def test_a_light_pasted_onto_itself_is_found(tmp_path: Path) -> None:
    tiny = Tiny().add("lights", "Light", 2, 96).add("lights", "Light", 2, 96)
    assert whats(tiny.found(tmp_path, stacked.find)) == ["lies exactly on object 101, which is the same"]


def test_two_lights_of_one_place_that_differ_are_sound(tmp_path: Path) -> None:
    tiny = Tiny().add("lights", "Light", 2, 96, radius=20).add("lights", "Light", 2, 96, radius=90)
    assert tiny.found(tmp_path, stacked.find) == []

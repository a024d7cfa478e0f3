from pathlib import Path

from game.content.checks.objects import unknown_property
from tests.content.tiny import Tiny


def test_a_slip_of_the_pen_in_an_object_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny().cue(2, "lift", dificulties="easy").found(tmp_path, unknown_property.find)
    assert 'unknown property "dificulties"' in finding.what
    assert finding.mend == 'did you mean "difficulties"?'


def test_a_slip_of_the_pen_in_the_map_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny(properties={"px_per_bat": 96}).found(tmp_path, unknown_property.find)
    assert finding.mend == 'did you mean "px_per_beat"?'

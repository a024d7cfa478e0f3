from pathlib import Path
from typing import Any

import pytest

from game.content.checks.objects import bad_value
from tests.content.tiny import Tiny


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("reps", "many", 'is "many", which is no whole number'),
        ("reps", -1, "is -1, out of range"),
        ("reps", 73, "is 73, out of range"),
        ("kind", "lifft", 'is "lifft", which is none of CueKind'),
        ("difficulties", "easy,hrad", 'is "hrad", which is none of Difficulties'),
    ],
)
def test_a_value_that_cannot_stand_is_found(tmp_path: Path, name: str, value: object, what: str) -> None:
    properties: dict[str, Any] = {"kind": "lift", name: value}
    tiny = Tiny().add("cues", "Cue", 2, 98, **properties)
    (finding,) = tiny.found(tmp_path, bad_value.find)
    assert finding.what == f'property "{name}" {what}'
    assert finding.mend


@pytest.mark.parametrize("value", [0, 72])
def test_both_ends_of_a_range_are_allowed(tmp_path: Path, value: int) -> None:
    assert Tiny().cue(2, "lift", reps=value).found(tmp_path, bad_value.find) == []


def test_a_color_that_is_none_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny().add("lights", "Light", 2, color="orange").found(tmp_path, bad_value.find)
    assert "no color" in finding.what


@pytest.mark.parametrize(
    ("layer", "cls", "name", "value", "mend"),
    [
        ("lights", "Light", "strength", "0,5", "write 0.5"),
        ("lights", "Light", "strength", "bright", "write one such as 0.5"),
        ("camera", "CameraKey", "look_ahead", "12,5", "write one such as 120"),
    ],
)
def test_a_number_with_a_comma_is_told_how_to_write_it(
    tmp_path: Path, layer: str, cls: str, name: str, value: str, mend: str
) -> None:
    (finding,) = Tiny().add(layer, cls, 2, **{name: value}).found(tmp_path, bad_value.find)
    assert finding.mend == mend


def test_an_act_that_no_place_answers_is_found(tmp_path: Path) -> None:
    tiny = Tiny(lace=False).add("laces", "Lace", 4, 194, 1, act="pat_dogg")
    (finding,) = tiny.found(tmp_path, bad_value.find)
    assert finding.mend == 'did you mean "pat_dog"?'

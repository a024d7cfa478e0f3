from pathlib import Path

import pytest

from game.content.checks.objects import layer_setup
from tests.content.tiny import Tiny, whats

CUE = '<object id="7" type="Cue" x="192" y="100"><point/></object>'


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ('offsetx="48"', "is moved by 48, 0 px: what lies on it plays there"),
        ('parallaxx="0.5"', "scrolls at 0.5, 1, so Tiled shows it elsewhere than it plays"),
    ],
)
def test_a_layer_of_cues_that_tiled_shows_elsewhere_is_found(tmp_path: Path, attributes: str, what: str) -> None:
    tiny = Tiny(extra=[f'<objectgroup name="cues" {attributes}>{CUE}</objectgroup>'])
    assert whats(tiny.found(tmp_path, layer_setup.find)) == [what]


def test_a_cue_on_the_layer_of_another_difficulty_is_found(tmp_path: Path) -> None:
    tiny = Tiny().add("cues hard", "Cue", 2, 100, kind="lift", difficulties="easy")
    assert whats(tiny.found(tmp_path, layer_setup.find)) == ["is on easy"]
    tiny = Tiny().add("cues hard", "Cue", 2, 100, kind="lift", difficulties="hard")
    assert tiny.found(tmp_path, layer_setup.find) == []


def test_a_layer_of_no_difficulty_is_found(tmp_path: Path) -> None:
    tiny = Tiny().add("cues harz", "Cue", 2, 100, kind="lift")
    assert whats(tiny.found(tmp_path, layer_setup.find)) == ['is no layer of cues of a difficulty ("harz")']


def test_a_hidden_group_is_one_finding(tmp_path: Path) -> None:
    inside = '<objectgroup name="one"/><objectgroup name="two"/>'
    tiny = Tiny(extra=[f'<group name="back" visible="0">{inside}</group>'])
    assert whats(tiny.found(tmp_path, layer_setup.find)) == ["is hidden and will not be drawn"]

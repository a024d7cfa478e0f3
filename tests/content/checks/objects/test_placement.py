from pathlib import Path

import pytest

from game.content.checks.objects import placement
from tests.content.tiny import Tiny, whats


@pytest.mark.parametrize(("beat", "y"), [(-1, 100), (17, 100), (2, -30), (2, 500)])
def test_a_station_outside_of_the_map_is_found(tmp_path: Path, beat: float, y: float) -> None:
    tiny = Tiny().add("stations", "Station", beat, y)
    assert whats(tiny.found(tmp_path, placement.find)) == ["lies outside of the map (1536x384 px)"]


@pytest.mark.parametrize(("beat", "y"), [(0, 0), (16, 384)])
def test_the_edges_belong_to_the_map(tmp_path: Path, beat: float, y: float) -> None:
    assert Tiny().add("stations", "Station", beat, y).found(tmp_path, placement.find) == []


def test_turned_and_negative_objects_are_found(tmp_path: Path) -> None:
    tiny = Tiny().raw("cues", 'type="Cue" x="192" y="100" width="-96" height="20" rotation="45"', kind="lift")
    assert whats(tiny.found(tmp_path, placement.find)) == [
        "is turned by 45 degrees, which has no effect",
        "has a negative size",
    ]

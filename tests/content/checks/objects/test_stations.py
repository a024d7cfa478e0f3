from pathlib import Path

from game.content.checks.objects import stations
from tests.content.tiny import Tiny, whats


def test_a_standing_exercise_without_a_station_is_found(tmp_path: Path) -> None:
    assert whats(Tiny("meat").found(tmp_path, stations.find)) == ["is a standing exercise without a station"]
    assert Tiny("meat").add("stations", "Station", 4, 321, section="meat").found(tmp_path, stations.find) == []


def test_a_station_of_nobody_is_found(tmp_path: Path) -> None:
    assert whats(Tiny("yard").add("stations", "Station", 4, 321, section="meat").found(tmp_path, stations.find)) == [
        'is the station of "meat", which this map does not have'
    ]

from pathlib import Path

from game.content.checks.objects import stations
from tests.content.tiny import Tiny, whats


def test_a_standing_exercise_without_a_station_is_found(tmp_path: Path) -> None:
    assert whats(Tiny("meat").found(tmp_path, stations.find)) == ["is a standing exercise without a station"]
    assert Tiny("meat").add("stations", "Station", 4, 321, section="meat").found(tmp_path, stations.find) == []


def test_two_stations_in_one_place_are_found(tmp_path: Path) -> None:
    tiny = Tiny("meat").add("stations", "Station", 4, 321).add("stations", "Station", 4, 321)
    assert "stands where object 101 stands" in whats(tiny.found(tmp_path, stations.find))


def test_a_station_of_nobody_is_found(tmp_path: Path) -> None:
    assert whats(Tiny("yard").add("stations", "Station", 4, 321, section="meat").found(tmp_path, stations.find)) == [
        'is the station of "meat", which this map does not have'
    ]


def test_a_station_may_name_its_section_its_exercise_or_nothing(tmp_path: Path) -> None:
    for said in ({"section": "dock"}, {"section": "meat"}, {}):
        tiny = Tiny("meat", name="dock").add("stations", "Station", 4, 321, **said)
        assert tiny.found(tmp_path, stations.find) == []


def test_each_of_two_sections_of_one_exercise_has_the_station_that_names_it(tmp_path: Path) -> None:
    tiny = Tiny("meat", name="dock", sections=2)
    tiny.add("stations", "Station", 2, 321, section="dock 2").add("stations", "Station", 4, 321, section="dock 1")
    level = tiny.level(tmp_path)

    assert [station.x for section in level.sections if (station := level.station_of(section))] == [384.0, 192.0]


def test_a_station_that_names_nothing_belongs_to_the_section_around_it(tmp_path: Path) -> None:
    tiny = Tiny("meat", name="dock", sections=2)
    tiny.add("stations", "Station", 9, 321).add("stations", "Station", 1, 321)
    level = tiny.level(tmp_path)

    assert [station.x for section in level.sections if (station := level.station_of(section))] == [96.0, 864.0]


def test_a_station_in_the_sky_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny("meat").add("stations", "Station", 4, 20).found(tmp_path, stations.find)
    assert finding.what == "stands in the sky: his feet would be at y 20"

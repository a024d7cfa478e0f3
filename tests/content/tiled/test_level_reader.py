from fractions import Fraction
from pathlib import Path

from game.content.layers import Blend, MapImage, MapTiles
from game.sim.actions import Verb
from tests.content.tiny import Tiny

TILES = '<data encoding="csv">' + ",".join(["0"] * 64 * 16) + "</data>"


def test_drawn_layers_know_their_group_and_their_own_values(tmp_path: Path) -> None:
    extra = f"""<group name="back"><imagelayer name="sky" offsetx="4" parallaxx="0.1"><image source="sky.png"/>
        <properties><property name="drift" type="float" value="2.5"/></properties></imagelayer></group>
        <group name="ground"><layer name="street" width="64" height="16">{TILES}</layer></group>"""
    level = Tiny(extra=[extra]).level(tmp_path)
    sky, street = level.layers
    assert isinstance(sky, MapImage)
    assert (sky.facts.group, sky.image, sky.facts.parallax) == ("back", tmp_path / "sky.png", 0.1)
    assert (sky.facts.drift, sky.facts.blend) == (2.5, Blend.SOLID)
    assert isinstance(street, MapTiles)
    assert (street.facts.group, len(street.rows)) == ("ground", 16)


def test_beats_count_from_the_song_and_lights_last_as_said(tmp_path: Path) -> None:
    tiny = Tiny(start_beat=16).raw(
        "lights",
        'type="Light" x="10" y="20" width="24" height="48"',
        "<ellipse/>",
        color="#ff102030",
        from_beat=2.0,
        to_beat=4.5,
    )
    (light,) = tiny.level(tmp_path).lights
    assert [light.from_beat, light.to_beat] == [18, Fraction(41, 2)]
    assert light.color == (16, 32, 48, 255)
    assert (light.x, light.y, light.width, light.height) == (10.0, 20.0, 24.0, 48.0)


def test_a_camera_key_without_a_beat_stands_on_that_of_its_x(tmp_path: Path) -> None:
    tiny = Tiny(start_beat=16).add("camera", "CameraKey", 3, 192).add("camera", "CameraKey", 9, 192, beat=1.5)
    assert [key.beat for key in tiny.level(tmp_path).camera_keys] == [Fraction(35, 2), 19]


def test_the_other_classes_are_read_too(tmp_path: Path) -> None:
    tiny = Tiny("meat").add("stations", "Station", 4, 321, name="beef", section="meat")
    tiny.add("triggers", "Trigger", 8, 200, name="door", action="light_leaves", beats=2.0)
    tiny.add("spawners", "Spawner", 2, 100, 2, name="frost", what="frost", count=3, every=0.5)
    level = tiny.level(tmp_path)
    assert [(station.name, station.x) for station in level.stations] == [("beef", 384.0)]
    assert [(t.action, float(t.beat), t.beats) for t in level.triggers] == [("light_leaves", 8, 2.0)]
    assert [(s.what, s.width, s.count, s.every) for s in level.spawners] == [("frost", 192.0, 3, 0.5)]
    assert level.station_of(level.sections[0]) == level.stations[0]


def test_a_verb_that_is_said_goes_before_the_row(tmp_path: Path) -> None:
    level = Tiny().cue(2, "lift", "left", verb="right").level(tmp_path)
    assert level.cues[0].verbs == (Verb.RIGHT,)


def test_notes_to_self_are_not_read(tmp_path: Path) -> None:
    assert Tiny().add("// cues", "Cue", 2, 98, kind="lift").level(tmp_path).cues == ()


def test_an_object_s_beat_is_found_by_its_number(tmp_path: Path) -> None:
    level = Tiny(start_beat=16).cue(2.5, "lift").level(tmp_path)
    assert level.beat_of_object(101) == Fraction(37, 2)
    assert level.beat_of_object(999) is None

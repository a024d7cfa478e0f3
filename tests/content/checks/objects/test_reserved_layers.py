from pathlib import Path

from game.content.checks.objects import reserved_layers
from game.content.tiled.level_reader import read_level
from tests.content.tiny import Tiny, tiny_song, whats

DATA = '<data encoding="csv">' + ",".join(["0"] * 64 * 16) + "</data>"


def test_a_missing_layer_is_found(tmp_path: Path) -> None:
    tiny = Tiny()
    path = tiny.write(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('name="actors"', 'name="people"'), encoding="utf-8")
    level, _ = read_level(path)
    assert level is not None
    (finding,) = reserved_layers.find(level, tiny_song(tmp_path))
    assert (finding.location.layer, finding.what) == ("actors", "is missing")


def test_an_object_astray_is_found(tmp_path: Path) -> None:
    tiny = Tiny().add("calls", "Cue", 2, 98, kind="lift")
    assert whats(tiny.found(tmp_path, reserved_layers.find)) == ["is on another class's layer"]
    assert Tiny().add("cues hard", "Cue", 2, 98, kind="lift").found(tmp_path, reserved_layers.find) == []


def test_drawn_layers_outside_the_groups_and_groups_out_of_order_are_found(tmp_path: Path) -> None:
    loose = Tiny(extra=[f'<layer name="sky" width="64" height="16">{DATA}</layer>'])
    assert whats(loose.found(tmp_path, reserved_layers.find)) == ["is in no group and will not be drawn"]
    layer = f'<layer name="a" width="64" height="16">{DATA}</layer>'
    renamed = Tiny(extra=[f'<group name="backk">{layer}{layer}</group>'])
    assert whats(renamed.found(tmp_path, reserved_layers.find)) == [
        "is none of the groups that are drawn, and has 2 layers"
    ]
    upside_down = Tiny(extra=[f'<group name="front">{layer}</group><group name="back">{layer}</group>'])
    assert whats(upside_down.found(tmp_path, reserved_layers.find)) == [
        "the groups are not in the order back, ground, actors, front"
    ]

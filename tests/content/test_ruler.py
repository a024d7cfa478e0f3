from pathlib import Path

from game.content.ruler import LAYER, MIDDLE_Y, points_of, ruled
from game.content.tiled.level_reader import read_level
from game.storage.paths import levels_dir
from tests.content.tiny import Tiny


def test_a_ruler_is_a_note_layer_with_a_wave_and_a_line_a_beat(tmp_path: Path) -> None:
    path = Tiny().cue(2, "lift").write(tmp_path)
    level, _ = read_level(path)
    assert level is not None
    path.write_text(ruled(path.read_text(), level, [0.5] * points_of(level)))
    again, findings = read_level(path)
    assert findings == []
    assert again is not None
    (layer,) = [layer for layer in again.source.layers if layer.name == LAYER]
    assert [item.name for item in layer.objects if item.name] == ["song", "bar 1", "bar 2", "bar 3", "bar 4", "bar 5"]
    assert [item.x for item in layer.objects[1:4]] == [0, 96, 192]
    assert {item.y for item in layer.objects} == {MIDDLE_Y}
    assert again.cues == level.cues


def test_a_ruler_takes_the_place_of_an_older_one_and_leaves_the_rest_as_it_was() -> None:
    path = levels_dir() / "bridge.tmx"
    level, _ = read_level(path)
    assert level is not None
    before = path.read_text(encoding="utf-8")
    once = ruled(before, level, [0.2, 0.4])
    twice = ruled(once, level, [0.2, 0.4])
    assert twice.count(LAYER) == 1
    assert [row for row in before.splitlines()[2:] if row not in once.splitlines()] == []

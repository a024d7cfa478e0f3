"""Putting painted places into maps leaves everything else alone, and a second time changes nothing."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from assets.workshop.levels.compose import compose
from game.content.layers import Blend, MapImage
from game.content.level import Level
from game.content.tiled.level_reader import read_level
from game.storage.paths import assets_dir, levels_dir
from tests.content.tiny import Tiny

GROUPS = '<group name="back"/><group name="ground"/><group name="front"/>'
FACTS: dict[str, Any] = {
    "layers": [
        {"image": "sky.png", "parallax": 0.02, "x": -54, "y": 0, "group": "back", "size": [799, 274]},
        {"image": "mist.png", "parallax": 0.9, "x": 0, "y": 0, "group": "back", "size": [9, 9], "veil": "add"},
        {"image": "lane.png", "parallax": 1.0, "x": -304, "y": 12, "group": "ground", "size": [3808, 384]},
        {"image": "dust.png", "parallax": 1.2, "x": 0, "y": 0, "group": "back", "size": [9, 9]},
    ],
    "lights": [
        {"x": 572.5, "y": 130, "parallax": 0.8, "color": "#ff3a20", "radius": 26, "kind": "fire", "pulse": "beat"},
        {"x": 1, "y": 2, "kind": "shaft", "color": "#ffffff"},
    ],
    "stations": [{"id": "meat", "x": 700, "feet_y": 300, "camera_centre": 720}],
}


def read(path: Path) -> Level:
    level, _ = read_level(path)
    assert level is not None
    return level


@pytest.fixture
def composed(tmp_path: Path) -> tuple[Level, Level, Path]:
    """Return a map before and after, and the folder in which it was composed."""
    tiny = Tiny("meat", name="plant", extra=[GROUPS], attributes={"nextlayerid": "20", "nextobjectid": "200"})
    tiny.cue(2, "straight").add("stations", "Station", 4, 321, name="beef", section="meat")
    tiny.raw("camera", 'type="CameraKey" x="400" y="192"', "<point/>", beat=3.0)
    path = tiny.write(tmp_path)
    before = read(path)
    (tmp_path / "backdrops" / "plant").mkdir(parents=True)
    (tmp_path / "backdrops" / "plant" / "layers.json").write_text(json.dumps(FACTS), encoding="utf-8")
    assert compose(tmp_path, tmp_path / "backdrops") == [path]
    return before, read(path), tmp_path


def test_the_painted_layers_stand_in_their_groups(composed: tuple[Level, Level, Path]) -> None:
    _, after, _ = composed
    images = [layer for layer in after.layers if isinstance(layer, MapImage)]
    assert [(layer.facts.name, layer.facts.group) for layer in images] == [
        ("sky", "back"),
        ("mist", "back"),
        ("lane", "ground"),
        ("dust", "ground"),
    ]
    sky, mist, lane, _ = images
    assert (sky.facts.x, sky.facts.parallax, sky.image.name) == (-54.0, 0.02, "sky.png")
    assert mist.facts.blend is Blend.ADD
    assert lane.facts.y == 12.0


def test_lamps_become_lights_and_the_station_moves(composed: tuple[Level, Level, Path]) -> None:
    _, after, _ = composed
    (light,) = after.lights
    assert (light.x, light.radius, light.pulse, light.flicker, light.parallax) == (572.5, 26, "beat", 0.35, 0.8)
    assert [(station.x, station.y) for station in after.stations] == [(700.0, 300.0)]
    assert [key.x for key in after.camera_keys] == [720.0]


def test_the_chart_is_left_alone_and_a_second_time_changes_nothing(composed: tuple[Level, Level, Path]) -> None:
    before, after, folder = composed
    assert (before.cues, before.laces, before.sections) == (after.cues, after.laces, after.sections)
    assert compose(folder, folder / "backdrops") == []


def test_the_committed_maps_show_the_places_as_they_are_painted_now(tmp_path: Path) -> None:
    shutil.copytree(levels_dir(), tmp_path / "levels")
    changed = compose(tmp_path / "levels", assets_dir() / "backdrops")
    assert [path.name for path in changed] == [], "run `python -m assets.workshop.levels compose`"

from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.content.checks.registry import check_level, check_play
from game.content.look import look_file
from game.content.placed_starter import placed, placed_look
from game.content.song.song import Song, load_song
from game.content.starter import starter_map
from game.content.tiled.level_reader import read_level
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.storage.paths import levels_dir


@pytest.fixture(scope="module")
def song() -> Song:
    return load_song(shipped_pack().song)


@pytest.mark.parametrize("minigame", MINIGAMES)
@pytest.mark.parametrize("bars", [2, 4, 9])
def test_a_new_map_passes_the_check_at_once(tmp_path: Path, song: Song, minigame: str, bars: int) -> None:
    path = tmp_path / "new.tmx"
    path.write_text(starter_map("new", minigame, bars, song), encoding="utf-8")
    level, findings = read_level(path)
    assert level is not None
    assert [*findings, *check_level(level, song), *check_play(level, song)] == []


@pytest.mark.parametrize(("place", "minigame"), [("river", "yard"), ("yard", "market"), ("gym", "heavy_bag")])
def test_a_new_map_in_a_place_has_its_picture_and_passes_the_check(
    tmp_path: Path, song: Song, place: str, minigame: str
) -> None:
    source = levels_dir() / f"{place}.tmx"
    path = tmp_path / "new.tmx"
    path.write_text(placed(starter_map("new", minigame, 6, song), source, tmp_path), encoding="utf-8")
    look_file(path).write_text(placed_look(source, "new", minigame), encoding="utf-8")
    level, findings = read_level(path)
    shipped, _ = read_level(source)
    assert level is not None
    assert shipped is not None
    assert [*findings, *check_level(level, song), *check_play(level, song)] == []
    assert [layer.facts.name for layer in level.layers] == [layer.facts.name for layer in shipped.layers]
    assert level.look.backdrop == place
    assert level.sections[0].minigame == minigame
    layers = [layer.name for layer in level.source.layers]
    assert {f"cues {difficulty}" for difficulty in Difficulty} <= set(layers)
    assert all(item.name for layer in level.source.layers if layer.name == "cues" for item in layer.objects)

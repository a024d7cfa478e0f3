from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.content.checks.registry import check_level, check_play
from game.content.song.song import Song, load_song
from game.content.starter import starter_map
from game.content.tiled.level_reader import read_level
from game.minigames.manifest import MINIGAMES


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

from pathlib import Path

import pytest

from game.content.folders import find_content
from game.errors import ContentError


@pytest.mark.parametrize("top", ["checkout", "checkout/game/data"])
def test_content_lies_beside_the_code_or_inside_the_package(tmp_path: Path, top: str) -> None:
    for name in ("assets", "levels"):
        (tmp_path / top / name).mkdir(parents=True)
    folders = find_content(tmp_path / "checkout" / "game")
    assert folders.levels == tmp_path / top / "levels"
    assert folders.song == tmp_path / top / "assets" / "music" / "song.toml"


def test_a_game_without_its_content_says_so(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="install the game again"):
        find_content(tmp_path / "game")

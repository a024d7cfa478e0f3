"""Where files lie."""

from pathlib import Path

import pytest

from game.errors import StorageError
from game.storage.paths import assets_dir, levels_dir, make_folder, shipped, user_paths


def test_one_variable_moves_everything_of_the_players(tmp_path: Path) -> None:
    paths = user_paths({"LACE_UP_HOME": str(tmp_path)})
    for path in (paths.settings, paths.scores, paths.replays, paths.screenshots, paths.log):
        assert path.is_relative_to(tmp_path)


def test_without_it_the_platform_decides() -> None:
    assert user_paths({}).settings.name == "settings.toml"


def test_what_ships_is_found_beside_the_code() -> None:
    assert (assets_dir() / "music" / "song.toml").is_file()
    assert (levels_dir() / "montage.world").is_file()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be made"):
        make_folder(tmp_path / "file" / "folder")


@pytest.mark.parametrize("top", ["checkout", "checkout/game/data"])
def test_what_ships_lies_beside_the_code_or_inside_the_package(tmp_path: Path, top: str) -> None:
    (tmp_path / top / "levels").mkdir(parents=True)
    assert shipped("levels", tmp_path / "checkout" / "game") == tmp_path / top / "levels"


def test_a_game_without_its_content_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="install it again"):
        shipped("levels", tmp_path / "game")

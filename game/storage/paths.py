"""Where files are: what ships with the game, and what belongs to the player. Creates nothing by itself."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from game.errors import StorageError

APP = "lace-up"
HOME_VARIABLE = "LACE_UP_HOME"
"""When set, everything of the player's lives in this one folder (tests, portable copies)."""
PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class UserPaths:
    """The player's own files and folders; any of them may not exist yet."""

    settings: Path
    scores: Path
    replays: Path
    screenshots: Path
    log: Path


def user_paths(environment: Mapping[str, str] = os.environ) -> UserPaths:
    """Return where the platform keeps such things, or everything under `LACE_UP_HOME`."""
    home = environment.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser()
        return UserPaths(
            root / "settings.toml", root / "scores.sqlite", root / "replays", root / "screenshots", root / "lace-up.log"
        )
    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    return UserPaths(
        settings=dirs.user_config_path / "settings.toml",
        scores=dirs.user_data_path / "scores.sqlite",
        replays=dirs.user_data_path / "replays",
        screenshots=dirs.user_pictures_path / "Lace Up",
        log=dirs.user_log_path / "lace-up.log",
    )


def assets_dir() -> Path:
    """Return the folder of music, sounds and pictures: beside a checkout's code, or inside the installed package."""
    return shipped("assets")


def levels_dir() -> Path:
    """Return the folder of maps."""
    return shipped("levels")


def shipped(name: str, package: Path = PACKAGE) -> Path:
    """Return a folder that ships with the game's `package`; raises StorageError where there is none."""
    for root in (package / "data", package.parent):
        if (root / name).is_dir():
            return root / name
    raise StorageError(f"{package}: no {name}/ beside the game: the installation is incomplete, install it again")


def make_folder(folder: Path) -> Path:
    """Make sure that `folder` exists; return it. Raises StorageError with the reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"{folder}: cannot be made ({error.strerror}): check its place or set {HOME_VARIABLE}"
        ) from error
    return folder

"""Paths of shipped files and of the player's own. Creates nothing except by `make_folder`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from game.errors import StorageError

APP = "lace-up"
"""Name of the player's folders."""
HOME_VARIABLE = "LACE_UP_HOME"
"""Environment variable: a single folder for all of the player's files (tests, portable copies)."""
PACKAGE = Path(__file__).resolve().parent.parent
"""Folder of the package `game`."""


@dataclass(frozen=True, slots=True)
class UserPaths:
    """The player's files and folders, which may not exist yet."""

    settings: Path
    scores: Path
    replays: Path
    packs: Path
    screenshots: Path
    films: Path
    log: Path


def user_paths(environment: Mapping[str, str] = os.environ) -> UserPaths:
    """Return the platform's usual folders, or everything under `LACE_UP_HOME`."""
    home = environment.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser()
        return UserPaths(
            settings=root / "settings.toml",
            scores=root / "scores.sqlite",
            replays=root / "replays",
            packs=root / "packs",
            screenshots=root / "screenshots",
            films=root / "films",
            log=root / "lace-up.log",
        )
    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    return UserPaths(
        settings=dirs.user_config_path / "settings.toml",
        scores=dirs.user_data_path / "scores.sqlite",
        replays=dirs.user_data_path / "replays",
        packs=dirs.user_data_path / "packs",
        screenshots=dirs.user_pictures_path / "Lace Up",
        films=dirs.user_videos_path / "Lace Up",
        log=dirs.user_log_path / "lace-up.log",
    )


def assets_dir() -> Path:
    """Return the folder of music, sounds and pictures: beside a checkout's code, or inside the installed package."""
    return shipped("assets")


def levels_dir() -> Path:
    """Return the folder of maps."""
    return shipped("levels")


def released_charts_dir() -> Path:
    """Return the folder of the charts that were released, kept as data; it need not exist."""
    return levels_dir() / "released"


def shipped(name: str, package: Path = PACKAGE) -> Path:
    """Return a folder that ships with the game's `package`; raises StorageError where there is none."""
    for root in (package / "data", package.parent):
        if (root / name).is_dir():
            return root / name
    raise StorageError(f"{package}: no {name}/ beside the game: the installation is incomplete, install it again")


def make_folder(folder: Path) -> Path:
    """Create `folder` if it does not exist; return it. Raises StorageError with the reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"{folder}: cannot be made ({error.strerror}): check its place or set {HOME_VARIABLE}"
        ) from error
    return folder

"""Where the game's own content lies: beside the code in a checkout, inside the package in an installed wheel."""

from dataclasses import dataclass
from pathlib import Path

from game.errors import ContentError

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class ContentFolders:
    """The folders of assets and levels."""

    assets: Path
    levels: Path

    @property
    def song(self) -> Path:
        """The song's file."""
        return self.assets / "music" / "song.toml"


def find_content(package: Path = PACKAGE) -> ContentFolders:
    """Return the content's folders; raises ContentError where neither the wheel's nor the checkout's exist."""
    for top in (package / "data", package.parent):
        if (top / "assets").is_dir() and (top / "levels").is_dir():
            return ContentFolders(top / "assets", top / "levels")
    raise ContentError(f"{package.parent}: the folders assets and levels are missing; install the game again")

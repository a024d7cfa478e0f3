"""Which pack is meant: a folder, a zip, or the id of an installed one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.content import shipped_pack, shipped_roots
from game.content.finding import refuse_errors
from game.content.pack import PACK_FILE
from game.content.packing.archive import unpack
from game.content.packing.check import check_pack
from game.content.packing.installed import ID, SHIPPED_ID
from game.errors import ContentError, UsageError
from game.storage.paths import user_paths
from game.terminal import escaped

ZIP_SUFFIX = ".zip"
"""Suffix of a packed pack."""


@contextmanager
def opened_pack(name: str | None) -> Iterator[str | None]:
    """Yield the folder of a pack that is named by its folder, its zip or its id; None stays None.

    A zip is unpacked and checked like one that is installed, into a folder that is gone afterwards. Raises UsageError
    and ContentError.
    """
    if name is None:
        yield None
    elif Path(name).suffix.lower() == ZIP_SUFFIX:
        with unpacked(Path(name)) as place:
            refuse_errors(check_pack(place, shipped_roots()))
            yield str(place)
    else:
        yield str(pack_folder(name))


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Yield the folder that a pack's zip is unpacked into, which is gone afterwards; raises ContentError."""
    with TemporaryDirectory(prefix="lace-up-pack-") as place:
        unpack(path, Path(place))
        yield Path(place)


def pack_folder(name: str) -> Path:
    """Return the folder of a pack by its path or, where there is none, its id; raises UsageError, ContentError."""
    folder = Path(name)
    if folder.is_dir():
        if not (folder / PACK_FILE).is_file():
            raise ContentError(f"{folder}: has no {PACK_FILE}; name a pack's folder, its zip or an installed pack's id")
        return folder.resolve()
    if name == SHIPPED_ID:
        return shipped_pack().root
    home = user_paths().packs / name if ID.fullmatch(name) else None
    if home is None or not home.is_dir():
        raise UsageError(f'no pack "{escaped(name)}": name a folder, a zip, or one that `packs list` shows')
    return home

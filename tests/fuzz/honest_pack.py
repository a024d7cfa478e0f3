"""A pack that is as it should be, and its zip: what hostile ones are made from."""

from pathlib import Path
from tempfile import TemporaryDirectory

from game.content.packing.media import files_of_pack
from game.content.packing.starter import Starter, write_starter
from tests.fuzz.raw_zip import Entry, entry, zip_of

Files = dict[str, bytes]
MAP, WORLD, SONG, PACK, CLICK = (
    "levels/first.tmx",
    "levels/harbor.world",
    "song/song.toml",
    "pack.toml",
    "song/click.wav",
)


def sound_pack() -> Files:
    """Return the files of a pack that is as it should be."""
    with TemporaryDirectory() as place:
        root = Path(place) / "harbor"
        write_starter(root, Starter("Harbor", "Ada"), Path("game"))
        names = [name for name in files_of_pack(root) if "/templates/" not in name]
        return {name: (root / name).read_bytes() for name in names}


def honest(files: Files, *more: Entry) -> bytes:
    """Return the zip of files, with further entries."""
    return zip_of([*(entry(name, content) for name, content in files.items()), *more])


def edited(files: Files, name: str, old: str, new: str) -> bytes:
    """Return the zip of files with one of them changed."""
    text = files[name].decode()
    assert old in text, f"{name} does not hold {old!r}"
    return honest({**files, name: text.replace(old, new, 1).encode("utf-8", "surrogatepass")})

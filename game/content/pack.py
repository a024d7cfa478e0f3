"""A pack: a song, a world of maps and the art they need, under one root folder with a `pack.toml`.

The montage that ships with the game is a pack, read by this code like any other. A path that a pack lacks is sought in
the shipped folders, in their order. Refuses paths that lead out of the folder they are sought in.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import ContentError
from game.sim.chart import Difficulty
from game.terminal import escaped
from game.text_files import Malformed, parse_toml

PACK_FILE = "pack.toml"
"""Name of the file that describes a pack."""
PACK_FORMAT = 1
"""Version of the pack format."""
DEFAULT_SONG = "song/song.toml"
"""Path of the song in a pack that names none."""
DEFAULT_WORLD_FOLDER = "levels"
"""Folder of the maps in a pack that names none."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack's facts. `roots` are its own folder and then the shipped ones; `song` and `world` are files."""

    id: str
    title: str
    author: str
    licence: str
    roots: tuple[Path, ...]
    song: Path
    world: Path
    difficulties: tuple[Difficulty, ...] = tuple(Difficulty)
    """Difficulties that it has charts of, from easy to hard."""
    picture: Path | None = None
    """What the menu shows of it, if anything."""

    @property
    def root(self) -> Path:
        """The pack's own folder."""
        return self.roots[0]

    @property
    def levels(self) -> Path:
        """The folder of its maps."""
        return self.world.parent


def read_pack(root: Path, shipped: tuple[Path, ...]) -> Pack:
    """Read the pack in a folder; raises ContentError that names file, key and mend."""
    path = root / PACK_FILE
    table = _table(path)
    format_ = table.get("format")
    if not isinstance(format_, int) or not 1 <= format_ <= PACK_FORMAT:
        raise ContentError(
            f"{path}: format is {format_!r}; this game reads {PACK_FORMAT}: write that or update the game"
        )
    roots = (root, *shipped)
    return Pack(
        id=_text(path, table, "id", root.name),
        title=_text(path, table, "title", root.name),
        author=_text(path, table, "author", ""),
        licence=_text(path, table, "licence", ""),
        roots=roots,
        song=_file(path, table, "song", DEFAULT_SONG, roots),
        world=_file(path, table, "world", _only_world(root), roots),
        difficulties=_difficulties(path, table),
        picture=_file(path, table, "picture", "", roots) if table.get("picture") else None,
    )


def find_in(roots: tuple[Path, ...], name: str) -> Path | None:
    """Return the first file or folder of this relative name in any of the roots, None where no root has it.

    A name that leads out of its root, by `..` or by a link, is not found there.
    """
    return next((root / name for root in roots if _is_in(root, name)), None)


def held_in(folder: Path, name: str) -> Path:
    """Return the path of a file that a folder's own files name; raises ContentError where the name leads out of it.

    The file need not exist.
    """
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ContentError(f"{folder.name}/{name}: leads out of its folder; copy the file into it")
    return path


def _is_in(root: Path, name: str) -> bool:
    try:
        path = root / name
        return path.exists() and path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError):  # a name that no file can have
        return False


def _table(path: Path) -> dict[str, Any]:
    try:
        return parse_toml(path.read_bytes())
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); name a folder with a {PACK_FILE}") from error
    except Malformed as error:
        raise ContentError(f"{path}: is not TOML ({error}); mend that line") from error


def _text(path: Path, table: dict[str, Any], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise ContentError(f"{path}: {key} is {value!r}; write a text in quotes")
    return value


def _difficulties(path: Path, table: dict[str, Any]) -> tuple[Difficulty, ...]:
    """Return the difficulties that are named, all where none are; those of a later game are left out."""
    names = table.get("difficulties", list(Difficulty))
    found = tuple(d for d in Difficulty if d in names) if isinstance(names, list) else ()
    if not found:
        known = ", ".join(f'"{difficulty}"' for difficulty in Difficulty)
        raise ContentError(f"{path}: difficulties is {escaped(repr(names))[:200]}; write a list of some of {known}")
    return found


def _file(path: Path, table: dict[str, Any], key: str, default: str, roots: tuple[Path, ...]) -> Path:
    name = _text(path, table, key, default)
    found = find_in(roots, name) if name else None
    if found is None or not found.is_file():
        raise ContentError(
            f'{path}: {key} is "{escaped(name)}", which is no file of the pack; name one inside of its folder'
        )
    return found


def _only_world(root: Path) -> str:
    """Return the name of the one world in the folder of maps; empty where there are none or several."""
    worlds = sorted((root / DEFAULT_WORLD_FOLDER).glob("*.world"))
    return f"{DEFAULT_WORLD_FOLDER}/{worlds[0].name}" if len(worlds) == 1 else ""

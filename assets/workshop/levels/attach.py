"""Gives each map the tilesets of its place, and keeps the numbers of its tiles right when a tileset has grown."""

from pathlib import Path
from xml.etree.ElementTree import Element

from game.content.tiled.tilesets import GID_FLAGS

from . import tmx
from .tilesets import FOLDER, tile_count, tilesets_of

Numbers = list[tuple[str, int]]
"""The source of each tileset of a map and its first number, in order."""


def attach(levels: Path) -> list[Path]:
    """Update every map; return those that changed."""
    changed = []
    for path in sorted(levels.glob("*.tmx")):
        before = path.read_text(encoding="utf-8")
        root = tmx.read(path)
        _attach(root, levels, path.stem)
        after = tmx.text(root)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def _attach(root: Element, levels: Path, place: str) -> None:
    nodes = root.findall("tileset")
    before = [(node.get("source", ""), int(node.get("firstgid", "1"))) for node in nodes]
    sources = [source for source, _ in before]
    sources += [found for path in tilesets_of(levels, place) if (found := f"{FOLDER}/{path.name}") not in sources]
    after, first = [], 1
    for source in sources:
        after.append((source, first))
        first += tile_count(levels / source)
    if before == after:
        return
    for node in nodes:
        root.remove(node)
    at = next(number for number, child in enumerate(root) if child.tag not in ("editorsettings", "properties"))
    for number, (source, firstgid) in enumerate(after):
        root.insert(at + number, Element("tileset", {"firstgid": str(firstgid), "source": source}))
    _renumber(root, before, dict(after))


def _renumber(root: Element, before: Numbers, after: dict[str, int]) -> None:
    def renumbered(gid: int) -> int:
        plain = gid & ~GID_FLAGS
        owner = next(((source, first) for source, first in reversed(before) if first <= plain), None)
        return gid if not plain or owner is None else gid & GID_FLAGS | plain - owner[1] + after[owner[0]]

    for item in root.iter("object"):
        gid = item.get("gid")
        if gid is not None:
            item.set("gid", str(renumbered(int(gid))))
    for data in root.iter("data"):
        rows = (data.text or "").strip().split("\n")
        cells = [[str(renumbered(int(cell))) for cell in row.split(",") if cell] for row in rows]
        data.text = "\n" + ",\n".join(",".join(row) for row in cells) + "\n"

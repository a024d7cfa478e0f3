"""Writes the tilesets that designers draw with, from what the painters left: ground and wall tiles, props, animations.

`levels/tilesets/<place>-ground.tsx` is a sheet of 24 px tiles, `<place>-props.tsx` a collection of images, and each
animation of the place a sheet of its own whose first tile plays it. A prop keeps its number for good: maps refer to it.
"""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from PIL import Image

from game.content.tiled.tilesets import TICKS_PER_BEAT

from . import tmx

FOLDER = "tilesets"
ASSETS = "../../assets"
PLACES = ("yard", "market", "bridge", "gym", "plant", "river", "steps")
HEAD = {"version": "1.8", "tiledversion": "1.8.2"}


def write_tilesets(levels: Path, assets: Path) -> list[Path]:
    """Write all tilesets; return those that changed."""
    changed = []
    for place in PLACES:
        for path, root in _tilesets(levels / FOLDER, assets, place):
            text = tmx.text(root)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
                changed.append(path)
    return changed


def tilesets_of(levels: Path, place: str) -> list[Path]:
    """Return the tilesets of a place: ground, props, then the animations by name."""
    found = sorted((levels / FOLDER).glob(f"{place}-*.tsx"))
    order = {f"{place}-ground": 0, f"{place}-props": 1}
    return sorted(found, key=lambda path: (order.get(path.stem, 2), path.stem))


def tile_count(tileset: Path) -> int:
    """Return how many numbers a tileset takes in a map, as Tiled counts them."""
    root = tmx.read(tileset)
    highest = max((int(tile.get("id", "0")) for tile in root.findall("tile")), default=-1)
    return max(highest + 1, int(root.get("tilecount", "0")) if int(root.get("columns", "0")) else 0)


def _tilesets(folder: Path, assets: Path, place: str) -> list[tuple[Path, Element]]:
    found = []
    sheet = assets / "tilesets" / f"{place}.png"
    if sheet.exists():
        facts = json.loads(sheet.with_suffix(".json").read_text(encoding="utf-8"))
        size = (facts["tile"], facts["tile"])
        found.append((folder / f"{place}-ground.tsx", _sheet(f"{place}-ground", sheet, size)))
    props = assets / "tilesets" / "props" / place
    if props.is_dir():
        path = folder / f"{place}-props.tsx"
        found.append((path, _collection(path, props)))
    for facts_file in sorted((assets / "backdrops" / place / "props").glob("*.json")):
        name = f"{place}-{facts_file.stem}"
        facts = json.loads(facts_file.read_text(encoding="utf-8"))
        found.append((folder / f"{name}.tsx", _animation(name, facts_file.with_suffix(".png"), facts)))
    return found


def _head(name: str, size: tuple[int, int], count: int, columns: int) -> Element:
    counts = {"tilecount": str(count), "columns": str(columns)}
    return Element("tileset", {**HEAD, "name": name, "tilewidth": str(size[0]), "tileheight": str(size[1]), **counts})


def _sheet(name: str, sheet: Path, size: tuple[int, int]) -> Element:
    with Image.open(sheet) as image:
        width, height = image.size
    columns, rows = width // size[0], height // size[1]
    root = _head(name, size, columns * rows, columns)
    SubElement(root, "image", {"source": _source(sheet), "width": str(width), "height": str(height)})
    return root


def _animation(name: str, sheet: Path, facts: dict[str, Any]) -> Element:
    frames = [tuple(frame) for frame in facts["frames"]]
    _, _, width, height = frames[0]
    root = _sheet(name, sheet, (width, height))
    columns = int(root.get("columns", "1"))
    ticks = Fraction(str(facts.get("beats", "1/4"))) * TICKS_PER_BEAT
    if ticks.denominator != 1 or any(x % width or y % height or (w, h) != (width, height) for x, y, w, h in frames):
        raise SystemExit(f"{sheet.with_suffix('.json')}: its cels are no grid, or last no whole 480th of a beat")
    tile = SubElement(root, "tile", {"id": "0", "type": "Prop"})
    played = SubElement(tile, "animation")
    for x, y, _, _ in frames:
        number = x // width + y // height * columns
        SubElement(played, "frame", {"tileid": str(number), "duration": str(ticks.numerator)})
    return root


def _collection(path: Path, folder: Path) -> Element:
    taken: dict[str, int] = {}
    if path.exists():
        for tile in tmx.read(path).findall("tile"):
            image = tile.find("image")
            taken[Path("" if image is None else image.get("source", "")).name] = int(tile.get("id", "0"))
    following = max(taken.values(), default=-1) + 1
    sizes: dict[int, tuple[Path, int, int]] = {}
    for picture in sorted(folder.glob("*.png")):
        if picture.name not in taken:
            taken[picture.name], following = following, following + 1
        with Image.open(picture) as image:
            sizes[taken[picture.name]] = (picture, *image.size)
    largest = (max(width for _, width, _ in sizes.values()), max(height for _, _, height in sizes.values()))
    root = _head(path.stem, largest, len(sizes), 0)
    SubElement(root, "grid", {"orientation": "orthogonal", "width": "1", "height": "1"})
    for number, (picture, width, height) in sorted(sizes.items()):
        tile = SubElement(root, "tile", {"id": str(number), "type": "Prop"})
        SubElement(tile, "image", {"width": str(width), "height": str(height), "source": _source(picture)})
    return root


def _source(picture: Path) -> str:
    parts = picture.parts
    return "/".join((ASSETS, *parts[parts.index("assets") + 1 :]))

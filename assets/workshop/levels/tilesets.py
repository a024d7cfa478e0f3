"""Writes the tilesets that maps use: for each place a sheet of tiles, and a collection of things to put down.

Pictures come from `assets/tilesets/`. A thing keeps the id that the tileset gave it before, for maps name things by
id; new things take the next ones.
"""

import json
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from . import tmx

FOLDER = "tilesets"
PICTURES = "../../assets/tilesets/"
VERSION = {"version": "1.8", "tiledversion": "1.8.2"}


def tileset_texts(levels: Path, pictures: Path) -> dict[str, str]:
    """Return file name to text of every tileset; `levels` holds those of before, `pictures` the sheets and things."""
    texts: dict[str, str] = {}
    for facts in sorted(pictures.glob("*.json")):
        texts[f"{facts.stem}-tiles.tsx"] = tmx.text(_sheet(facts))
    for facts in sorted(pictures.glob("props/*/props.json")):
        name = f"{facts.parent.name}-props"
        texts[f"{name}.tsx"] = tmx.text(_things(facts, name, _ids(levels / FOLDER / f"{name}.tsx")))
    return texts


def _sheet(facts: Path) -> Element:
    data = json.loads(facts.read_text(encoding="utf-8"))
    size, columns, rows = data["tile"], data["columns"], len(data["rows"])
    root = _tileset(f"{facts.stem}-tiles", size, size, columns * rows, columns)
    source = {"source": f"{PICTURES}{facts.stem}.png", "width": str(columns * size), "height": str(rows * size)}
    root.append(Element("image", source))
    return root


def _things(facts: Path, name: str, ids: dict[str, int]) -> Element:
    data = json.loads(facts.read_text(encoding="utf-8"))
    free = max(ids.values(), default=-1) + 1
    for label in sorted(data):
        if label not in ids:
            ids[label], free = free, free + 1
    widest, tallest = (max(thing["size"][side] for thing in data.values()) for side in (0, 1))
    root = _tileset(name, widest, tallest, len(data), 0)
    root.append(Element("grid", {"orientation": "orthogonal", "width": "1", "height": "1"}))
    for label in sorted(data, key=lambda label: ids[label]):
        width, height = data[label]["size"]
        tile = Element("tile", {"id": str(ids[label])})
        source = f"{PICTURES}props/{facts.parent.name}/{label}.png"
        tile.append(Element("image", {"width": str(width), "height": str(height), "source": source}))
        root.append(tile)
    return root


def _tileset(name: str, width: int, height: int, count: int, columns: int) -> Element:
    size = {"tilewidth": str(width), "tileheight": str(height), "tilecount": str(count), "columns": str(columns)}
    return Element("tileset", {**VERSION, "name": name, **size})


def _ids(before: Path) -> dict[str, int]:
    if not before.exists():
        return {}
    tiles = ElementTree.parse(before).getroot().iter("tile")
    sources = {int(tile.get("id", "0")): image.get("source", "") for tile in tiles for image in tile.iter("image")}
    return {Path(source).stem: number for number, source in sources.items()}

"""Puts what moves in the painted places into maps that have no props yet, as tile objects. From then on they are the
map's: a designer moves, copies and deletes them, and nothing here touches them again.
"""

import itertools
import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from . import tmx
from .tilesets import FOLDER

COLOUR = "#a0784a"


def place_moving(levels: Path, backdrops: Path) -> list[Path]:
    """Fill every map of a painted place that holds no tile object; return the maps that changed."""
    changed = []
    for path in sorted(levels.glob("*.tmx")):
        facts_file = backdrops / path.stem / "layers.json"
        root = tmx.read(path)
        if not facts_file.exists() or any(item.get("gid") for item in root.iter("object")):
            continue
        facts = json.loads(facts_file.read_text(encoding="utf-8"))
        entries = [entry for entry in facts.get("props", []) if "sprite" in entry]
        if entries:
            _fill(root, path.stem, entries)
            path.write_text(tmx.text(root), encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def _fill(root: Element, place: str, entries: list[dict[str, Any]]) -> None:
    def bed(entry: dict[str, Any]) -> tuple[str, float, str]:
        return str(entry.get("after", "")), float(entry.get("parallax", 1)), str(entry.get("blend", ""))

    parents = {child: parent for parent in root.iter() for child in parent}
    firsts = {node.get("source", ""): int(node.get("firstgid", "1")) for node in root.findall("tileset")}
    for (after, parallax, blend), alike in itertools.groupby(sorted(entries, key=bed), key=bed):
        behind = tmx.named(root, "imagelayer", after)
        if behind is None:
            raise SystemExit(f"levels/{place}.tmx: has no image layer {after}; compose it first")
        listed = list(alike)
        layer = _layer(root, "-".join(dict.fromkeys(entry["sprite"] for entry in listed)), parallax)
        if blend:
            tmx.set_properties(layer, {"blend": ("string", blend)})
        for entry in listed:
            first = firsts[f"{FOLDER}/{place}-{entry['sprite']}.tsx"]
            layer.append(_object(root, entry, first, Path("assets/backdrops") / place / "props"))
        siblings = parents[behind]
        siblings.insert(_end_of_bed(siblings, behind), layer)
        parents[layer] = siblings


def _end_of_bed(siblings: Element, behind: Element) -> int:
    """Return the place after an image layer and the prop layers that stand on it already."""
    at = list(siblings).index(behind) + 1
    while at < len(siblings) and siblings[at].tag == "objectgroup":
        at += 1
    return at


def _layer(root: Element, name: str, parallax: float) -> Element:
    taken = {layer.get("name") for layer in root.iter("objectgroup")}
    numbered = (name if number == 1 else f"{name} {number}" for number in itertools.count(1))
    attributes = {"color": COLOUR, "draworder": "index", "id": tmx.next_layer_id(root)}
    attributes["name"] = next(free for free in numbered if free not in taken)
    if parallax != 1:
        attributes["parallaxx"] = tmx.number(parallax)
    return Element("objectgroup", attributes)


def _object(root: Element, entry: dict[str, Any], gid: int, folder: Path) -> Element:
    facts = json.loads((folder / f"{entry['sprite']}.json").read_text(encoding="utf-8"))
    _, _, width, height = facts["frames"][0]
    place = {"x": tmx.number(entry["x"]), "y": tmx.number(entry["y"] + height)}
    size = {"width": str(width), "height": str(height)}
    item = Element("object", {"id": tmx.next_object_id(root), "gid": str(gid), **place, **size})
    kinds = {"phase": "int", "drift": "float", "from_beat": "float", "to_beat": "float"}
    values = {name: (kind, tmx.number(entry[name])) for name, kind in kinds.items() if entry.get(name)}
    if "once" in entry:
        values["once"] = ("bool", "true")
    tmx.set_properties(item, values)
    return item

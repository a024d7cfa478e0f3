"""Sets a starter map in a place: backdrops, ground, things, lights and look of a shipped map, cut to the new width.

The place's chart, stations and triggers stay behind. Refuses nothing: the map check does.
"""

import os
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import tomli_w

from game.content.look import look_file
from game.content.schema import GROUPS, MAP_ROWS, TILE, VIEW_WIDTH
from game.text_files import parse_toml

PICTURE_LAYERS = ("lights", "spawners")
"""Beginnings of the names of object layers that belong to the picture."""
PATHS = {"tileset": "source", "image": "source", "object": "template"}
"""Attributes that name a file, by element."""


def placed(text: str, place: Path, into: Path) -> str:
    """Return a starter map's text with the picture of the map `place`; file names count from the folder `into`."""
    root, source = ElementTree.fromstring(text), ElementTree.parse(place).getroot()
    columns = int(root.get("width", "0"))
    picture = [item for item in source if item.tag == "tileset" or _is_picture(item)]
    chart = [item for item in root if item.tag == "objectgroup" and item.get("name") not in GROUPS]
    for old in [item for item in root if item.tag != "properties"]:
        root.remove(old)
    for item in picture:
        _cut(item, columns)
        _point_to(item, place.parent, into)
    _number(chart, int(source.get("nextlayerid", "1")), int(source.get("nextobjectid", "1")))
    root.extend([*picture, *chart])
    root.set("nextlayerid", str(int(source.get("nextlayerid", "1")) + len(chart)))
    root.set("nextobjectid", str(1 + max(int(item.get("id", "0")) for item in root.iter("object"))))
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def placed_look(place: Path, name: str, minigame: str) -> str:
    """Return the text of the look of a map called `name` in a place."""
    file = look_file(place)
    look = parse_toml(file.read_bytes()) if file.is_file() else {}
    sections = look.pop("sections", {})
    own = {"sections": {name: sections[minigame]}} if minigame in sections else {}
    return tomli_w.dumps({"backdrop": place.stem, **look, **own})


def _is_picture(item: Element) -> bool:
    name = item.get("name", "")
    return name in GROUPS or (item.tag == "objectgroup" and name.startswith(PICTURE_LAYERS))


def _cut(item: Element, columns: int) -> None:
    """Give tile layers so many columns, and drop lights and spawners further right than a picture beyond them."""
    for layer in item.iter("layer"):
        data = layer.find("data")
        rows = ((data.text if data is not None else "") or "").strip().splitlines()
        cells = [(row.strip().strip(",").split(",") + ["0"] * columns)[:columns] for row in rows]
        if data is not None:
            data.text = "\n" + ",\n".join(map(",".join, cells)) + "\n"
        layer.set("width", str(columns))
        layer.set("height", str(MAP_ROWS))
    for group in item.iter("objectgroup"):
        for found in group.findall("object"):
            if float(found.get("x", "0")) > columns * TILE + VIEW_WIDTH:
                group.remove(found)


def _point_to(item: Element, before: Path, now: Path) -> None:
    """Let an element and all in it name their files from another folder."""
    for element in item.iter():
        name = PATHS.get(element.tag, "")
        if element.get(name):
            element.set(name, Path(os.path.relpath(before / str(element.get(name)), now)).as_posix())


def _number(chart: list[Element], layer_id: int, object_id: int) -> None:
    """Give the chart's layers and objects ids behind those of the picture."""
    for place, layer in enumerate(chart):
        layer.set("id", str(layer_id + place))
        for item in layer.iter("object"):
            item.set("id", str(object_id + int(item.get("id", "0"))))

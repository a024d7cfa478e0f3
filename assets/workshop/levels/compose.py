"""Puts the painted places into the maps: image layers, lights, stations and standing cameras from each `layers.json`.

Charts, triggers, spawners, tiles, props and hand-made layers stay as they are; only image layers that come from
`assets/backdrops/`, the object layer `lights`, the places of stations and of cameras that stand still are rewritten.
"""

import json
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from . import tmx

GROUPS = ("back", "ground", "front")
BACKDROPS = "../assets/backdrops/"
VIEW_CENTRE_X, VIEW_CENTRE_Y = 320, 192
"""The middle of the picture when the camera stands at a map's first beat: Tiled then shows parallax as we do."""
FIRE_FLICKER = 0.35
GLOWS = ("lamp", "fire")


def compose(levels: Path, backdrops: Path) -> list[Path]:
    """Update every map whose place has been painted; return the maps that changed."""
    changed = []
    for path in sorted(levels.glob("*.tmx")):
        facts_file = backdrops / path.stem / "layers.json"
        if not facts_file.exists():
            continue
        before = path.read_text(encoding="utf-8")
        root = tmx.read(path)
        facts = json.loads(facts_file.read_text(encoding="utf-8"))
        _compose(root, facts, path.stem)
        after = tmx.text(root)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def _compose(root: Element, facts: dict[str, Any], place: str) -> None:
    _set_origin(root)
    _image_layers(root, facts["layers"], place)
    _lights(root, facts.get("lights", []))
    for station in facts.get("stations", []):
        _move_station(root, station)


def _set_origin(root: Element) -> None:
    counters = {name: root.attrib.pop(name) for name in ("nextlayerid", "nextobjectid")}
    for name in ("parallaxoriginx", "parallaxoriginy"):
        root.attrib.pop(name, None)
    root.set("parallaxoriginx", str(VIEW_CENTRE_X))
    root.set("parallaxoriginy", str(VIEW_CENTRE_Y))
    root.attrib.update(counters)


def _image_layers(root: Element, entries: list[dict[str, Any]], place: str) -> None:
    """Rewrite the painted layers. One that is there keeps its place: props stay between the same two."""
    groups = [_group(root, name, place) for name in GROUPS]
    painted = {name: layer for group in groups for name, layer in _painted(group).items()}
    wanted = {Path(entry["image"]).stem for entry in entries}
    for group in groups:
        for name, layer in _painted(group).items():
            if name not in wanted:
                group.remove(layer)
    deepest, behind = 0, None
    for entry in entries:
        if entry.get("group", "back") not in GROUPS:
            raise SystemExit(f"{place}/layers.json: {entry['image']}: its group is none of {', '.join(GROUPS)}")
        # The list runs from back to front: what comes after the ground is drawn after it, whatever it is called.
        deeper = max(deepest, GROUPS.index(entry.get("group", "back")))
        behind = behind if deeper == deepest else None
        deepest = deeper
        behind = _laid(root, (entry, place), painted, (groups[deepest], behind))


def _group(root: Element, name: str, place: str) -> Element:
    group = tmx.named(root, "group", name)
    if group is None:
        raise SystemExit(f"levels/{place}.tmx: has no group {name}; add it in Tiled")
    return group


def _painted(group: Element) -> dict[str, Element]:
    found = {}
    for layer in group.findall("imagelayer"):
        image = layer.find("image")
        if image is not None and image.get("source", "").startswith(BACKDROPS):
            found[layer.get("name", "")] = layer
    return found


def _laid(
    root: Element,
    what: tuple[dict[str, Any], str],
    painted: dict[str, Element],
    where: tuple[Element, Element | None],
) -> Element:
    """Put one painted layer into a group, right after the layer `behind` it where it is new or stood elsewhere."""
    (entry, place), (group, behind) = what, where
    old = painted.get(Path(entry["image"]).stem)
    layer = _image_layer(root, entry, place, None if old is None else old.get("id"))
    here = list(group)
    first = 0 if behind is None else here.index(behind) + 1
    if old is not None and old in here and here.index(old) >= first:
        group[here.index(old)] = layer
        return layer
    for other in root.iter("group"):
        if old is not None and old in list(other):
            other.remove(old)
    group.insert(0 if behind is None else list(group).index(behind) + 1, layer)
    return layer


def _image_layer(root: Element, entry: dict[str, Any], place: str, identity: str | None) -> Element:
    attributes = {"id": identity or tmx.next_layer_id(root), "name": Path(entry["image"]).stem}
    if entry["x"] or entry["y"]:
        attributes |= {"offsetx": tmx.number(entry["x"]), "offsety": tmx.number(entry["y"])}
    for key, value in (("parallaxx", entry["parallax"]), ("parallaxy", entry.get("parallax_y", 1))):
        if value != 1:
            attributes[key] = tmx.number(value)
    layer = Element("imagelayer", attributes)
    width, height = entry["size"]
    source = f"{BACKDROPS}{place}/{entry['image']}"
    layer.append(Element("image", {"source": source, "width": str(width), "height": str(height)}))
    if entry.get("veil") == "add":
        tmx.set_properties(layer, {"blend": ("string", "add")})
    return layer


def _lights(root: Element, entries: list[dict[str, Any]]) -> None:
    layer = tmx.named(root, "objectgroup", "lights")
    if layer is None:
        layer = Element("objectgroup", {"color": "#f9e79f", "id": tmx.next_layer_id(root), "name": "lights"})
        root.append(layer)
    ids = [item.get("id", "") for item in layer.findall("object")]
    for item in layer.findall("object"):
        layer.remove(item)
    glows = [entry for entry in entries if entry.get("kind") in GLOWS]
    for number, entry in enumerate(glows):
        identity = ids[number] if number < len(ids) else tmx.next_object_id(root)
        layer.append(_light(entry, identity, f"{entry['kind']} {number + 1}"))


def _light(entry: dict[str, Any], identity: str, name: str) -> Element:
    x, y = tmx.number(entry["x"]), tmx.number(entry["y"])
    light = Element("object", {"id": identity, "name": name, "type": "Light", "x": x, "y": y})
    values = {
        "color": ("color", "#ff" + entry["color"].lstrip("#")[-6:]),
        "radius": ("int", str(round(entry["radius"]))),
        "strength": ("float", tmx.number(entry.get("power", 0.4))),
    }
    if entry.get("kind") == "fire":
        values["flicker"] = ("float", tmx.number(FIRE_FLICKER))
    if entry.get("pulse", "none") != "none":
        values["pulse"] = ("string", entry["pulse"])
    if entry.get("parallax", 1) != 1:
        values["parallax"] = ("float", tmx.number(entry["parallax"]))
    tmx.set_properties(light, values)
    light.append(Element("point"))
    return light


def _move_station(root: Element, station: dict[str, Any]) -> None:
    """Move the station of a section, and the camera keys that stand still in its beats."""
    for item in root.iter("object"):
        if item.get("type") == "Station" and tmx.properties(item).get("section", "speed_bag") == station["id"]:
            item.set("x", tmx.number(station["x"]))
            item.set("y", tmx.number(station["feet_y"]))
    span = _span(root, station["id"])
    for item in root.iter("object"):
        beat = float(tmx.properties(item).get("beat", "-1"))
        if item.get("type") == "CameraKey" and span is not None and span[0] <= beat < span[1]:
            item.set("x", tmx.number(station["camera_centre"]))


def _span(root: Element, section: str) -> tuple[float, float] | None:
    """First and last beat of a section, counted from the map's first."""
    scale = float(tmx.properties(root)["px_per_beat"])
    for item in root.iter("object"):
        if item.get("type") == "Section" and tmx.properties(item).get("minigame", "yard") == section:
            first = float(item.get("x", "0")) / scale
            return first, first + float(item.get("width", "0")) / scale
    return None

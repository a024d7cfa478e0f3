"""From a map file to a `TiledMap`: the only module that knows both the XML and pytmx.

pytmx (3.32) decodes what is packed: tile data, numbers and points of objects. It is handed each layer and object alone,
without the parts that it loses or stumbles over, which are read here: document order, what groups hand down,
properties of any name and type, classes, templates, tilesets, tile numbers. No image is loaded.

Refuses, each with a finding that says where and how to mend it: what is no map, infinite and non-orthogonal maps, tile
data that is neither CSV nor zlib nor gzip, broken numbers, tilesets and templates.
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import isfinite
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location, Severity
from game.content.layers import LayerFacts
from game.content.tiled.appearance import OUTERMOST, facts_of
from game.content.tiled.templates import SHAPES, Templates
from game.content.tiled.tiled_map import RawProperties, RawProperty, TiledLayer, TiledMap, TiledObject
from game.content.tiled.tilesets import Tilesets, read_tilesets
from game.content.tiled.xml_files import Unreadable, XmlFiles, properties_of, whole

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pytmx imports pygame, which greets on standard output
import pytmx

LAYER_TAGS = ("layer", "imagelayer", "objectgroup")
"""XML elements that are layers."""
NUMBERS = frozenset({"id", "gid", "x", "y", "width", "height", "rotation"})
"""Attributes that pytmx turns into numbers."""
READABLE_DATA = frozenset({("csv", ""), ("base64", ""), ("base64", "zlib"), ("base64", "gzip")})
"""Pairs of encoding and compression that are read."""
MOST_GROUPS = 32
"""Groups within groups; a file with more is damaged."""
AGAIN = "save the map again from Tiled"
"""What to do about a damaged file."""
FINITE = "untick Infinite in Map > Map Properties"
"""What to do about an infinite map."""
AS_CSV = "set Tile Layer Format to CSV in Map > Map Properties"
"""What to do about an encoding that is not read."""


def read_tiled(path: Path, files: XmlFiles) -> tuple[TiledMap | None, list[Finding]]:
    """Read a map; return it, or None where findings are too grave, and the findings."""
    try:
        root = files.root(files.locate(path), "map")
    except Unreadable as error:
        return None, [error.finding]
    tilesets, findings = read_tilesets(root, path, files)
    refused = [Unreadable(Location(str(path)), *reason).finding for reason in _refused(root)]
    reader = _TmxReader(root, path, tilesets, files)
    if not refused:
        reader.read_layers(root, (), OUTERMOST)
    findings = [*refused, *findings, *dict.fromkeys(reader.findings)]
    if any(finding.problem == "unreadable" for finding in findings):
        return None, findings
    found = TiledMap(
        path=path,
        columns=whole(root, "width"),
        rows=whole(root, "height"),
        tile_width=whole(root, "tilewidth"),
        tile_height=whole(root, "tileheight"),
        properties=_properties(root),
        layers=tuple(reader.layers),
        tilesets=tilesets,
    )
    return found, findings


def _refused(root: Element) -> Iterator[tuple[str, str]]:
    """Return why a map cannot be read whatever its layers hold, each with its mend."""
    if root.get("orientation", "orthogonal") != "orthogonal":
        yield f"is {root.get('orientation')}", "make it orthogonal in Map > Map Properties"
    if root.get("infinite", "0") == "1":
        yield "is an infinite map", FINITE
    for name in ("width", "height", "tilewidth", "tileheight"):
        if not re.fullmatch(r"[1-9][0-9]{0,5}", root.get(name, "")):
            yield f"has the {name} {root.get(name)!r}", AGAIN


class _TmxReader:
    """Reads all layers; findings are collected, so that one broken layer does not hide others."""

    def __init__(self, root: Element, path: Path, tilesets: Tilesets, files: XmlFiles) -> None:
        self.layers: list[TiledLayer] = []
        self.findings: list[Finding] = []
        self._path = path
        self._tilesets = tilesets
        self._files = files
        self._templates = Templates(root, path, files)

    def read_layers(self, parent: Element, groups: tuple[str, ...], above: LayerFacts) -> None:
        """Read the layers of a map or group in document order, those of groups in it too."""
        for element in parent:
            place = Location(str(self._path), layer=element.get("name", ""))
            try:
                if element.tag in LAYER_TAGS:
                    self.layers.append(self._layer(element, groups, _facts(element, above, place)))
                elif element.tag == "group" and len(groups) == MOST_GROUPS:
                    raise Unreadable(place, "lies in too many groups", "ungroup some in Tiled")
                elif element.tag == "group":
                    self.read_layers(element, (*groups, place.layer), _facts(element, above, place))
            except Unreadable as error:
                self.findings.append(error.finding)

    def _layer(self, element: Element, groups: tuple[str, ...], facts: LayerFacts) -> TiledLayer:
        common = (facts, groups, _properties(element))
        match element.tag:
            case "imagelayer":
                image = element.find("image")
                source = "" if image is None else image.get("source", "")
                if PurePosixPath(source).is_absolute() or PureWindowsPath(source).is_absolute():
                    place = Location(str(self._path), layer=facts.name)
                    what, mend = (
                        f"names its image by the absolute path {source}",
                        "copy it beside the maps, choose it there",
                    )
                    self.findings.append(Finding("absolute_path", place, what, mend, Severity.WARNING))
                return TiledLayer("image", *common, self._files.locate(self._path.parent / source) if source else None)
            case "layer":
                return TiledLayer("tile", *common, rows=self._rows(element, facts.name))
            case _:
                found = [self._object(item, facts) for item in element.findall("object")]
                objects = tuple(item for item in found if item is not None)
                by_row = element.get("draworder", "topdown") != "index"
                return TiledLayer("object", *common, objects=objects, by_row=by_row)

    def _rows(self, layer: Element, name: str) -> tuple[tuple[int, ...], ...]:
        place = Location(str(self._path), layer=name)
        data = _data(layer, place)
        if data.get("encoding") != "csv":
            what = f"stores its tiles as {_encoding(data)}"
            self.findings.append(Finding("encoding", place, what, AS_CSV, Severity.WARNING))
        size = {name: layer.get(name, "") for name in ("width", "height")}
        if not all(text.isdecimal() for text in size.values()):
            raise Unreadable(place, "has no size in whole tiles", AGAIN)
        packed = Element("layer", size)
        packed.append(data)
        decoded = _decoded(lambda: pytmx.TiledTileLayer(_TileNumbers(), packed), place)
        count, wanted = sum(map(len, decoded.data)), decoded.width * decoded.height
        if count != wanted:
            raise Unreadable(place, f"has {count} tiles of {wanted}", "take an older copy of the map")
        return tuple(map(tuple, decoded.data))

    def _object(self, own: Element, layer: LayerFacts) -> TiledObject | None:
        identity = own.get("id", "")
        number = int(identity) if identity.isdecimal() and len(identity) < 10 else None
        place = Location(str(self._path), layer=layer.name, object_id=number, name=own.get("name", ""))
        try:
            found = _object(self._templates.completed(own, place), place, self._tilesets)
        except Unreadable as error:
            self.findings.append(error.finding)
            return None
        return _moved(found, layer.x, layer.y) if layer.x or layer.y else found


class _TileNumbers:
    """What pytmx asks its map for while it decodes: here tile numbers stay as the file has them, with their flips."""

    @staticmethod
    def register_gid_check_flags(gid: int) -> int:
        """Return a tile number as it is."""
        return gid


def _decoded(decode: Callable[[], Any], place: Location) -> Any:
    try:
        return decode()
    except Exception as error:  # pytmx raises bare exceptions
        what = f"cannot be read ({error or type(error).__name__})"
        raise Unreadable(place, what, f"{AGAIN}, or undo the last change") from error


def _data(layer: Element, place: Location) -> Element:
    data = layer.find("data")
    if data is None:
        raise Unreadable(place, "has no tile data", AGAIN)
    if data.find("chunk") is not None:
        raise Unreadable(place, "holds chunks of an infinite map", FINITE)
    if data.find("tile") is not None:
        raise Unreadable(place, "stores its tiles as XML", AS_CSV)
    if (data.get("encoding", ""), data.get("compression", "")) not in READABLE_DATA:
        raise Unreadable(place, f"stores its tiles as {_encoding(data)}", AS_CSV)
    if not (data.text or "").strip():
        raise Unreadable(place, "has no tile data", AGAIN)
    return data


def _encoding(data: Element) -> str:
    return f"{data.get('encoding') or 'XML'} {data.get('compression', '')}".rstrip()


def _facts(element: Element, above: LayerFacts, place: Location) -> LayerFacts:
    try:
        return facts_of(element, above)
    except ValueError as error:
        raise Unreadable(place, f"has a bad number or color ({error})", "set it again in Tiled") from error


def _properties(element: Element) -> RawProperties:
    found: dict[str, RawProperty] = {}
    for item in properties_of(element):
        text = item.get("value")
        text = text if text is not None else item.text or ""
        found[item.get("name", "")] = RawProperty(item.get("type", "string"), text)
    return found


def _object(item: Element, place: Location, tilesets: Tilesets) -> TiledObject:
    packed = Element("object", {name: value for name, value in item.items() if name in NUMBERS})
    packed.extend(shape for shape in item if shape.tag in SHAPES)
    found = _decoded(lambda: pytmx.TiledObject(_TileNumbers(), packed, None), place)
    points = tuple((float(x), float(y)) for x, y in getattr(found, "points", ()))
    if not all(map(isfinite, (found.x, found.y, found.width, found.height, *(n for point in points for n in point)))):
        raise Unreadable(place, "has a place or size that is no number", "set it again in Tiled")
    picture = tilesets.picture(found.gid)
    return TiledObject(
        place=place,
        id=int(found.id),
        name=item.get("name", ""),
        kind=item.get("type") or item.get("class") or (picture.kind if picture is not None else ""),
        shape=_shape(item),
        x=float(found.x),
        y=float(found.y - found.height if found.gid else found.y),  # Tiled puts tiles on their lower left corner
        width=float(found.width),
        height=float(found.height),
        points=points,
        gid=int(found.gid),
        properties=_properties(item),
        rotation=float(found.rotation),
        visible=item.get("visible", "1") != "0",
        picture=picture,
    )


def _moved(found: TiledObject, x: float, y: float) -> TiledObject:
    """Return an object where Tiled shows it: moved by the offset of its layer."""
    points = tuple((across + x, down + y) for across, down in found.points)
    return replace(found, x=found.x + x, y=found.y + y, points=points)


def _shape(item: Element) -> str:
    if item.get("gid") is not None:
        return "tile"
    return next((shape for shape in SHAPES if item.find(shape) is not None), "rectangle")

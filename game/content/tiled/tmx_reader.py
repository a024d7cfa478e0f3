"""From a map file to a `TiledMap`: all that is plain attributes, because pytmx loses it or raises on it.

That is document order, what groups hand down, properties of any name and type, classes, templates, tilesets, flips and
fractional offsets. No image is loaded. Refuses, each with a finding that says where and how to mend it: what is no map,
infinite and non-orthogonal maps, broken numbers, tile data, tilesets and templates.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location, Severity
from game.content.layers import LayerFacts
from game.content.tiled.appearance import OUTERMOST, facts_of
from game.content.tiled.templates import SHAPES, Templates
from game.content.tiled.tile_data import SAVE_AGAIN, UNTICK_INFINITE, read_tiles
from game.content.tiled.tiled_map import RawProperties, RawProperty, TiledLayer, TiledMap, TiledObject
from game.content.tiled.tilesets import Tilesets, read_tilesets
from game.content.tiled.xml_files import (
    BadNumber,
    Unreadable,
    XmlFiles,
    finite,
    not_a_number,
    number,
    properties_of,
    whole,
)

LAYER_TAGS = ("layer", "imagelayer", "objectgroup")
"""XML elements that are layers."""
GEOMETRY = ("x", "y", "width", "height", "rotation")
"""Attributes of an object that are numbers: px, and degrees."""
MOST_GROUPS = 32
"""Groups within groups; a file with more is damaged."""


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
        yield "is an infinite map", UNTICK_INFINITE
    for name in ("width", "height", "tilewidth", "tileheight"):
        if not re.fullmatch(r"[1-9][0-9]{0,5}", root.get(name, "")):
            yield f"has the {name} {root.get(name)!r}", SAVE_AGAIN


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
                    self.layers.append(self._layer(element, groups, facts_of(element, above, place), place))
                elif element.tag == "group" and len(groups) == MOST_GROUPS:
                    raise Unreadable(place, "lies in too many groups", "ungroup some in Tiled")
                elif element.tag == "group":
                    self.read_layers(element, (*groups, place.layer), facts_of(element, above, place))
            except Unreadable as error:
                self.findings.append(error.finding)

    def _layer(self, element: Element, groups: tuple[str, ...], facts: LayerFacts, location: Location) -> TiledLayer:
        common = (facts, groups, _properties(element))
        match element.tag:
            case "imagelayer":
                return TiledLayer("image", *common, image=self._image(element, location))
            case "layer":
                rows, findings = read_tiles(element, location)
                self.findings += findings
                return TiledLayer("tile", *common, rows=rows)
            case _:
                by_row = element.get("draworder", "topdown") != "index"
                objects = tuple(self._objects(element, facts, location))
                return TiledLayer("object", *common, objects=objects, by_row=by_row)

    def _image(self, layer: Element, location: Location) -> Path | None:
        image = layer.find("image")
        source = "" if image is None else image.get("source", "")
        if PurePosixPath(source).is_absolute() or PureWindowsPath(source).is_absolute():
            what, mend = f"names its image by the absolute path {source}", "copy it beside the maps, choose it there"
            self.findings.append(Finding("absolute_path", location, what, mend, Severity.WARNING))
        return self._files.locate(self._path.parent / source) if source else None

    def _objects(self, group: Element, layer: LayerFacts, location: Location) -> Iterator[TiledObject]:
        for item in group.findall("object"):
            identity = item.get("id", "")
            object_id = int(identity) if identity.isdecimal() and len(identity) < 10 else None
            here = replace(location, object_id=object_id, name=item.get("name", ""))
            try:
                yield _object(self._templates.completed(item), here, layer, self._tilesets)
            except Unreadable as error:
                self.findings.append(error.finding)


def _properties(element: Element) -> RawProperties:
    return {
        item.get("name", ""): RawProperty(item.get("type", "string"), item.get("value", item.text or ""))
        for item in properties_of(element)
    }


def _object(item: Element, location: Location, layer: LayerFacts, tilesets: Tilesets) -> TiledObject:
    """Return an object where Tiled shows it: moved by the offset of its layer."""
    try:
        x, y, width, height, rotation = (number(item, name) for name in GEOMETRY)
        identity, gid = int(item.get("id", "0")), int(item.get("gid", "0"))
        corners = [tuple(map(finite, corner.split(","))) for corner in _points(item).split()]
        if corners:
            width, height = (max(0.0, *side) - min(0.0, *side) for side in zip(*corners, strict=True))
    except BadNumber as error:
        raise not_a_number(location, error) from error
    except ValueError as error:
        raise Unreadable(location, f"cannot be read ({error})", "set its place and size again in Tiled") from error
    shape = next((shape for shape in SHAPES if item.find(shape) is not None), "rectangle")
    picture = tilesets.picture(gid)
    return TiledObject(
        location=location,
        id=identity,
        name=item.get("name", ""),
        kind=item.get("type") or item.get("class") or (picture.kind if picture is not None else ""),
        shape=shape if item.get("gid") is None else "tile",
        x=x + layer.x,
        y=(y - height if gid else y) + layer.y,  # Tiled puts tiles on their lower left corner
        width=width,
        height=height,
        gid=gid,
        properties=_properties(item),
        rotation=rotation,
        visible=item.get("visible", "1") != "0",
        picture=picture,
    )


def _points(item: Element) -> str:
    """Return the corners of a polygon or polyline, such as "0,0 24,-12"; empty for other shapes."""
    return next((shape.get("points", "") for shape in item if shape.tag in ("polygon", "polyline")), "")

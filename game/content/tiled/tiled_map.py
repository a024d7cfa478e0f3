"""Tiled maps as plain data, in document order. The only module that knows pytmx, whose gaps (3.32) it mends.

pytmx decodes tiles, gids, tilesets and geometry. What it loses is read here from the XML: the order of layers, what
groups hand down (offset, opacity, visibility, parallax, tint), templates, shapes, and properties of any name. No
image is loaded.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location, errors_in
from game.content.tiled.appearance import Appearance, appearance_of
from game.content.tiled.tiled_xml import (
    LAYER_TAGS,
    SHAPES,
    Unreadable,
    broken_tilesets,
    inline_templates,
    object_place,
    problem,
    read_xml,
    refused,
)
from game.content.tiled.tilesets import Rect, TilePicture, Tilesets, read_tilesets

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pytmx imports pygame, which greets on standard output
import pytmx

HANDED_DOWN = ("offsetx", "offsety", "opacity", "visible", "parallaxx", "parallaxy", "tintcolor")


@dataclass(frozen=True, slots=True)
class RawProperty:
    """A property as the file has it: its Tiled type and its text."""

    type: str
    text: str


RawProperties: TypeAlias = Mapping[str, RawProperty]


@dataclass(frozen=True, slots=True)
class TiledObject:
    """An object: its class, geometry in map pixels (top left, of tile objects too), shape and raw properties."""

    place: Location
    id: int
    name: str
    kind: str
    shape: str
    x: float
    y: float
    width: float
    height: float
    points: tuple[tuple[float, float], ...]
    gid: int
    properties: RawProperties
    rotation: float = 0.0
    visible: bool = True
    picture: TilePicture | None = None
    """What a tile object shows; None where its tile is in no tileset."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a tile's picture is: image file, rectangle in it (None: the whole), flips (horizontal, vertical, diagonal).

    `frames` are those of an animated tile: (gid, milliseconds).
    """

    image: Path
    rect: Rect | None
    flips: tuple[bool, bool, bool]
    frames: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TiledLayer:
    """One layer. `groups` are the names of the groups around it, outermost first; other fields by kind."""

    kind: str
    name: str
    groups: tuple[str, ...]
    appearance: Appearance
    properties: RawProperties
    image: Path | None = None
    repeat_x: bool = False
    repeat_y: bool = False
    rows: tuple[tuple[int, ...], ...] = ()
    objects: tuple[TiledObject, ...] = ()
    by_row: bool = True
    """Whether objects further down are drawn later; else in the order of the list."""


@dataclass(frozen=True, slots=True)
class TiledMap:
    """A map: sizes in tiles and pixels, properties, layers in document order, tiles by gid."""

    path: Path
    columns: int
    rows: int
    tile_width: int
    tile_height: int
    properties: RawProperties
    layers: tuple[TiledLayer, ...]
    tiles: Mapping[int, Tile] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.columns * self.tile_width

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.rows * self.tile_height


@dataclass(frozen=True, slots=True)
class _Node:
    element: Element
    groups: tuple[str, ...]
    appearance: Appearance
    properties: RawProperties
    objects: tuple[RawProperties, ...]


def read_tiled(path: Path) -> tuple[TiledMap | None, list[Finding]]:
    """Read a map; return it, or None where findings are too grave, and the findings."""
    try:
        root = read_xml(path, "map")
    except Unreadable as error:
        return None, [error.finding]
    findings = [*refused(root, path), *broken_tilesets(root, path), *inline_templates(root, path)]
    if any(finding.problem == "unreadable" for finding in errors_in(findings)):
        return None, findings
    try:
        return _read(root, path), findings
    except Unreadable as error:
        return None, [*findings, error.finding]


def _read(root: Element, path: Path) -> TiledMap:
    for tileset in root.findall("tileset"):
        for tile in tileset.findall("tile"):
            for shapes in tile.findall("objectgroup"):
                tile.remove(shapes)  # collision shapes, which pytmx takes for layers
    properties = _properties(root)
    nodes = list(_nodes(root, (), Appearance(), path))
    _strip(root)
    parsed = _parse(root, path)
    tilesets = read_tilesets(root, path)
    by_tag = {
        "layer": iter([layer for layer in parsed.layers if isinstance(layer, pytmx.TiledTileLayer)]),
        "imagelayer": iter([layer for layer in parsed.layers if isinstance(layer, pytmx.TiledImageLayer)]),
        "objectgroup": iter([layer for layer in parsed.layers if isinstance(layer, pytmx.TiledObjectGroup)]),
    }
    own = {tag: {id(e): next(by_tag[tag]) for e in root.iter(tag)} for tag in LAYER_TAGS}
    layers = tuple(_layer(node, own[node.element.tag][id(node.element)], path, tilesets) for node in nodes)
    return TiledMap(
        path=path,
        columns=parsed.width,
        rows=parsed.height,
        tile_width=int(parsed.tilewidth),
        tile_height=int(parsed.tileheight),
        properties=properties,
        layers=layers,
        tiles=_tiles(parsed),
    )


def _parse(root: Element, path: Path) -> Any:
    parsed = pytmx.TiledMap(allow_duplicate_names=True)
    parsed.filename = str(path)
    try:
        parsed.parse_xml(root)
    except Exception as error:  # pytmx raises bare exceptions
        mend = "save the map again from Tiled, or undo the last change"
        what = f"cannot be read ({error or type(error).__name__})"
        raise Unreadable(problem(Location(str(path)), what, mend)) from error
    return parsed


def _nodes(parent: Element, groups: tuple[str, ...], above: Appearance, path: Path) -> Iterator[_Node]:
    for element in parent:
        if element.tag not in (*LAYER_TAGS, "group"):
            continue
        name = element.get("name", "")
        try:
            appearance = appearance_of(element, above)
        except ValueError as error:
            place = Location(str(path), layer=name)
            raise Unreadable(problem(place, f"has a bad number or color ({error})", "set it again in Tiled")) from error
        if element.tag == "group":
            yield from _nodes(element, (*groups, name), appearance, path)
        else:
            objects = tuple(_properties(item) for item in element.findall("object"))
            yield _Node(element, groups, appearance, _properties(element), objects)


def _properties(element: Element) -> RawProperties:
    found: dict[str, RawProperty] = {}
    for item in element.findall("properties/property"):
        text = item.get("value")
        found[item.get("name", "")] = RawProperty(
            item.get("type", "string"), text if text is not None else item.text or ""
        )
    return found


def _shape(item: Element) -> str:
    if item.get("gid") is not None:
        return "tile"
    return next((shape for shape in SHAPES if item.find(shape) is not None), "rectangle")


def _strip(root: Element) -> None:
    """Take away what pytmx stumbles over; it has been read already. Tile data and geometry stay."""
    for element in (root, *root.iter("group"), *(found for tag in LAYER_TAGS for found in root.iter(tag))):
        _strip_properties(element)
    for tag in (*LAYER_TAGS, "group"):
        for element in root.iter(tag):
            for key in HANDED_DOWN:
                element.attrib.pop(key, None)
    for item in root.iter("object"):
        item.attrib.pop("template", None)
        _strip_properties(item)


def _strip_properties(element: Element) -> None:
    for block in element.findall("properties"):
        element.remove(block)


def _layer(node: _Node, own: Any, path: Path, tilesets: Tilesets) -> TiledLayer:
    element = node.element
    common = (element.get("name", ""), node.groups, node.appearance, node.properties)
    if element.tag == "imagelayer":
        image = path.parent / own.source if own.source else None
        repeat = (element.get("repeatx", "0") == "1", element.get("repeaty", "0") == "1")
        return TiledLayer("image", *common, image=image, repeat_x=repeat[0], repeat_y=repeat[1])
    if element.tag == "layer":
        return TiledLayer("tile", *common, rows=tuple(tuple(row) for row in own.data))
    items = element.findall("object")
    places = [object_place(path, element, item) for item in items]
    pictures = [tilesets.picture(int(item.get("gid", "0"))) for item in items]
    objects = tuple(map(_object, items, own, places, node.objects, pictures))
    return TiledLayer("object", *common, objects=objects, by_row=element.get("draworder", "topdown") != "index")


def _object(
    item: Element, found: Any, place: Location, properties: RawProperties, picture: TilePicture | None
) -> TiledObject:
    points = tuple((float(x), float(y)) for x, y in getattr(found, "points", ()))
    if not all(map(isfinite, (found.x, found.y, found.width, found.height, *(n for point in points for n in point)))):
        raise Unreadable(problem(place, "has a place or size that is no number", "set it again in Tiled"))
    return TiledObject(
        place=place,
        id=int(found.id),
        name=item.get("name", ""),
        kind=item.get("type") or item.get("class") or (picture.kind if picture is not None else ""),
        shape=_shape(item),
        x=float(found.x),
        y=float(found.y),
        width=float(found.width),
        height=float(found.height),
        points=points,
        gid=int(found.gid),
        properties=properties,
        rotation=float(found.rotation),
        visible=item.get("visible", "1") != "0",
        picture=picture,
    )


def _tiles(parsed: Any) -> dict[int, Tile]:
    tiles: dict[int, Tile] = {}
    for gid, entry in enumerate(parsed.images):
        if entry is None:
            continue
        file, rect, flips = entry
        frames = (parsed.tile_properties.get(gid) or {}).get("frames", ())
        tiles[gid] = Tile(
            image=Path(file),
            rect=None if rect is None else (int(rect[0]), int(rect[1]), int(rect[2]), int(rect[3])),
            flips=(bool(flips[0]), bool(flips[1]), bool(flips[2])) if flips else (False, False, False),
            frames=tuple((int(frame.gid), int(frame.duration)) for frame in frames),
        )
    return tiles

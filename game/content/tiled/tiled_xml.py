"""The XML of a Tiled map before any library sees it: read, screened, its templates inlined.

Refuses, each with a finding: what is not a map, infinite and non-orthogonal maps, tile data that is neither CSV, zlib
nor gzip, class-typed and list properties, missing or broken tilesets and templates.
"""

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location, Severity

GID_FLAGS = 0xF0000000
SHAPES = ("point", "ellipse", "capsule", "polygon", "polyline", "text")
FLAT_TYPES = frozenset({"string", "int", "float", "bool", "color", "file", "object"})
READABLE_DATA = frozenset({("csv", ""), ("base64", ""), ("base64", "zlib"), ("base64", "gzip")})
LAYER_TAGS = ("layer", "imagelayer", "objectgroup")


class Unreadable(Exception):
    """The file cannot be used at all; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def problem(place: Location, what: str, mend: str) -> Finding:
    """Return the finding of something that Tiled may allow and this game cannot read."""
    return Finding("unreadable", place, what, mend)


def read_xml(path: Path, root_tag: str) -> Element:
    """Return the root of an XML file; raises Unreadable with the finding."""
    place = Location(str(path))
    try:
        text = path.read_bytes()
    except OSError as error:
        why = error.strerror or "no such file"
        raise Unreadable(problem(place, f"cannot be read ({why})", "put the file back or allow reading it")) from error
    if not text.strip():
        raise Unreadable(problem(place, "is empty", "take an older copy of the file"))
    if text.lstrip()[:1] in (b"{", b"["):
        raise Unreadable(problem(place, "is JSON, not XML", f"save it from Tiled as .{_suffix(root_tag)}"))
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        mend = "take an older copy of the file or save it again from Tiled"
        raise Unreadable(problem(place, f"is not whole XML ({error})", mend)) from error
    if root.tag != root_tag:
        mend = f"put a .{_suffix(root_tag)} file here"
        raise Unreadable(problem(place, f"holds a <{root.tag}>, not a <{root_tag}>", mend))
    return root


def _suffix(root_tag: str) -> str:
    return {"map": "tmx", "tileset": "tsx", "template": "tx"}.get(root_tag, root_tag)


def refused(root: Element, path: Path) -> list[Finding]:
    """Return what this map holds that cannot be read."""
    findings: list[Finding] = []
    place = Location(str(path))
    if root.get("orientation", "orthogonal") != "orthogonal":
        findings.append(problem(place, f"is {root.get('orientation')}", "make it orthogonal in Map > Map Properties"))
    if root.get("infinite", "0") == "1":
        findings.append(problem(place, "is an infinite map", "untick Infinite in Map > Map Properties"))
    for name in ("width", "height", "tilewidth", "tileheight"):
        if not re.fullmatch(r"[1-9][0-9]{0,5}", root.get(name, "")):
            findings.append(problem(place, f"has the {name} {root.get(name)!r}", "save it again from Tiled"))
    for layer in root.iter("layer"):
        findings += _refused_data(layer, path)
    for node, where in _with_properties(root, path):
        for item in node.findall("properties/property"):
            if item.get("type", "string") not in FLAT_TYPES:
                what = f'property "{item.get("name")}" is of type {item.get("type")}'
                findings.append(problem(where, what, "use a plain property: string, int, float, bool, color, file"))
    return findings


def _refused_data(layer: Element, path: Path) -> list[Finding]:
    place = Location(str(path), layer=layer.get("name", ""))
    mend = "set Tile Layer Format to CSV in Map > Map Properties"
    data = layer.find("data")
    if data is None:
        return [problem(place, "has no tile data", "save the map again from Tiled")]
    if data.find("chunk") is not None:
        return [problem(place, "holds chunks of an infinite map", "untick Infinite in Map > Map Properties")]
    if data.find("tile") is not None:
        return [problem(place, "stores its tiles as XML", mend)]
    encoding, compression = data.get("encoding", ""), data.get("compression", "")
    if (encoding, compression) not in READABLE_DATA:
        return [problem(place, f"stores its tiles as {encoding or 'XML'} {compression}".rstrip(), mend)]
    try:
        wanted = int(layer.get("width", "")) * int(layer.get("height", ""))
    except ValueError:
        return [problem(place, "has no size in whole tiles", "save the map again from Tiled")]
    if encoding != "csv":
        return [Finding("encoding", place, f"stores its tiles as {encoding} {compression}", mend, Severity.WARNING)]
    cells = re.findall(r"[^,\s]+", data.text or "")
    if len(cells) != wanted or not all(cell.isdecimal() for cell in cells):
        what = f"has {len(cells)} tiles of {wanted}, or some that are no numbers"
        return [problem(place, what, "take an older copy of the map")]
    return []


def _with_properties(root: Element, path: Path) -> list[tuple[Element, Location]]:
    found = [(root, Location(str(path)))]
    for tag in (*LAYER_TAGS, "group"):
        found += [(layer, Location(str(path), layer=layer.get("name", ""))) for layer in root.iter(tag)]
    for layer in root.iter("objectgroup"):
        found += [(item, object_place(path, layer, item)) for item in layer.findall("object")]
    return found


def object_place(path: Path, layer: Element, item: Element) -> Location:
    """Return where an object is, as findings say it."""
    identity = item.get("id", "")
    return Location(
        str(path),
        layer=layer.get("name", ""),
        object_id=int(identity) if identity.isdecimal() else None,
        name=item.get("name", ""),
    )


def inline_templates(root: Element, path: Path) -> list[Finding]:
    """Put into each object what its template says and it does not itself; return what is wrong with templates."""
    findings: list[Finding] = []
    cache: dict[str, Element | None] = {}
    for layer in root.iter("objectgroup"):
        for item in layer.findall("object"):
            source = item.get("template")
            if source is None:
                continue
            if source not in cache:
                cache[source] = _template(path.parent / source, findings)
            template = cache[source]
            if template is None:
                continue
            what = _merge(item, template, _tileset_shift(root, template, path, path.parent / source))
            if what is not None:
                findings.append(problem(object_place(path, layer, item), what, f"mend {source}"))
    return findings


def _template(file: Path, findings: list[Finding]) -> Element | None:
    try:
        root = read_xml(file, "template")
    except Unreadable as error:
        findings.append(error.finding)
        return None
    if root.find("object") is not None:
        return root
    findings.append(problem(Location(str(file)), "is a template without an object", "save it again from Tiled"))
    return None


def _merge(item: Element, template: Element, shift: int | None) -> str | None:
    base = template.find("object")
    if base is None:
        return None
    if base.get("gid") is not None and shift is None:
        return "its template uses a tileset that the map does not"
    for key, value in base.items():
        if item.get(key) is None:
            item.set(key, str(_shifted(int(value), shift)) if key == "gid" else value)
    if not any(item.find(shape) is not None for shape in SHAPES):
        item.extend(shape for shape in base if shape.tag in SHAPES)
    own = item.find("properties")
    if own is None:
        own = ElementTree.SubElement(item, "properties")
    names = {prop.get("name") for prop in own}
    own.extend(prop for prop in base.findall("properties/property") if prop.get("name") not in names)
    return None


def _shifted(gid: int, shift: int | None) -> int:
    return (gid & GID_FLAGS) | ((gid & ~GID_FLAGS) + (shift or 0))


def _tileset_shift(root: Element, template: Element, path: Path, file: Path) -> int | None:
    used = template.find("tileset")
    if used is None:
        return None
    wanted = (file.parent / used.get("source", "")).resolve()
    for tileset in root.findall("tileset"):
        if (path.parent / tileset.get("source", "")).resolve() == wanted:
            return int(tileset.get("firstgid", "1")) - int(used.get("firstgid", "1"))
    return None


def broken_tilesets(root: Element, path: Path) -> list[Finding]:
    """Return what is wrong with the tilesets of a map: a missing or broken file, a missing image."""
    findings: list[Finding] = []
    for tileset in root.findall("tileset"):
        source, file, node = tileset.get("source"), path, tileset
        if source is not None:
            file = path.parent / source
            try:
                node = read_xml(file, "tileset")
            except Unreadable as error:
                findings.append(error.finding)
                continue
        for image in node.iter("image"):
            if not (file.parent / image.get("source", "")).is_file():
                what = f"its image {image.get('source')} is missing"
                findings.append(Finding("missing_file", Location(str(file)), what, "put the image back"))
    return findings

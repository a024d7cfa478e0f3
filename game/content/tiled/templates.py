"""Object templates (`.tx`), of which pytmx keeps the path only: they say what an object of a map leaves out."""

from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from game.content.finding import Location
from game.content.tiled.xml_files import Unreadable, XmlFiles, properties_of, whole

SHAPES = ("point", "ellipse", "capsule", "polygon", "polyline", "text")
"""Child elements that give an object its shape; without one it is a rectangle or a tile."""


class Templates:
    """The templates that one map uses."""

    def __init__(self, root: Element, path: Path, files: XmlFiles) -> None:
        self._root = root
        self._path = path
        self._files = files
        self._objects: dict[str, Element | Unreadable] = {}

    def completed(self, item: Element, place: Location) -> Element:
        """Return an object with what its template adds; raises Unreadable where the template cannot be used."""
        source = item.get("template")
        if source is None:
            return item
        if source not in self._objects:
            self._objects[source] = self._read(source, place)
        base = self._objects[source]
        if isinstance(base, Unreadable):
            raise base
        return _merged(item, base)

    def _read(self, source: str, place: Location) -> Element | Unreadable:
        try:
            file = self._files.locate(self._path.parent / source)
            root = self._files.root(file, "template")
        except Unreadable as error:
            return error
        base = root.find("object")
        if base is None:
            what = "is a template without an object"
            return Unreadable(Location(str(file)), what, "save it again from Tiled")
        if base.get("gid") is None:
            return base
        try:
            gid = whole(base, "gid") + self._shift(root.find("tileset"), file)
        except ValueError as error:
            return Unreadable(place, f"its template {error}", f"mend {source}")
        renumbered = Element(base.tag, {**base.attrib, "gid": str(gid)})
        renumbered.extend(base)
        return renumbered

    def _shift(self, used: Element | None, file: Path) -> int:
        """Return by how much the map numbers the tiles of a template's tileset higher; raises ValueError."""
        if used is not None:
            wanted = self._files.locate(file.parent / used.get("source", "")).resolve()
            for tileset in self._root.findall("tileset"):
                if self._files.locate(self._path.parent / tileset.get("source", "")).resolve() == wanted:
                    return whole(tileset, "firstgid") - whole(used, "firstgid")
        raise ValueError("uses a tileset that the map does not")


def _merged(item: Element, base: Element) -> Element:
    whole_item = Element(item.tag, {**base.attrib, **item.attrib})
    shapes = [shape for shape in item if shape.tag in SHAPES] or [shape for shape in base if shape.tag in SHAPES]
    whole_item.extend(shapes)
    properties = SubElement(whole_item, "properties")
    own = properties_of(item)
    names = {one.get("name") for one in own}
    properties.extend([*own, *(one for one in properties_of(base) if one.get("name") not in names)])
    return whole_item

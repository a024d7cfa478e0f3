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
        self._objects: dict[str, Element] = {}

    def completed(self, item: Element) -> Element:
        """Return an object with what its template adds; raises Unreadable where the template cannot be used."""
        source = item.get("template")
        if source is None:
            return item
        if source not in self._objects:
            self._objects[source] = self._read(source)
        return _merged(item, self._objects[source])

    def _read(self, source: str) -> Element:
        file = self._files.locate(self._path.parent / source)
        root = self._files.root(file, "template")
        found = root.find("object")
        if found is None:
            raise Unreadable(Location(str(file)), "is a template without an object", "save it again from Tiled")
        if found.get("gid") is None:
            return found
        try:
            gid = whole(found, "gid") + self._shift(root.find("tileset"), file)
        except ValueError as error:
            raise Unreadable(Location(str(self._path)), f"its template {source} {error}", f"mend {source}") from error
        return _merged(Element("object", gid=str(gid)), found)

    def _shift(self, used: Element | None, file: Path) -> int:
        """Return by how much the map numbers the tiles of a template's tileset higher; raises ValueError."""
        if used is not None:
            wanted = self._files.locate(file.parent / used.get("source", "")).resolve()
            for tileset in self._root.findall("tileset"):
                if self._files.locate(self._path.parent / tileset.get("source", "")).resolve() == wanted:
                    return whole(tileset, "firstgid") - whole(used, "firstgid")
        raise ValueError("uses a tileset that the map does not")


def _merged(item: Element, base: Element) -> Element:
    """Return `item` with the attributes, shape and properties of `base` that it does not have itself."""
    merged = Element("object", {**base.attrib, **item.attrib})
    merged.extend([shape for shape in item if shape.tag in SHAPES] or [shape for shape in base if shape.tag in SHAPES])
    properties = {one.get("name"): one for source in (base, item) for one in properties_of(source)}
    SubElement(merged, "properties").extend(properties.values())
    return merged

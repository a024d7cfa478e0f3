"""Tiles of a map's tilesets: sheets and collections of images, flips, animations. No image is loaded.

Read here because pytmx renumbers tiles, loses the flips of a collection's tiles, and those of animated ones.
Animations run on the score's clock: Tiled's milliseconds are ticks, 480 to the beat (sequencers' usual resolution), so
that every 48th of a beat is a whole number and the editor shows them at 125 beats a minute.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias
from xml.etree.ElementTree import Element

from game.content.finding import Finding, Location
from game.content.tiled.xml_files import Unreadable, XmlFiles, is_there, whole

TICKS_PER_BEAT = 480
"""Resolution of animations: integer ticks, not milliseconds."""
MOST_TILES = 65536
"""A sheet that says it holds more is damaged."""
GID_FLAGS = 0xF0000000
"""Bits of a global tile id that are flags."""
FLIPPED_ACROSS = 0x80000000
"""Bit of a global tile id: flipped horizontally."""
FLIPPED_DOWN = 0x40000000
"""Bit of a global tile id: flipped vertically."""
FLIPPED_DIAGONALLY = 0x20000000
"""Bit of a global tile id: flipped along the diagonal."""
Rect: TypeAlias = tuple[int, int, int, int]
Images: TypeAlias = Mapping[str, Path]
"""Where each image lies, by the name that its tileset gives it."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One picture of an animation: image file, rectangle in it (None: the whole), how long it is shown."""

    image: Path
    rect: Rect | None
    ticks: int = TICKS_PER_BEAT


@dataclass(frozen=True, slots=True)
class TilePicture:
    """What a tile shows: one cel or more, size in pixels, flips (horizontal, vertical, diagonal), its class."""

    cels: tuple[Cel, ...]
    width: int
    height: int
    kind: str = ""
    flips: tuple[bool, bool, bool] = (False, False, False)

    def cel_at(self, beats: float, phase: int = 0) -> int:
        """Return the number of the cel that is shown so many beats after the animation began, `phase` cels ahead."""
        if len(self.cels) == 1:
            return 0
        ends = list(accumulate(cel.ticks for cel in self.cels))
        skipped = sum(self.cels[number % len(self.cels)].ticks for number in range(phase % len(self.cels)))
        tick = (beats * TICKS_PER_BEAT + skipped) % ends[-1]
        return next((number for number, end in enumerate(ends) if tick < end), 0)

    @property
    def beats(self) -> float:
        """How long all cels take."""
        return sum(cel.ticks for cel in self.cels) / TICKS_PER_BEAT


@dataclass(frozen=True, slots=True)
class Tilesets:
    """All tilesets of one map. `pictures` are by the number that the map gives a tile, without flags."""

    pictures: Mapping[int, TilePicture]

    def picture(self, gid: int) -> TilePicture | None:
        """Return what a tile with this number shows, or None where no tileset has it."""
        found = self.pictures.get(gid & ~GID_FLAGS)
        if found is None or not gid & GID_FLAGS:
            return found
        flips = (bool(gid & FLIPPED_ACROSS), bool(gid & FLIPPED_DOWN), bool(gid & FLIPPED_DIAGONALLY))
        return replace(found, flips=flips)


def read_tilesets(root: Element, path: Path, files: XmlFiles) -> tuple[Tilesets, list[Finding]]:
    """Return the tilesets of a map with this root element, and which of their files and images are broken."""
    pictures: dict[int, TilePicture] = {}
    findings: list[Finding] = []
    for node in root.findall("tileset"):
        source, file = node.get("source"), path
        try:
            first = whole(node, "firstgid")
            if source is not None:
                file = files.locate(path.parent / source)
                node = files.root(file, "tileset")
            images = _images(node, file.parent, files)
            pictures |= {first + number: picture for number, picture in _pictures(node, images).items()}
        except Unreadable as error:
            findings.append(error.finding)
        except ValueError as error:
            findings.append(Unreadable(Location(str(file)), str(error), "save it again from Tiled").finding)
        else:
            findings += _missing_images(images, file)
    return Tilesets(pictures), findings


def _images(node: Element, folder: Path, files: XmlFiles) -> Images:
    """Return where the images of a tileset lie that is in this folder; raises Unreadable for one outside the pack."""
    sources = [image.get("source", "") for image in node.iter("image")]
    return {source: files.locate(folder / source) for source in sources}


def _missing_images(images: Images, file: Path) -> list[Finding]:
    missing = [source for source, image in images.items() if not is_there(image)]
    place, mend = Location(str(file)), "put the image back"
    return [Finding("missing_file", place, f"its image {source} is missing", mend) for source in missing]


def _pictures(node: Element, images: Images) -> dict[int, TilePicture]:
    cels = _sheet(node, images)
    kinds: dict[int, str] = {}
    animated: dict[int, list[Element]] = {}
    for tile in node.findall("tile"):
        number = whole(tile, "id")
        kinds[number] = tile.get("type") or tile.get("class") or ""
        animated[number] = tile.findall("animation/frame")
        image = tile.find("image")
        if image is not None:
            cels[number] = (
                Cel(images[image.get("source", "")], None),
                (whole(image, "width"), whole(image, "height")),
            )
    found: dict[int, TilePicture] = {}
    for number, (cel, (width, height)) in cels.items():
        played = tuple(
            Cel(shown.image, shown.rect, max(1, whole(frame, "duration")))
            for frame in animated.get(number, ())
            for shown, _ in [cels.get(whole(frame, "tileid"), (cel, (0, 0)))]
        )
        found[number] = TilePicture(played or (cel,), width, height, kinds.get(number, ""))
    return found


def _sheet(node: Element, images: Images) -> dict[int, tuple[Cel, tuple[int, int]]]:
    image = node.find("image")
    if image is None:
        return {}
    width, height = whole(node, "tilewidth", 1), whole(node, "tileheight", 1)
    margin, spacing, columns = whole(node, "margin"), whole(node, "spacing"), max(1, whole(node, "columns"))
    file = images[image.get("source", "")]
    corners = {
        number: (margin + number % columns * (width + spacing), margin + number // columns * (height + spacing))
        for number in range(min(whole(node, "tilecount"), MOST_TILES))
    }
    return {number: (Cel(file, (x, y, width, height)), (width, height)) for number, (x, y) in corners.items()}

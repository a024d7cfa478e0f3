"""Writes the maps of an imported song: the picture of the shipped map that plays the exercise, and charts of its own.

The shipped map's layers are taken over as they are, cut to the new width. It refuses nothing: what a map cannot hold is
left to the check of the finished pack.
"""

import copy
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import attrgetter
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import tomli_w

from game.content import schema
from game.content.designer import property_xml
from game.content.importing.arrangement import ArrangedSection
from game.content.importing.charting import Charted, NewCall, NewCue, NewLace
from game.content.look import look_file
from game.content.property_types import Scalar
from game.content.schema import BEAT_GRID, TILE, VERB_ROWS, VIEW_WIDTH
from game.content.starter import LAYER_COLORS
from game.content.world_reader import World
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.text_files import parse_toml

CHART_LAYERS = ("sections", "cues", "calls", "laces", "triggers", "cuts", "camera", "stations")
"""Layers of the shipped map that are written anew; those whose names begin with these too."""
FIRST_ID = 100_000
"""Ids of what is written begin here."""
MOST_PX_PER_BEAT = 480
"""Largest `px_per_beat` of a map."""
CUE_HEIGHT = 20
"""Height of a hold's rectangle, px."""


@dataclass(frozen=True)
class Charts:
    """What a section holds: on each difficulty, and its lace."""

    part: ArrangedSection
    charts: Mapping[Difficulty, Charted]
    lace: NewLace


class Places:
    """The shipped maps by the exercise that they play."""

    def __init__(self, world: World) -> None:
        self._world = world

    def map_of(self, minigame: str) -> Path:
        """Return the map that plays an exercise; raises StopIteration where none does."""
        return next(level.path for level in self._world.levels if any(s.minigame == minigame for s in level.sections))


def write_map(path: Path, sections: Sequence[Charts], source: Path) -> int:
    """Write the map of sections that follow each other; return its width in px. `source` is the map of their place."""
    root = ElementTree.parse(source).getroot()
    first, beats = sections[0].part.first_beat, sum(section.part.beats for section in sections)
    scale = _px_per_beat(root, beats)
    written = _MapWriter(root, first, beats, scale)
    written.cut()
    written.add_sections(sections)
    written.add_stations([section.part for section in sections], copy.deepcopy(ElementTree.parse(source).getroot()))
    ElementTree.indent(root, " ")
    ElementTree.ElementTree(root).write(path, encoding="UTF-8", xml_declaration=True)
    _write_look(path, source, [section.part for section in sections])
    return beats * scale


def _px_per_beat(root: Element, beats: int) -> int:
    """Return the largest scale at which the beats are no wider than the shipped map: its picture ends there."""
    width = int(root.get("width", "0")) * TILE
    return max(BEAT_GRID, min(MOST_PX_PER_BEAT, width // beats // BEAT_GRID * BEAT_GRID))


class _MapWriter:
    """A map in the making: the XML of the shipped one, changed in place."""

    def __init__(self, root: Element, first_beat: int, beats: int, scale: int) -> None:
        self._root = root
        self._first_beat = first_beat
        self._beats = beats
        self._scale = scale
        self._next_id = FIRST_ID
        self._layers: dict[str, Element] = {}

    @property
    def _width(self) -> int:
        return self._beats * self._scale

    def cut(self) -> None:
        """Take out the shipped charts, cut the picture to the new width, set the map's properties."""
        columns = self._width // TILE
        self._root.set("width", str(columns))
        for layer in [item for item in self._root.findall("objectgroup") if _is_chart(item.get("name", ""))]:
            self._root.remove(layer)
        for layer in self._root.iter("layer"):
            _cut_tiles(layer, columns)
        for layer in self._root.iter("objectgroup"):
            self._cut_objects(layer)
        values = {
            "format": schema.MAP_FORMAT,
            "px_per_beat": self._scale,
            "start_beat": self._first_beat,
            "end_beat": self._first_beat + self._beats,
        }
        for item in self._root.findall("properties/property"):
            if item.get("name") in values:
                item.set("value", str(values[str(item.get("name"))]))

    def _cut_objects(self, layer: Element) -> None:
        """Take out lights and spawners beyond the map's end; what burns only for some beats burns always."""
        for item in list(layer):
            if item.tag != "object":
                continue
            if item.get("gid") is None and float(item.get("x", "0")) > self._width:
                layer.remove(item)
                continue
            block = item.find("properties")
            for row in [] if block is None or item.get("gid") is not None else list(block):
                if row.get("name") in ("from_beat", "to_beat") and block is not None:
                    block.remove(row)

    def add_sections(self, sections: Iterable[Charts]) -> None:
        """Write sections with their cues, calls and laces."""
        for layer in schema.REQUIRED_LAYERS:
            if not any(item.get("name") == layer for item in self._root.iter("objectgroup")):
                self._layer(layer)
        for section in sections:
            part = section.part
            place = (self._x(part, Fraction(0)), 0, part.beats * self._scale, 2 * TILE)
            self._add("sections", "Section", place, {"minigame": part.minigame}, part.id)
            for difficulty, chart in section.charts.items():
                for cue in chart.cues:
                    self._add_cue(part, cue, difficulty)
                for call in chart.calls:
                    self._add_call(part, call, difficulty)
            lace = section.lace
            place = (self._x(part, lace.beat), 8 * TILE + 2, int(lace.length * self._scale), CUE_HEIGHT)
            self._add("laces", "Lace", place, {"verb": lace.verb.name.lower()}, f"lace of {part.id}")

    def _add_cue(self, part: ArrangedSection, cue: NewCue, difficulty: Difficulty) -> None:
        row = next(row for row, verb in VERB_ROWS.items() if verb is cue.verbs[0])
        length = int(cue.length * self._scale)
        place = (self._x(part, cue.beat), row * TILE + 2, length, CUE_HEIGHT if length else 0)
        values: dict[str, Scalar] = {"kind": cue.kind.name, "difficulties": str(difficulty), "reps": cue.reps}
        self._add(f"cues {difficulty}", "Cue", place, values, cue.kind.name)

    def _add_call(self, part: ArrangedSection, call: NewCall, difficulty: Difficulty) -> None:
        length = int(call.length * self._scale)
        place = (self._x(part, call.beat), 7 * TILE + 2, length, CUE_HEIGHT if length else 0)
        self._add("calls", call.map_class, place, {"kind": call.kind, "difficulties": str(difficulty)}, call.kind)

    def add_stations(self, parts: Iterable[ArrangedSection], shipped: Element) -> None:
        """Write the shipped stations of standing exercises, and the camera that frames them."""
        for part in parts:
            if not MINIGAMES[part.minigame].spec.standing:
                continue
            station = next(
                item
                for item in _objects(shipped, "stations")
                if part.minigame in (_value(item, "section"), item.get("name"))
            )
            x, y = float(station.get("x", "0")), float(station.get("y", "0"))
            self._add("stations", "Station", (int(x), int(y), 0, 0), {"section": part.id}, f"station of {part.id}")
            middle = min(max(_camera_x(shipped, part.minigame, x), VIEW_WIDTH / 2), self._width - VIEW_WIDTH / 2)
            beat = float(part.first_beat - self._first_beat)
            self._add("camera", "CameraKey", (int(middle), 192, 0, 0), {"beat": beat, "look_ahead": 0})

    def _x(self, part: ArrangedSection, beat: Fraction) -> int:
        return int((part.first_beat - self._first_beat + beat) * self._scale)

    def _layer(self, name: str) -> Element:
        if name not in self._layers:
            color = LAYER_COLORS.get(name.removeprefix("cues "), "")
            colored = {"color": color} if color else {}
            self._layers[name] = SubElement(self._root, "objectgroup", colored, id=self._new_id(), name=name)
        return self._layers[name]

    def _new_id(self) -> str:
        self._next_id += 1
        return str(self._next_id)

    def _add(
        self, layer: str, kind: str, place: tuple[int, int, int, int], values: Mapping[str, Scalar], name: str = ""
    ) -> None:
        x, y, width, height = place
        facts = {"id": self._new_id(), "type": kind, "x": str(x), "y": str(y)}
        if name:
            facts["name"] = name
        if width:
            facts |= {"width": str(width), "height": str(height)}
        item = SubElement(self._layer(layer), "object", facts)
        block = SubElement(item, "properties")
        known = schema.object_class(kind)
        for prop in () if known is None else sorted(known.properties, key=attrgetter("name")):
            block.append(ElementTree.fromstring(property_xml(prop, values.get(prop.name, prop.default))))
        if not width:
            SubElement(item, "point")


def _is_chart(name: str) -> bool:
    return any(name == layer or name.startswith(f"{layer} ") for layer in CHART_LAYERS)


def _objects(root: Element, layer: str) -> list[Element]:
    return [
        item for group in root.iter("objectgroup") if group.get("name") == layer for item in group.findall("object")
    ]


def _value(item: Element, name: str) -> str:
    found = (row.get("value", "") for row in item.findall("properties/property") if row.get("name") == name)
    return next(found, "")


def _camera_x(shipped: Element, minigame: str, station_x: float) -> float:
    """Return the middle of the picture of a standing exercise: the last camera key up to the end of its section."""
    scale = int(_map_value(shipped, "px_per_beat"))
    section = next(
        item for item in _objects(shipped, "sections") if minigame in (_value(item, "minigame"), item.get("name"))
    )
    end = (float(section.get("x", "0")) + float(section.get("width", "0"))) / scale
    keys = [
        (float(_value(key, "beat") or float(key.get("x", "0")) / scale), key) for key in _objects(shipped, "camera")
    ]
    before = [float(key.get("x", "0")) for beat, key in sorted(keys, key=lambda pair: pair[0]) if beat <= end]
    return before[-1] if before else station_x


def _map_value(root: Element, name: str) -> str:
    return next(item.get("value", "") for item in root.findall("properties/property") if item.get("name") == name)


def _cut_tiles(layer: Element, columns: int) -> None:
    """Cut the rows of a tile layer to the new width."""
    data = layer.find("data")
    if data is None or not data.text:
        return
    cells = [row.strip().strip(",").split(",")[:columns] for row in data.text.strip().splitlines()]
    data.text = "\n" + ",\n".join(",".join(row) for row in cells) + "\n"
    layer.set("width", str(columns))


def _write_look(path: Path, source: Path, parts: Iterable[ArrangedSection]) -> None:
    """Write the look of the shipped map beside the new one, its sections by their new names."""
    shipped = look_file(source)
    look = parse_toml(shipped.read_bytes()) if shipped.is_file() else {}
    sections = look.pop("sections", {})
    renamed = {part.id: sections[part.minigame] for part in parts if part.minigame in sections}
    look.setdefault("backdrop", source.stem)
    text = tomli_w.dumps({**look, **({"sections": renamed} if renamed else {})})
    look_file(path).write_text(text, encoding="utf-8", newline="\n")

"""From a Tiled map to a `Level`. Lenient: a wrong value becomes its default here, and the checks say that it was wrong.

Only a file that cannot be understood at all gives no level.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from game.content import schema
from game.content.finding import Finding, Location
from game.content.layers import MapLayer
from game.content.level import (
    CameraKey,
    Cut,
    Level,
    Light,
    MapCall,
    MapCue,
    MapLace,
    Section,
    Spawner,
    Station,
    Trigger,
)
from game.content.look import Look, look_file, read_look
from game.content.property_types import Scalar
from game.content.tiled.appearance import parse_color
from game.content.tiled.drawn_layers import drawn_layer
from game.content.tiled.properties import values_of
from game.content.tiled.tiled_map import TiledLayer, TiledMap, TiledObject
from game.content.tiled.tmx_reader import read_tiled
from game.content.tiled.xml_files import Unreadable, XmlFiles
from game.minigames.manifest import cue_kind
from game.sim.actions import VERB_NAMES, Verb
from game.sim.chart import Difficulty
from game.terminal import escaped

NOTE = "//"
"""Prefix of the names of layers that the game ignores: designers' notes."""
T = TypeVar("T")


def read_level(path: Path, files: XmlFiles | None = None) -> tuple[Level | None, list[Finding]]:
    """Read one map; return the level, or None where the file cannot be understood, and what its reading found.

    Maps that are read together share `files`, so that no template or tileset is read twice.
    """
    files = files or XmlFiles()
    source, findings = read_tiled(path, files)
    if source is None:
        return None, findings
    format_ = source.properties.get("format")
    if format_ is not None and format_.text.isdecimal() and int(format_.text[:9]) > schema.MAP_FORMAT:
        what = f"is of map format {format_.text}, newer than this game's {schema.MAP_FORMAT}"
        return None, [*findings, Finding("unreadable", Location(str(path)), what, "update the game or the map")]
    level = _LevelReader(source).level()
    try:
        files.locate(look_file(path))
        look, found = read_look(path, [section.id for section in level.sections])
    except Unreadable as error:
        return None, [*findings, error.finding]
    return replace(level, look=look), [*findings, *found]


@dataclass(frozen=True, slots=True)
class MapObject:
    """An object with its values by the table."""

    source: TiledObject
    location: Location
    values: Mapping[str, Scalar]
    beat: Fraction
    length: Fraction

    def text(self, name: str) -> str:
        """Return a property as text."""
        return str(self.values[name])

    def number(self, name: str) -> float:
        """Return a property as a float."""
        return float(self.values[name])

    def whole(self, name: str) -> int:
        """Return a property as an int."""
        return int(self.values[name])

    @property
    def difficulties(self) -> frozenset[Difficulty]:
        """For which difficulties it exists."""
        words = self.text("difficulties").split(",")
        return frozenset(difficulty for difficulty in Difficulty if difficulty in words)


def is_note(layer: TiledLayer) -> bool:
    """Whether a layer, or a group around it, is a designer's note, which the game ignores."""
    return any(name.startswith(NOTE) for name in (layer.name, *layer.groups))


class _LevelReader:
    def __init__(self, source: TiledMap) -> None:
        self.source = source
        values = values_of(schema.MAP_PROPERTIES, source.properties)
        self.px_per_beat = int(values["px_per_beat"])
        self.start = Fraction(int(values["start_beat"]))
        self.end = Fraction(int(values["end_beat"]))
        self.items: dict[str, list[MapObject]] = {item.name: [] for item in schema.CLASSES}
        for layer in source.layers:
            if layer.kind == "object" and not is_note(layer):
                for found in layer.objects:
                    self._collect(found)

    def _collect(self, found: TiledObject) -> None:
        kind = schema.object_class(found.kind)
        if kind is None:
            return
        beat, length = self._snapped(found.x), self._snapped(found.width)
        place = replace(found.location, name=found.name, x=found.x, y=found.y, beat=float(self.start + beat))
        values = values_of(kind.properties, found.properties)
        self.items[kind.name].append(MapObject(found, place, values, self.start + beat, length))

    def _snapped(self, x: float) -> Fraction:
        return Fraction(round(Fraction(x) * schema.BEAT_GRID / self.px_per_beat), schema.BEAT_GRID)

    def level(self) -> Level:
        """Build the level."""
        sections = tuple(sorted(self._all("Section", self._section), key=lambda section: section.start_beat))
        calls = [*self._all("Call", self._call), *self._all("Feint", _feint), *self._all("Cut", _cut_call)]
        return Level(
            id=self.source.path.stem,
            path=self.source.path,
            source=self.source,
            px_per_beat=self.px_per_beat,
            start_beat=self.start,
            end_beat=self.end,
            width=self.source.width,
            height=self.source.height,
            layers=_drawn(self.source.layers),
            tilesets=self.source.tilesets,
            sections=sections,
            cues=tuple(sorted((self._cue(item, sections) for item in self.items["Cue"]), key=lambda cue: cue.beat)),
            calls=tuple(sorted(calls, key=lambda call: call.beat)),
            laces=tuple(self._all("Lace", _lace)),
            cuts=tuple(sorted(self._all("Cut", _cut), key=lambda cut: cut.beat)),
            stations=tuple(self._all("Station", _station)),
            camera_keys=tuple(sorted(self._all("CameraKey", self._camera_key), key=lambda key: key.beat)),
            lights=tuple(self._all("Light", self._light)),
            spawners=tuple(self._all("Spawner", self._spawner)),
            triggers=tuple(sorted(self._all("Trigger", _trigger), key=lambda trigger: trigger.beat)),
            look=Look(self.source.path.stem),
        )

    def _all(self, name: str, make: Callable[[MapObject], T]) -> list[T]:
        return [make(item) for item in self.items[name]]

    def _section(self, item: MapObject) -> Section:
        return Section(
            location=item.location,
            id=escaped(item.source.name) or item.text("minigame"),
            minigame=item.text("minigame"),
            start_beat=item.beat,
            end_beat=item.beat + item.length,
        )

    def _cue(self, item: MapObject, sections: tuple[Section, ...]) -> MapCue:
        section = next((s for s in sections if s.start_beat <= item.beat < s.end_beat), None)
        held = item.source.shape == "rectangle"
        return MapCue(
            location=item.location,
            x=item.source.x,
            y=item.source.y,
            beat=item.beat,
            length=item.length if held else Fraction(0),
            kind=item.text("kind"),
            verbs=_verbs(item, section),
            difficulties=item.difficulties,
            reps=item.whole("reps"),
        )

    def _call(self, item: MapObject) -> MapCall:
        return MapCall(item.location, item.beat, item.length, item.text("kind"), item.difficulties)

    def _camera_key(self, item: MapObject) -> CameraKey:
        set_beat = item.number("beat")
        beat = item.beat if set_beat < 0 else self._beat(set_beat)
        return CameraKey(item.location, beat, item.source.x, item.whole("look_ahead"))

    def _light(self, item: MapObject) -> Light:
        return Light(
            location=item.location,
            x=item.source.x,
            y=item.source.y,
            width=item.source.width,
            height=item.source.height,
            color=parse_color(item.text("color")),
            radius=item.whole("radius"),
            strength=item.number("strength"),
            flicker=item.number("flicker"),
            pulse=item.text("pulse"),
            parallax=item.number("parallax"),
            from_beat=self._beat(item.number("from_beat")),
            to_beat=self._end(item),
        )

    def _spawner(self, item: MapObject) -> Spawner:
        return Spawner(
            location=item.location,
            what=item.text("what"),
            x=item.source.x,
            y=item.source.y,
            width=item.source.width,
            height=item.source.height,
            count=item.whole("count"),
            every=item.number("every"),
            parallax=item.number("parallax"),
            from_beat=self._beat(item.number("from_beat")),
            to_beat=self._end(item),
        )

    def _end(self, item: MapObject) -> Fraction:
        to_beat = item.number("to_beat")
        return self.end if to_beat < 0 else self._beat(to_beat)

    def _beat(self, beat: float) -> Fraction:
        """Return a beat of the map as a beat of the song, on the grid."""
        return self.start + Fraction(beat).limit_denominator(schema.BEAT_GRID)


def _verbs(item: MapObject, section: Section | None) -> tuple[Verb, ...]:
    kind = None if section is None else cue_kind(section.minigame, item.text("kind"))
    if kind is None:
        return ()
    if kind.chord or len(kind.verbs) == 1:
        return kind.verbs
    by_row = schema.VERB_ROWS.get(int(item.source.y // schema.TILE))
    verb = VERB_NAMES.get(item.text("verb"), by_row)
    return (verb,) if verb is not None and verb in kind.verbs else ()


def _feint(item: MapObject) -> MapCall:
    return MapCall(item.location, item.beat, Fraction(0), "feint", item.difficulties)


def _cut_call(item: MapObject) -> MapCall:
    return MapCall(item.location, item.beat, item.length, "cut", frozenset(Difficulty))


def _cut(item: MapObject) -> Cut:
    station, at_beat = item.text("station"), item.number("at_beat")
    return Cut(item.location, item.beat, item.length, item.text("section"), station, at_beat)


def _lace(item: MapObject) -> MapLace:
    return MapLace(item.location, item.beat, item.length, VERB_NAMES[item.text("verb")], item.text("act"))


def _station(item: MapObject) -> Station:
    return Station(item.location, item.source.name, item.text("section"), item.source.x, item.source.y)


def _trigger(item: MapObject) -> Trigger:
    return Trigger(item.location, item.text("action"), item.beat, item.number("beats"))


def _drawn(layers: Iterable[TiledLayer]) -> tuple[MapLayer, ...]:
    found = (drawn_layer(layer) for layer in layers if not is_note(layer))
    return tuple(drawn for drawn in found if drawn is not None)

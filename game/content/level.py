"""A map as the game understands it: frozen facts about what is played, where, and what is drawn. No progress.

Beats are exact and count from the first beat of the song; x and y are map pixels. Whoever draws loads the images.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from game.content.finding import Location
from game.content.layers import MapLayer
from game.content.look import Look
from game.content.schema import BEAT_GRID
from game.content.tiled.appearance import Rgba
from game.content.tiled.tiled_map import TiledMap, TiledObject
from game.content.tiled.tilesets import Tilesets
from game.sim.actions import Verb
from game.sim.chart import Difficulty


@dataclass(frozen=True, slots=True)
class Section:
    """One exercise in the map."""

    location: Location
    id: str
    minigame: str
    start_beat: Fraction
    end_beat: Fraction


@dataclass(frozen=True, slots=True)
class MapCue:
    """A cue as the map has it. `length` is in beats, 0 unless held; `verbs` is empty where none is said."""

    location: Location
    x: float
    y: float
    beat: Fraction
    length: Fraction
    kind: str
    verbs: tuple[Verb, ...]
    difficulties: frozenset[Difficulty]
    reps: int


@dataclass(frozen=True, slots=True)
class MapCall:
    """A call, feint or cut: unjudged. `length` is in beats, 0 for a point."""

    location: Location
    beat: Fraction
    length: Fraction
    kind: str
    difficulties: frozenset[Difficulty]


@dataclass(frozen=True, slots=True)
class MapLace:
    """The hidden act of a section."""

    location: Location
    beat: Fraction
    length: Fraction
    verb: Verb
    act: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What the picture shows from `beat` on: a station of a section, or the beat `at_beat` of one that runs."""

    location: Location
    beat: Fraction
    length: Fraction
    section: str
    station: str
    at_beat: float


@dataclass(frozen=True, slots=True)
class Station:
    """Where the fighter stands for a section."""

    location: Location
    name: str
    section: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CameraKey:
    """A key of the camera: how far ahead it looks where he runs, where the picture's middle lies where he stands."""

    location: Location
    beat: Fraction
    x: float
    look_ahead: int


@dataclass(frozen=True, slots=True)
class Light:
    """A lamp or fire about the middle of its rectangle; beats from and to are those of the song."""

    location: Location
    x: float
    y: float
    width: float
    height: float
    color: Rgba
    radius: int
    strength: float
    flicker: float
    pulse: str
    parallax: float
    from_beat: Fraction
    to_beat: Fraction


@dataclass(frozen=True, slots=True)
class Spawner:
    """A source of small things in the picture; width and height are 0 for a point."""

    location: Location
    what: str
    x: float
    y: float
    width: float
    height: float
    count: int
    every: float
    parallax: float
    from_beat: Fraction
    to_beat: Fraction


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something that happens once, from `beat` on for `beats`."""

    location: Location
    action: str
    beat: Fraction
    beats: float


@dataclass(frozen=True, slots=True)
class Level:
    """One map. `source` is the file's own data, for the checks."""

    id: str
    path: Path
    source: TiledMap
    px_per_beat: int
    start_beat: Fraction
    end_beat: Fraction
    width: int
    height: int
    layers: tuple[MapLayer, ...]
    tilesets: Tilesets
    sections: tuple[Section, ...]
    cues: tuple[MapCue, ...]
    calls: tuple[MapCall, ...]
    laces: tuple[MapLace, ...]
    cuts: tuple[Cut, ...]
    stations: tuple[Station, ...]
    camera_keys: tuple[CameraKey, ...]
    lights: tuple[Light, ...]
    spawners: tuple[Spawner, ...]
    triggers: tuple[Trigger, ...]
    look: Look

    def x_at(self, beat: Fraction | float) -> float:
        """Return the map x of a beat of the song."""
        return float(beat - self.start_beat) * self.px_per_beat

    def place_of(self, item: TiledObject) -> Location:
        """Return where an object of the map is, with its x, y and beat."""
        beat = float(self.start_beat) + item.x / self.px_per_beat
        return replace(item.location, name=item.name, x=item.x, y=item.y, beat=beat)

    def beat_of_object(self, object_id: int) -> Fraction | None:
        """Return the beat of the song at an object's left edge, on the grid; None where there is no such object."""
        items = (item for layer in self.source.layers for item in layer.objects)
        found = next((item for item in items if item.id == object_id), None)
        if found is None:
            return None
        return self.start_beat + Fraction(round(Fraction(found.x) * BEAT_GRID / self.px_per_beat), BEAT_GRID)

    def section_at(self, beat: Fraction) -> Section | None:
        """Return the section in which a beat of the song lies, or None."""
        return next((s for s in self.sections if s.start_beat <= beat < s.end_beat), None)

    def station_of(self, section: Section) -> Station | None:
        """Return the station of a section, or None: one that names it, else its exercise, else one that stands in it
        and names nothing.
        """
        left, right = self.x_at(section.start_beat), self.x_at(section.end_beat)
        found = [
            station for name in (section.id, section.minigame) for station in self.stations if station.section == name
        ]
        around = [station for station in self.stations if not station.section and left <= station.x < right]
        return next(iter((*found, *around)), None)

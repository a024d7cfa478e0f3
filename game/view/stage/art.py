"""The art of one world: pictures, sheets, places and camera paths. Loaded once, shared by every stage planned from it;
independent of charts.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from game.content.level import Level, Section
from game.content.song.song import Song
from game.content.world import World
from game.timing.tempo import TempoMap
from game.view.canvas.camera import FollowPath
from game.view.canvas.pictures import DerivedArt, Pictures
from game.view.exercise.section_view import Views
from game.view.figure.sprite_sheet import Sheets
from game.view.place.place import Place
from game.view.place.scenery import build_place, place_of_section
from game.view.stage.path import CameraTrack


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """One section of the world with its map and its place."""

    section: Section
    level: Level
    place: Place


class Art:
    """Everything of a world that its stages share. Pictures are read when they are drawn or their place is loaded."""

    def __init__(
        self,
        world: World | tuple[Level, ...],
        song: Song,
        roots: tuple[Path, ...],
        views: Views,
        before: "Art | None" = None,
    ) -> None:
        """`roots` are the folders that pictures and sheets are sought in, a pack's own first. `before` is the art of an
        earlier state of the world, from the same roots: what has not changed is taken from it.
        """
        self.tempo: TempoMap = song.tempo
        self.views = views
        self.pictures: Pictures = Pictures(roots) if before is None else before.pictures
        self.sheets: Sheets = Sheets(roots) if before is None else before.sheets
        self.derived = DerivedArt()
        self._follows: dict[CameraTrack, FollowPath] = {}
        self._places: dict[str, tuple[Level, Place]] = {}
        self.sheets.forget_changed()
        is_repainted = self.pictures.forget_changed()
        known = {} if before is None or is_repainted else before._places
        self.sections = self._placed(world.levels if isinstance(world, World) else world, known)
        """All sections in order of time."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place, once."""
        return tuple({id(placed.place): placed.place for placed in self.sections}.values())

    def follow(self, track: CameraTrack) -> FollowPath:
        """Return the camera path along a track; computed once."""
        if track not in self._follows:
            self._follows[track] = FollowPath(track.aim(self.tempo), track.start_us, track.end_us)
        return self._follows[track]

    @property
    def bytes_held(self) -> int:
        """Return the bytes of pictures from files that are held in memory now, whole or in pieces."""
        return self.pictures.bytes_held + self.sheets.bytes_held

    @property
    def files_read(self) -> int:
        """Return the number of pictures and sheets read from files so far."""
        return self.pictures.files_read + self.sheets.files_read

    @property
    def problems(self) -> list[str]:
        """A sentence for each picture that could not be used."""
        return [*self.pictures.problems, *self.sheets.problems]

    def _placed(self, levels: tuple[Level, ...], known: dict[str, tuple[Level, Place]]) -> tuple[PlacedSection, ...]:
        placed: list[PlacedSection] = []
        left = 0.0
        for level in levels:
            place = self._place(level, left, known)
            self._places[level.id] = (level, place)
            left += place.length
            for section in level.sections:
                own = place_of_section(place, level, section, self.pictures)
                placed.append(PlacedSection(section, level, own))
        return tuple(sorted(placed, key=lambda each: each.section.start_beat))

    def _place(self, level: Level, left: float, known: dict[str, tuple[Level, Place]]) -> Place:
        """Return the map's place; an unchanged map keeps its layers."""
        before = known.get(level.id)
        if before is not None and before[0] == level:
            return replace(before[1], left=left)
        place = build_place(level, left, self.pictures)
        for section in level.sections:
            view = self.views.get(section.minigame)
            mark = place.marks.get(view.stand_mark) if view is not None else None
            if view is not None and mark is not None:
                place.stations[section.id] = (mark.x + view.stand_offset, mark.row)
        return place

"""Plans which shots a run is drawn in, from the maps, the song and the chart.

Consecutive running sections become one shot along adjacent places; sections of one standing map become a shot through
its room; the climb, the summit and each cut are shots of their own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TypeAlias
from weakref import proxy

from game.content.level import Cut, Section
from game.sim.chart import Chart, Cue, SectionChart
from game.timing.units import Micros
from game.view.canvas.lens import LEAD_X, WIDTH
from game.view.exercise.section_view import Fade, Happening, SectionView, Setting, Staging
from game.view.figure.actor import Actors
from game.view.place.place import Place
from game.view.stage.art import Art, PlacedSection
from game.view.stage.memories import Memories, Remembered
from game.view.stage.path import CameraTrack, PathSegment, RunPath
from game.view.stage.shots import OwnShot, RoomShot, RunShot, Shot
from game.view.stage.staged_section import StagedSection

Placements: TypeAlias = Sequence[PlacedSection]
FEET_ROW = 321.0
"""Map row of a runner's feet."""
STANDING_ROW = 342.0
"""Map row of the feet of a standing fighter without a station."""
FRAME_FADES = ("frame_tightens", "frame_opens")
"""Trigger actions that narrow the frame and open it."""
LIGHT_FADES = ("light_leaves", "light_returns")
"""Trigger actions that darken the place and light it again."""
DEFAULT_STATION = 640.0
"""Column of a station where a map has none, px."""
STATION_AHEAD = 28.0
"""Distance of the picture's middle ahead of a fighter at a station, px, where the map has no camera key."""
LOOK_AHEAD = WIDTH / 2 - LEAD_X
"""Distance of the picture's middle ahead of a runner, px, where the map has no camera key."""
EDGE_LOOK_AHEAD = 90.0
"""Look-ahead at both ends of adjacent places, px: pictures reach no further."""


@dataclass(frozen=True, slots=True)
class Door:
    """A wall that passes the camera at a time, where two shots have no common space."""

    time_us: Micros
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class ShotPlan:
    """The shots in order of time, the doors between them, and the sections whose pictures the summit shows."""

    shots: tuple[Shot, ...]
    doors: tuple[Door, ...]
    memories: Memories


class ShotPlanner:
    """Builds the staged sections of a chart."""

    def __init__(self, art: Art, chart: Chart, actors: Actors) -> None:
        self.art = art
        self.actors = actors
        self.memories = Memories(art.tempo)
        self._charts = {section.id: section for section in chart.sections}

    def chart_of(self, section: Section) -> SectionChart:
        """Return the section's chart, or one without cues where the section is not in the chart."""
        found = self._charts.get(section.id)
        if found is not None:
            return found
        start_us, end_us = self.art.tempo.to_us(section.start_beat), self.art.tempo.to_us(section.end_beat)
        span = (section.start_beat, section.end_beat, start_us, end_us)
        return SectionChart(-1, section.id, section.minigame, *span, cues=())

    def _after(self, chart: SectionChart) -> tuple[Cue, ...]:
        """Return the cues of the section that begins where this one ends."""
        return next((other.cues for other in self._charts.values() if other.start_beat == chart.end_beat), ())

    def staging_of(self, minigame: str) -> Staging:
        """Return an exercise's staging; without a view it stands."""
        view = self.art.views.get(minigame)
        return view.staging if view is not None else Staging.STAND

    def staged(self, placed: PlacedSection, chart: SectionChart, x_of: Callable[[float], float]) -> StagedSection:
        """Return a section staged in its place, with the fighter's x by beat."""
        station = placed.place.stations.get(placed.section.id)
        standing = self.staging_of(placed.section.minigame) is Staging.STAND
        setting = Setting(
            section=chart,
            place=placed.place,
            x_of=x_of,
            cue_x=placed.level.x_at,
            row=station[1] if station is not None and standing else STANDING_ROW if standing else FEET_ROW,
            scale=placed.place.scale,
            actors=self.actors,
            pictures=self.art.pictures,
            derived=self.art.derived,
            px_per_beat=float(placed.level.px_per_beat),
            # Weakly: the memories hold the shots, which hold the views, which hold this.
            recall=proxy(self.memories),
            squeezes=_fades(placed, FRAME_FADES),
            dimmings=_fades(placed, LIGHT_FADES),
            happenings=_happenings(placed),
            upcoming=self._after(chart),
            act=next((lace.act for lace in placed.level.laces if chart.start_beat <= lace.beat < chart.end_beat), ""),
        )
        view = self.art.views.get(placed.section.minigame, SectionView)(setting)
        return StagedSection(view, placed.place, chart.start_us, chart.end_us)


def _fades(placed: PlacedSection, actions: tuple[str, str]) -> tuple[Fade, ...]:
    """Return the transitions of a section from a pair of the map's trigger actions, in order."""
    section, ends = placed.section, dict(zip(actions, (1.0, 0.0), strict=True))
    fades = [
        Fade(float(trigger.beat), float(trigger.beats), ends[trigger.action])
        for trigger in placed.level.triggers
        if trigger.action in ends and section.start_beat <= trigger.beat < section.end_beat
    ]
    return tuple(sorted(fades, key=lambda fade: fade.beat))


def _happenings(placed: PlacedSection) -> tuple[Happening, ...]:
    """Return a section's other triggers."""
    return tuple(
        Happening(trigger.action, float(trigger.beat), trigger.beats)
        for trigger in placed.level.triggers
        if placed.section.start_beat <= trigger.beat < placed.section.end_beat
    )


def plan(art: Art, chart: Chart, actors: Actors) -> ShotPlan:
    """Return the plan of a chart. Reads no file."""
    planner = ShotPlanner(art, chart, actors)
    placements = art.sections
    shots: list[Shot] = []
    doors: list[Door] = []
    index = 0
    while index < len(placements):
        staging = planner.staging_of(placements[index].section.minigame)
        count = _run_length(placements[index:], planner, staging)
        planned = _shots_of(placements[index : index + count], planner, staging)
        if staging in (Staging.RUN, Staging.STAND):
            charts = (planner.chart_of(placed.section) for placed in placements[index : index + count])
            if index and planner.staging_of(placements[index - 1].section.minigame) in (
                Staging.RUN,
                Staging.STAND,
            ):
                doors.append(Door(planned[0].start_us, placements[index - 1].place, placements[index].place))
            planner.memories.remembered += [Remembered(chart, planned[0]) for chart in charts]
        if staging is Staging.OWN and shots and isinstance(shots[-1], OwnShot):
            planner.memories.before = shots[-1]
        shots += planned
        index += count
    return ShotPlan(tuple(shots), tuple(doors), planner.memories)


def _run_length(placements: Placements, planner: ShotPlanner, staging: Staging) -> int:
    """Return the number of the next sections that make one shot."""
    if staging is Staging.OWN or staging is Staging.CUTS:
        return 1
    count = 1
    for before, after in pairwise(placements):
        touching = before.section.end_beat == after.section.start_beat
        together = staging is Staging.RUN or after.level is before.level
        if planner.staging_of(after.section.minigame) is not staging or not touching or not together:
            break
        count += 1
    return count


def _shots_of(placements: Placements, planner: ShotPlanner, staging: Staging) -> list[Shot]:
    match staging:
        case Staging.RUN:
            return [_run_shot(placements, planner)]
        case Staging.STAND:
            return [_room_shot(placements, planner)]
        case Staging.CUTS:
            return _cuts(placements[0], planner)
        case Staging.OWN:
            chart = planner.chart_of(placements[0].section)
            return [OwnShot(planner.staged(placements[0], chart, partial(_still, 0.0)))]


def _along(path: RunPath, left: float, beat: float) -> float:
    return path.x_at(beat) - left


def _still(x: float, beat: float) -> float:
    return x


def _run_shot(placements: Placements, planner: ShotPlanner) -> RunShot:
    segments = tuple(
        PathSegment(
            float(placed.section.start_beat),
            float(placed.section.end_beat),
            float(placed.level.px_per_beat),
            placed.place.left + placed.level.x_at(placed.section.start_beat),
        )
        for placed in placements
    )
    from_standing = placements[0].section.start_beat == 0
    path = RunPath(segments, from_standing)
    sections = tuple(
        planner.staged(placed, planner.chart_of(placed.section), partial(_along, path, placed.place.left))
        for placed in placements
    )
    track = CameraTrack(segments, from_standing, _look_ahead(placements), sections[0].start_us, sections[-1].end_us)
    return RunShot(sections, planner.art.follow(track))


def _room_shot(placements: Placements, planner: ShotPlanner) -> RoomShot:
    xs = tuple(placed.place.stations.get(placed.section.id, (DEFAULT_STATION, 0.0))[0] for placed in placements)
    sections = tuple(
        planner.staged(placed, planner.chart_of(placed.section), partial(_still, x))
        for placed, x in zip(placements, xs, strict=True)
    )
    return RoomShot(sections, tuple(_centre(placed, planner) for placed in placements), planner.art.tempo)


def _look_ahead(placements: Placements) -> tuple[tuple[float, float], ...]:
    """Return the look-ahead by the maps' camera keys, limited at both ends of the adjacent places."""
    keys = [
        (float(key.beat), float(key.look_ahead))
        for placed in placements
        for key in placed.level.camera_keys
        if placed.section.start_beat <= key.beat <= placed.section.end_beat
    ]
    start, end = float(placements[0].section.start_beat), float(placements[-1].section.end_beat)
    inner = [(beat, ahead) for beat, ahead in keys if start < beat < end]
    first = min([ahead for beat, ahead in keys if beat <= start] or [LOOK_AHEAD])
    last = min([ahead for beat, ahead in keys if beat >= end] or [LOOK_AHEAD])
    return (start, min(first, EDGE_LOOK_AHEAD)), *inner, (end, min(last, EDGE_LOOK_AHEAD))


def _centre(placed: PlacedSection, planner: ShotPlanner) -> float:
    """Return the picture's middle in a standing section: its last camera key, else beside the station."""
    station = placed.place.stations.get(placed.section.id, (DEFAULT_STATION, 0.0))[0]
    span = placed.section
    inside = [key for key in placed.level.camera_keys if span.start_beat <= key.beat < span.end_beat]
    if inside:
        return max(inside, key=lambda key: key.beat).x
    view = planner.art.views.get(span.minigame)
    if view is not None and view.framed_ahead and view.stand_mark in placed.place.marks:
        return station + view.framed_ahead
    return station + STATION_AHEAD


def _cuts(cuts: PlacedSection, planner: ShotPlanner) -> list[Shot]:
    """Return one short shot for each cut, with the cues that fall into it as their own exercise's kinds."""
    chart = planner.chart_of(cuts.section)
    shots: list[Shot] = []
    for cut in sorted(cuts.level.cuts, key=lambda cut: cut.beat):
        placed = next((placed for placed in planner.art.sections if placed.section.id == cut.section), None)
        if placed is not None:
            shots.append(_cut_shot(cut, placed, chart, planner))
    # A map of cuts played by itself has no places to cut to: he is planned alone in the dark.
    alone = planner.staged(cuts, chart, partial(_still, DEFAULT_STATION))
    return shots or [RoomShot((alone,), (DEFAULT_STATION,), planner.art.tempo)]


def _cut_shot(cut: Cut, placed: PlacedSection, chart: SectionChart, planner: ShotPlanner) -> Shot:
    start_us, end_us = planner.art.tempo.to_us(cut.beat), planner.art.tempo.to_us(cut.beat + cut.length)
    prefix = f"{placed.section.minigame}."
    cues = tuple(
        replace(cue, name=cue.name.removeprefix(prefix))
        for cue in chart.cues
        if cue.name.startswith(prefix) and start_us <= cue.time_us < end_us
    )
    part = SectionChart(
        chart.index,
        placed.section.id,
        placed.section.minigame,
        cut.beat,
        cut.beat + cut.length,
        start_us,
        end_us,
        cues,
    )
    if planner.staging_of(placed.section.minigame) is Staging.STAND:
        x = placed.place.stations.get(placed.section.id, (DEFAULT_STATION, 0.0))[0]
        return RoomShot(
            (planner.staged(placed, part, partial(_still, x)),), (_centre(placed, planner),), planner.art.tempo
        )
    left = placed.place.left + placed.level.x_at(placed.section.start_beat) + cut.at_beat * placed.level.px_per_beat
    segment = PathSegment(float(cut.beat), float(cut.beat + cut.length), float(placed.level.px_per_beat), left)
    track = CameraTrack((segment,), False, ((0.0, LOOK_AHEAD),), start_us, end_us)
    staged = planner.staged(placed, part, partial(_along, track.path, placed.place.left))
    # In a cut the cue lies where the runner is when it sounds: the map's own x belongs to another moment.
    staged.view.setting = replace(staged.view.setting, cue_x=staged.view.setting.x_of)
    return RunShot((staged,), planner.art.follow(track))

"""The production plan: which takes the run is filmed in, from the maps, the song and the chart.

Running sections that follow each other become one take along a strip of places; sections of one standing map become
a take through its room; the climb, the summit and each cut are takes of their own.
"""

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from game.content.level import Cut, Level
from game.content.song.song import Song
from game.content.world import World
from game.sim.chart import Chart, SectionChart
from game.timing.units import Micros
from game.view.canvas.lens import LEAD_X, WIDTH
from game.view.canvas.pictures import Pictures
from game.view.exercise.section_view import Staging, Views
from game.view.figure.actor import Actors
from game.view.place.place import Place
from game.view.place.scenery import build_place, place_of_section
from game.view.stage.memories import Memories, Remembered
from game.view.stage.path import PathSegment, Rail, RunPath
from game.view.stage.shot_planner import PlannedSection, ShotPlanner
from game.view.stage.shots import OwnShot, RoomShot, RunShot, Shot

DEFAULT_STATION = 640.0
FOLLOW_FIGHTER, FOLLOW_POINT = "fighter", "point"
STATION_AHEAD = 28.0
"""Where a map has no camera key, the picture's middle lies so far ahead of a man at his station."""
LOOK_AHEAD = WIDTH / 2 - LEAD_X
EDGE_LOOK_AHEAD = 90.0
"""At the ends of a strip the pictures reach no further than this look-ahead shows."""


@dataclass(frozen=True, slots=True)
class Door:
    """A wall that passes the lens at a time, where two takes cannot join in space."""

    time_us: Micros
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class ShotPlan:
    """The takes in order of time, the doors between them, and what of them is remembered in the end."""

    shots: tuple[Shot, ...]
    doors: tuple[Door, ...]
    memories: Memories


def plan(
    world: World | tuple[Level, ...], song: Song, chart: Chart, loaded: tuple[Actors, Pictures], views: Views
) -> ShotPlan:
    """Return the takes of a world in order of time, and the doors between them."""
    levels = world.levels if isinstance(world, World) else world
    actors, pictures = loaded
    planner = ShotPlanner(song, chart, views, actors, pictures)
    scenes = _scenes(levels, pictures, views)
    shots: list[Shot] = []
    doors: list[Door] = []
    index = 0
    while index < len(scenes):
        staging = planner.staging_of(scenes[index].section.minigame)
        count = _run_length(scenes[index:], planner, staging)
        filmed = _takes(scenes[index : index + count], scenes, planner, staging)
        if staging in (Staging.RUN, Staging.STAND):
            charts = (planner.chart_of(scene.section) for scene in scenes[index : index + count])
            if index and planner.staging_of(scenes[index - 1].section.minigame) in (Staging.RUN, Staging.STAND):
                doors.append(Door(filmed[0].start_us, scenes[index - 1].place, scenes[index].place))
            planner.memories.remembered += [Remembered(chart, filmed[0]) for chart in charts]
        if staging is Staging.OWN and shots and isinstance(shots[-1], OwnShot):
            planner.memories.before = shots[-1]
        shots += filmed
        index += count
    return ShotPlan(tuple(shots), tuple(doors), planner.memories)


def _scenes(levels: tuple[Level, ...], pictures: Pictures, views: Views) -> list[PlannedSection]:
    scenes: list[PlannedSection] = []
    left = 0.0
    for level in levels:
        place = build_place(level, left, pictures)
        _stand_on_marks(place, level, views)
        left += place.length
        for section in level.sections:
            scenes.append(PlannedSection(section, level, place_of_section(place, level, section, pictures)))
    return sorted(scenes, key=lambda scene: scene.section.start_beat)


def _stand_on_marks(place: Place, level: Level, views: Views) -> None:
    for section in level.sections:
        view = views.get(section.minigame)
        mark = place.marks.get(view.stand_mark) if view is not None else None
        if view is not None and mark is not None:
            place.stations[section.id] = (mark.x + view.stand_offset, mark.row)


def _run_length(scenes: list[PlannedSection], planner: ShotPlanner, staging: Staging) -> int:
    """Return how many of the next scenes make one take."""
    if staging is Staging.OWN or staging is Staging.CUTS:
        return 1
    count = 1
    for before, after in pairwise(scenes):
        touching = before.section.end_beat == after.section.start_beat
        together = staging is Staging.RUN or after.level is before.level
        if planner.staging_of(after.section.minigame) is not staging or not touching or not together:
            break
        count += 1
    return count


def _takes(
    scenes: list[PlannedSection], all_scenes: list[PlannedSection], planner: ShotPlanner, staging: Staging
) -> list[Shot]:
    match staging:
        case Staging.RUN:
            return [_run_take(scenes, planner)]
        case Staging.STAND:
            return [_room_take(scenes, planner)]
        case Staging.CUTS:
            return _cuts(scenes[0], all_scenes, planner)
        case Staging.OWN:
            chart = planner.chart_of(scenes[0].section)
            return [OwnShot(planner.staged(scenes[0], chart, partial(_still, 0.0)))]


def _along(path: RunPath, left: float, beat: float) -> float:
    return path.x_at(beat) - left


def _still(x: float, beat: float) -> float:
    return x


def _run_take(scenes: list[PlannedSection], planner: ShotPlanner) -> RunShot:
    stretches = tuple(
        PathSegment(
            float(scene.section.start_beat),
            float(scene.section.end_beat),
            float(scene.level.px_per_beat),
            scene.place.left + scene.level.x_at(scene.section.start_beat),
        )
        for scene in scenes
    )
    path = RunPath(stretches, from_standing=scenes[0].section.start_beat == 0)
    sections = tuple(
        planner.staged(scene, planner.chart_of(scene.section), partial(_along, path, scene.place.left))
        for scene in scenes
    )
    return RunShot(sections, path, _rail(scenes), planner.tempo)


def _room_take(scenes: list[PlannedSection], planner: ShotPlanner) -> RoomShot:
    xs = tuple(scene.place.stations.get(scene.section.id, (DEFAULT_STATION, 0.0))[0] for scene in scenes)
    sections = tuple(
        planner.staged(scene, planner.chart_of(scene.section), partial(_still, x))
        for scene, x in zip(scenes, xs, strict=True)
    )
    return RoomShot(sections, tuple(_centre(scene, planner) for scene in scenes), planner.tempo)


def _rail(scenes: list[PlannedSection]) -> Rail:
    """Return the look-ahead of the maps' camera keys, held back at both ends of the strip."""
    keys = [
        (float(key.beat), float(key.look_ahead))
        for scene in scenes
        for key in scene.level.camera_keys
        if key.follow == FOLLOW_FIGHTER and scene.section.start_beat <= key.beat <= scene.section.end_beat
    ]
    start, end = float(scenes[0].section.start_beat), float(scenes[-1].section.end_beat)
    inner = [(beat, ahead) for beat, ahead in keys if start < beat < end]
    first = min([ahead for beat, ahead in keys if beat <= start] or [LOOK_AHEAD])
    last = min([ahead for beat, ahead in keys if beat >= end] or [LOOK_AHEAD])
    return Rail(((start, min(first, EDGE_LOOK_AHEAD)), *inner, (end, min(last, EDGE_LOOK_AHEAD))))


def _centre(scene: PlannedSection, planner: ShotPlanner) -> float:
    """Return where the picture's middle lies in a standing section: its last camera key, else beside the station."""
    station = scene.place.stations.get(scene.section.id, (DEFAULT_STATION, 0.0))[0]
    view = planner.views.get(scene.section.minigame)
    if view is not None and view.framed_ahead and view.stand_mark in scene.place.marks:
        return station + view.framed_ahead
    inside = [
        key
        for key in scene.level.camera_keys
        if key.follow == FOLLOW_POINT and scene.section.start_beat <= key.beat < scene.section.end_beat
    ]
    if inside:
        return max(inside, key=lambda key: key.beat).x
    return station + STATION_AHEAD


def _cuts(cuts: PlannedSection, scenes: list[PlannedSection], planner: ShotPlanner) -> list[Shot]:
    """Return one short take for each cut, with the cues that fall on it under their own names."""
    chart = planner.chart_of(cuts.section)
    shots: list[Shot] = []
    for cut in sorted(cuts.level.cuts, key=lambda cut: cut.beat):
        scene = next((scene for scene in scenes if scene.section.id == cut.section), None)
        if scene is not None:
            shots.append(_cut_take(cut, scene, chart, planner))
    # A map of cuts played by itself has no places to cut to: he is filmed alone in the dark.
    alone = planner.staged(cuts, chart, partial(_still, DEFAULT_STATION))
    return shots or [RoomShot((alone,), (DEFAULT_STATION,), planner.tempo)]


def _cut_take(cut: Cut, scene: PlannedSection, chart: SectionChart, planner: ShotPlanner) -> Shot:
    start_us, end_us = planner.tempo.to_us(cut.beat), planner.tempo.to_us(cut.beat + cut.length)
    prefix = f"{scene.section.minigame}."
    cues = tuple(
        replace(cue, name=cue.name.removeprefix(prefix))
        for cue in chart.cues
        if cue.name.startswith(prefix) and start_us <= cue.time_us < end_us
    )
    part = SectionChart(
        chart.index, scene.section.id, scene.section.minigame, cut.beat, cut.beat + cut.length, start_us, end_us, cues
    )
    if planner.staging_of(scene.section.minigame) is Staging.STAND:
        x = scene.place.stations.get(scene.section.id, (DEFAULT_STATION, 0.0))[0]
        return RoomShot((planner.staged(scene, part, partial(_still, x)),), (_centre(scene, planner),), planner.tempo)
    left = scene.place.left + scene.level.x_at(scene.section.start_beat) + cut.at_beat * scene.level.px_per_beat
    stretch = PathSegment(float(cut.beat), float(cut.beat + cut.length), float(scene.level.px_per_beat), left)
    path = RunPath((stretch,))
    staged = planner.staged(scene, part, partial(_along, path, scene.place.left))
    # In a cut the cue lies where the runner is when it sounds: the map's own x belongs to another moment.
    staged.view.setting = replace(staged.view.setting, cue_x=staged.view.setting.x_of)
    return RunShot((staged,), path, Rail(((0.0, LOOK_AHEAD),)), planner.tempo)

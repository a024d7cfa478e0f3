"""What a take is planned from: a scene of the map, and the shot of an exercise's view in its place."""

from collections.abc import Callable
from dataclasses import dataclass

from game.content.level import Level, Section
from game.content.song.song import Song
from game.sim.chart import Chart, Cue, SectionChart
from game.view.canvas.pictures import Pictures
from game.view.exercise.section_view import Happening, SectionView, Setting, Staging, Turn, Views
from game.view.figure.actor import Actors
from game.view.place.place import Place
from game.view.stage.memories import Memories
from game.view.stage.staged_section import StagedSection

FEET_ROW = 321.0
STANDING_ROW = 342.0
FRAME_TURNS, LIGHT_TURNS = ("frame_tightens", "frame_opens"), ("light_leaves", "light_returns")
"""Triggers that let something go and come back."""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """One section with the map it is in and its place."""

    section: Section
    level: Level
    place: Place


class ShotPlanner:
    """Builds takes; holds what all of them need."""

    def __init__(self, song: Song, chart: Chart, views: Views, actors: Actors, pictures: Pictures) -> None:
        self.tempo = song.tempo
        self.views = views
        self.actors = actors
        self.pictures = pictures
        self.memories = Memories(song.tempo)
        self._charts = {section.id: section for section in chart.sections}

    def chart_of(self, section: Section) -> SectionChart:
        """Return the section's chart, or one without cues where it is not played."""
        found = self._charts.get(section.id)
        if found is not None:
            return found
        start_us, end_us = self.tempo.to_us(section.start_beat), self.tempo.to_us(section.end_beat)
        span = (section.start_beat, section.end_beat, start_us, end_us)
        return SectionChart(-1, section.id, section.minigame, *span, cues=())

    def _after(self, chart: SectionChart) -> tuple[Cue, ...]:
        """Return the cues of the section that begins where this one ends."""
        return next((other.cues for other in self._charts.values() if other.start_beat == chart.end_beat), ())

    def staging_of(self, minigame: str) -> Staging:
        """Return how an exercise is filmed; one without a view stands."""
        view = self.views.get(minigame)
        return view.staging if view is not None else Staging.STAND

    def staged(self, scene: PlannedSection, chart: SectionChart, x_of: Callable[[float], float]) -> StagedSection:
        """Return a section's shot in its place, the fighter's x given by beat."""
        station = scene.place.stations.get(scene.section.id)
        standing = self.staging_of(scene.section.minigame) is Staging.STAND
        setting = Setting(
            section=chart,
            place=scene.place,
            x_of=x_of,
            cue_x=scene.level.x_at,
            row=station[1] if station is not None and standing else STANDING_ROW if standing else FEET_ROW,
            scale=scene.place.scale,
            actors=self.actors,
            pictures=self.pictures,
            px_per_beat=float(scene.level.px_per_beat),
            recall=self.memories,
            squeezes=_turns(scene, FRAME_TURNS),
            dimmings=_turns(scene, LIGHT_TURNS),
            happenings=_happenings(scene),
            upcoming=self._after(chart),
            act=next((lace.act for lace in scene.level.laces if chart.start_beat <= lace.beat < chart.end_beat), ""),
        )
        view = self.views.get(scene.section.minigame, SectionView)(setting)
        return StagedSection(view, scene.place, chart.start_us, chart.end_us)


def _turns(scene: PlannedSection, actions: tuple[str, str]) -> tuple[Turn, ...]:
    """Return the map's triggers that let something go there and back during a section, in order."""
    section, ends = scene.section, dict(zip(actions, (1.0, 0.0), strict=True))
    told = [
        Turn(float(trigger.beat), float(trigger.beats), ends[trigger.action])
        for trigger in scene.level.triggers
        if trigger.action in ends and section.start_beat <= trigger.beat < section.end_beat
    ]
    return tuple(sorted(told, key=lambda turn: turn.beat))


def _happenings(scene: PlannedSection) -> tuple[Happening, ...]:
    """Return what the map's triggers let happen during a section."""
    return tuple(
        Happening(trigger.action, float(trigger.beat), trigger.beats)
        for trigger in scene.level.triggers
        if scene.section.start_beat <= trigger.beat < scene.section.end_beat
    )

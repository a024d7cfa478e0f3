"""The stage: draws any moment of a run from the visual time and the event log.

Nothing counts frames, so a paused game shows a still picture and a replay shows the same pictures.
"""

from collections.abc import Iterable

import pygame

from game.replay.ghost import Ghost, road_us
from game.sim.chart import Chart
from game.sim.events import Event
from game.timing.course import Course
from game.timing.units import Micros
from game.view.canvas.composite_layers import WHOLE, CompositeLayers, FloatingLayers
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import FEET_Y, LEAD_X, WIDTH, Lens
from game.view.canvas.options import Quality, UnlockableLook, ViewOptions
from game.view.canvas.road_moment import IN_MONTAGE, RoadMoment, road_moment
from game.view.exercise.section_view import Staging
from game.view.figure.actor import Actors
from game.view.figure.performer import Now, form_of
from game.view.figure.silhouette import GhostFigure
from game.view.film.draw_context import DrawContext, Poll, no_poll
from game.view.film.film_print import dim, letterbox, matte
from game.view.film.form_grade import bars_px, coarse_grain, develop
from game.view.film.light_leak import draw_leaks
from game.view.film.looks import draw_looks
from game.view.film.miss_feedback import DIP, lost
from game.view.film.road_light import draw_road_light
from game.view.hints.draw_hints import HintOptions, draw_hints
from game.view.hints.hint_track import Hint, HintTrack
from game.view.stage.art import Art
from game.view.stage.doors import draw_doorway
from game.view.stage.error_strip import draw_error_strip
from game.view.stage.ghost_picture import GhostPicture, draw_pips
from game.view.stage.shot_plan import plan
from game.view.stage.shots import Shot, section_at
from game.view.stage.splice import draw_splices

LEAN_PX = 10
"""Additional height of the letterbox bars at full tightness, px."""
HINT_ROOM = 70
"""Least distance of the keys' middle from the picture's sides, px."""
MATTE_CENTRE = (280, 250)
"""Center of the matte that closes in on the fighter, screen px."""


LEAKS_US = 3_000_000
"""Song time before and after a cue of the cuts outside of which it leaves no trace in a picture, in microseconds."""


class Stage:
    """Draws one chart of a world, from art that it shares with the stages of other charts."""

    def __init__(self, art: Art, chart: Chart, options: ViewOptions | None = None) -> None:
        self.art = art
        self.options = options or ViewOptions()
        self.log = EventLog()
        self.floating: FloatingLayers | None = None
        """The composite layers, where the window can show fractions of a pixel."""
        self.hints: HintOptions | None = None
        """The keys that are shown beside the fighter; None: none."""
        self.course: Course | None = None
        """The course of Road work as far as it is decided; None in the montage."""
        self._hint_track = HintTrack(chart)
        self._chart, self._tempo = chart, chart.tempo
        self._ghost: GhostPicture | None = None
        self._actors = Actors(art.sheets)
        cuts = {name for name, view in art.views.items() if view.staging is Staging.CUTS}
        self._leaking = tuple(cue for part in chart.sections if part.minigame in cuts for cue in part.cues)
        shot_plan = plan(art, chart, self._actors)
        self._fighter = frozenset(view.sheet for view in art.views.values())
        self.shots, self._doors, self._memories = shot_plan.shots, shot_plan.doors, shot_plan.memories

    # -- what the run tells

    def on_events(self, events: Iterable[Event]) -> None:
        """Append the session's events to the log."""
        self.log.on_events(events)

    def reset(self) -> None:
        """Clear the log: the run restarts or jumps."""
        self.log = EventLog()

    def race(self, ghost: Ghost | None) -> None:
        """Show a ghost from now on, or none. Road work alone has one: it needs `course`."""
        if ghost is None:
            self._ghost = None
        elif ghost.chart_hash == self._chart.hash():
            self._ghost = GhostPicture(ghost, self.shots)
        else:
            self._ghost = GhostPicture(ghost, plan(self.art, ghost.chart, self._actors).shots)

    # -- pictures

    def draw(self, target: pygame.Surface, visual_us: Micros, poll: Poll = no_poll) -> None:
        """Draw the picture of a visual time on a 640x360 target, calling `poll` between layers."""
        context = self._draw(target, visual_us, poll)
        self._memories.look_back(context)

    def _draw(self, target: pygame.Surface, visual_us: Micros, poll: Poll = no_poll) -> DrawContext:
        log, composite = self.log.cut(), self._composite_for(target)
        self._actors.in_suit = self._worn()
        now = self.now(visual_us)
        road = self._road_moment(now.us)
        context = DrawContext(target, Lens(0.0), now, log, self._actors, self.options, poll, composite, road=road)
        shot = self.shot_at(now.us)
        raced = context.derive(ghost=self._ghost_figure(context, shot))
        for _ in shot.parts(raced):
            poll()
        self._print(raced, shot)
        poll()
        return context

    def ghost_at(self, time_us: Micros) -> GhostFigure | None:
        """Return the ghost that the picture of a time shows; None where it shows none or pips."""
        target = pygame.Surface((1, 1))
        context = DrawContext(target, Lens(0.0), self.now(time_us), self.log.cut(), self._actors, self.options)
        return self._ghost_figure(context, self.shot_at(time_us))

    def _ghost_figure(self, context: DrawContext, shot: Shot) -> GhostFigure | None:
        if self._ghost is None or self.course is None:
            return None
        return self._ghost.figure(context, self.shots.index(shot), road_us(self.course, self._chart, context.now.us))

    def _road_moment(self, time_us: Micros) -> RoadMoment:
        if self.course is None:
            return IN_MONTAGE
        return road_moment(self.course, (self._chart.start_us, self._chart.end_us), time_us)

    def _worn(self) -> frozenset[str]:
        """Return the sheets of the fighter where he wears the sweat suit."""
        return self._fighter if UnlockableLook.SWEAT_SUIT in self.options.looks else frozenset()

    def _composite_for(self, target: pygame.Surface) -> CompositeLayers:
        floating = self.floating
        if floating is None or self.options.quality is not Quality.FULL or not floating.wanted():
            return WHOLE
        floating.begin(target)
        return floating

    def draw_without_fighter(self, target: pygame.Surface, visual_us: Micros) -> None:
        """Draw a visual time without the fighter; his shadow and what he holds stay."""
        self._actors.unseen = frozenset(staged.view.sheet for shot in self.shots for staged in shot.sections)
        self._draw(target, visual_us)
        self._actors.unseen = frozenset()

    def now(self, time_us: int) -> Now:
        """Return a visual time in the units of views."""
        us_per_beat = self._tempo.segment_at(time_us).us_per_beat
        return Now(time_us, self._tempo.beat_at(time_us), us_per_beat, form_of(self.log.band(time_us)))

    def shot_at(self, time_us: int) -> Shot:
        """Return the shot that covers a time."""
        return next((shot for shot in reversed(self.shots) if shot.start_us <= time_us), self.shots[0])

    def hints_at(self, time_us: int) -> tuple[Hint, ...]:
        """Return the hints that the picture of a time shows."""
        return () if self.hints is None else self._hints_in(self.log, time_us, self.hints)

    def _hints_in(self, log: EventLog, time_us: int, wanted: HintOptions) -> tuple[Hint, ...]:
        return self._hint_track.at(time_us, log, wanted.known, wanted.assists)

    # -- the print

    def _print(self, context: DrawContext, shot: Shot) -> None:
        staged = section_at(shot.sections, context.now.us)
        tightness = staged.view.tightness(context.now, context.log)
        matte(context.target, MATTE_CENTRE, tightness)
        self._pass_doors(context)
        leaking = [cue for cue in self._leaking if abs(cue.time_us - context.now.us) < LEAKS_US]
        draw_leaks(context.target, leaking, context.now)
        dim(context.target, 1.0 - DIP * lost(context.log, context.now.us))
        color_grade, glow_share = shot.grade_at(context.now.us)
        develop(context.target, color_grade, context.warmth, glow_share)
        draw_road_light(context.target, context.road, staged.place.sun is not None)
        draw_splices(context, leaking)
        draw_looks(context.target, context.options.looks, staged.place.sun is not None)
        if context.options.quality is Quality.FULL:
            coarse_grain(context.target, context.now.us, context.warmth)
        self._lead_in(context)
        letterbox(context.target, context.composite, LEAN_PX * tightness + bars_px(context.warmth))
        context.composite.finish()
        if self._ghost is not None and self.course is not None and context.ghost is None:
            draw_pips(context.target, self._ghost.pips(context, road_us(self.course, self._chart, context.now.us)))
        if self.hints is not None:
            hints = self._hints_in(context.log, context.now.us, self.hints)
            draw_hints(context.target, hints, self.hints, self._hint_middle(context, shot))
        if context.options.overlay:
            draw_error_strip(context, LEAD_X, FEET_Y + 8)

    def _hint_middle(self, context: DrawContext, shot: Shot) -> tuple[int, int]:
        """Return the point of the screen around which keys are shown: it keeps its distance from the fighter."""
        beside, row = section_at(shot.sections, context.now.us).view.hint_at
        column = round(shot.fighter_column(context)) + beside
        return min(WIDTH - HINT_ROOM, max(HINT_ROOM, column)), row

    def _pass_doors(self, context: DrawContext) -> None:
        for door in self._doors:
            beats = (context.now.us - door.time_us) / context.now.us_per_beat
            draw_doorway(context, door.after.door, beats, door.before.color_grade, door.after.color_grade)

    def _lead_in(self, context: DrawContext) -> None:
        first = self.shots[0]
        if context.now.us < first.start_us:
            dim(context.target, (context.now.beat - first_light(self._tempo.beat_at(first.start_us))) / 2.0)


def first_light(start_beat: float) -> float:
    """Return the beat of the lead-in at which the picture begins to fade in."""
    return start_beat - 4.0

"""The stage: draws any moment of a run. A picture follows from the visual time, the session's state and the events
heard.

Nothing here counts frames or moves by them, so a paused game is a still photograph and a replay is the same film.
"""

from collections.abc import Callable, Iterable
from math import floor
from pathlib import Path

import pygame

from game.content.level import Level
from game.content.song.song import Song
from game.content.world import World
from game.sim.chart import Chart
from game.sim.events import Event
from game.sim.session import SessionState
from game.view.figure.actor import Actors
from game.view.film.form_grade import bars_px, coarse_grain, develop
from game.view.stage.prewarm import bake
from game.view.stage.exposure import Exposure
from game.view.film.film_print import dim, letterbox, matte
from game.view.canvas.event_log import Heard
from game.view.film.light_leak import draw_leaks
from game.view.canvas.lens import FEET_Y, HEIGHT, LEAD_X, WIDTH, Lens
from game.view.film.miss_feedback import DIP, lost
from game.view.canvas.moment import Moment
from game.view.canvas.options import Quality, ViewOptions
from game.view.stage.error_strip import draw_error_strip
from game.view.figure.performer import Now, form_of
from game.view.canvas.pictures import Pictures
from game.view.canvas.composite_layers import WHOLE, FloatingPlanes, Planes
from game.view.stage.shot_plan import plan
from game.view.stage.seams import door_at, draw_door
from game.view.exercise.section_view import Staging, Views
from game.view.figure.sprite_sheets import Sheets
from game.view.stage.splice import draw_splices
from game.view.stage.shots import Take, shot_at

LEAN_PX = 10
"""How far the bars close when the picture leans in."""
REHEARSED_SHARES = (0.001, 0.02, 0.3, 0.6, 0.99)
MATTE_CENTRE = (280, 250)


class Stage:
    """Draws one chart of a world. `views` are the exercises' views by id; `assets` is the folder of pictures."""

    def __init__(
        self,
        world: World | tuple[Level, ...],
        song: Song,
        chart: Chart,
        assets: Path,
        options: ViewOptions | None = None,
        views: Views | None = None,
    ) -> None:
        self.options = options or ViewOptions()
        self.pictures = Pictures(assets)
        self.sheets = Sheets(assets / "sprites")
        self.heard = Heard()
        self.floating: FloatingPlanes | None = None
        """Where the window can show fractions of a pixel: the planes that it shows."""
        self._tempo = chart.tempo
        self._actors = Actors(self.sheets)
        cuts = {name for name, view in (views or {}).items() if view.staging is Staging.CUTS}
        self._leaking = tuple(cue for part in chart.sections if part.minigame in cuts for cue in part.cues)
        production = plan(world, song, chart, (self._actors, self.pictures), views or {})
        self.takes, self._doors, self._memories = production.takes, production.doors, production.memories

    # -- what the run tells

    def listen(self, events: Iterable[Event]) -> None:
        """Take in what the session told."""
        self.heard.listen(events)

    def reset(self) -> None:
        """Forget the run: it begins again, or jumps."""
        self.heard = Heard()

    # -- pictures

    def preload(self, between: Callable[[], None] = lambda: None) -> None:
        """Read every place's pictures; may run in another thread while a title is shown. Calls `between` after each."""
        for take in self.takes:
            for shot in take.shots:
                shot.place.load()
                shot.view.load()
                bake(shot.place.tone, shot.place.sun)
                between()
        self._rehearse(between)

    def _rehearse(self, between: Callable[[], None]) -> None:
        """Draw a few moments of every take on a scratch picture: glows and shadows are baked when first wanted."""
        scratch = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        for take in self.takes:
            for share in REHEARSED_SHARES:
                time_us = round(take.start_us + (take.end_us - take.start_us) * share)
                self._expose(scratch, Moment(time_us, SessionState(time_us, 0, 0, 1, 0, 0, None, False)))
                between()

    @property
    def bytes_held(self) -> int:
        """Return the bytes of pictures held now."""
        return self.pictures.bytes_held + self.sheets.bytes_held

    @property
    def problems(self) -> list[str]:
        """Sentences about pictures that could not be used."""
        return [*self.pictures.problems, *self.sheets.problems]

    def draw(self, target: pygame.Surface, moment: Moment, poll: Callable[[], None] = lambda: None) -> None:
        """Draw one moment on a 640x360 target, calling `poll` between its layers."""
        exposure = self._expose(target, moment, poll)
        self._memories.look_back(exposure.frame(Lens(0.0)))

    def _expose(self, target: pygame.Surface, moment: Moment, poll: Callable[[], None] = lambda: None) -> Exposure:
        now = self.now(moment.visual_us)
        planes = self._planes_for(target)
        exposure = Exposure(target, now, moment.state, self.heard, self._actors, self.options, poll, planes)
        take = self.take_at(now.us)
        take.draw(exposure)
        self._print(exposure, take)
        poll()
        return exposure

    def _planes_for(self, target: pygame.Surface) -> Planes:
        floating = self.floating
        if floating is None or self.options.quality is not Quality.FULL or not floating.wanted():
            return WHOLE
        floating.begin(target)
        return floating

    def draw_without_fighter(self, target: pygame.Surface, moment: Moment) -> None:
        """Draw one moment as it would be if the fighter were not there; his shadow and what he holds stay."""
        self._actors.unseen = frozenset(shot.view.sheet for take in self.takes for shot in take.shots)
        self._expose(target, moment)
        self._actors.unseen = frozenset()

    def now(self, time_us: int) -> Now:
        """Return a moment in the measures of views."""
        us_per_beat = self._tempo.segment_at(time_us).us_per_beat
        return Now(time_us, self._tempo.beat_at(time_us), us_per_beat, form_of(self.heard.band(time_us)))

    def take_at(self, time_us: int) -> Take:
        """Return the take that covers a time."""
        return next((take for take in reversed(self.takes) if take.start_us <= time_us), self.takes[0])

    # -- the print

    def _print(self, exposure: Exposure, take: Take) -> None:
        shot = shot_at(take.shots, exposure.now.us)
        tightness = shot.view.tightness(exposure.now, exposure.heard)
        matte(exposure.target, MATTE_CENTRE, tightness)
        self._pass_doors(exposure)
        draw_leaks(exposure.target, self._leaking, exposure.now)
        dim(exposure.target, 1.0 - DIP * lost(exposure.heard, exposure.now.us))
        develop(exposure.target, shot.place.tone, exposure.warmth)
        draw_splices(exposure, self._leaking)
        if self.options.quality is Quality.FULL:
            coarse_grain(exposure.target, exposure.now.us, exposure.warmth)
        self._lead_in(exposure)
        letterbox(exposure.target, exposure.planes, LEAN_PX * tightness + bars_px(exposure.warmth))
        exposure.planes.finish()
        if self.options.overlay:
            draw_error_strip(exposure.frame(Lens(0.0)), LEAD_X, FEET_Y + 8)

    def _pass_doors(self, exposure: Exposure) -> None:
        for door in self._doors:
            beats = (exposure.now.us - door.time_us) / exposure.now.us_per_beat
            left = door_at(beats)
            if left is not None:
                exposure.planes.hang(left, 0.0)
                draw_door(exposure.target, floor(left + 0.5), door.before.tone, door.after.tone)
                exposure.planes.seal()

    def _lead_in(self, exposure: Exposure) -> None:
        first = self.takes[0]
        if exposure.now.us < first.start_us:
            dim(exposure.target, (exposure.now.beat - first_light(self._tempo.beat_at(first.start_us))) / 2.0)


def first_light(start_beat: float) -> float:
    """Return the beat of the lead-in at which the picture begins to fade up."""
    return start_beat - 4.0

"""Pictures of the run's sections for the summit. Each is drawn once, from the event log, and kept. It is drawn when its
section is over, a few parts a picture: a whole one would make one picture of the run take twice as long.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.sim.chart import SectionChart
from game.timing.tempo import TempoMap
from game.timing.units import Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import FEET_Y, HEIGHT, WIDTH, Lens
from game.view.exercise.section_view import BEFORE, Memory
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.performer import Now, form_of
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.figure.standin import TALL
from game.view.film.draw_context import DrawContext
from game.view.film.form_grade import MOST, develop
from game.view.stage.shots import Shot
from game.view.stage.staged_section import camera_sway

SHARE_OF_SECTION = 0.55
"""The picture shows the first cue after this share of the section."""
AFTER_CUE_BEATS = 0.08
"""Beats after that cue at which the picture is taken."""
PARTS_A_PICTURE = 3
"""Parts of a memory that are drawn with each picture of the run: some .3 ms, and a memory in half a second."""
BAND_ROWS = 12
"""Rows of a band of the fighter's outline in a memory, px."""
LOOK_BACK_BEATS = 4.0
"""Beats after a section's end at which its picture may be drawn: everything is judged by then, and no picture shows two
places.
"""


class WatchedActors(Actors):
    """Draws as other actors do, and notes where the bodies of one sheet are in the picture."""

    def __init__(self, actors: Actors, sheet: str) -> None:
        super().__init__(actors.sheets)
        self.in_suit = actors.in_suit
        self.bounds: pygame.Rect | None = None
        """What the bodies cover; None while none was drawn."""
        self.bands: list[pygame.Rect] = []
        """The same in bands of `BAND_ROWS` rows."""
        self._watched = sheet

    def draw(self, target: pygame.Surface, body: Body, pose: Pose, at: tuple[int, int]) -> SpriteFrame | None:
        """Draw a body, and note it if it is of the watched sheet."""
        frame = super().draw(target, body, pose, at)
        if frame is not None and body.sheet == self._watched:
            across = frame.origin[0] if pose.facing > 0 else frame.picture.get_width() - 1 - frame.origin[0]
            solid = frame.picture.get_bounding_rect().move(at[0] - across, at[1] - frame.origin[1])
            self.bounds = solid if self.bounds is None else self.bounds.union(solid)
            self.bands += bands_of(frame.picture, (at[0] - across, at[1] - frame.origin[1]))
        return frame


def bands_of(picture: pygame.Surface, corner: tuple[int, int]) -> list[pygame.Rect]:
    """Return what a picture with its upper left corner at a position covers, in bands of `BAND_ROWS` rows, px."""
    whole = picture.get_rect()
    rows = [whole.clip((0, top, whole.width, BAND_ROWS)) for top in range(0, whole.height, BAND_ROWS)]
    solid = (picture.subsurface(row).get_bounding_rect().move(row.topleft) for row in rows)
    return [band.move(corner) for band in solid if band]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A section whose picture may be drawn, and its shot."""

    section: SectionChart
    shot: Shot


class Memories:
    """Returns the picture of the n-th section of the run; implements `Recall`."""

    def __init__(self, tempo: TempoMap) -> None:
        self.remembered: list[Remembered] = []
        self.before: Shot | None = None
        """The shot whose last scenery is returned for `BEFORE`."""
        self._tempo = tempo
        self._drawn: dict[int, Memory] = {}
        self._begun: dict[int, Iterator[Memory | None]] = {}
        """Pictures of which a part is drawn, and what draws the rest."""
        self._log: EventLog | None = None
        """A log of the run that the pictures are of."""

    def __call__(self, number: int, context: DrawContext) -> Memory | None:
        """Return the picture of section `number`, drawn at its first use in this run; None past the last."""
        if not (0 <= number < len(self.remembered) or (number == BEFORE and self.before is not None)):
            return None
        self._follow(context.log)
        if number == BEFORE and number not in self._drawn:
            self._drawn[number] = self._scenery(context)
        while number not in self._drawn:
            self._draw_part(number, context)
        return self._drawn[number]

    def look_back(self, context: DrawContext) -> None:
        """Draw a few parts of one picture whose section is over, so that the summit need not draw it."""
        self._follow(context.log)
        for number, what in enumerate(self.remembered):
            over = context.now.us - what.section.end_us >= LOOK_BACK_BEATS * context.now.us_per_beat
            if over and number not in self._drawn:
                for _ in range(PARTS_A_PICTURE):
                    self._draw_part(number, context)
                return

    def _draw_part(self, number: int, context: DrawContext) -> None:
        """Draw one more part of a section's picture; keep it when it is whole."""
        if number in self._drawn:
            return
        if number not in self._begun:
            what = self.remembered[number]
            seen = self._context_at(self._moment(what.section), context)
            self._begun[number] = drawing(what, seen, context.log.quality(what.section.index, context.now.us))
        memory = next(self._begun[number])
        if memory is not None:
            self._drawn[number] = memory
            del self._begun[number]

    def _follow(self, log: EventLog) -> None:
        """Forget all pictures when the log is of another run."""
        if not log.is_of_run(self._log):
            self._log, self._drawn, self._begun = log, {}, {}

    def _scenery(self, context: DrawContext) -> Memory:
        assert self.before is not None
        remembered = self._context_at(self.before.end_us - 1, context)
        last = self.before.sections[-1]
        last.view.scenery(remembered.with_lens(Lens(*camera_sway(remembered, last.view))))
        # As on a great run: the summit's own print makes a poor one pale, once.
        develop(remembered.target, last.place.color_grade, MOST)
        return Memory(remembered.target, 1.0)

    def _context_at(self, time_us: Micros, context: DrawContext) -> DrawContext:
        us_per_beat = self._tempo.segment_at(time_us).us_per_beat
        now = Now(time_us, self._tempo.beat_at(time_us), us_per_beat, form_of(context.log.band(time_us)))
        picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        return DrawContext(picture, Lens(0.0), now, context.log, context.actors, context.options)

    def _moment(self, section: SectionChart) -> Micros:
        middle = section.start_us + round((section.end_us - section.start_us) * SHARE_OF_SECTION)
        cue_us = next((cue.time_us for cue in section.cues if cue.time_us >= middle), middle)
        return cue_us + round(AFTER_CUE_BEATS * self._tempo.segment_at(cue_us).us_per_beat)


def drawing(what: Remembered, context: DrawContext, quality: float) -> Iterator[Memory | None]:
    """Draw a section's picture, part by part; return it after the last."""
    watched = WatchedActors(context.actors, _sheet_of(what))
    remembered = context.derive(actors=watched)
    for _ in what.shot.parts(remembered):
        yield None
    figure = watched.bounds
    if figure is None:
        middle = round(what.shot.fighter_column(remembered))
        figure = pygame.Rect(middle - round(TALL) // 4, FEET_Y - round(TALL), round(TALL) // 2, round(TALL))
    whole = remembered.target.get_rect()
    outline = tuple(band.clip(whole) for band in watched.bands if band.colliderect(whole))
    yield Memory(remembered.target, quality, figure.clip(whole), outline)


def _sheet_of(what: Remembered) -> str:
    """Return the sheet of the fighter in a section; none for a shot without sections."""
    return next((staged.view.sheet for staged in what.shot.sections if staged.start_us == what.section.start_us), "")

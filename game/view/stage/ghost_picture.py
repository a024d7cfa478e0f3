"""Where a ghost is in a picture: beside the runner on the same stretch of road, or out of sight on a strip of bars."""

from dataclasses import dataclass

import pygame

from game.replay.ghost import Ghost
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros
from game.view.canvas.color import Color
from game.view.canvas.easing import clamp
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.performer import Now, form_of
from game.view.figure.silhouette import TONE, GhostFigure
from game.view.film.draw_context import DrawContext
from game.view.stage.shots import RunShot, Shot, section_at

BESIDE_BEATS = 0.5
"""Within so many beats of the runner a ghost is at its thinnest."""
ALONE_BEATS = 0.75
"""From so many on it is at its most opaque."""
SEEN_PX = 24
"""A ghost whose feet are so far outside of the picture is out of sight, px."""
BAR_PX = 4
"""Length of a bar on the strip, px, where there is room."""
STRIP_PX = 360
"""Length of the strip of ninety bars; a longer song's bars are shorter, px."""
STRIP_ROW = HEIGHT - 4
"""Screen row of the strip, in the lower letterbox bar."""
STRIP: Color = (74, 70, 66)
"""Color of the strip."""
RUNNER: Color = (255, 196, 92)
"""Color of the runner's pip, above the strip; the ghost's, below it, is that of its outline."""


@dataclass(frozen=True, slots=True)
class Pips:
    """How far the runner and a ghost are, as shares of the chart's bars."""

    runner: float
    ghost: float
    bars: int


class GhostPicture:
    """A ghost over the shots of its own chart."""

    def __init__(self, ghost: Ghost, shots: tuple[Shot, ...]) -> None:
        self.ghost = ghost
        self._shots = shots
        self._log = EventLog()
        self._log.on_events(ghost.events)

    def figure(self, context: DrawContext, place: int, road_us: Micros) -> GhostFigure | None:
        """Return the ghost at a road time, in the picture of the shot at a place in the run; None: it is not seen."""
        shot, now = self._shots[place], self._now(road_us)
        if not isinstance(shot, RunShot) or not shot.start_us <= now.us < shot.end_us:
            return None
        staged, seen_by = section_at(shot.sections, now.us), context.derive(now=now, log=self._log)
        x, row = staged.view.feet_at(seen_by)
        pose = staged.view.pose(seen_by)
        column = x + staged.place.left - shot.camera_x(context.now.us)
        known = context.actors.clip(staged.view.sheet, pose.action, pose.form) is not None
        if not known or not -SEEN_PX <= column <= WIDTH + SEEN_PX:
            return None
        beats = abs(now.beat - context.now.beat)
        apart = clamp((beats - BESIDE_BEATS) / (ALONE_BEATS - BESIDE_BEATS))
        return GhostFigure(staged.view.sheet, pose, x + staged.place.left, row, apart)

    def pips(self, context: DrawContext, road_us: Micros) -> Pips:
        """Return how far both are at a road time."""
        sections, now = self.ghost.chart.sections, self._now(road_us)
        first, last = float(sections[0].start_beat), float(sections[-1].end_beat)
        shares = [clamp((beat - first) / (last - first)) for beat in (context.now.beat, now.beat)]
        return Pips(shares[0], shares[1], round((last - first) / BEATS_PER_BAR))

    def _now(self, road_us: Micros) -> Now:
        song_us, tempo = self.ghost.song_us_at(road_us), self.ghost.chart.tempo
        us_per_beat = tempo.segment_at(song_us).us_per_beat
        return Now(song_us, tempo.beat_at(song_us), us_per_beat, form_of(self._log.band(song_us)))


def draw_pips(target: pygame.Surface, pips: Pips) -> None:
    """Draw the strip of bars with the runner's pip above and the ghost's below."""
    width = min(STRIP_PX, BAR_PX * pips.bars)
    left = (WIDTH - width) // 2
    for bar in range(pips.bars):
        first, last = left + bar * width // pips.bars, left + (bar + 1) * width // pips.bars
        target.fill(STRIP, (first, STRIP_ROW, max(1, last - first - 1), 1))
    for share, row, tone in ((pips.ghost, STRIP_ROW + 1, TONE), (pips.runner, STRIP_ROW - 2, RUNNER)):
        target.fill(tone, (left + round(share * width) - 1, row, 3, 2))

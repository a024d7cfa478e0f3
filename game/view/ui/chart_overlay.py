"""The chart over the picture, for who makes a map: beat grid, cues with their hit windows, and the camera's rail.

Time runs to the left past a fixed line, a row for each verb as in the maps; the rail is the look-ahead of the camera
keys, higher where the camera looks further ahead.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

import pygame

from game.content.level import CameraKey, Level
from game.content.schema import VERB_ROWS
from game.content.world import World
from game.sim.chart import Chart, Cue
from game.sim.judge import GOOD_WINDOW_US, PERFECT_WINDOW_US, SLOPPY_WINDOW_US, Windows
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros
from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import CLEAN, CREAM, EARLY, FADED, LATE, MISSED, NIGHT, RULE, SUN

TOP = 40
"""Screen row of the upper edge."""
ROW_PX = 16
"""Height of a verb's row, px."""
RAIL_PX = 40
"""Height of the camera's rail below the rows, px."""
HEIGHT = ROW_PX * len(VERB_ROWS) + RAIL_PX
NOW_X = 160
"""Column of the present moment."""
PX_PER_BEAT = 96
"""Scale of time, px a beat."""
SHADE_ALPHA = 190
"""How much the picture below is covered, 0 to 255."""
MOST_AHEAD = 240
"""Largest look-ahead of a camera key, px."""
VERBS = tuple(VERB_ROWS.values())
WINDOWS: tuple[tuple[Micros, Color], ...] = (
    (SLOPPY_WINDOW_US, RULE),
    (GOOD_WINDOW_US, LATE),
    (PERFECT_WINDOW_US, CLEAN),
)
"""Half width of a hit window in real time and its color, the widest first."""


def camera_keys(maps: World | Sequence[Level]) -> tuple[CameraKey, ...]:
    """Return the camera keys of all maps, by beat."""
    levels: Iterable[Level] = maps.levels if isinstance(maps, World) else maps
    return tuple(sorted((key for level in levels for key in level.camera_keys), key=lambda key: key.beat))


class ChartOverlay:
    """Draws one chart."""

    def __init__(self, chart: Chart, windows: Windows, keys: tuple[CameraKey, ...]) -> None:
        self._chart = chart
        self._windows = windows
        self._keys = keys

    def draw(self, canvas: pygame.Surface, fonts: Fonts, song_us: Micros) -> None:
        """Draw what lies around a song time."""
        shade = pygame.Surface((canvas.get_width(), HEIGHT))
        shade.fill(NIGHT)
        shade.set_alpha(SHADE_ALPHA)
        canvas.blit(shade, (0, TOP))
        now = self._chart.tempo.beat_at(song_us)
        self._grid(canvas, fonts, now)
        for cue in self._chart.cues:
            left = self._x(cue.beat, now)
            right = left + self._px(cue.end_us - cue.time_us, cue.time_us)
            if right >= -PX_PER_BEAT and left <= canvas.get_width() + PX_PER_BEAT:
                self._cue(canvas, fonts, cue, left)
        self._rail(canvas, now)
        canvas.fill(SUN, (NOW_X, TOP - 2, 1, HEIGHT + 4))

    def _x(self, beat: Fraction | float, now: float) -> int:
        return NOW_X + round((float(beat) - now) * PX_PER_BEAT)

    def _px(self, duration_us: Micros, at_us: Micros) -> int:
        return round(duration_us / self._chart.tempo.segment_at(at_us).us_per_beat * PX_PER_BEAT)

    def _grid(self, canvas: pygame.Surface, fonts: Fonts, now: float) -> None:
        first, last = int(now - NOW_X / PX_PER_BEAT), int(now + canvas.get_width() / PX_PER_BEAT) + 1
        for quarter in range(first * 4, last * 4):
            x, is_beat, is_bar = self._x(quarter / 4, now), quarter % 4 == 0, quarter % (4 * BEATS_PER_BAR) == 0
            canvas.fill(CREAM if is_bar else FADED if is_beat else RULE, (x, TOP, 1, HEIGHT if is_beat else 3))
            if is_beat:
                write(canvas, fonts, str(quarter // 4), (x + 2, TOP + HEIGHT - 10), Style(Face.SMALL, FADED))

    def _cue(self, canvas: pygame.Surface, fonts: Fonts, cue: Cue, x: int) -> None:
        for verb in cue.verbs:
            top = TOP + ROW_PX * VERBS.index(verb) + 1
            for real_us, color in WINDOWS:
                half = self._px(min(self._windows.song_us(real_us), cue.window_us or real_us), cue.time_us)
                canvas.fill(color, (x - half, top, 2 * half + 1, ROW_PX - 2))
            if cue.is_hold:
                canvas.fill(EARLY, (x, top + ROW_PX // 2 - 2, self._px(cue.end_us - cue.time_us, cue.time_us), 4))
            canvas.fill(CREAM, (x, top, 1, ROW_PX - 2))
        write(canvas, fonts, cue.name, (x + 3, TOP + ROW_PX * VERBS.index(cue.verbs[0]) + 3), Style(Face.SMALL, CREAM))

    def _rail(self, canvas: pygame.Surface, now: float) -> None:
        middle, half = TOP + HEIGHT - RAIL_PX // 2, RAIL_PX // 2 - 4
        points = [
            (self._x(float(key.beat), now), middle - round(key.look_ahead / MOST_AHEAD * half)) for key in self._keys
        ]
        for one, other in pairwise(points):
            pygame.draw.line(canvas, MISSED, one, other)
        for x, row in points:
            canvas.fill(MISSED, (x - 2, row - 2, 5, 5))

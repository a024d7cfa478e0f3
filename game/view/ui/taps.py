"""Pictures of the calibration screen: a strip of taps over the hit windows, four lamps, and a swinging bag."""

import math
from collections.abc import Sequence

import pygame

from game.view.ui.fonts import Face, Fonts
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CLEAN, CREAM, EARLY, FADED, LATE, NIGHT, RULE, RUST, SUN

STRIP = pygame.Rect(70, 250, 500, 40)
"""The strip's rectangle, px."""
REACH_MS = 150.0
"""Timing error at the strip's ends, in milliseconds."""
WINDOWS_MS = (90, 45, 22, 11)
"""Half widths of the hit windows that are drawn, widest first, in milliseconds."""
WINDOW_TINTS = ((44, 32, 27), (62, 44, 35), (84, 60, 44), (112, 82, 56))
"""Colors of the windows."""
OLDEST_TINT_AFTER = 12
"""Number of taps after which a tap has the faintest color."""
HOOK = (320, 84)
"""Position of the bag's hook."""
ROPE = 92
"""Length of the bag's rope, px."""


def draw_strip(canvas: pygame.Surface, fonts: Fonts, errors_ms: Sequence[float], reading_ms: int | None) -> None:
    """Draw each tap at its error, early to the left, the newest brightest, and the reading, if any, as a mark with its
    number."""
    pygame.draw.rect(canvas, NIGHT, STRIP)
    for reach, tint in zip(WINDOWS_MS, WINDOW_TINTS, strict=True):
        width = _x(reach) - _x(-reach)
        canvas.fill(tint, (_x(-reach), STRIP.y, width, STRIP.h))
    canvas.fill(CREAM, (_x(0), STRIP.y - 4, 1, STRIP.h + 8))
    pygame.draw.rect(canvas, RULE, STRIP, 1)
    for age, error in enumerate(reversed(errors_ms)):
        if abs(error) < REACH_MS:
            height = STRIP.h - 8 if age == 0 else STRIP.h - 20
            tint = SUN if age == 0 else CREAM if age < OLDEST_TINT_AFTER else FADED
            canvas.fill(tint, (_x(error), STRIP.centery - height // 2, 2, height))
    if reading_ms is not None:
        x = _x(max(-REACH_MS, min(REACH_MS, reading_ms)))
        pygame.draw.polygon(canvas, RUST, ((x - 4, STRIP.bottom + 7), (x + 4, STRIP.bottom + 7), (x, STRIP.bottom + 1)))
        write(canvas, fonts, f"{reading_ms:+} ms", (x, STRIP.bottom + 10), Style(Face.BODY, CREAM, Align.CENTRE))
    write(canvas, fonts, "early", (STRIP.x, STRIP.y - 12), Style(Face.SMALL, EARLY))
    write(canvas, fonts, "late", (STRIP.right, STRIP.y - 12), Style(Face.SMALL, LATE, Align.RIGHT))


def draw_lamps(canvas: pygame.Surface, beat: float, count_in: int) -> None:
    """Draw four lamps of which the current beat's is lit; in the count-in it is red. Follows the beat, without audio
    latency.
    """
    for place in range(4):
        centre = (320 + (place - 1.5) * 46, 150)
        burns = int(beat // 1) % 4 == place
        tint = RUST if beat < count_in else CLEAN
        pygame.draw.circle(canvas, NIGHT, centre, 14)
        pygame.draw.circle(canvas, tint if burns else RULE, centre, 12, 0 if burns else 2)


def draw_bag(canvas: pygame.Surface, beat: float) -> None:
    """Draw a bag on a rope that hangs straight down, within a ring, on every beat."""
    pygame.draw.circle(canvas, CREAM, (HOOK[0], HOOK[1] + ROPE + 15), 19, 1)
    angle = 0.62 * math.sin(beat * math.pi)
    x, y = HOOK[0] + ROPE * math.sin(angle), HOOK[1] + ROPE * math.cos(angle)
    canvas.fill(RULE, (HOOK[0], HOOK[1] + 20, 1, ROPE + 40))
    pygame.draw.line(canvas, FADED, HOOK, (x, y), 2)
    pygame.draw.circle(canvas, NIGHT, (x + 1, y + 16), 17)
    pygame.draw.circle(canvas, RUST, (x, y + 15), 16)
    pygame.draw.circle(canvas, SUN, (x - 5, y + 9), 3)


def _x(error_ms: float) -> int:
    return round(STRIP.centerx + error_ms / REACH_MS * STRIP.w / 2)

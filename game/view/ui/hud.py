"""Optional overlays of a run: score and streak, the beat display of practice, and the count-in."""

from dataclasses import dataclass

import pygame

from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros, clock_text
from game.view.canvas.color import Color
from game.view.ui.fonts import Face, Fonts
from game.view.ui.menu import draw_plate
from game.view.ui.text import Align, Style, write
from game.view.ui.ui_colors import CREAM, FADED, NIGHT, RUST, SUN

DOT_GAP = 14
"""Distance between the beat dots, px."""
DOTS_TOP = 348
"""Screen row of the beat dots."""
HELD_BAR = (272, 28, 96, 4)
"""Rectangle of the bar that fills while a key is held, px."""
VERDICT_BOTTOM = 338
"""Lower edge of the verdict's plate, px."""
GOLD: Color = (255, 214, 90)
"""Color of a split whose section was faster than ever before."""
AGAINST = {
    "best run": "your best",
    "golds": "your golds",
    "average": "your average",
    "ghost": "the ghost",
    "medal": "the medal",
}
"""How the overlay names what splits are measured against."""
RING = 22
"""Radius of the count-in's ring, px."""


@dataclass(frozen=True, slots=True)
class Readout:
    """The overlay's figures. `recent_ms` are the last hits' errors, newest last; `pace` is the lead over the best run
    at the end of the last section, None without a best run or before the first section's end.
    """

    streak: int
    points_lost: int
    score: int
    recent_ms: tuple[float, ...]
    pace: int | None = None
    ghost_points: int | None = None
    """The lead over a ghost of the montage."""
    road: "RoadReadout | None" = None


@dataclass(frozen=True, slots=True)
class SplitReadout:
    """At the end of a section, how far the run is behind what it is measured `against` (negative: ahead), None where
    that never came so far; and whether the section's own time is a gold."""

    behind_us: Micros | None
    against: str
    gold: bool = False


@dataclass(frozen=True, slots=True)
class RoadReadout:
    """In-game time of Road work, the split of a section that has just ended, and the lead over the ghost (negative:
    behind), None without one."""

    time_us: Micros
    split: SplitReadout | None = None
    lead_us: Micros | None = None


def draw_hud(canvas: pygame.Surface, fonts: Fonts, readout: Readout) -> None:
    """Draw score, streak and lost points along the upper edge; the error strip at the feet belongs to the stage."""
    first = f"{readout.score:,}" if readout.road is None else clock_text(max(0, readout.road.time_us))
    write(canvas, fonts, first, (12, 8), Style(Face.BODY, CREAM))
    write(canvas, fonts, f"streak {readout.streak}", (320, 8), Style(Face.BODY, CREAM, Align.CENTRE))
    write(canvas, fonts, f"{-readout.points_lost:,}", (628, 8), Style(Face.BODY, FADED, Align.RIGHT))
    if readout.road is not None:
        _draw_road(canvas, fonts, readout.road)
    elif readout.pace is not None:
        tint = SUN if readout.pace >= 0 else FADED
        write(canvas, fonts, f"{readout.pace:+,} to the best", (12, 20), Style(Face.SMALL, tint))
    if readout.ghost_points is not None:
        words, tint = f"{readout.ghost_points:+,} to the ghost", SUN if readout.ghost_points >= 0 else FADED
        write(canvas, fonts, words, (12, 31), Style(Face.SMALL, tint))
    if readout.recent_ms:
        newest = readout.recent_ms[-1]
        side = "early" if newest < 0 else "late"
        words = f"{abs(newest):.0f} ms {side}"
        write(canvas, fonts, words, (320, 20), Style(Face.SMALL, SUN, Align.CENTRE))


def _draw_road(canvas: pygame.Surface, fonts: Fonts, road: RoadReadout) -> None:
    """Write the split as runners do, minus is ahead, and the lead over the ghost."""
    if road.lead_us is not None:
        words = f"{_signed(-road.lead_us)} to the ghost"
        write(canvas, fonts, words, (12, 20), Style(Face.SMALL, SUN if road.lead_us >= 0 else FADED))
    split = road.split
    if split is not None:
        behind = "" if split.behind_us is None else f"{_signed(split.behind_us)} to {AGAINST[split.against]}"
        words = ", ".join(part for part in ("gold" if split.gold else "", behind) if part)
        ahead = split.gold or (split.behind_us is not None and split.behind_us <= 0)
        write(canvas, fonts, words, (12, 31), Style(Face.BODY, GOLD if split.gold else SUN if ahead else FADED))


def _signed(behind_us: Micros) -> str:
    return f"{'+' if behind_us > 0 else '-' if behind_us < 0 else '='}{clock_text(abs(behind_us))}"


def draw_beat(canvas: pygame.Surface, beat: float) -> None:
    """Draw the four beats of the bar as dots, the present one filled."""
    present = int(beat // 1) % BEATS_PER_BAR
    left = 320 - DOT_GAP * (BEATS_PER_BAR - 1) // 2
    for place in range(BEATS_PER_BAR):
        centre = (left + place * DOT_GAP, DOTS_TOP)
        pygame.draw.circle(canvas, NIGHT, centre, 5)
        pygame.draw.circle(canvas, SUN if place == present else FADED, centre, 4, 0 if place == present else 1)


def draw_count_in(canvas: pygame.Surface, beats: float) -> None:
    """Draw a count-in: a small film leader whose hand goes round once a beat."""
    centre = (320, 40)
    pygame.draw.circle(canvas, NIGHT, centre, RING)
    pygame.draw.circle(canvas, CREAM, centre, RING, 1)
    hand = pygame.Vector2(0, -RING + 4).rotate(beats % 1.0 * 360)
    pygame.draw.line(canvas, RUST, centre, (centre[0] + hand.x, centre[1] + hand.y), 3)


def draw_verdict(canvas: pygame.Surface, fonts: Fonts, words: str) -> None:
    """Draw what is said of the last round, above the beat."""
    plate = pygame.Rect(0, 0, fonts.width(words, Face.BODY) + 24, 18)
    plate.midbottom = (320, VERDICT_BOTTOM)
    draw_plate(canvas, plate)
    write(canvas, fonts, words, (320, plate.y + 5), Style(Face.BODY, CREAM, Align.CENTRE))


def draw_held(canvas: pygame.Surface, fonts: Fonts, words: str, share: float) -> None:
    """Draw what a held key is about to do, and a bar that fills by `share`, 0 to 1; nothing at 0."""
    if share <= 0:
        return
    left, top, width, height = HELD_BAR
    write(canvas, fonts, words, (left + width // 2, top - 14), Style(Face.BODY, CREAM, Align.CENTRE))
    canvas.fill(NIGHT, (left - 1, top - 1, width + 2, height + 2))
    canvas.fill(SUN, (left, top, round(width * share), height))

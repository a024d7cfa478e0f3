"""Draws what the theatre shows at a moment: one replay fills the picture, of two the second stands below the first."""

from collections.abc import Sequence

import pygame

from game.sim.events import Judged
from game.states.menus.section_titles import section_title
from game.states.protocols import Poll
from game.states.theatre.seat import Lock, Seat
from game.states.theatre.transport import Transport
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Fonts
from game.view.ui.input_strip import StripMark
from game.view.ui.menu import shade
from game.view.ui.theatre_deck import Deck, Side, draw_side

KEPT_US = 3 * US_PER_SECOND
"""How long a hit stays on the strip, song time."""
HALVES = (pygame.Rect(8, 2, 278, 156), pygame.Rect(8, 160, 278, 156))
"""Where the pictures of two replays are, px."""
PANEL_LEFT = 298
"""Left edge of the figures beside them, px."""
ALONE_AT = (8, 8)
"""Where the figures of a single replay are, px."""


def draw_seats(
    canvas: pygame.Surface, fonts: Fonts, seats: Sequence[Seat], times_us: Sequence[Micros], poll: Poll
) -> None:
    """Draw each replay at its own song time, and its figures."""
    sides = sides_at(seats, times_us)
    if len(seats) == 1:
        seats[0].picture.draw(canvas, times_us[0], poll)
        draw_side(canvas, fonts, sides[0], ALONE_AT)
        return
    shade(canvas, canvas.get_rect(), 255)
    for seat, song_us, side, half in zip(seats, times_us, sides, HALVES, strict=True):
        seat.picture.draw(seat.surface, song_us, poll)
        canvas.blit(pygame.transform.smoothscale(seat.surface, half.size), half)
        draw_side(canvas, fonts, side, (PANEL_LEFT, half.y + 46))


def sides_at(seats: Sequence[Seat], times_us: Sequence[Micros]) -> list[Side]:
    """Return the figures of each replay at its song time; who leads, in points, only over one chart."""
    scores = [seat.playback.session.score for seat in seats]
    is_one_chart = len({seat.playback.chart.hash() for seat in seats}) == 1
    return [
        Side(
            name=seat.name,
            score=score.total,
            streak=score.streak,
            held=seat.playback.held_at(song_us),
            marks=tuple(_mark(event, song_us) for event in seat.playback.judged(song_us, KEPT_US)),
            lead=2 * score.total - sum(other.total for other in scores) if is_one_chart and len(seats) > 1 else None,
        )
        for seat, score, song_us in zip(seats, scores, times_us, strict=True)
    ]


def deck_at(seats: Sequence[Seat], transport: Transport, song_us: Micros, lock: Lock | None) -> Deck:
    """Return what the bar shows. `lock` is by what two stand side by side, where it makes a difference."""
    first_us, length_us = transport.first_us, transport.last_us - transport.first_us
    sections = seats[0].playback.chart.sections
    begun = [section.id for section in sections if section.start_us <= song_us]
    shown_us = seats[0].into_run_us if lock is Lock.ROAD else int
    return Deck(
        share=(song_us - first_us) / length_us,
        sections=tuple((section.start_us - first_us) / length_us for section in sections),
        time_us=shown_us(song_us),
        length_us=shown_us(transport.last_us),
        section=section_title(begun[-1]) if begun else "",
        speed=transport.speed_words if lock is None else f"by {lock.value}, {transport.speed_words}",
        playing=transport.playing,
    )


def _mark(event: Judged, song_us: Micros) -> StripMark:
    return StripMark(event.offset_us, max(0.0, 1.0 - (song_us - event.time_us) / KEPT_US))

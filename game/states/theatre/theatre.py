"""The theatre's screen: one replay fills the picture, of two the second stands below the first at one song time."""

from pathlib import Path

import pygame

from game.errors import GameError
from game.platform.input.bindings import MenuAction, PlayAction
from game.platform.input.input_events import ButtonEvent, PointerAction
from game.replay.clock_check import road_of
from game.sim.events import Judged
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import hint
from game.states.menus.section_titles import section_title
from game.states.protocols import Poll
from game.states.state import State
from game.states.theatre.transport import Transport
from game.states.theatre.watch import Watch
from game.states.theatre.watching import MOST, Seat, open_seats
from game.states.transitions import Transition
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_hints, shade
from game.view.ui.text import Align, Style, write
from game.view.ui.theatre_deck import BAR, REACH, Deck, Side, StripMark, draw_deck, draw_side
from game.view.ui.ui_colors import CREAM

LOADING = "The replay is being opened..."
"""What is said until then."""
EMPTY = "Drag a replay onto the window to watch it; a second one is laid below it."
"""What is said without one."""
STEP_US = 5 * US_PER_SECOND
"""How far left and right seek."""
KEPT_US = 3 * US_PER_SECOND
"""How long a hit stays on the strip, song time."""
HALVES = (pygame.Rect(8, 2, 278, 156), pygame.Rect(8, 160, 278, 156))
"""Where the pictures of two replays are, px."""
PANEL_LEFT = 298
"""Left edge of the figures beside them, px."""
ALONE_AT = (8, 8)
"""Where the figures of a single replay are, px."""


class Theatre(State):
    """Plays replays again. Without one it asks for one to be dropped onto the window."""

    def __init__(self, app: AppContext, watch: Watch) -> None:
        super().__init__(app)
        self._watch = watch
        self._loading: Loading[tuple[Seat, ...]] | None = None
        self.seats: tuple[Seat, ...] = ()
        self.transport: Transport | None = None

    def enter(self, wall_us: Micros) -> None:
        """Begin to load."""
        if self._watch.files:
            self._loading = Loading(lambda: open_seats(self.app, self._watch.files))

    def leave(self) -> None:
        """Stop the sound."""
        if self.transport is not None:
            self.transport.close()

    def wait_until_loaded(self) -> None:
        """Wait until the next step can open the replays."""
        if self._loading is not None and not self._loading.done:
            self._loading.wait()

    # -- controls

    def on_button(self, button_event: ButtonEvent) -> None:
        """Play, pause, seek, change the speed, or go back."""
        action, wall_us = self.app.bindings.menu_action(button_event), button_event.wall_us
        if action is MenuAction.BACK:
            self.transition = self._watch.back
        if self.transport is None:
            return
        now_us = self.transport.song_us(wall_us)
        if self.app.bindings.play_action(button_event) is PlayAction.RESTART:
            self.seek(self.transport.first_us, wall_us)
            return
        match action:
            case MenuAction.CONFIRM:
                self.transport.toggle(wall_us)
                self.seek(self.transport.song_us(wall_us), wall_us)
            case MenuAction.LEFT:
                self.seek(now_us - STEP_US, wall_us)
            case MenuAction.RIGHT:
                self.seek(now_us + STEP_US, wall_us)
            case MenuAction.UP:
                self.transport.change_speed(1, wall_us)
            case MenuAction.DOWN:
                self.transport.change_speed(-1, wall_us)
            case MenuAction.PRACTICE:
                self.seek(self._next_section_us(now_us), wall_us)

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """A press on the bar goes there; elsewhere it plays or pauses, and the wheel changes the speed."""
        if self.transport is None or action is not PointerAction.PRESSED or not REACH.collidepoint(at):
            super().on_pointer(action, at)
            return
        share = max(0.0, min(1.0, (at[0] - BAR.x) / BAR.width))
        first_us, last_us = self.transport.first_us, self.transport.last_us
        self.seek(first_us + round((last_us - first_us) * share), self.app.clock.now_us())

    def on_file(self, path: Path) -> None:
        """A second replay is laid below the first."""
        files = (*self._watch.files[: MOST - 1], path)
        self.transition = Transition("theatre", Watch(files, self._watch.back))

    def interrupt(self, wall_us: Micros) -> None:
        """Nobody watches: pause."""
        if self.transport is not None:
            self.transport.pause(wall_us)

    def seek(self, song_us: Micros, wall_us: Micros) -> None:
        """Go to a song time: the inputs are played again up to there."""
        if self.transport is None:
            return
        self.transport.seek(song_us, wall_us)
        for seat in self.seats:
            seat.picture.reset()
            seat.picture.on_events(seat.playback.seek(self.transport.song_us(wall_us)))

    # -- the steps of a frame

    def advance(self, wall_us: Micros) -> None:
        """Open what is loaded; play on."""
        if self._loading is not None and self._loading.done:
            self._open(wall_us)
        if self.transport is None:
            return
        song_us = self.transport.song_us(wall_us)
        for place, seat in enumerate(self.seats):
            fresh = seat.playback.advance_to(song_us)
            seat.picture.on_events(fresh)
            if place == 0 and fresh and self.transport.playing:
                self.app.loaded.wait().player.on_events(fresh)
        if self.transport.playing and song_us >= self.transport.last_us:
            self.transport.pause(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the pictures, the figures of each, and the controls."""
        if self.transport is None:
            self._draw_empty(canvas, wall_us)
            return
        song_us = self.transport.song_us(wall_us)
        if len(self.seats) == 1:
            self.seats[0].picture.draw(canvas, song_us, poll)
            draw_side(canvas, self.app.fonts, self.side(self.seats[0], song_us), ALONE_AT)
        else:
            shade(canvas, canvas.get_rect(), 255)
            for seat, half in zip(self.seats, HALVES, strict=True):
                seat.picture.draw(seat.surface, song_us, poll)
                canvas.blit(pygame.transform.smoothscale(seat.surface, half.size), half)
                draw_side(canvas, self.app.fonts, self.side(seat, song_us), (PANEL_LEFT, half.y + 46))
        draw_deck(canvas, self.app.fonts, self._deck(song_us))
        self._draw_hints(canvas)

    # -- inside

    def _open(self, wall_us: Micros) -> None:
        loading, self._loading = self._loading, None
        try:
            seats = loading.check() if loading is not None else None
        except GameError as error:
            self.app.notify(str(error))
            return
        self.seats = seats or ()
        if self.seats:
            first = self.seats[0].playback
            player, rate_permille = self.app.loaded.wait().player, first.replay.header.options.rate_permille
            self.transport = Transport(player, first.chart, rate_permille, road_of(first.replay, first.chart))
            self.transport.toggle(wall_us)
            self.seek(self.transport.first_us, wall_us)

    def _next_section_us(self, now_us: Micros) -> Micros:
        starts = [section.start_us for section in self.seats[0].playback.chart.sections]
        return next((start_us for start_us in starts if start_us > now_us), starts[0])

    def side(self, seat: Seat, song_us: Micros) -> Side:
        """Return the figures of a replay at a song time."""
        score, playback = seat.playback.session.score, seat.playback
        others = [other.playback.session.score.total for other in self.seats if other is not seat]
        return Side(
            name=seat.name,
            score=score.total,
            streak=score.streak,
            held=playback.held_at(song_us),
            marks=tuple(_mark(event, song_us) for event in playback.judged(song_us, KEPT_US)),
            lead=score.total - others[0] if others else None,
        )

    def _deck(self, song_us: Micros) -> Deck:
        assert self.transport is not None
        first_us, length_us = self.transport.first_us, self.transport.last_us - self.transport.first_us
        sections = self.seats[0].playback.chart.sections
        begun = [section.id for section in sections if section.start_us <= song_us]
        return Deck(
            share=(song_us - first_us) / length_us,
            sections=tuple((section.start_us - first_us) / length_us for section in sections),
            time_us=song_us,
            length_us=self.transport.last_us,
            section=section_title(begun[-1]) if begun else "",
            speed=self.transport.speed_words,
            playing=self.transport.playing,
        )

    def _draw_empty(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        draw_backdrop(self.app, canvas, wall_us, 185)
        words = LOADING if self._loading is not None else EMPTY
        write(canvas, self.app.fonts, words, (320, 176), Style(Face.BODY, CREAM, Align.CENTRE))
        draw_hints(canvas, self.app.fonts, (hint(self.app, MenuAction.BACK, "back"),))

    def _draw_hints(self, canvas: pygame.Surface) -> None:
        hints = (
            hint(self.app, MenuAction.CONFIRM, "play, pause"),
            hint(self.app, MenuAction.RIGHT, "5 s on"),
            hint(self.app, MenuAction.UP, "faster"),
            hint(self.app, MenuAction.PRACTICE, "next section"),
            hint(self.app, MenuAction.BACK, "back"),
        )
        draw_hints(canvas, self.app.fonts, hints)


def _mark(event: Judged, song_us: Micros) -> StripMark:
    return StripMark(event.offset_us, max(0.0, 1.0 - (song_us - event.time_us) / KEPT_US))

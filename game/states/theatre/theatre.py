"""The theatre's screen: replays are played, paused, sought and laid side by side, by key, pad and mouse."""

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.errors import GameError
from game.platform.input.bindings import MenuAction, PlayAction
from game.platform.input.input_events import ButtonEvent, PointerAction
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.menus.menu_backdrop import draw_backdrop
from game.states.menus.menu_state import hint
from game.states.protocols import Poll
from game.states.state import State
from game.states.theatre.seat import Lock, Seat
from game.states.theatre.stalls import deck_at, draw_seats
from game.states.theatre.transport import Transport
from game.states.theatre.watch import Watch
from game.states.theatre.watching import MOST, open_seats
from game.states.transitions import Transition
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Face
from game.view.ui.menu import KeyHelp, draw_hints, hint_at
from game.view.ui.text import Align, Style, write
from game.view.ui.theatre_deck import REACH, draw_deck, share_at
from game.view.ui.ui_colors import CREAM

LOADING = "The replay is being opened..."
"""What is said until then."""
EMPTY = "Drag a replay onto the window to watch it; a second one is laid below it."
"""What is said without one."""
STEP_US = 5 * US_PER_SECOND
"""How far left and right seek."""


class Theatre(State):
    """Plays replays again. Without one it asks for one to be dropped onto the window."""

    def __init__(self, app: AppContext, watch: Watch) -> None:
        super().__init__(app)
        self._watch = watch
        self._loading: Loading[tuple[Seat, ...]] | None = None
        self._dragged_to: float | None = None
        """The share of the bar that the pointer was dragged to, until the next frame."""
        self.seats: tuple[Seat, ...] = ()
        self.transport: Transport | None = None
        self.lock = Lock.SONG

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
        action = self.app.bindings.menu_action(button_event)
        if action is not None:
            self._act(action, button_event.wall_us)
        elif self.transport is not None and self.app.bindings.play_action(button_event) is PlayAction.RESTART:
            self.seek(self.transport.first_us)

    def _act(self, action: MenuAction, wall_us: Micros) -> None:
        if action is MenuAction.BACK:
            self.transition = self._watch.back
        if self.transport is None:
            return
        now_us = self.transport.song_us(wall_us)
        match action:
            case MenuAction.CONFIRM if now_us >= self.transport.last_us:
                self.transport.toggle(wall_us)
                self.seek(self.transport.first_us)
            case MenuAction.CONFIRM:
                self.transport.toggle(wall_us)
            case MenuAction.LEFT:
                self.seek(now_us - STEP_US)
            case MenuAction.RIGHT:
                self.seek(now_us + STEP_US)
            case MenuAction.UP:
                self.transport.change_speed(1, wall_us)
            case MenuAction.DOWN:
                self.transport.change_speed(-1, wall_us)
            case MenuAction.PRACTICE if self.has_two_clocks:
                self._lock_by(Lock.ROAD if self.lock is Lock.SONG else Lock.SONG, now_us)
            case MenuAction.PRACTICE:
                self.seek(self._next_section_us(now_us))

    def on_pointer(self, action: PointerAction, at: tuple[int, int]) -> None:
        """A press on the bar goes there, and the bar can be dragged; one on a hint does what it says; elsewhere it
        plays or pauses, and the wheel changes the speed."""
        wall_us = self.app.clock.now_us()
        hinted = hint_at(self.app.fonts, [help_ for _, help_ in self.hints()], at)
        match action:
            case PointerAction.PRESSED if hinted is not None:
                self._act(self.hints()[hinted][0], wall_us)
            case PointerAction.PRESSED if self.transport is not None and REACH.collidepoint(at):
                self.transport.hold(wall_us)
                self._dragged_to = share_at(at)
            case PointerAction.MOVED if self.transport is not None and self.transport.held:
                self._dragged_to = share_at(at)
            case PointerAction.RELEASED if self.transport is not None and self.transport.held:
                self._drag()
                self.transport.let_go()
            case _:
                super().on_pointer(action, at)

    def on_file(self, path: Path) -> None:
        """A second replay is laid below the first."""
        files = (*self._watch.files[: MOST - 1], path)
        self.transition = Transition("theatre", Watch(files, self._watch.back))

    def interrupt(self, wall_us: Micros) -> None:
        """Nobody watches: pause."""
        if self.transport is not None:
            self.transport.pause(wall_us)

    def seek(self, song_us: Micros) -> None:
        """Go to a song time: the inputs are played again up to there."""
        if self.transport is None:
            return
        song_us = self.transport.within(song_us)
        for seat in self.seats:
            seat.picture.reset()
            seat.picture.on_events(seat.playback.seek(seat.beside(self.seats[0], song_us, self.lock)))
        self.transport.seek(song_us)

    # -- the steps of a frame

    def advance(self, wall_us: Micros) -> None:
        """Open what is loaded; play on."""
        if self._loading is not None and self._loading.done:
            self._open()
        if self.transport is None:
            return
        self._drag()
        song_us = self.transport.song_us(wall_us)
        for seat in self.seats:
            fresh = seat.playback.advance_to(seat.beside(self.seats[0], song_us, self.lock))
            seat.picture.on_events(fresh)
            if seat is self.seats[0]:
                self.transport.hear(fresh)
        if song_us >= self.transport.last_us:
            self.transport.pause(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the pictures, the figures of each, and the controls."""
        fonts = self.app.fonts
        if self.transport is None:
            draw_backdrop(self.app, canvas, wall_us, 185)
            words = LOADING if self._loading is not None else EMPTY
            write(canvas, fonts, words, (320, 176), Style(Face.BODY, CREAM, Align.CENTRE))
        else:
            song_us = self.transport.song_us(wall_us)
            draw_seats(canvas, fonts, self.seats, self.times_us(song_us), poll)
            lock = self.lock if self.has_two_clocks else None
            draw_deck(canvas, fonts, deck_at(self.seats, self.transport, song_us, lock))
        draw_hints(canvas, fonts, [help_ for _, help_ in self.hints()])

    def times_us(self, song_us: Micros) -> list[Micros]:
        """Return the song time of each seat, at one of the first."""
        times_us = (seat.beside(self.seats[0], song_us, self.lock) for seat in self.seats)
        return [min(seat.last_us, time_us) for seat, time_us in zip(self.seats, times_us, strict=True)]

    @property
    def has_two_clocks(self) -> bool:
        """Whether two are watched that did not go at one speed."""
        return len({seat.course.legs for seat in self.seats}) > 1

    # -- inside

    def _open(self) -> None:
        loading, self._loading = self._loading, None
        try:
            seats = loading.check() if loading is not None else None
        except GameError as error:
            self.app.notify(str(error))
            return
        self.seats = seats or ()
        if self.seats:
            first = self.seats[0]
            self.transport = Transport(self.app.loaded.wait().player, first, lambda: first.playback.events)
            is_race = self.has_two_clocks and all(seat.road is not None for seat in self.seats)
            self._lock_by(Lock.ROAD if is_race else Lock.SONG, self.transport.first_us)
            self.transport.toggle(self.app.clock.now_us())

    def _lock_by(self, lock: Lock, song_us: Micros) -> None:
        """Lay the second beside the first by another clock, from a song time of the first on; by road time until the
        slower one is at its end."""
        if self.transport is None:
            return
        self.lock, first = lock, self.seats[0]
        ends_us = [first.beside(seat, seat.last_us, lock) for seat in self.seats]
        self.transport.last_us = max(ends_us) if lock is Lock.ROAD else first.last_us
        self.seek(song_us)

    def _drag(self) -> None:
        """Go where the pointer was dragged to."""
        if self.transport is not None and self._dragged_to is not None:
            first_us, length_us = self.transport.first_us, self.transport.last_us - self.transport.first_us
            share, self._dragged_to = self._dragged_to, None
            self.seek(first_us + round(length_us * share))

    def _next_section_us(self, now_us: Micros) -> Micros:
        starts = [section.start_us for section in self.seats[0].playback.chart.sections]
        return next((start_us for start_us in starts if start_us > now_us), starts[0])

    def hints(self) -> Sequence[tuple[MenuAction, KeyHelp]]:
        """Return what can be done, and the key of each."""
        words = {MenuAction.BACK: "back"}
        if self.transport is not None:
            other = Lock.ROAD if self.lock is Lock.SONG else Lock.SONG
            words = {
                MenuAction.CONFIRM: "play, pause",
                MenuAction.LEFT: "5 s back",
                MenuAction.RIGHT: "5 s on",
                MenuAction.DOWN: "slower",
                MenuAction.UP: "faster",
                MenuAction.PRACTICE: f"by {other.value}" if self.has_two_clocks else "next section",
                **words,
            }
        return [(action, hint(self.app, action, does)) for action, does in words.items()]

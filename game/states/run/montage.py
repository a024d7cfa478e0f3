"""The run itself: keys become inputs, everything else listens."""

import gc
from dataclasses import replace
from enum import Enum

import pygame

from game.platform.input.bindings import PlayAction
from game.platform.input.input_events import Stroke
from game.states.transitions import ToInitials, ToLoadedRun, ToPause, ToRestart, ToResults, ToRun
from game.states.run.map_reload import Edits, next_bar
from game.states.run.outcome import finish
from game.states.run.frame_budget import Pace
from game.states.run.run_plan import Mode
from game.states.run.run import Run
from game.states.state import Poll, State
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros
from game.view.ui.hud import draw_beat, draw_count_in, draw_hud


class Entry(Enum):
    """How a run is entered."""

    FRESH = "from its lead-in"
    AGAIN = "without its lead-in"
    RESUMED = "where it stood still"


class Montage(State):
    """Plays a run to its end."""

    def __init__(self, run: Run, entry: Entry) -> None:
        super().__init__(run.desk)
        self.run = run
        self._entry = entry
        self._frozen_us: Micros | None = None
        self._resumed_us: Micros = 0
        self._pace = Pace()
        self._edits = Edits(self.desk)

    def enter(self, wall_us: Micros) -> None:
        """Start, start again or go on. The garbage collector rests meanwhile: a run makes hardly any cycles."""
        gc.disable()
        chart = self.run.chart
        match self._entry:
            case Entry.FRESH:
                self.run.start(self._first_us(chart.start_us - chart.lead_in_us), wall_us)
            case Entry.AGAIN:
                self.run.start(self._first_us(chart.start_us), wall_us)
            case Entry.RESUMED:
                self._frozen_us = self.run.player.song_time_at(wall_us)
                self._resumed_us = wall_us
                self.run.resume()

    def leave(self) -> None:
        """Fall silent, but in a pause keep the place."""
        gc.enable()
        if not isinstance(self.goto, ToPause):
            self.run.player.stop()

    def take(self, stroke: Stroke) -> None:
        """Verbs go to the session; in a count-in they only count as held."""
        verb = self.desk.bindings.verb(stroke)
        if verb is not None and self._frozen_us is None:
            self.run.press(verb, stroke.wall_us, stroke.down)
        elif verb is not None:
            self.run.hold(verb, stroke.down)
        match self.desk.bindings.play_action(stroke):
            case PlayAction.PAUSE:
                self.interrupt(stroke.wall_us)
            case PlayAction.RESTART:
                self.goto = ToRestart(self.run)

    def interrupt(self, wall_us: Micros) -> None:
        """Pause, and never go on by itself."""
        self.run.pause(wall_us)
        self.goto = ToPause(self.run)

    def advance(self, wall_us: Micros) -> None:
        """Let the run go on, to its end."""
        if self._frozen_us is not None:
            if self.run.player.song_time_at(wall_us) <= self._frozen_us:
                return
            self._frozen_us = None
            self.run.resumed(wall_us)
        self.run.advance(wall_us)
        if self.run.ended:
            self._end()
        self.desk.tell_once(self.run.player.notice)
        if self.goto is None and self._edits.follow(wall_us):
            self.goto = ToRun(replace(self.run.plan, from_beat=next_bar(self.run.beat(wall_us))))

    def sound(self, wall_us: Micros) -> None:
        """Let it be heard."""
        self.run.sound(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the run; nothing is written over it but what the player has asked for."""
        began_us = self.desk.clock.now_us()
        self.run.draw(canvas, wall_us, poll)
        if self._pace.is_too_slow(self.desk.clock.now_us() - began_us):
            self.desk.tell_once(self.run.draw_less())
        if self.desk.settings.picture.overlay:
            draw_hud(canvas, self.desk.fonts, self.run.readout())
        if self.run.plan.mode is Mode.PRACTICE:
            draw_beat(canvas, self.run.beat(wall_us))
        if self._frozen_us is not None:
            draw_count_in(canvas, self.run.beats_between(self._resumed_us, wall_us))

    def _first_us(self, usual_us: Micros) -> Micros:
        """Return where to begin: a trial begins a bar before its beat."""
        from_beat = self.run.plan.from_beat
        if from_beat is None:
            return usual_us
        return max(usual_us, self.run.chart.tempo.to_us(from_beat - BEATS_PER_BAR))

    def _end(self) -> None:
        if self.run.plan.mode is Mode.PRACTICE:
            self.goto = ToLoadedRun(self.run)
            return
        outcome = finish(self.run)
        self.goto = ToInitials(outcome) if outcome.place is not None else ToResults(outcome)

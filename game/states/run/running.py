"""The running screen: passes keys to the run, and draws it."""

import gc
from collections.abc import Callable
from functools import partial

import pygame

from game.platform.input.bindings import PlayAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext
from game.states.protocols import Poll
from game.states.run.begun import BegunRun
from game.states.run.ending import RunEnding
from game.states.run.keeping import ended_by, keep, keep_attempt
from game.states.run.map_reload import MapReload, go_on_with
from game.states.run.outcome import finish
from game.states.run.race.readouts import readout_of
from game.states.run.race.speedrun_readout import speedrun_figures
from game.states.run.run_entry import RunEntry, RunStart, to_run
from game.states.run.run_plan import Mode
from game.states.run.unfinished import RestartKey
from game.states.run.verdict import verdict_of
from game.states.state import State
from game.states.transitions import Transition
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros
from game.view.ui.chart_overlay import ChartOverlay, camera_keys
from game.view.ui.findings import draw_findings
from game.view.ui.hud import draw_beat, draw_count_in, draw_held, draw_hud, draw_verdict
from game.view.ui.speedrun_panel import draw_speedrun

OVERLAY_KEY = "F3"
"""Shows and hides the chart over the picture, where a map is watched for changes."""

BELOW_FIGURES = 56
"""The row from which a notice is drawn below the figures of a run, px."""


class Running(State):
    """Plays a run to its end."""

    in_play = True

    def __init__(self, app: AppContext, entry: RunEntry) -> None:
        super().__init__(app)
        self.run = entry.run
        self._start = entry.start
        self._frozen_us: Micros | None = None
        self._resumed_us: Micros = 0
        self._map_reload = MapReload(self.app, self.run.plan, self.run.library)
        self._chart_overlay: ChartOverlay | None = None
        self._lay_chart_over()
        self._restart_key = RestartKey(self.run)
        self._ending = RunEnding(self.run)
        self._begun = BegunRun(self.run)

    def enter(self, wall_us: Micros) -> None:
        """Start, start again or go on. The garbage collector rests meanwhile: a run makes hardly any cycles."""
        gc.disable()
        chart = self.run.chart
        match self._start:
            case RunStart.FRESH:
                self.run.start(self._first_us(chart.start_us - chart.lead_in_us), wall_us)
            case RunStart.AGAIN:
                self.run.start(self._first_us(chart.start_us), wall_us)
            case RunStart.RESUMED:
                self._frozen_us = self.run.player.song_time_at(wall_us)
                self._resumed_us = wall_us
                self.run.resume()

    def leave(self) -> None:
        """Stop the player, unless the run is paused."""
        gc.enable()
        self._ending.take_back()
        if self.transition is None or self.transition.screen != "pause":
            keep_attempt(self.run, ended_by(self.run, self.transition))
            self.run.player.stop()

    @property
    def notice_top(self) -> int:
        """Below the figures, which nothing may cover."""
        return super().notice_top if not self.app.shows_figures else BELOW_FIGURES

    def takes_at_poll(self, button_event: ButtonEvent) -> bool:
        """Take everything but what leaves the screen."""
        return self.app.bindings.play_action(button_event) is None

    def on_poll(self, wall_us: Micros) -> None:
        """Judge and answer at the poll, but not in a count-in."""
        if not self._is_counting_in(wall_us):
            self.run.on_poll(wall_us)

    def on_button(self, button_event: ButtonEvent) -> None:
        """Verbs go to the session, but not in a count-in."""
        verb = self.app.bindings.verb(button_event)
        if verb is not None and self._frozen_us is None:
            self.run.press(verb, button_event.wall_us, button_event.down)
        self._restart_key.on_button(button_event)
        if button_event.down and button_event.key == OVERLAY_KEY and self.app.watch is not None:
            self.app.watch.shows_chart = not self.app.watch.shows_chart
            self._lay_chart_over()
        match self.app.bindings.play_action(button_event):
            case PlayAction.PAUSE:
                self._pause(button_event.wall_us)
            case PlayAction.RESTART if self._restart_key.press(button_event):
                self.transition = to_run(self.run, RunStart.AGAIN)

    def interrupt(self, wall_us: Micros) -> None:
        """Pause, unless the run plays itself for who changes its maps in another window."""
        if self.app.watch is None or self.run.plan.autoplay_ms is None:
            self._pause(wall_us)

    def _pause(self, wall_us: Micros) -> None:
        """Pause; the run never resumes by itself."""
        self.run.pause(wall_us)
        self.transition = Transition("pause", self.run)

    def advance(self, wall_us: Micros) -> None:
        """Advance the run to its end."""
        if self._restart_key.is_due(wall_us):
            self.transition = to_run(self.run, RunStart.AGAIN)
            return
        if self._is_counting_in(wall_us):
            return
        self.run.advance(wall_us)
        if self._is_round_over(wall_us):
            self.transition = to_run(self.run, RunStart.AGAIN)
        elif self.run.ended:
            self._end()
        else:
            self._begun.follow()
            self._ending.follow()
        self.app.notify_once(self.run.player.notice)
        if self.run.plan.mode is Mode.ROAD:
            self.app.notify_once(self.app.timer_link.problem)
        if self.run.plan.counts and self.run.player.unfit is not None:
            self.app.notify_once(f"Not ranked: {self.run.player.unfit}")
        reloaded = self._map_reload.follow(wall_us) if self.transition is None else None
        if reloaded is not None:
            self.transition = go_on_with(reloaded, self.run, wall_us)
            self._lay_chart_over()

    def _lay_chart_over(self) -> None:
        """Draw the chart over the picture from now on, or not, as who makes the maps wishes."""
        wanted = self.app.watch is not None and self.app.watch.shows_chart
        windows, keys = self.run.session.options.windows, camera_keys(self.run.library.world)
        self._chart_overlay = ChartOverlay(self.run.chart, windows, keys) if wanted else None

    def _is_round_over(self, wall_us: Micros) -> bool:
        """Whether a trial that is played again and again has come to the end of its bars."""
        bars = self.run.plan.loop_bars
        if bars is None:
            return False
        first = max(self.run.plan.from_beat or 0, self.run.chart.sections[0].start_beat)
        return self.run.ended or self.run.beat(wall_us) >= first + bars * BEATS_PER_BAR

    def sound(self, wall_us: Micros) -> None:
        """Play the run's sounds."""
        self.run.sound(wall_us)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the run; nothing is written over it but what the player has asked for."""
        overlays = self._overlays(wall_us)
        self.app.follow_pace(wall_us)
        self.run.draw(canvas, wall_us, poll)
        for draw_on in overlays:
            draw_on(canvas)

    def _overlays(self, wall_us: Micros) -> list[Callable[[pygame.Surface], None]]:
        """Return what is drawn over the picture, with figures of the frame's start: a poll while the picture is drawn
        may judge a press."""
        fonts = self.app.fonts
        overlays: list[Callable[[pygame.Surface], None]] = []
        if self.app.settings.play.speedrun and self.run.plan.mode in (Mode.MONTAGE, Mode.ROAD):
            overlays.append(partial(draw_speedrun, fonts=fonts, figures=speedrun_figures(self.run, wall_us)))
        elif self.app.settings.picture.overlay:
            overlays.append(partial(draw_hud, fonts=fonts, readout=readout_of(self.run)))
        if self.run.plan.mode is Mode.PRACTICE:
            overlays.append(partial(draw_beat, beat=self.run.beat(wall_us)))
            if self.run.verdict and self._shows_verdict(wall_us):
                overlays.append(partial(draw_verdict, fonts=fonts, words=self.run.verdict))
        overlays.append(
            partial(draw_held, fonts=fonts, words="Hold to restart", share=self._restart_key.share(wall_us))
        )
        if self._chart_overlay is not None:
            overlays.append(partial(self._chart_overlay.draw, fonts=fonts, song_us=self.run.judged_time(wall_us)))
        if self.app.watch is not None and self.app.watch.findings:
            overlays.append(partial(draw_findings, fonts=fonts, findings=self.app.watch.findings))
        if self._frozen_us is not None:
            overlays.append(partial(draw_count_in, beats=self.run.beats_between(self._resumed_us, wall_us)))
        return overlays

    def _is_counting_in(self, wall_us: Micros) -> bool:
        """Whether song time stands still in the count-in; once it moves, the run goes on."""
        if self._frozen_us is None:
            return False
        stands = self.run.song_time_of(wall_us) <= self._frozen_us
        if stands or self.run.judged_time(wall_us) < self.run.session.now_us:  # the latency was set to more meanwhile
            return True
        self._frozen_us = None
        self.run.resumed(wall_us)
        return False

    def _shows_verdict(self, wall_us: Micros) -> bool:
        """Whether the first bar of a round is not over."""
        chart = self.run.chart
        first_beat = chart.tempo.beat_at(chart.start_us)
        return self.run.beat(wall_us) < first_beat + BEATS_PER_BAR

    def _first_us(self, usual_us: Micros) -> Micros:
        """Return where to begin: a trial begins a bar before its beat."""
        from_beat = self.run.plan.from_beat
        if from_beat is None:
            return usual_us
        return max(usual_us, self.run.chart.tempo.to_us(from_beat - BEATS_PER_BAR))

    def _next_round(self) -> Transition:
        """Return the way to the next round of practice, in which something is said of this one."""
        if self.run.plan.then is not None:
            return Transition("loading", self.run.plan.then)
        self.run.verdict = verdict_of(self.run.session, self.run.judged, self.run.errors_ms)
        return to_run(self.run, RunStart.FRESH)

    def _end(self) -> None:
        if self.run.plan.mode is Mode.PRACTICE:
            self.transition = self._next_round()
            return
        outcome = finish(self.run)
        keep(self.run, outcome)
        self.app.last_session = self.run.session
        self.transition = (
            Transition("initials", outcome) if outcome.place is not None else Transition("results", outcome)
        )

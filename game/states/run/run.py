"""A run in progress: session, song, picture and recorder bound together, in the order of a frame.

Inputs are placed in song time by the wall time of their poll, less the audio offset; the session is asked to advance
to the same clock, and the picture is drawn ahead by the visual offset. A replay that is fed in takes the place of the
keys.
"""

from collections import deque
from dataclasses import replace

import pygame

from game.replay.claims import setup_of
from game.replay.ghost import Ghost
from game.replay.model import Replay, Witness
from game.replay.recorder import Recorder
from game.sim.actions import InputEvent, Verb
from game.sim.events import Event, Judged
from game.sim.judge import CLEAN
from game.sim.session import Session
from game.states.context import AppContext
from game.states.protocols import Library, Poll
from game.states.run.hints import hint_options
from game.states.run.race.ghosts import GhostFinder
from game.states.run.race.split_feed import SplitFeed
from game.states.run.race.standings import Standings, read_standings
from game.states.run.run_content import RunContent, header_of_run
from game.states.run.run_plan import RunPlan
from game.storage.board import Board
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros

COUNT_IN_BEATS = 2
"""Beats of the count-in after a pause."""
CLEAN_SHAKE = 0.6
"""How strongly a controller shakes at a clean hit, 0 to 1."""
DULL_SHAKE = 0.25
"""How strongly it shakes at any other hit."""


class Run:
    """One run, startable again and again."""

    def __init__(self, app: AppContext, plan: RunPlan, content: RunContent) -> None:
        self.app = app
        self.plan = plan
        self.chart = content.chart
        self.player = content.player
        self._content = content
        self._from_us: Micros = 0
        self._began_at: int | None = None
        self.began_wall_us: Micros = 0
        self._begun = 0
        """How often the run was begun."""
        self._paused_at: tuple[Micros, Micros] | None = None
        self._latest: tuple[Micros, Micros] = (0, 0)
        """Wall time and song time of the latest poll or frame."""
        self.split_feed = SplitFeed(app.timer_link.send)
        self.standings = Standings()
        self.ghost: Ghost | None = None
        """What the run is raced against, if anything."""
        self.medal_us = content.medal_us
        self._ghosts = GhostFinder(app, content.library, content.chart)
        self.verdict = ""
        """What is said of the round of practice before this one."""
        self._known: dict[str, int] = {}
        """How often each kind of cue was hit clean before this run."""
        self.session_held: set[Verb] = set()
        """The verbs that the session believes to be down."""
        self.begin_session()

    def begin_session(self) -> None:
        """Forget what was played."""
        header = header_of_run(self.app, self.plan, self._content, self._begun)
        self.session = Session(self.chart, self.plan.options, self.app.factories.registry, setup_of(header))
        self._recorder = Recorder(header, self.chart)
        self._audio_offset_us = self.app.audio_offset_us
        self._script: deque[InputEvent] = deque()
        self.errors_ms: list[float] = []
        self.judged: list[Judged] = []
        self._fresh: list[Event] = []
        self.session_held.clear()
        self._paused_at = None

    def start(self, from_us: Micros, wall_us: Micros) -> None:
        """Begin at a song time, from the first note of the run."""
        self.begin_session()
        self._known = self.app.learned.known(self.chart)
        self._begun += 1
        self._began_at = self.app.utc_us() // US_PER_SECOND
        self._from_us, self.began_wall_us = from_us, wall_us
        self.standings = read_standings(self.app, self.board)
        if self.plan.counts:
            self.app.writer.submit(self.app.replays.set_room_aside)
        self.ghost = self._ghosts.find(self.plan, self.board)
        self._content.picture.reset()
        self._content.picture.race(None if self.session.pace is None else self.ghost)
        self._script = deque(self.session.queue(event) for event in self._content.script)
        road = None if self.session.pace is None else self.session.pace.known
        if road is not None and not self._content.script:
            self.split_feed.start(self.session)
        self.player.start(self.chart, from_us, self.plan.options.rate_permille, road)
        self.app.apply_volumes()
        self._latest = (wall_us, from_us)

    def change_maps(self, content: RunContent) -> None:
        """Play on from the present moment by changed maps of the same song: what was pressed so far is judged anew."""
        now_us, held, pressed = self.session.now_us, frozenset(self.session_held), self._recorder.inputs
        self._content, self.chart = content, content.chart
        self.plan = replace(self.plan, reloaded=True)
        self.begin_session()
        self.session_held |= held
        content.picture.reset()
        content.picture.race(None)
        self.ghost = None
        if content.script:
            self._script = deque(self.session.queue(event) for event in content.script)
        else:
            for row in pressed:
                self._recorder.input(self.session.queue(row.event), row.wall_us)
        self.advance_to(now_us)
        heard, self._fresh = self._fresh, []
        self.player.change_chart(self.chart, heard)

    @property
    def library(self) -> Library:
        """The content that the run is played from."""
        return self._content.library

    @property
    def attempt_began_at(self) -> int | None:
        """When a person began the attempt that goes on, in seconds since 1970; None where there is none."""
        return None if self._content.script or self.plan.is_trial else self._began_at

    def take_attempt(self) -> int | None:
        """Return when the attempt began, once for each time that a person began the run; else None.

        What was hit clean in it counts as learned from then on.
        """
        began_at, self._began_at = self.attempt_began_at, None
        if began_at is None:
            return None
        self.app.learned.add(self.chart, self.judged)
        return began_at

    @property
    def board(self) -> Board:
        """The board that the run belongs to."""
        return self.plan.board(self.chart.hash(), self._content.library.map_name)

    # -- the steps of a frame

    def press(self, verb: Verb, wall_us: Micros, down: bool) -> None:
        """Take a key of a verb that went down or up at the poll `wall_us`.

        A verb is down while any of its keys is: each press counts, and the release of the last key.
        """
        if not down and (verb not in self.session_held or verb in self.app.held_verbs()):
            return
        (self.session_held.add if down else self.session_held.discard)(verb)
        if self._content.script or self.ended:
            return
        placed = self.session.queue(InputEvent(self.judged_time(wall_us), verb, down))
        self._recorder.input(placed, wall_us)

    def on_poll(self, wall_us: Micros) -> None:
        """Judge up to this moment and start the answering sounds, between two frames or while one is drawn."""
        self.advance(wall_us)
        self._start_sounds()

    def song_time_of(self, wall_us: Micros) -> Micros:
        """Return the song time of the poll or frame at `wall_us`, also while the song stands still."""
        self._latest = (wall_us, self.player.song_time_at(wall_us))
        return self._latest[1]

    def advance(self, wall_us: Micros) -> None:
        """Advance the session to this moment."""
        moves = self.song_time_of(wall_us) > self._from_us
        judged_us = self.judged_time(wall_us)
        self._record_script(judged_us, wall_us)
        if moves and judged_us >= self.session.now_us:  # an offset that was changed in a pause sets it back
            self._recorder.observe(Witness(judged_us, wall_us, self.app.utc_us(), self.player.device_us))
        self.advance_to(judged_us)

    def advance_to(self, song_us: Micros) -> None:
        """Advance the session to a song time, and pass its events to recorder, picture and sounds."""
        events = self.session.advance_to(song_us)
        self._fresh += events
        self._recorder.on_events(events)
        self._content.picture.on_events(events)
        self.split_feed.follow(events)
        judged = [event for event in events if isinstance(event, Judged)]
        self.judged += judged
        for event in judged:
            error_us = self.session.real_us_of(event)
            if error_us is not None:
                self.errors_ms.append(error_us / US_PER_MS)
        hits = [event.grade for event in judged if event.offset_us is not None]
        if hits and not self._content.script:
            self.app.shake(CLEAN_SHAKE if min(hits) in CLEAN else DULL_SHAKE)

    def sound(self, wall_us: Micros) -> None:
        """Start the sounds of the new events, and update the player."""
        self._start_sounds()
        self.app.update_player(wall_us)

    def _start_sounds(self) -> None:
        if self._fresh:
            self.player.on_events(self._fresh)
            self._fresh = []

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the visual time: the song time, ahead by the latency of the picture."""
        picture, visual_us = self._content.picture, self._later(self.judged_time(wall_us), self.app.visual_offset_us)
        picture.hints = None if self._content.script else hint_options(self.app, self._known, self.plan.options)
        if self.app.shows_figures:
            self._recorder.latch_overlay()
        if picture.hints_at(visual_us):
            self._recorder.latch_hints()
        picture.course = None if self.session.pace is None else self.session.course
        picture.draw(canvas, visual_us, poll)

    # -- pausing

    def pause(self, wall_us: Micros) -> None:
        """Freeze song time where it was at `wall_us`, which may lie before a gap in which nothing was played."""
        latest_wall_us, latest_song_us = self._latest
        played_us = self._later(latest_song_us, max(0, wall_us - latest_wall_us))
        song_us = max(latest_song_us, min(self.player.song_time_at(wall_us), played_us))
        self.player.pause(song_us)
        if self._paused_at is None:
            self._paused_at = (self.judged_time(wall_us), max(wall_us, latest_wall_us))

    def resume(self) -> None:
        """Resume after a count-in, with the latency of the sound as it is set now."""
        self._audio_offset_us = self.app.audio_offset_us
        self.player.resume(COUNT_IN_BEATS)

    def resumed(self, wall_us: Micros) -> None:
        """Song time moves again: note how long the run stood still, and let go of what was let go of meanwhile."""
        if self._paused_at is not None:
            song_us, since_us = self._paused_at
            moved_us = self._real_us(song_us, self.judged_time(wall_us))
            self._recorder.pause(song_us, since_us, max(0, wall_us - moved_us - since_us))
            self._paused_at = None
        for verb in sorted(self.session_held - self.app.held_verbs()):
            self.press(verb, wall_us, down=False)

    def beat(self, wall_us: Micros) -> float:
        """Return the beat of the song at a moment of wall time."""
        return self.chart.tempo.beat_at(self.judged_time(wall_us))

    def beats_between(self, from_wall_us: Micros, to_wall_us: Micros) -> float:
        """Return how many beats of the present tempo fit between two moments of wall time."""
        us_per_beat = self.chart.tempo.segment_at(self.session.now_us).us_per_beat
        now_us = self.session.now_us
        return (self._later(now_us, to_wall_us - from_wall_us) - now_us) / us_per_beat

    # -- the end

    @property
    def ended(self) -> bool:
        """Whether every cue is judged."""
        return self.session.ended

    def replay(self) -> Replay:
        """Return what was recorded of the run: of one that has not ended, so far."""
        self._recorder.latch_unfit(self.player.unfit)
        return self._recorder.finish(self.session)

    @property
    def inputs_recorded(self) -> int:
        """The number of inputs that were recorded."""
        return self._recorder.inputs_recorded

    # -- times

    def judged_time(self, wall_us: Micros) -> Micros:
        """Return the song time heard at a wall time, by the latency of the sound at the last start or resume."""
        return self._later(self.player.song_time_at(wall_us), -self._audio_offset_us)

    def _later(self, song_us: Micros, real_us: Micros) -> Micros:
        """Return the song time that is `real_us` of real time after another."""
        return self.session.course.later(song_us, real_us)

    def _real_us(self, from_us: Micros, to_us: Micros) -> Micros:
        """Return the real time between two song times."""
        return self.session.course.real_at(to_us) - self.session.course.real_at(from_us)

    def _record_script(self, judged_us: Micros, wall_us: Micros) -> None:
        """Record what was fed in and is over, each at the wall time that its song time had."""
        while self._script and self._script[0].time_us <= judged_us:
            placed = self._script.popleft()
            over_us = self._real_us(placed.time_us, judged_us)
            self._recorder.input(placed, wall_us - over_us)

"""The session: a run in progress. Queue inputs, advance it to a song time, take the events.

It runs whichever comes first, the next input or the next deadline; a tie goes to the input. No method knows a frame,
so the frame rate cannot matter. Live play, replay and headless verification use this same step.
"""

import hashlib
from collections import deque
from dataclasses import dataclass

from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Chart, Lace
from game.sim.events import (
    BandChanged,
    Event,
    Judged,
    LaceFound,
    Part,
    RunEnded,
    SectionBegan,
    SectionEnded,
)
from game.sim.form import Form
from game.sim.judge import Grade
from game.sim.options import RunMode, RunOptions
from game.sim.pace import Pace
from game.sim.rng import Rng
from game.sim.rules import Registry, Rules, RunContext
from game.sim.score import Score
from game.sim.slot import BOUNCE_US, LOOSE_CHORD_SPREAD_US
from game.sim.spec import Hold
from game.sim.timeline import MarkKind, Milestone, marks_of, pace_marks_of
from game.sim.wire import wire
from game.timing.course import Course
from game.timing.units import Micros, ms

EXCUSED_LATE_US = ms(200)
"""A press of a missed cue's verb within this real time after the cue is not a stray."""


@dataclass(slots=True)
class Excuse:
    """Presses that belong to a cue that is over: late for one that was missed, or second in a chord that one took."""

    verbs: tuple[Verb, ...]
    until_us: Micros
    presses: int


class Session:
    """One run over a chart. Deterministic: the same chart, options and inputs give the same events and digest."""

    def __init__(self, chart: Chart, options: RunOptions, registry: Registry, setup: str = "") -> None:
        """Begin a run. `setup` is what the digests are of besides the chart and the events: a replay's header."""
        self.chart = chart
        self.options = options
        self.now_us = chart.start_us - chart.lead_in_us
        self.pace = Pace(chart, options.start_pace) if options.mode is RunMode.ROAD else None
        """Road work's, None in the montage."""
        self._steady = Course.steady(options.rate_permille)
        self._context = RunContext(chart.tempo, options, chart.difficulty, Rng(options.seed), self.pace)
        self.rules: tuple[Rules, ...] = tuple(
            registry[section.minigame].rules(section, self._context) for section in chart.sections
        )
        self.score = Score(chart, tuple(rules.judgements for rules in self.rules))
        self.form = Form(ceilings=tuple(section.form_ceiling for section in chart.sections))
        self.ended = False
        self.section_digests: list[str] = []
        self._cues = {cue.id: cue for cue in chart.cues}
        self._inputs: deque[InputEvent] = deque()
        pace_marks = [] if self.pace is None else pace_marks_of(chart)
        self._marks: deque[Milestone] = deque(sorted([*marks_of(chart), *pace_marks]))
        self.chart_hash = chart.hash()
        self._digest = hashlib.blake2b(f"{self.chart_hash}{setup}".encode(), digest_size=16)
        self._last_down: dict[Verb, Micros] = {}
        self._excuses: list[Excuse] = []
        self._seconds: list[Excuse] = []
        self._laces: dict[int, Lace] = {s.index: s.lace for s in chart.sections if s.lace is not None}
        self._section = 0
        self._near = tuple(
            [(near, self.rules[near]) for near in range(max(0, place - 1), min(len(self.rules), place + 2))]
            for place in range(len(self.rules))
        )
        """For each section the rules that may be live while it is played: its own and those on both sides."""
        self._deadlines = [rules.next_deadline() for rules in self.rules]
        """The next deadline of each section's rules, asked again whenever something was put to them; None: they are
        done, and want nothing."""
        self._deadline = self._earliest()
        if self.pace is not None:
            self._tell_pace(chart.start_us, self.pace.known.until_us)

    def queue(self, event: InputEvent) -> InputEvent:
        """Add an input; one earlier than the present is moved to it. Return it as it will be judged and recorded."""
        latest = self._inputs[-1].time_us if self._inputs else self.now_us
        placed = event if event.time_us >= latest else InputEvent(latest, event.verb, event.down)
        self._inputs.append(placed)
        return placed

    def advance_to(self, now_us: Micros) -> list[Event]:
        """Run all inputs and deadlines up to and including `now_us`; return the events in order."""
        events: list[Event] = []
        while not self.ended:
            due_us, input_due = self._next_due()
            if due_us is None or due_us > now_us:
                break
            self.now_us = max(self.now_us, due_us)
            fresh = self._apply(self._inputs.popleft()) if input_due else self._pass_deadlines(due_us)
            if fresh:
                events += self._record_all(fresh)
        if not self.ended:
            self.now_us = max(self.now_us, now_us)
        return events

    def digest(self, closing: str = "") -> str:
        """Return 32 hex digits over the setup, every event so far and `closing`: two runs agree exactly if they do."""
        digest = self._digest.copy()
        digest.update(closing.encode())
        return digest.hexdigest()

    @property
    def course(self) -> Course:
        """The real time of song time: in Road work as far as the pace is decided, from the first beat on."""
        return self._steady if self.pace is None else self.pace.course

    def real_us_of(self, judged: Judged) -> Micros | None:
        """Return the offset of a judgement in real time, None for a miss."""
        if judged.offset_us is None:
            return None
        return self._context.windows_at(self._cues[judged.cue_id].time_us).real_us(judged.offset_us)

    @property
    def duration_us(self) -> Micros:
        """How long the whole chart lasts: of song time in the montage, in Road work the in-game time."""
        if self.pace is None:
            return self.chart.end_us - self.chart.start_us
        return self.pace.course.real_at(self.chart.end_us)

    # -- the step

    def _next_due(self) -> tuple[Micros | None, bool]:
        deadline = self._deadline
        if self._inputs and (deadline is None or self._inputs[0].time_us <= deadline):
            return self._inputs[0].time_us, True
        return deadline, False

    def _earliest(self) -> Micros | None:
        """Return when the next cue closes by itself, or the next milestone passes."""
        earliest = self._marks[0].time_us if self._marks else None
        for index, _ in self._live():
            due_us = self._deadlines[index]
            if due_us is not None and (earliest is None or due_us < earliest):
                earliest = due_us
        return earliest

    def _live(self) -> list[tuple[int, Rules]]:
        return self._near[self._section]

    def _ask_again(self, index: int) -> None:
        self._deadlines[index] = self.rules[index].next_deadline()
        self._deadline = self._earliest()

    def _pass_deadlines(self, time_us: Micros) -> list[Event]:
        events: list[Event] = []
        for index, rules in self._live():
            due_us = self._deadlines[index]
            if due_us is not None and due_us <= time_us:
                events += rules.on_deadline(time_us)
                self._ask_again(index)
        if events:
            return events
        events = self._pass_mark(self._marks.popleft())
        self._deadline = self._earliest()
        return events

    def _pass_mark(self, mark: Milestone) -> list[Event]:
        match mark.kind:
            case MarkKind.SECTION_BEGINS:
                self._section = mark.section
                return [SectionBegan(mark.time_us, mark.section)]
            case MarkKind.SECTION_ENDS:
                return [SectionEnded(mark.time_us, mark.section)]
            case MarkKind.BARLINE:
                return [BandChanged(mark.time_us, self.form.band)] if self.form.barline() else []
            case MarkKind.RUN_ENDS:
                self.ended = True
                return [RunEnded(mark.time_us)]
            case MarkKind.PACE_SET:
                return self._set_pace(mark.time_us)

    def _set_pace(self, time_us: Micros) -> list[Event]:
        if self.pace is None:
            return []
        decided = self.pace.decide(time_us)
        self._tell_pace(decided.barline_us, decided.until_us)
        return [decided]

    def _tell_pace(self, from_us: Micros, to_us: Micros) -> None:
        for rules in self.rules:
            rules.on_pace(from_us, to_us)
        self._deadlines = [rules.next_deadline() for rules in self.rules]
        self._deadline = self._earliest()

    # -- inputs

    def _apply(self, event: InputEvent) -> list[Event]:
        if event.down and (self._bounces(event) or _took(self._seconds, event)):
            return []
        nearest, least_us = None, 0
        for index, rules in self._live():
            distance_us = None if self._deadlines[index] is None else rules.wants(event)
            if distance_us is not None and (nearest is None or distance_us < least_us):
                nearest, least_us = index, distance_us
        if nearest is None:
            return self._stray(event) if event.down else []
        events = self.rules[nearest].on_input(event)
        self._ask_again(nearest)
        return events

    def _bounces(self, event: InputEvent) -> bool:
        last = self._last_down.get(event.verb)
        self._last_down[event.verb] = event.time_us
        return last is not None and event.time_us - last < self._context.windows_at(event.time_us).song_us(BOUNCE_US)

    def _stray(self, event: InputEvent) -> list[Event]:
        section = self._section
        if event.time_us < self.chart.start_us or _took(self._excuses, event):
            return []
        lace = self._laces.get(section)
        if lace is not None and event.verb is lace.verb and lace.from_us <= event.time_us <= lace.to_us:
            del self._laces[section]
            return [LaceFound(event.time_us, section)]
        events = self.rules[section].on_stray(event)
        self._ask_again(section)
        return events

    # -- score, form, digest

    def _record_all(self, events: list[Event]) -> list[Event]:
        recorded: list[Event] = []
        for event in events:
            recorded += [event, *self._record(event)]
        for event in recorded:
            self._digest.update(wire(event).encode())
            if isinstance(event, SectionEnded):
                self.section_digests.append(self.digest())
        return recorded

    def _record(self, event: Event) -> list[Event]:
        self.score.on_events([event])
        if self.pace is not None:
            self.pace.on_events([event])
        if isinstance(event, Judged):
            self._excuse(event)
        return self.form.on_events([event])

    def _excuse(self, judged: Judged) -> None:
        """Note the presses that a judgement leaves over and that are no strays."""
        cue = self._cues[judged.cue_id]
        if judged.grade is not Grade.MISS:
            if cue.kind.chord and len(cue.verbs) > 1 and self.options.one_press_a_chord:
                others = tuple(verb for verb in cue.verbs if verb is not judged.verb)
                until_us = judged.time_us + self._context.windows_at(cue.time_us).song_us(LOOSE_CHORD_SPREAD_US)
                self._seconds.append(Excuse(others, until_us, len(cue.verbs) - 1))
        elif judged.part is Part.PRESS or cue.kind.hold is Hold.PUNCH:
            verbs = HANDS if cue.kind.alternates else cue.verbs
            missed_us = cue.time_us if judged.part is Part.PRESS else cue.end_us
            until_us = missed_us + self._context.windows_at(cue.time_us).song_us(EXCUSED_LATE_US)
            self._excuses.append(Excuse(verbs, until_us, len(cue.verbs)))


def _took(excuses: list[Excuse], event: InputEvent) -> bool:
    """Let the first excuse that fits take a press; return whether one did. Those that are over are dropped."""
    if not excuses:
        return False
    excuses[:] = [excuse for excuse in excuses if excuse.until_us >= event.time_us and excuse.presses]
    for excuse in excuses:
        if event.verb in excuse.verbs:
            excuse.presses -= 1
            return True
    return False

"""Rules shared by all exercises: matching inputs to cues, chords, holds, alternation and misses.

An exercise derives from `CueRules` and overrides the few hooks at the end of the class. Progress lives in one `Slot`
a cue.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Cue, Difficulty, SectionChart
from game.sim.events import Event, Held, Judged, Part, Strayed
from game.sim.judge import RELEASE_WINDOW_PERCENT, Grade, Judgement, Windows
from game.sim.options import Assist
from game.sim.rules import RunContext
from game.sim.spec import Hold
from game.timing.units import Micros, ms

CHORD_SPREAD_US = ms(50)
"""Longest real time between the presses of a chord, which is judged on the later one."""
LOOSE_CHORD_SPREAD_US = ms(70)
"""Longest real time between the presses of a chord that is sloppy at best."""
BOUNCE_US = ms(40)
"""A repeated press of a verb within this real time is switch bounce and is ignored."""


class CuePhase(Enum):
    """How far a cue has come."""

    OPEN = "open"
    HELD = "held"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Reach:
    """The windows of a cue's bar, in song time."""

    windows: Windows
    outer_us: Micros
    release_us: Micros
    chord_us: Micros
    loose_chord_us: Micros
    bounce_us: Micros

    @classmethod
    def of(cls, windows: Windows) -> "Reach":
        """Return what the windows reach."""
        return cls(
            windows=windows,
            outer_us=windows.outer_us(),
            release_us=windows.outer_us() * RELEASE_WINDOW_PERCENT // 100,
            chord_us=windows.song_us(CHORD_SPREAD_US),
            loose_chord_us=windows.song_us(LOOSE_CHORD_SPREAD_US),
            bounce_us=windows.song_us(BOUNCE_US),
        )


@dataclass(slots=True)
class Slot:
    """The progress of one cue. `shift_us` moves its target (the bridge follows a drifting step; a tapped punch lands at
    its end)."""

    cue: Cue
    reach: Reach
    window_us: Micros
    stage: CuePhase = CuePhase.OPEN
    shift_us: Micros = 0
    first_verb: Verb | None = None
    first_us: Micros = 0
    held_verb: Verb | None = None
    held_since_us: Micros = 0
    grade: Grade | None = None

    @property
    def target_us(self) -> Micros:
        """Song time of a perfect press."""
        return self.cue.time_us + self.shift_us

    @property
    def first_target_us(self) -> Micros:
        """The earlier of the chart's time and the target: it never falls from one cue to the next."""
        return self.cue.time_us + min(0, self.shift_us)


class CueRules:
    """Matches, judges and closes the cues of one section. Implements the `Rules` protocol."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        self.section = section
        self.context = context
        self.assists = context.options.assists_in_force
        reach = Reach.of(context.windows)
        self.slots = [self._slot_of(cue, reach) for cue in section.cues]
        self.last_hand: Verb | None = None
        self._first_open = 0

    # -- the Rules protocol

    @property
    def judgements(self) -> int:
        """How many presses and releases this section judges in all."""
        return sum(self.judges_press(slot.cue) + self.judges_release(slot.cue) for slot in self.slots)

    def wants(self, event: InputEvent) -> Micros | None:
        """Return the distance to the nearest cue that wants this input, or None."""
        slot = self._nearest(event) if event.down else self._held_by(event)
        if slot is None:
            return None
        return abs(event.time_us - (slot.target_us if event.down else slot.cue.end_us))

    def on_input(self, event: InputEvent) -> list[Event]:
        """Judge an input for which `wants` gave a distance."""
        slot = self._nearest(event) if event.down else self._held_by(event)
        if slot is None:
            return []
        return self._press(slot, event) if event.down else self._release(slot, event)

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Return what a press is that no cue wanted: a stray press, unless the exercise knows better."""
        return [Strayed(event.time_us, self.section.index, event.verb)]

    def on_pace(self, from_us: Micros, to_us: Micros) -> None:
        """Set the windows of the cues from `from_us` until `to_us` by the pace that was decided for them."""
        reach = Reach.of(self.context.windows_at(from_us))
        for slot in self.slots[self._first_open :]:
            if from_us <= slot.cue.time_us < to_us:
                slot.reach, slot.window_us = reach, _window_us(slot.cue, reach)

    def next_deadline(self) -> Micros | None:
        """Return when the next cue closes by itself."""
        best: Micros | None = None
        for slot in islice(self.slots, self._first_open, None):
            if slot.stage is CuePhase.DONE:
                continue
            if best is not None and slot.first_target_us > best:
                break
            due = self._due(slot)
            best = due if best is None else min(best, due)
        return best

    def on_deadline(self, time_us: Micros) -> list[Event]:
        """Close every cue whose deadline has passed."""
        events: list[Event] = []
        for slot in self.slots[self._first_open :]:
            if slot.stage is not CuePhase.DONE and self._due(slot) <= time_us:
                events += self._expire(slot, time_us)
        self._advance_first_open()
        return events

    # -- hooks for exercises

    def accepts(self, slot: Slot, verb: Verb) -> bool:
        """Whether this cue would take this verb now."""
        cue = slot.cue
        if Assist.ONE_BUTTON in self.assists:
            return True
        if Assist.ONE_HAND in self.assists and verb in HANDS and any(want in HANDS for want in cue.verbs):
            return True
        if not cue.kind.alternates:
            return verb in cue.verbs
        if self.last_hand is None or cue.either_hand or self._skips_one(slot):
            return verb in HANDS
        return verb in HANDS and verb is not self.last_hand

    def on_judged(self, slot: Slot, judged: Judged) -> Iterable[Event]:
        """Handle a judgement, a miss included; return further events."""
        return ()

    def judges_press(self, cue: Cue) -> bool:
        """Whether the press of this cue is judged."""
        only_release = self.context.difficulty is Difficulty.EASY or self._is_tapped_punch(cue)
        return cue.kind.hold is not Hold.PUNCH or not only_release

    def judges_release(self, cue: Cue) -> bool:
        """Whether the release of this cue is judged."""
        if not cue.is_hold:
            return False
        unjudged = self.context.difficulty is Difficulty.EASY or Assist.HOLD_TAP in self.assists
        return cue.kind.hold is Hold.PUNCH or (cue.kind.hold is Hold.RELEASED and not unjudged)

    # -- matching

    def _slot_of(self, cue: Cue, reach: Reach) -> Slot:
        shift_us = cue.end_us - cue.time_us if self._is_tapped_punch(cue) else 0
        return Slot(cue, reach, _window_us(cue, reach), shift_us=shift_us)

    def _is_tapped_punch(self, cue: Cue) -> bool:
        """Whether a hold whose release is the hit is a tap at the moment of that hit."""
        return cue.is_hold and cue.kind.hold is Hold.PUNCH and Assist.HOLD_TAP in self.assists

    def _nearest(self, event: InputEvent) -> Slot | None:
        best, best_distance = None, 0
        for slot in islice(self.slots, self._first_open, None):
            offset = event.time_us - slot.target_us
            if event.time_us < slot.first_target_us - slot.window_us - slot.reach.loose_chord_us:
                break
            if slot.stage is not CuePhase.OPEN or not self._in_reach(slot, event, offset):
                continue
            if best is None or abs(offset) < best_distance:
                best, best_distance = slot, abs(offset)
        return best

    def _in_reach(self, slot: Slot, event: InputEvent, offset: Micros) -> bool:
        early_reach = slot.window_us
        if self._needs_both(slot.cue) and not self._completes_chord(slot, event):
            early_reach += slot.reach.loose_chord_us
        return -early_reach <= offset <= slot.window_us and self.accepts(slot, event.verb)

    def _skips_one(self, slot: Slot) -> bool:
        """Whether an earlier alternating cue is still open: this press then skips it, as after a miss."""
        return any(
            other.stage is CuePhase.OPEN and other.cue.kind.alternates and other.target_us < slot.target_us
            for other in self.slots[self._first_open : slot.cue.id - self.section.cues[0].id]
        )

    def _needs_both(self, cue: Cue) -> bool:
        return cue.kind.chord and len(cue.verbs) > 1 and not self.context.options.one_press_a_chord

    def _completes_chord(self, slot: Slot, event: InputEvent) -> bool:
        fresh = slot.first_verb is not None and event.time_us - slot.first_us <= slot.reach.loose_chord_us
        return fresh and slot.first_verb is not event.verb

    def _held_by(self, event: InputEvent) -> Slot | None:
        for slot in islice(self.slots, self._first_open, None):
            if event.time_us < slot.first_target_us - slot.window_us - slot.reach.loose_chord_us:
                break
            if slot.stage is CuePhase.HELD and slot.held_verb is event.verb and self.judges_release(slot.cue):
                bounce = event.time_us - slot.held_since_us < slot.reach.bounce_us
                return None if bounce else slot
        return None

    # -- judging

    def _press(self, slot: Slot, event: InputEvent) -> list[Event]:
        if self._needs_both(slot.cue) and not self._completes_chord(slot, event):
            slot.first_verb, slot.first_us = event.verb, event.time_us
            return []
        events = self._close_skipped(slot, event.time_us)
        self.last_hand = event.verb if slot.cue.kind.alternates else None
        tapped = self._is_tapped_punch(slot.cue)
        if slot.cue.is_hold and not tapped:
            slot.stage, slot.held_verb, slot.held_since_us = CuePhase.HELD, event.verb, event.time_us
        else:
            slot.stage = CuePhase.DONE
        if not self.judges_press(slot.cue):
            events.append(self._held(slot, event, CuePhase.HELD))
        if tapped or self.judges_press(slot.cue):
            part = Part.RELEASE if tapped else Part.PRESS
            events += self._judged(slot, part, event, self._judge_press(slot, event))
        self._advance_first_open()
        return events

    def _judge_press(self, slot: Slot, event: InputEvent) -> Judgement:
        judgement = slot.reach.windows.judge(event.time_us - slot.target_us)
        loose = self._needs_both(slot.cue) and event.time_us - slot.first_us > slot.reach.chord_us
        return judgement.at_best_sloppy() if loose else judgement

    def _release(self, slot: Slot, event: InputEvent) -> list[Event]:
        offset_us = event.time_us - slot.cue.end_us
        judgement = slot.reach.windows.judge(offset_us, RELEASE_WINDOW_PERCENT)
        slot.stage = CuePhase.DONE
        events = self._judged(slot, Part.RELEASE, event, judgement)
        self._advance_first_open()
        return events

    def _judged(self, slot: Slot, part: Part, event: InputEvent, judgement: Judgement) -> list[Event]:
        missed = judgement.grade is Grade.MISS
        target_us = slot.target_us if part is Part.PRESS else slot.cue.end_us
        judged = Judged(
            time_us=event.time_us,
            section=slot.cue.section,
            cue_id=slot.cue.id,
            kind=slot.cue.name,
            part=part,
            verb=event.verb,
            grade=judgement.grade,
            points=judgement.points,
            dead_on=judgement.dead_on,
            offset_us=None if missed else event.time_us - target_us,
        )
        slot.grade = judgement.grade if slot.grade is None else max(slot.grade, judgement.grade)
        return [judged, *self.on_judged(slot, judged)]

    def _close_skipped(self, slot: Slot, time_us: Micros) -> list[Event]:
        """Close, as misses, the alternating cues before one that is hit."""
        if not slot.cue.kind.alternates:
            return []
        events: list[Event] = []
        for other in self.slots[self._first_open :]:
            if other is slot:
                break
            if other.stage is CuePhase.OPEN and other.cue.kind.alternates:
                events += self._expire(other, time_us)
        return events

    # -- closing

    def _due(self, slot: Slot) -> Micros:
        if slot.stage is CuePhase.OPEN:
            return slot.target_us + slot.window_us
        end_us = slot.cue.end_us + (slot.reach.release_us if self.judges_release(slot.cue) else 0)
        return max(end_us, slot.held_since_us)  # a wide window takes a press even after a short hold's end

    def _expire(self, slot: Slot, time_us: Micros) -> list[Event]:
        verb = slot.held_verb if slot.held_verb is not None else slot.cue.verbs[0]
        event = InputEvent(time_us, verb, down=False)
        missed = Judgement(Grade.MISS, 0, dead_on=False)
        was_open = slot.stage is CuePhase.OPEN
        slot.stage = CuePhase.DONE
        if not was_open and not self.judges_release(slot.cue):
            return [self._held(slot, event, CuePhase.DONE)]
        if was_open:
            self.last_hand = None
        events: list[Event] = []
        if was_open and self.judges_press(slot.cue):
            events += self._judged(slot, Part.PRESS, event, missed)
        if self.judges_release(slot.cue):
            events += self._judged(slot, Part.RELEASE, event, missed)
        return events

    def _held(self, slot: Slot, event: InputEvent, stage: CuePhase) -> Held:
        cue = slot.cue
        return Held(event.time_us, cue.section, cue.id, cue.name, event.verb, down=stage is CuePhase.HELD)

    def _advance_first_open(self) -> None:
        while self._first_open < len(self.slots) and self.slots[self._first_open].stage is CuePhase.DONE:
            self._first_open += 1


def _window_us(cue: Cue, reach: Reach) -> Micros:
    """Return the outer window of a press, which a neighbour may narrow."""
    return min(reach.outer_us, cue.window_us) if cue.window_us else reach.outer_us

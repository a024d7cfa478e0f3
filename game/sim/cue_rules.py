"""Rules shared by all exercises: matching inputs to cues, chords, holds, alternation and misses.

An exercise derives from `CueRules` and overrides the few hooks at the end of the class. Progress lives in one `Slot`
a cue.
"""

from collections import deque
from collections.abc import Iterable
from itertools import takewhile

from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Cue, Difficulty, SectionChart
from game.sim.events import Event, Held, Judged, Part, Strayed
from game.sim.judge import Grade, Judgement
from game.sim.options import Assist
from game.sim.rules import RunContext
from game.sim.slot import PRESS_ALONE, CuePhase, JudgedEnds, Reach, Slot
from game.sim.spec import Hold
from game.timing.units import Micros


class CueRules:
    """Matches, judges and closes the cues of one section. Implements the `Rules` protocol."""

    def __init__(self, section: SectionChart, context: RunContext) -> None:
        self.section = section
        self.context = context
        self.assists = context.options.assists_in_force
        reach = Reach.of(context.windows)
        self.slots = [self._slot_of(cue, reach) for cue in section.cues]
        self.last_hand: Verb | None = None
        self._waiting = deque(self.slots)
        """The slots from the first on that is not done."""
        self._asked: tuple[InputEvent, Slot | None] | None = None
        """The input that `wants` was asked about last, and the cue that wants it: it is not searched for twice."""

    # -- the Rules protocol

    @property
    def judgements(self) -> int:
        """How many presses and releases this section judges in all."""
        return sum(slot.judges.press + slot.judges.release for slot in self.slots)

    def wants(self, event: InputEvent) -> Micros | None:
        """Return the distance to the nearest cue that wants this input, or None."""
        slot = self._taker_of(event)
        self._asked = event, slot
        if slot is None:
            return None
        return abs(event.time_us - (slot.target_us if event.down else slot.cue.end_us))

    def on_input(self, event: InputEvent) -> list[Event]:
        """Judge an input for which `wants` gave a distance."""
        asked, self._asked = self._asked, None
        slot = asked[1] if asked is not None and asked[0] is event else self._taker_of(event)
        if slot is None:
            return []
        return self._press(slot, event) if event.down else self._release(slot, event)

    def on_stray(self, event: InputEvent) -> list[Event]:
        """Return what a press is that no cue wanted: a stray press, unless the exercise knows better."""
        return [Strayed(event.time_us, self.section.index, event.verb)]

    def on_pace(self, from_us: Micros, to_us: Micros) -> None:
        """Set the windows of the cues from `from_us` until `to_us` by the pace that was decided for them."""
        told = list(takewhile(lambda slot: slot.cue.time_us < to_us, self._waiting))
        reach = Reach.of(self.context.windows_at(from_us)) if told else None
        for slot in told:
            if reach is not None and from_us <= slot.cue.time_us:
                slot.take_reach(reach)

    def next_deadline(self) -> Micros | None:
        """Return when the next cue closes by itself."""
        best: Micros | None = None
        for slot in self._waiting:
            if slot.stage is CuePhase.DONE:
                continue
            if best is not None and slot.first_target_us > best:
                break
            due = slot.due_us
            if best is None or due < best:
                best = due
        return best

    def on_deadline(self, time_us: Micros) -> list[Event]:
        """Close every cue whose deadline has passed."""
        events: list[Event] = []
        for slot in self._waiting:
            if slot.first_target_us > time_us:
                break
            if slot.stage is not CuePhase.DONE and slot.due_us <= time_us:
                events += self._expire(slot, time_us)
        self._drop_done()
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

    # -- matching

    def _slot_of(self, cue: Cue, reach: Reach) -> Slot:
        needs_both = cue.kind.chord and len(cue.verbs) > 1 and not self.context.options.one_press_a_chord
        return Slot(cue, reach, self._ends_of(cue), needs_both)

    def _ends_of(self, cue: Cue) -> JudgedEnds:
        hold, is_easy = cue.kind.hold, self.context.difficulty is Difficulty.EASY
        if hold is Hold.NONE:
            return PRESS_ALONE
        if hold is Hold.PUNCH:
            tapped = cue.is_hold and Assist.HOLD_TAP in self.assists
            return JudgedEnds(press=not (is_easy or tapped), release=cue.is_hold, tapped=tapped)
        released = hold is Hold.RELEASED and not (is_easy or Assist.HOLD_TAP in self.assists)
        return JudgedEnds(press=True, release=cue.is_hold and released, tapped=False)

    def _taker_of(self, event: InputEvent) -> Slot | None:
        return self._nearest(event) if event.down else self._held_by(event)

    def _nearest(self, event: InputEvent) -> Slot | None:
        best, best_distance, time_us = None, 0, event.time_us
        for slot in self._waiting:
            if time_us < slot.opens_us:
                break
            if slot.stage is not CuePhase.OPEN:
                continue
            distance = abs(time_us - slot.target_us)
            if (best is None or distance < best_distance) and self._in_reach(slot, event):
                best, best_distance = slot, distance
        return best

    def _in_reach(self, slot: Slot, event: InputEvent) -> bool:
        early_reach = slot.window_us
        if slot.needs_both and not self._completes_chord(slot, event):
            early_reach += slot.reach.loose_chord_us
        return -early_reach <= event.time_us - slot.target_us <= slot.window_us and self.accepts(slot, event.verb)

    def _skips_one(self, slot: Slot) -> bool:
        """Whether an earlier alternating cue is still open: this press then skips it, as after a miss."""
        return any(
            other.stage is CuePhase.OPEN and other.cue.kind.alternates and other.target_us < slot.target_us
            for other in takewhile(lambda other: other is not slot, self._waiting)
        )

    def _completes_chord(self, slot: Slot, event: InputEvent) -> bool:
        fresh = slot.first_verb is not None and event.time_us - slot.first_us <= slot.reach.loose_chord_us
        return fresh and slot.first_verb is not event.verb

    def _held_by(self, event: InputEvent) -> Slot | None:
        for slot in self._waiting:
            if event.time_us < slot.opens_us:
                break
            if slot.stage is CuePhase.HELD and slot.held_verb is event.verb and slot.judges.release:
                bounce = event.time_us - slot.held_since_us < slot.reach.bounce_us
                return None if bounce else slot
        return None

    # -- judging

    def _press(self, slot: Slot, event: InputEvent) -> list[Event]:
        if slot.needs_both and not self._completes_chord(slot, event):
            slot.first_verb, slot.first_us = event.verb, event.time_us
            return []
        events = self._close_skipped(slot, event.time_us)
        self.last_hand = event.verb if slot.cue.kind.alternates else None
        judges = slot.judges
        if slot.cue.is_hold and not judges.tapped:
            slot.stage, slot.held_verb, slot.held_since_us = CuePhase.HELD, event.verb, event.time_us
        else:
            slot.stage = CuePhase.DONE
        if not judges.press:
            events.append(self._held(slot, event, CuePhase.HELD))
        if judges.tapped or judges.press:
            part = Part.RELEASE if judges.tapped else Part.PRESS
            events += self._judged(slot, part, event, self._judge_press(slot, event))
        self._drop_done()
        return events

    def _judge_press(self, slot: Slot, event: InputEvent) -> Judgement:
        judgement = slot.reach.press.judge(event.time_us - slot.target_us)
        loose = slot.needs_both and event.time_us - slot.first_us > slot.reach.chord_us
        return judgement.at_best_sloppy() if loose else judgement

    def _release(self, slot: Slot, event: InputEvent) -> list[Event]:
        offset_us = event.time_us - slot.cue.end_us
        judgement = slot.reach.release.judge(offset_us)
        slot.stage = CuePhase.DONE
        events = self._judged(slot, Part.RELEASE, event, judgement)
        self._drop_done()
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
        for other in takewhile(lambda other: other is not slot, self._waiting):
            if other.stage is CuePhase.OPEN and other.cue.kind.alternates:
                events += self._expire(other, time_us)
        return events

    # -- closing

    def _expire(self, slot: Slot, time_us: Micros) -> list[Event]:
        verb = slot.held_verb if slot.held_verb is not None else slot.cue.verbs[0]
        event = InputEvent(time_us, verb, down=False)
        missed = Judgement(Grade.MISS, 0, dead_on=False)
        was_open = slot.stage is CuePhase.OPEN
        slot.stage = CuePhase.DONE
        if not was_open and not slot.judges.release:
            return [self._held(slot, event, CuePhase.DONE)]
        if was_open:
            self.last_hand = None
        events: list[Event] = []
        if was_open and slot.judges.press:
            events += self._judged(slot, Part.PRESS, event, missed)
        if slot.judges.release:
            events += self._judged(slot, Part.RELEASE, event, missed)
        return events

    def _held(self, slot: Slot, event: InputEvent, stage: CuePhase) -> Held:
        cue = slot.cue
        return Held(event.time_us, cue.section, cue.id, cue.name, event.verb, down=stage is CuePhase.HELD)

    def _drop_done(self) -> None:
        while self._waiting and self._waiting[0].stage is CuePhase.DONE:
            self._waiting.popleft()
